import { commands } from './commands';

/** What `run.mjs` says when no such command is there: the list of those that are. */
export function main([asked = '']: readonly string[]): Promise<number> {
  const lines = Object.values(commands).map(
    ({ name, about }) =>
      `  ${name.padEnd(10)}${about.pt}\n${' '.repeat(12)}${about.es}\n${' '.repeat(12)}${about.en}`,
  );
  const said = `Não há o comando "${asked}" / no existe el comando / there is no command:`;
  console.error([said, ...lines].join('\n'));
  return Promise.resolve(1);
}

import { commands } from './commands';

/** What `run.mjs` says when no such command is there: the list of those that are. */
export function main([asked = '']: readonly string[]): Promise<number> {
  const all = Object.values(commands);
  const width = Math.max(...all.map(({ name }) => name.length)) + 2;
  const indent = ' '.repeat(2 + width);
  const lines = all.map(
    ({ name, about }) =>
      `  ${name.padEnd(width)}${about.pt}\n${indent}${about.es}\n${indent}${about.en}`,
  );
  const said = `Não há o comando "${asked}" / no existe el comando / there is no command:`;
  console.error([said, ...lines].join('\n'));
  return Promise.resolve(1);
}

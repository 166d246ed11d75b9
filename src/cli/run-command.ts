import { parseArgs } from 'node:util';
import type { Command, CommandText } from './commands';
import { sayFailure, StartFailure } from './start-failure';

/** The values of a command's options, by name. */
type Values<T extends Command> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T['options'] }>
>['values'];

const helpOption = {
  type: 'boolean',
  default: false,
  about: { pt: 'mostra esta ajuda', es: 'muestra esta ayuda', en: 'shows this help' },
} as const;

const oldestNode = [20, 19] as const;

/**
 * Runs a command of the table: reads its options, shows its help when asked, and says in words what went wrong.
 * Gives the exit code: what `work` gives; 0 after the help; 1 after a failure or an option that the command does not take.
 */
export async function runCommand<T extends Command>(
  command: T,
  args: readonly string[],
  work: (values: Values<T>, positionals: readonly string[]) => Promise<number>,
): Promise<number> {
  try {
    checkNode(process.versions.node);
    if (asksForHelp(args)) {
      console.log(describeCommand(command));
      return 0;
    }
    const { values, positionals } = readArguments(command, args);
    return await work(values, positionals);
  } catch (error) {
    console.error(sayFailure(error));
    return 1;
  }
}

/** @throws {StartFailure} when the version of Node is too old */
export function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    throw new StartFailure('oldNode', version);
}

/** Whatever else stands there: who asks for help may have mistyped the rest. */
const asksForHelp = (args: readonly string[]): boolean =>
  args.some((arg) => arg === '--help' || arg === '-h');

function readArguments<T extends Command>(
  command: T,
  args: readonly string[],
): { readonly values: Values<T>; readonly positionals: readonly string[] } {
  try {
    return parseArgs<{ args: string[]; options: T['options']; allowPositionals: boolean }>({
      args: [...args],
      options: command.options,
      allowPositionals: command.argument !== undefined,
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, option = said] = /'([^']+)'/.exec(said) ?? [];
    throw new StartFailure('badOption', option, listOptions(command));
  }
}

function listOptions({ options }: Command): string {
  const names = Object.entries(options).map(([name, { value }]) => spell(name, value));
  return [...names, '--help'].join(', ');
}

const spell = (name: string, value?: string): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;

const languages = ['pt', 'es', 'en'] as const;
const optionsTitle: CommandText = { pt: 'Opções', es: 'Opciones', en: 'Options' };

/** How a command is called, what it does and what each option means, in the three languages. */
function describeCommand(command: Command): string {
  const options = Object.entries<Command['options'][string]>({
    ...command.options,
    help: helpOption,
  });
  const spelled = options.map(([name, { value }]) => spell(name, value));
  const { argument } = command;
  const width = Math.max(...[...spelled, argument?.name ?? ''].map(({ length }) => length)) + 2;
  const call = command.name === 'start' ? 'npm start' : `npm run ${command.name}`;
  const parts = languages.map((language) => {
    const lines = options.map(([, { about, default: usual }], index) => {
      const end = typeof usual === 'string' ? ` (${usual})` : '';
      return `  ${(spelled[index] ?? '').padEnd(width)}${about[language]}${end}`;
    });
    const own = argument ? [`  ${argument.name.padEnd(width)}${argument.about[language]}`] : [];
    return [command.about[language], ...own, `${optionsTitle[language]}:`, ...lines].join('\n');
  });
  const behind = argument ? ` [${argument.name}]` : '';
  return [`${call} -- [${optionsTitle.pt.toLowerCase()}]${behind}`, ...parts].join('\n\n');
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/twin/runtime/project-root';

/** A command of the command line that runs. */
export interface Launched {
  readonly child: ChildProcess;
  /** What it has printed until now. */
  readonly seen: { readonly out: string; readonly error: string };
  /** Its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  /** The address behind READY. Rejects with what was printed when the process ends before. */
  readonly ready: Promise<string>;
}

export interface LaunchOptions {
  /** Another checkout than this one. */
  readonly root?: string;
  /** Most bytes that the process may write into one file, as on a disk that is full at that place. */
  readonly mostFileBytes?: number;
}

const running: ChildProcess[] = [];
const folders: string[] = [];

/** Ends what tests launched, and removes their folders: for `afterEach`. */
export function cleanUp(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A temporary folder that `cleanUp` removes. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twin-start-'));
  folders.push(folder);
  return folder;
}

/** Launches `npm start` with these options, without npm. */
export function launchStart(args: readonly string[], options: LaunchOptions = {}): Launched {
  return launch('start', args, options);
}

/** Launches a command of the command line. */
export function launch(
  command: string,
  args: readonly string[] = [],
  { root = projectRoot, mostFileBytes }: LaunchOptions = {},
): Launched {
  const call = [join(root, 'src', 'cli', 'run.mjs'), command, ...args];
  const child =
    mostFileBytes === undefined
      ? spawn(process.execPath, call)
      : spawn('bash', ['-c', limitFiles(mostFileBytes), process.execPath, ...call]);
  running.push(child);
  const seen = { out: '', error: '' };
  child.stderr.on('data', (chunk: Buffer) => {
    seen.error += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      seen.out += chunk.toString();
      const [, url] = /^READY (.+)$/m.exec(seen.out) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.on('close', () => reject(new Error(`It ended early:\n${seen.error}`)));
  });
  // Who never asks for the address is not told that there is none.
  ready.catch(() => undefined);
  return { child, seen, ended, ready };
}

const limitFiles = (bytes: number): string =>
  `ulimit -f ${Math.floor(bytes / 1024)} && exec "$0" "$@"`;

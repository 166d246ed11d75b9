import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll } from './build';
import { commands } from './commands';
import { fillFolder } from './place-files';
import { makeGuide } from './release/guide';
import { runCommand } from './run-command';

/** What `release/` holds, by path: the file to paste as the last build made it, the manifest, their sums, and the guide. */
export function makeRelease(): ReadonlyMap<string, string> {
  const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');
  const files = new Map([
    ['Código.gs', read('dist-paste', 'Código.gs')],
    ['appsscript.json', read('appsscript.json')],
  ]);
  return new Map([...files, ['SHA256SUMS', sumUp(files)], ...makeGuide()]);
}

/** A line for each file, as `sha256sum -c` reads it. */
function sumUp(files: ReadonlyMap<string, string>): string {
  const lines = [...files].map(
    ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  );
  return lines.join('');
}

/** `npm run release`: builds, then writes `release/`. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.release, args, async () => {
    await buildAll();
    const files = makeRelease();
    fillFolder(join(projectRoot, 'release'), files);
    console.log([...files.keys()].map((name) => `release/${name}`).join('\n'));
    return 0;
  });
}

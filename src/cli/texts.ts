import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { Localized } from '../events/localized';
import { projectRoot } from '../twin/runtime/project-root';
import { commands } from './commands';
import { runCommand } from './run-command';

/** `npm run texts`: prints every text of the app, the translator's list: the Portuguese one with the English one beside it, as JSON. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.texts, args, async () => {
    console.log(
      JSON.stringify(
        Object.fromEntries(
          (await listTexts(join(projectRoot, 'src'))).map(({ pt, en }) => [pt, en] as const),
        ),
        null,
        2,
      ),
    );
    return 0;
  });
}

/** The texts of the app below that folder, in every language. Tables say all of theirs as they are read. */
export async function listTexts(sourceFolder: string): Promise<readonly Localized[]> {
  const { outputFiles } = await build({
    entryPoints: [join(sourceFolder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: {
      __PLANTAO_VERSION__: '""',
      __PLANTAO_COMMIT__: '""',
      __PLANTAO_PAGES__: '{}',
    },
    plugins: [
      {
        name: 'record-texts',
        setup: ({ onLoad }) => {
          onLoad({ filter: /[\\/]events[\\/]localized\.ts$/ }, async ({ path }) => ({
            contents: recording(await readFile(path, 'utf8')),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  const texts: Localized[] = [];
  runInNewContext(outputFiles[0]?.text ?? '', { texts });
  return texts;
}

const recording = (source: string): string =>
  `${source.replace('export const say =', 'const unheard =')}
export const say = (pt, es, en) => {
  texts.push({ pt, es, en });
  return unheard(pt, es, en);
};`;

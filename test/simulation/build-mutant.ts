import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleApp } from '../../src/cli/bundle-app';
import { entryPoints } from '../../src/cli/entry-points';
import { projectRoot } from '../../src/twin/runtime/project-root';
import type { Mutation } from './mutation';

/**
 * Builds the app with a mutation in it.
 * @throws {Error} when a patch's text does not stand exactly once in its file: then the mutation must be written anew
 */
export async function buildMutant({ name, patches }: Mutation): Promise<string> {
  const sourceFolder = join(projectRoot, 'src');
  const changed = new Map<string, string>();
  for (const { file, find, put } of patches) {
    const path = join(sourceFolder, file);
    const text = changed.get(path) ?? readFileSync(path, 'utf8');
    const parts = text.split(find);
    if (parts.length !== 2)
      throw new Error(`"${name}": its text stands ${parts.length - 1} times in ${file}`);
    changed.set(path, parts.join(put));
  }
  return bundleApp({
    sourceFolder,
    entryPoints,
    info: { version: 'mutant', commit: 'mutant' },
    pages: {},
    plugins: [
      {
        name: 'mutation',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = changed.get(path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
}

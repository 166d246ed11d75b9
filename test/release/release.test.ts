import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { makeRelease } from '../../src/cli/release';
import { listFiles, readJson, readText, root } from '../house/source-files';

const made = makeRelease();

/** A file that differs is named, not shown: one of them has half a megabyte. */
const differing = (): readonly string[] =>
  [...made].flatMap(([name, text]) => (readText(`release/${name}`) === text ? [] : [name]));

it('release/ holds what `npm run release` makes of the sources as they are', () => {
  const files = listFiles(join(root, 'release')).map((path) => path.replace('release/', ''));
  expect(files).toEqual([...made.keys()].toSorted());
  expect(differing()).toEqual([]);
});

it('the file to paste says its version, and no commit', () => {
  const { version } = readJson('package.json');
  const [, first = ''] = readFileSync(join(root, 'release', 'Código.gs'), 'utf8').split('\n');
  expect(first).toContain(`Plantão ${String(version)} (release).`);
});

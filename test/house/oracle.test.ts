import { describe, expect, it } from '@jest/globals';
import { listFiles, readText } from './source-files';

/** What holds the tabs against the requests must not err as the app errs: it has nothing of the app. */
describe('The oracle of the simulation', () => {
  const folder = 'test/simulation/';
  const beside = new Set(
    ['check.ts', 'quiet.ts', 'read-tabs.ts', 'stored.ts'].map((name) => folder + name),
  );
  const files = listFiles().filter(
    (path) => path.startsWith(`${folder}oracle/`) || beside.has(path),
  );

  it.each(files)('%s shares no code with src, but for the twin', (path) => {
    const imports = [...readText(path).matchAll(/from '([^']*\/src\/[^']*)'/g)].map(
      ([, from = '']) => from.replace(/^.*\/src\//, ''),
    );
    expect(imports.filter((from) => !from.startsWith('twin/'))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { projectRoot } from '../../src/twin/runtime/project-root';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** The first group of the pattern as a number, its separators taken away. */
function numberIn(path: string, pattern: RegExp): number {
  const found = pattern.exec(read(path))?.[1];
  if (found === undefined) throw new Error(`${path} has nothing like ${String(pattern)}.`);
  return Number(found.replace(/[_,.]/g, ''));
}

/** How soon half and 95 % of the rows are there, in the bench. */
const usually = /\| 10 events\/s for 300 s +\| 3000 +\| ([\d.]+) s/;
const nearlyAll = /\| 10 events\/s for 300 s +\| 3000 +\| [\d.]+ s \| ([\d.]+) s/;

/** Numbers that people read in the docs, and where the code or the bench has them. */
const numbers: readonly (readonly [doc: string, said: RegExp, file: string, is: RegExp])[] = [
  [
    'docs/architecture.md',
    /\(at most ([\d,]+) at once\)/,
    'src/intake/commit/take.ts',
    /maxRequestsPerHold = ([\d_]+)/,
  ],
  [
    'docs/architecture.md',
    /in the journal's last ([\d,]+) rows/,
    'src/intake/commit/memory.ts',
    /recentRows = ([\d_]+)/,
  ],
  [
    'docs/architecture.md',
    /A tab of up to ([\d,]+) cells/,
    'src/sheets/open-tab.ts',
    /smallTabCells = ([\d_]+)/,
  ],
  [
    'docs/architecture.md',
    /hidden cells of the last ([\d,]+) rows/,
    'src/sheets/key-window.ts',
    /windowRows = ([\d_]+)/,
  ],
  [
    'docs/architecture.md',
    /\(500 lines a run, (\d+) at a time/,
    'src/intake/sweep/work-off-open.ts',
    /perStep: Portion = \{ looked: 2000, open: (\d+)/,
  ],
  ['docs/limites.md', /em até ([\d,]+) s depois/, 'docs/bench.md', usually],
  ['docs/limites.md', /em até ([\d,]+) s\. São/, 'docs/bench.md', nearlyAll],
  ['docs/limites.es.md', /en hasta ([\d,]+) s después/, 'docs/bench.md', usually],
  ['docs/limites.es.md', /en hasta ([\d,]+) s\. Son/, 'docs/bench.md', nearlyAll],
  ['docs/limites.en.md', /within ([\d.]+) s of the answer/, 'docs/bench.md', usually],
  ['docs/limites.en.md', /within ([\d.]+) s\. These/, 'docs/bench.md', nearlyAll],
  [
    'docs/limits.md',
    /renders all rows again, ([\d,]+) a minute/,
    'src/intake/sweep/render-again.ts',
    /rowsPerRun = ([\d_]+)/,
  ],
  [
    'docs/limits.md',
    /the journal keeps them\*\* \((\d+) days\)/,
    'src/intake/sweep/trim.ts',
    /retentionDays = (\d+)/,
  ],
];

it.each(numbers)('%s says %s as %s has it', (...number) => {
  const [doc, said, file, is] = number;
  expect(numberIn(doc, said)).toBe(numberIn(file, is));
});

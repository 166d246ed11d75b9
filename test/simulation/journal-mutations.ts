import type { Mutation } from './mutation';

const week = { check: 'an old journal loses what is settled, and nothing else' } as const;
const uncounted = {
  check: 'the journal of a week without a sweep is counted, then trimmed',
} as const;
const dying = { check: 'a sweep that dies when rows of the journal are gone' } as const;
const open = { check: 'behind an open line nothing is counted, nor trimmed' } as const;
const long = {
  check: 'bodies of many rows are worked off whole, however the journal is sorted',
} as const;
const hint = { check: 'where counting begins is only a hint' } as const;
const numbers = {
  check: 'no number of a deleted line is given again, and who misses it is told',
} as const;

const trim = 'intake/sweep/trim.ts';
const lines = 'intake/journal/journal-lines.ts';
const accounts = 'intake/books/books.ts';
const mayGo = 'const mayGo = (row: number): boolean => Number(numbers[row - 1]) <= counted;';
const anyMayGo = 'const mayGo = (row: number): boolean => Number(numbers[row - 1]) > -counted;';
const deletion = '    journal.sheet.deleteRows(first, last - first + 1);\n';
const finished = '  journalStatuses.unknown,\n';
const tasks = 'intake/sweep/tasks.ts';
const trimming = '  trimJournal(services, desk.ledger);\n';
const beginning = '  let desk = begun;\n';
const bodyParts = "body: line.sheetRows.map((row) => bodies.get(row) ?? '').join(''),";

const alsoTrims = (status: string): Mutation['patches'] => [
  { file: trim, find: finished, put: `${finished}  journalStatuses.${status},\n` },
];

/** Faults in the journal: trimming, long bodies, numbers, and what is counted of it. */
export const journalMutations: readonly Mutation[] = [
  { name: 'held lines are trimmed', shows: week, patches: alsoTrims('quarantined') },
  { name: 'failed lines are trimmed', shows: week, patches: alsoTrims('failed') },
  {
    name: 'young lines are trimmed',
    shows: week,
    patches: [{ file: trim, find: 'time <= youngestMs', put: 'time > 0' }],
  },
  {
    name: 'runs of rows are deleted from the top down',
    shows: week,
    patches: [{ file: trim, find: '[...going].reverse()', put: '[...going]' }],
  },
  {
    name: 'nothing is trimmed',
    shows: week,
    patches: [{ file: tasks, find: trimming, put: '' }],
  },
  {
    name: 'lines beyond the first step of a sweep are forgotten',
    shows: { check: 'more lines than a step of the sweep takes are worked off' },
    patches: [
      {
        file: 'intake/sweep/work-off-open.ts',
        find: 'isAll ? highest : (looked[looked.length - 1]?.number ?? highest);',
        put: 'isAll ? highest : Math.max(highest, looked.length);',
      },
    ],
  },
  {
    name: 'the journal is trimmed before it is counted',
    shows: uncounted,
    patches: [
      { file: trim, find: mayGo, put: anyMayGo },
      { file: tasks, find: trimming, put: '' },
      { file: tasks, find: beginning, put: `${beginning}${trimming}` },
    ],
  },
  {
    name: 'the number that is counted up to is raised after the rows went',
    shows: dying,
    patches: [
      { file: trim, find: mayGo, put: anyMayGo },
      { file: trim, find: deletion, put: `${deletion}  Reflect.get(globalThis, 'raise')?.();\n` },
      {
        file: accounts,
        find: '  if (page.reached > counted) writeCounted(place, page.reached);\n',
        put: "  Reflect.set(globalThis, 'raise', () => writeCounted(place, page.reached));\n",
      },
    ],
  },
  {
    name: 'lines that are not counted yet are trimmed',
    shows: open,
    patches: [{ file: trim, find: mayGo, put: anyMayGo }],
  },
  {
    name: 'lines behind an open one are counted, and the open one never',
    shows: open,
    patches: [
      {
        file: accounts,
        find: 'open === undefined ? highest : open.number - 1',
        put: 'open === undefined ? highest : highest',
      },
    ],
  },
  {
    name: 'the sweep reads three rows of a body',
    shows: long,
    patches: [{ file: lines, find: bodyParts, put: bodyParts.replace('.map', '.slice(0, 3).map') }],
  },
  {
    name: 'the sweep reads the first row of a body',
    shows: long,
    patches: [{ file: lines, find: bodyParts, put: bodyParts.replace('.map', '.slice(0, 1).map') }],
  },
  {
    name: 'the rows of a body are put together as they stand',
    shows: long,
    patches: [
      {
        file: lines,
        find: '.sort((a, b) => a.part - b.part);',
        put: '.sort((a, b) => a.row - b.row);',
      },
      { file: lines, find: 'part === index + 1', put: 'part > -index' },
    ],
  },
  {
    name: 'lines that were worked off are counted as they were before',
    shows: 'runs',
    patches: [
      {
        file: 'intake/sweep/work-off-open.ts',
        find: 'const isUntouched = stored.length === 0 && later.openAbove === null;',
        put: 'const isUntouched = stored.length >= 0;',
      },
    ],
  },
  {
    name: 'only the first row of a line learns what became of it',
    shows: long,
    patches: [
      {
        file: 'intake/journal/journal-write.ts',
        find: 'of toStretches(sheetRows))',
        put: 'of toStretches(sheetRows.slice(0, 1)))',
      },
    ],
  },
  {
    name: 'Saúde does not say up to which line it has counted',
    shows: hint,
    patches: [
      {
        file: 'intake/books/health-rows.ts',
        find: 'missing, through: news.through }',
        put: 'missing, through: 0 }',
      },
    ],
  },
  {
    name: 'Falhas does not say up to which line it has counted',
    shows: hint,
    patches: [
      {
        file: 'intake/books/failure-rows.ts',
        find: 'through: news.through ?? known.through',
        put: 'through: 0',
      },
    ],
  },
  {
    name: 'a repeated delivery counts as written',
    shows: hint,
    patches: [
      {
        file: 'intake/commit/settle.ts',
        find: "entry.status === 'written' ? 'repeated' : entry.status",
        put: 'entry.status',
      },
    ],
  },
  {
    name: 'the number of a deleted line is given again',
    shows: numbers,
    patches: [
      {
        file: 'intake/journal/journal-number.ts',
        find: 'return Math.max(said, doneNumber);',
        put: 'return said > 0 ? highestNumber(journal) : 0;',
      },
    ],
  },
  {
    name: 'nobody is told of lines that are missing',
    shows: numbers,
    patches: [{ file: accounts, find: 'missing: countMissing(gaps)', put: 'missing: 0' }],
  },
];

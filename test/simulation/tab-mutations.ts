import type { Mutation } from './mutation';

/** Faults in finding rows, headers and hidden columns. */
export const tabMutations: readonly Mutation[] = [
  {
    name: 'a formula of ours stays where a column was put in',
    shows: { check: 'a row that slipped aside leaves nothing of ours in a column of the user' },
    patches: [
      {
        file: 'intake/self-check/stray-formula.ts',
        find: '  return strays.length > 0;\n',
        put: '  return false;\n',
      },
      {
        file: 'intake/self-check/stray-formula.ts',
        find: '!ours.has(index + 1) && patterns',
        put: 'ours.has(0) && patterns',
      },
    ],
  },
  {
    name: 'hidden cells are looked for two columns aside at most',
    shows: { check: 'a row that slipped by three columns is put back' },
    patches: [
      {
        file: 'intake/self-check/find-faults.ts',
        find: '-2, 2, -3, 3, -4, 4, -5, 5, -6, 6]',
        put: '-2, 2]',
      },
    ],
  },
  {
    name: 'an old block at the bottom is taken for the newest',
    shows: { story: 'the newest row of a long tab sorted to its top' },
    patches: [
      {
        file: 'sheets/open-tab.ts',
        find: 'windowFromMs: newestRun(keyRows, record)?.fromMs ?? Infinity,',
        put: 'windowFromMs: keyRows[0]?.writtenAtMs ?? Infinity,',
      },
    ],
  },
  {
    name: 'births ahead of our clock are forgotten',
    shows: { story: 'a birth ahead of our clock, sorted to the top of a long tab' },
    patches: [
      {
        file: 'sheets/locate.ts',
        find: '!isAhead(open.record, key, createdAtMs);',
        put: 'open.record.last >= 0;',
      },
    ],
  },
  {
    name: 'the time a message was sent at is taken for its birth',
    shows: { story: 'an old message is heard of again' },
    patches: [
      {
        file: 'rows/plan.ts',
        find: 'createdAtMs: fact.bornAtMs ?? null,',
        put: 'createdAtMs: fact.bornAtMs ?? fact.atMs,',
      },
    ],
  },
  {
    name: 'hidden columns are made anew instead of moved',
    shows: { story: 'after userPartsHidden' },
    patches: [
      {
        file: 'sheets/mend-tab.ts',
        find: '  const from = places.get(name);\n',
        put: '  const from = undefined;\n',
      },
    ],
  },
  {
    name: 'a header that a sort took along stays where it is',
    shows: { story: 'after userSortsAll' },
    patches: [
      {
        file: 'sheets/mend-header.ts',
        find: '  sheet.moveRow(headerRow, highest);\n  return highest;\n',
        put: '  return headerRow;\n',
      },
      {
        file: 'sheets/open-tab.ts',
        find: 'if (above.some((row) => isOurs(row[keyColumn - 1], row[keyColumn]))) return false;',
        put: '',
      },
    ],
  },
];

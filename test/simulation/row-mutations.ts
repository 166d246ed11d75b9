import type { Mutation } from './mutation';

const unseen = {
  check: 'rows out of sight are found, by their earliest birth and with clocks apart',
} as const;
const paused = {
  check: 'what comes while writing is paused is written afterwards, whenever a sweep dies',
} as const;
const moved = {
  check: 'tabs that were renamed are found, and deleted ones are made again',
} as const;

const refused = {
  check: 'a write that Google refuses is tried again, and the failure is solved',
} as const;

const retries = 'intake/judge/retry-plan.ts';
const planned = 'const minutes = planMinutes[attempts - 1];';
const book = 'intake/books/recount.ts';
const solved = 'solved: Math.max(0, -more),';

/** Faults in what rows know and what is written of it. */
export const rowMutations: readonly Mutation[] = [
  {
    name: "no margin between the platforms' clocks and ours",
    shows: unseen,
    patches: [
      { file: 'sheets/locate.ts', find: 'clockMarginMs = 10 * 60_000', put: 'clockMarginMs = 0' },
    ],
  },
  {
    name: 'a margin of one minute between the clocks',
    shows: unseen,
    patches: [
      {
        file: 'sheets/locate.ts',
        find: 'clockMarginMs = 10 * 60_000',
        put: 'clockMarginMs = 60_000',
      },
    ],
  },
  {
    name: 'of the births that are told the latest counts',
    shows: unseen,
    patches: [
      {
        file: 'intake/write/write-changes.ts',
        find: 'birthOf(group).bornMs?.[0] ?? null',
        put: 'birthOf(group).bornMs?.[1] ?? null',
      },
    ],
  },
  {
    name: 'what is out of sight is taken for new',
    shows: unseen,
    patches: [
      { file: 'sheets/locate.ts', find: 'absent.has(key) ? isNew : isUnsearched', put: 'isNew' },
      {
        file: 'sheets/locate.ts',
        find: '  return open.isComplete || isYoung',
        put: '  return !open.isComplete || isYoung',
      },
    ],
  },
  {
    name: 'what comes during a pause is forgotten',
    shows: paused,
    patches: [
      {
        file: 'intake/commit/settle.ts',
        find: "{ ...entry, status: 'received', attempts: 0, rows: 0 };",
        put: 'entry;',
      },
    ],
  },
  {
    name: 'how far the sweep came is stored before its rows are flushed',
    shows: paused,
    patches: [
      {
        file: 'intake/sweep/sweep.ts',
        find: '      return sweepOrRepair(services);\n',
        put: '      const next = sweepOrRepair(services);\n      saveSweepState(services.properties, note(next.state));\n      return next;\n',
      },
      {
        file: 'intake/sweep/tasks.ts',
        find: '    desk = run(services, serveWaiting(services, desk));\n',
        put: "    desk = run(services, serveWaiting(services, desk));\n    services.properties.set('sweep', JSON.stringify(desk.state));\n",
      },
    ],
  },
  {
    name: 'a sheet is known by its title',
    shows: moved,
    patches: [
      {
        file: 'sheets/find-sheet.ts',
        find: 'return remembered ?? findMarked(workbook, tab) ?? findTitled(workbook, tab);',
        put: 'return findTitled(workbook, tab);',
      },
    ],
  },
  {
    name: 'a tab that was deleted is not made again',
    shows: moved,
    patches: [
      {
        file: 'intake/repair/whole-tabs.ts',
        find: 'if (!(error instanceof MissingTab)) throw error;',
        put: 'if (error !== null) throw error;',
      },
    ],
  },
  {
    name: 'a failure that may pass is never tried again',
    shows: refused,
    patches: [{ file: retries, find: planned, put: 'const minutes = planMinutes[attempts + 9];' }],
  },
  {
    name: 'a failure is tried again for ever and never left to a person',
    shows: refused,
    patches: [{ file: retries, find: planned, put: 'const minutes = planMinutes[0];' }],
  },
  {
    name: 'a failure is solved twice',
    shows: refused,
    patches: [{ file: book, find: solved, put: 'solved: 2 * Math.max(0, -more),' }],
  },
  {
    name: 'a failure that has passed is not solved',
    shows: refused,
    patches: [{ file: book, find: solved, put: 'solved: 0,' }],
  },
  {
    name: 'a request that cannot be written stops its neighbours',
    shows: refused,
    patches: [
      {
        file: 'intake/commit/work-off.ts',
        find: '    if (error instanceof MissingTab) throw error;\n    ledger.kept?.clear();\n    return null;\n',
        put: '    throw error;\n',
      },
    ],
  },
  {
    name: 'texts are not kept from being parsed',
    shows: 'runs',
    patches: [
      {
        file: 'sheets/cells.ts',
        find: "return whole === '' || isPlainText(whole) ? whole : `'${whole}`;",
        put: 'return whole;',
      },
    ],
  },
  {
    name: 'only what begins with = is kept from being parsed',
    shows: 'runs',
    patches: [
      {
        file: 'sheets/cells.ts',
        find: "whole === '' || isPlainText(whole)",
        put: '!/^=/.test(whole)',
      },
    ],
  },
  {
    name: 'times are off by the zone',
    shows: 'runs',
    patches: [
      {
        file: 'sheets/cells.ts',
        find: '? toSerial(content, offsetMinutes) : guardText',
        put: '? toSerial(content, 0) : guardText',
      },
    ],
  },
  {
    name: 'observations are replaced instead of united',
    shows: 'runs',
    patches: [
      {
        file: 'projections/state.ts',
        find: 'uniteObserved(a.unions[name] ?? [], b.unions[name] ?? [])',
        put: 'b.unions[name] ?? a.unions[name] ?? []',
      },
    ],
  },
  {
    name: 'the header is taken to be the first row',
    shows: { story: 'after userInsertsTitle' },
    patches: [
      {
        file: 'sheets/layout.ts',
        find: 'const headerRow = found?.row ?? 1;',
        put: 'const headerRow = 1;',
      },
    ],
  },
  {
    name: 'a commit that failed is taken for done',
    shows: { victim: 'huggy.agentChangedStatus', company: 'alone' },
    patches: [
      {
        file: 'intake/commit/accept.ts',
        find: `    if (!spill(services, request, true))
      journalAlone(services, request, { config, waitMs: lockWaitMs });
`,
        put: '',
      },
    ],
  },
  {
    name: 'new rows are put below the last number, not below the last row',
    shows: 'runs',
    patches: [
      {
        file: 'sheets/write-rows.ts',
        find: 'row: open.nextRow + appended - 1,',
        put: 'row: open.firstRow + open.byKey.size + appended,',
      },
    ],
  },
];

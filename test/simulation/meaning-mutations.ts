import type { Mutation } from './mutation';

const undated = { check: 'of an event without a time the first copy counts' } as const;
const steps = {
  check: 'the furthest step of a message holds, a failure until a newer one',
} as const;
const misread = { check: 'what an older version misread is corrected by the same event' } as const;
const formulas = { check: 'what the user writes in the place of our formula stays' } as const;
const record = { check: 'the record counts every new row, and nothing is mended' } as const;
const lid = { check: 'a person known by a LID alone becomes the one of the phone' } as const;
const language = { check: 'all rows are rendered again in another language' } as const;
const search = {
  check: 'one old row among fourteen thousand is searched for, then remembered',
} as const;
const accepted = { check: 'a token that is accepted lets in what was held for it' } as const;
const changed = {
  check: 'a secret that is changed by the owner holds until the old ones are ended',
} as const;
const older = { check: 'older code only journals, and the newer one writes what waited' } as const;

const state = 'projections/state.ts';
const words = 'events/message-status.ts';
const write = 'sheets/write-rows.ts';
const aliases = 'intake/write/aliases.ts';
const lookUp = 'sheets/look-up.ts';

/** Faults in what events mean, and in what the owner decides. */
export const meaningMutations: readonly Mutation[] = [
  {
    name: 'of undated copies the last one counts',
    shows: undated,
    patches: [
      {
        file: state,
        find: 'a.receivedAtMs < b.receivedAtMs || (',
        put: 'a.receivedAtMs > b.receivedAtMs || (',
      },
    ],
  },
  {
    name: 'the least step of a message holds',
    shows: steps,
    patches: [{ file: words, find: 'steps[Math.max(', put: 'steps[Math.min(' }],
  },
  {
    name: 'a failure is over although no newer step was told',
    shows: steps,
    patches: [{ file: words, find: 'step.atMs > other.atMs', put: 'step.atMs > 0' }],
  },
  {
    name: 'what an older decoder read counts on',
    shows: misread,
    patches: [
      {
        file: state,
        find: '    if (saying.revision < (latest.get(eventOf(saying)) ?? 0)) continue;\n',
        put: '',
      },
    ],
  },
  {
    name: 'a formula of a row is written over',
    shows: formulas,
    patches: [
      {
        file: write,
        find: "isLeft || (definition.kind === 'formula' && isOld);",
        put: 'isLeft;',
      },
    ],
  },
  {
    name: 'the record does not count new rows',
    shows: record,
    patches: [
      {
        file: write,
        find: '{ ...open.record, last: open.record.last + appended };',
        put: '{ ...open.record, last: open.record.last };',
      },
    ],
  },
  {
    name: 'the row of a LID stays beside that of its phone',
    shows: lid,
    patches: [
      {
        file: aliases,
        find: "  return { kind: 'row', row, also: other.row };\n",
        put: '  return own;\n',
      },
    ],
  },
  {
    name: 'messages under a LID stay there',
    shows: lid,
    patches: [
      {
        file: aliases,
        find: 'if (run.renamed.length === 0 || ',
        put: 'if (run.renamed.length > -1 || ',
      },
    ],
  },
  {
    name: 'rows are not rendered again',
    shows: language,
    patches: [
      {
        file: 'intake/sweep/tasks.ts',
        find: 'renderAgain(services, desk.ledger, desk.state.rendering);',
        put: 'desk.state.rendering;',
      },
    ],
  },
  {
    name: 'rows are rendered again by their place',
    shows: { check: 'a sort while rows are rendered again leaves none in the old language' },
    patches: [
      {
        file: 'intake/sweep/render-again.ts',
        find: 'number: isAppendNumber(cell) ? cell : 0 }',
        put: 'number: cell === undefined ? 0 : firstRow + index }',
      },
    ],
  },
  {
    name: 'a row is taken from its hint without its key',
    shows: search,
    patches: [
      {
        file: lookUp,
        find: '      if (rows.get(keyRow.key) === keyRow.row) found.set(keyRow.key, keyRow);\n',
        put: '      for (const [key, row] of rows) if (row === keyRow.row) found.set(key, keyRow);\n',
      },
    ],
  },
  {
    name: 'where a row was found is not remembered',
    shows: search,
    patches: [
      {
        file: 'intake/write/row-hints.ts',
        find: 'cache.putMany(Object.fromEntries(values), lifetimeSeconds);',
        put: 'cache.putMany({}, lifetimeSeconds);',
      },
    ],
  },
  {
    name: 'what was quarantined stays so when its token is accepted',
    shows: accepted,
    patches: [
      {
        file: 'panel/failures/tokens.ts',
        find: "replayInHold(services, { kind: 'quarantined', connectionId })",
        put: "replayInHold(services, { kind: 'request', id: 'none' })",
      },
    ],
  },
  {
    name: 'a changed secret ends the old one at once',
    shows: changed,
    patches: [
      {
        file: 'panel/connections/manage.ts',
        find: 'secrets: [makeSecret(services), ...connection.secrets.slice(0, 1)],',
        put: 'secrets: [makeSecret(services)],',
      },
    ],
  },
  {
    name: 'old secrets are never ended',
    shows: changed,
    patches: [
      {
        file: 'panel/connections/manage.ts',
        find: '    secrets: connection.secrets.slice(0, 1),\n',
        put: '    secrets: connection.secrets,\n',
      },
    ],
  },
  {
    name: 'older code writes rows',
    shows: older,
    patches: [
      {
        file: 'settings/config.ts',
        find: 'settings.isPaused || areNewer(settings);',
        put: 'settings.isPaused;',
      },
    ],
  },
  {
    name: "older code's sweep works on",
    shows: older,
    patches: [
      {
        file: 'intake/sweep/sweep.ts',
        find: '  if (areNewer(configFrom(before).settings))\n    return',
        put: "  if (before['never'] === '')\n    return",
      },
    ],
  },
];

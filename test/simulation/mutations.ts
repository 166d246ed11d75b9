import { budgetMutations } from './budget-mutations';
import { doorMutations } from './door-mutations';
import { journalMutations } from './journal-mutations';
import { meaningMutations } from './meaning-mutations';
import type { Mutation } from './mutation';
import { roomMutations } from './room-mutations';
import { rowMutations } from './row-mutations';
import { tabMutations } from './tab-mutations';

const hold = 'platform/hold.ts';
const commit = 'intake/commit/commit.ts';
const flushThenSettle = `    services.workbook.flush();
    afterFlush?.(result);
`;

export const mutations: readonly Mutation[] = [
  {
    name: 'no flush before the release',
    shows: 'runs',
    patches: [
      {
        file: hold,
        find: flushThenSettle,
        put: '    afterFlush?.(result);\n',
      },
      {
        file: 'intake/commit/rounds.ts',
        find: '  workbook.flush();\n  progress.rounds = 1;\n',
        put: '  progress.rounds = 1;\n',
      },
    ],
  },
  {
    name: 'release without a flush when something throws',
    shows: { victim: 'evolvy.message_created', company: 'overtaken while it spills' },
    patches: [
      {
        file: hold,
        find: '    if (!isFlushed) services.workbook.flush();\n',
        put: '',
      },
    ],
  },
  {
    name: 'no second look after the release',
    shows: { victim: 'huggy.agentChangedStatus', company: 'beside a holder that leaves' },
    patches: [
      {
        file: 'intake/commit/accept.ts',
        find: '    if (!mustGoOn || !services.lock.tryAcquire(0)) return hold;\n',
        put: '    if (!mustGoOn || mustGoOn) return hold;\n',
      },
    ],
  },
  {
    name: 'who comes to wait does not knock',
    shows: { victim: 'huggy.agentChangedStatus', company: 'beside a holder' },
    patches: [
      {
        file: 'intake/commit/accept.ts',
        find: '  knock(services.cache, requestId);\n',
        put: '  if (requestId === null) knock(services.cache, requestId);\n',
      },
    ],
  },
  {
    name: 'what was left and fails stays in the count',
    shows: { check: 'what was left and fails is counted once' },
    patches: [
      {
        file: 'intake/books/recount.ts',
        find: '  if (undone.length > 0) takeOut(services, undone, ledger);\n',
        put: '',
      },
    ],
  },
  {
    name: 'what was left is struck off when Google fails as it is judged',
    shows: { check: 'what was left outlives a failure of Google' },
    patches: [
      {
        file: 'intake/commit/write-left.ts',
        find: '(!isFaulty(judgement) || nowMs - request.receivedAtMs > patienceMs);',
        put: '(!isFaulty(judgement) || nowMs >= request.receivedAtMs);',
      },
    ],
  },
  {
    name: 'what a hold left for later is never written',
    shows: { victim: 'evolvy.message_created', company: 'with two that wait' },
    patches: [
      {
        file: 'intake/sweep/work-off-open.ts',
        find: 'line.isLeft && !isOpen(line);',
        put: 'line.isLeft && !isOpen(line) && false;',
      },
    ],
  },
  {
    name: 'requests leave the waiting room before the flush',
    shows: { victim: 'huggy.agentChangedStatus', company: 'with two that wait' },
    patches: [
      {
        file: commit,
        find: '  const known = new Set([',
        put: '  for (const { id } of waiting) services.properties.remove(`q.${id}.h`);\n  const known = new Set([',
      },
    ],
  },
  {
    name: 'the lock is not respected',
    shows: 'runs',
    patches: [
      {
        file: 'platform/google-stores.ts',
        find: 'return lock.tryLock(waitMs);',
        put: 'lock.tryLock(waitMs); return true;',
      },
    ],
  },
  {
    name: 'keys of the waiting room are used again',
    shows: 'runs',
    patches: [
      {
        file: 'intake/waiting/waiting-room.ts',
        find: '`${prefix}${request.id}.${part}`',
        put: '`${prefix}${request.connectionId}.${part}`',
      },
    ],
  },
  {
    name: 'what the waiting room refuses is taken for stored',
    shows: { victim: 'huggy.agentChangedStatus', company: 'beside a holder' },
    patches: [
      {
        file: 'intake/waiting/waiting-room.ts',
        find: `    services.meter.leaveToOthers(-used);
    return false;
`,
        put: `    services.meter.leaveToOthers(-used);
    return true;
`,
      },
    ],
  },
  {
    name: 'a row number is trusted without its key',
    shows: { victim: 'huggy.agentChangedStatus', company: 'after a person sorted' },
    patches: [
      {
        file: 'sheets/write-rows.ts',
        find: '  return { row, number, writtenAtMs };\n',
        put: '  return { row: row > 0 ? number + 1 : row, number, writtenAtMs };\n',
      },
    ],
  },
  {
    name: 'a row is overwritten instead of merged',
    shows: 'runs',
    patches: [
      {
        file: 'intake/write/write-changes.ts',
        find: 'const known = parseState(place.row.state);',
        put: 'const known = parseState("");',
      },
    ],
  },
  {
    name: 'what comes later wins, not what is newer',
    shows: 'runs',
    patches: [
      {
        file: 'projections/state.ts',
        find: 'keepHolding(rulesOf(entity), uniteSayings([...a.sayings, ...b.sayings]))',
        put: '(b.sayings.length > 0 ? b.sayings : a.sayings)',
      },
    ],
  },
  {
    name: 'a log does not look for its key',
    shows: 'runs',
    patches: [
      {
        file: 'intake/write/write-changes.ts',
        find: "  if (place.kind === 'row') return [];\n",
        put: '',
      },
    ],
  },
  ...tabMutations,
  ...doorMutations,
  ...journalMutations,
  ...roomMutations,
  ...rowMutations,
  ...meaningMutations,
  ...budgetMutations,
];

import type { Mutation } from './mutation';

const counted = {
  check: 'the operations of a day are counted, by whomever they were made',
} as const;
const rests = { check: 'near the limit of a day the sweep rests, and tells why' } as const;

/** Faults in the bookkeeping of Google's daily quotas. */
export const budgetMutations: readonly Mutation[] = [
  {
    name: 'what waited is counted by nobody',
    shows: counted,
    patches: [
      {
        file: 'intake/commit/commit.ts',
        find: ' + operationsOf(all, taken)',
        put: ' + 0 * operationsOf(all, taken)',
      },
    ],
  },
  {
    name: 'what waited is counted twice',
    shows: counted,
    patches: [
      {
        file: 'intake/waiting/waiting-room.ts',
        find: 'services.meter.leaveToOthers(keyCount(packed));',
        put: '',
      },
    ],
  },
  {
    name: 'deletions are counted twice',
    shows: counted,
    patches: [
      { file: 'intake/waiting/done.ts', find: '    meter.leaveToOthers(chunks + 1);\n', put: '' },
    ],
  },
  {
    name: 'what strangers cost is forgotten',
    shows: counted,
    patches: [{ file: 'main.ts', find: '    leaveStrayUse(services);\n', put: '' }],
  },
  {
    name: 'a cleared count makes a day of it',
    shows: counted,
    patches: [
      {
        file: 'intake/sweep/sweep.ts',
        find: 'hear(state.budget, ledger.view.told, execUrl)',
        put: 'hear({ ...state.budget, told: 0 }, ledger.view.told, execUrl)',
      },
    ],
  },
  {
    name: 'the trigger works every minute, however much is used',
    shows: rests,
    patches: [
      {
        file: 'budget/pace.ts',
        find: '(share >= next.from ? next : pace)',
        put: '(share >= 9 * next.from ? next : pace)',
      },
    ],
  },
  {
    name: 'a run that should rest asks the properties first',
    shows: rests,
    patches: [
      { file: 'intake/sweep/sweep.ts', find: '  if (isResting(services)) return null;\n', put: '' },
    ],
  },
];

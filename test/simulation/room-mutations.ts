import type { Mutation } from './mutation';

const incomplete = {
  check: 'an incomplete request waits for its head, and is told when none comes',
} as const;
const damaged = { check: 'a request that lost a chunk stops nobody, and is told' } as const;
const many = { check: 'what a hold of many took is known, though its cell is cleared' } as const;
const done = { check: 'a sweep that dies as it deletes what is done' } as const;

const room = 'intake/waiting/waiting-room.ts';
const tidy = 'intake/sweep/tidy.ts';
const commit = 'intake/commit/commit.ts';
const patience = 'const incompleteForMs = 9 * 60_000;';
const recent = 'isUnsure ? recentRequestIds(journal, recentRows)';

/** Faults in the waiting room. */
export const roomMutations: readonly Mutation[] = [
  {
    name: 'incomplete requests are deleted after one minute',
    shows: incomplete,
    patches: [{ file: tidy, find: patience, put: 'const incompleteForMs = 60_000;' }],
  },
  {
    name: 'incomplete requests are deleted at once',
    shows: incomplete,
    patches: [{ file: tidy, find: patience, put: 'const incompleteForMs = 0;' }],
  },
  {
    name: 'incomplete requests stay for ever',
    shows: incomplete,
    patches: [{ file: tidy, find: patience, put: 'const incompleteForMs = Infinity;' }],
  },
  {
    name: 'incomplete requests are deleted and nobody is told',
    shows: incomplete,
    patches: [
      { file: tidy, find: '  if (lost.length > 0) tellLost(services, ledger, lost);\n', put: '' },
    ],
  },
  {
    name: 'nobody is told of a request that lost a chunk',
    shows: damaged,
    patches: [{ file: tidy, find: ', ...damagedIds(services, all, done)]', put: ']' }],
  },
  {
    name: 'chunks are not compared with their head',
    shows: damaged,
    patches: [
      { file: room, find: ' || services.codec.sha256(packed).slice(0, 16) !== head.sha', put: '' },
    ],
  },
  {
    name: 'of the journal the last 10 ids are compared',
    shows: many,
    patches: [{ file: commit, find: recent, put: 'isUnsure ? recentRequestIds(journal, 10)' }],
  },
  {
    name: 'of the journal the last 100 ids are compared',
    shows: many,
    patches: [{ file: commit, find: recent, put: 'isUnsure ? recentRequestIds(journal, 100)' }],
  },
  {
    name: 'what waited is not looked for in the journal',
    shows: many,
    patches: [
      {
        file: commit,
        find: 'told?.has(id) === true || found.has(id)',
        put: 'told?.has(`${id}?`) === true || found.has(`${id}?`)',
      },
    ],
  },
  {
    name: 'a request whose commit failed is not looked for in the journal',
    shows: { victim: 'evolvy.message_created', company: 'overtaken while it spills' },
    patches: [{ file: commit, find: ' && isDoubtful(all, id)', put: ' && false' }],
  },
  {
    name: 'nobody tells what is done',
    shows: { check: 'what is done is not taken again' },
    patches: [{ file: commit, find: 'ids: [...known] }', put: 'ids: [] }' }],
  },
  {
    name: 'what is told as done of another journal is believed',
    shows: { check: 'what is done is not taken again' },
    patches: [
      {
        file: 'intake/waiting/done.ts',
        find: 'number === String(journalNumber)',
        put: "number !== ''",
      },
    ],
  },
  {
    name: 'the head of what is done is deleted before its chunks',
    shows: done,
    patches: [
      {
        file: tidy,
        find: 'mine.flatMap((id) => keysOf(id, all))',
        put: 'mine.flatMap((id) => [...keysOf(id, all)].reverse())',
      },
    ],
  },
  {
    name: 'what is done stays for ever',
    shows: done,
    patches: [
      {
        file: 'intake/sweep/sweep.ts',
        find: 'const all = deleteEmptied(services, last);',
        put: 'const all = services.properties.getAll();',
      },
    ],
  },
];

import type { Mutation } from './mutation';

const whole = { check: 'only the whole secret opens' } as const;
const changed = { check: 'two secrets hold while they are changed, then one' } as const;
const tokens = { check: 'a strange token is held, and none is forgotten' } as const;
const tests = { check: 'a test event is counted nowhere and leaves' } as const;

const digest = 'platform/same-digest.ts';
const door = 'intake/door/authenticate.ts';
const judge = 'intake/judge/judge.ts';
const commit = 'intake/commit/commit.ts';
const everyDigit = 'for (let index = 0; index < a.length; index += 1)';
const givenDigest = '  const given = services.codec.sha256(address.secret);\n';

/** Beginnings of the secret that are taken for it. */
const takesBeginnings = (condition: string): Mutation['patches'] => [
  {
    file: door,
    find: givenDigest,
    put: `  if (connection.secrets.some((secret) => ${condition})) return connection;\n${givenDigest}`,
  },
];

/** Faults in who gets in, and as what. */
export const doorMutations: readonly Mutation[] = [
  {
    name: "only the first 4 digits of the secret's digest are compared",
    shows: whole,
    patches: [
      { file: digest, find: everyDigit, put: 'for (let index = 0; index < 4; index += 1)' },
    ],
  },
  {
    name: "only the last 4 digits of the secret's digest are compared",
    shows: whole,
    patches: [
      {
        file: digest,
        find: everyDigit,
        put: 'for (let index = a.length - 4; index < a.length; index += 1)',
      },
    ],
  },
  {
    name: 'a beginning of the secret of over 8 letters opens',
    shows: whole,
    patches: takesBeginnings('address.secret.length > 8 && secret.startsWith(address.secret)'),
  },
  {
    name: 'what begins with the secret opens',
    shows: whole,
    patches: takesBeginnings('address.secret.startsWith(secret)'),
  },
  {
    name: 'capital letters of the secret do not matter',
    shows: whole,
    patches: takesBeginnings('address.secret.toLowerCase() === secret'),
  },
  {
    name: 'only the newest secret opens',
    shows: changed,
    patches: [
      { file: door, find: 'connection.secrets.map(', put: 'connection.secrets.slice(0, 1).map(' },
    ],
  },
  {
    name: 'a stale configuration refuses a correct sender',
    shows: changed,
    patches: [
      {
        file: door,
        find: 'const fresh = reloadBeforeRefusal(services);',
        put: 'const fresh = null;',
      },
    ],
  },
  {
    name: 'a configuration that was read before a change is trusted after it',
    shows: { check: 'what was read before a change is not trusted after it' },
    patches: [
      {
        file: 'settings/config-cache.ts',
        find: " && texts?.['changed'] === changed;",
        put: ';',
      },
    ],
  },
  {
    name: 'what a strange token brings is written',
    shows: tokens,
    patches: [{ file: judge, find: 'tokens.length === 0 || sent.every(isKnown)', put: 'true' }],
  },
  {
    name: 'of several bodies only the first token is looked at',
    shows: tokens,
    patches: [{ file: judge, find: 'sent.every(isKnown)', put: 'sent.slice(0, 1).every(isKnown)' }],
  },
  {
    name: 'the first token is not kept',
    shows: tokens,
    patches: [{ file: commit, find: '  saveConnection(services.properties, pinned);\n', put: '' }],
  },
  {
    name: 'the token that came last puts out the others',
    shows: tokens,
    patches: [
      {
        file: commit,
        find: 'const isFresh = connection?.tokens.length === 0 && ',
        put: 'const isFresh = connection !== null && ',
      },
    ],
  },
  {
    name: 'test events are counted',
    shows: tests,
    patches: [
      {
        file: 'intake/books/books.ts',
        find: '!isTestRequest(requestId);',
        put: 'requestId !== "";',
      },
    ],
  },
  {
    name: 'a test event writes to the rows of real ones',
    shows: tests,
    patches: [
      { file: 'intake/journal/request.ts', find: '`${connectionId}.teste`', put: 'connectionId' },
    ],
  },
  {
    name: 'the rows of test events stay',
    shows: tests,
    patches: [
      {
        file: 'intake/sweep/tasks.ts',
        find: '    removeTestRows(services, ledger, nowMs);\n',
        put: '',
      },
    ],
  },
];

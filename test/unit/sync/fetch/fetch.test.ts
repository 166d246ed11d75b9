import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from '../../../../src/platform/http';
import { fetchAll, unlimited } from '../../../../src/sync/fetch/fetch';
import { openApi, requestsOf, type Api } from '../../../../src/sync/fetch/api';
import { fetchTexts } from '../../../../src/sync/fetch/fetch-texts';
import { sayFailure } from '../../../../src/sync/fetch/say-failure';
import { answered, scriptedHttp, silent } from '../../../support/scripted-http';

const token = 'a-token-of-evolvy';
const stored = {
  'api.evolvy': JSON.stringify({ baseUrl: 'https://chat.example.com', accountId: '7' }),
  'token.api.evolvy': token,
  'api.plug': JSON.stringify({ baseUrl: '', accountId: '9' }),
  'token.api.plug': 'a-token-of-plug',
};

function open(vendor: 'evolvy' | 'plug'): Api {
  const api = openApi(stored, { id: vendor, vendor });
  if (api === null) throw new Error('The access does not fit.');
  return api;
}

const agents = { api: open('evolvy'), question: { path: 'agents' } };
const operators = {
  api: open('plug'),
  question: { path: 'account/get-operators-online', query: { id: '9' } },
};

function ask(answer: (request: HttpRequest, round: number) => HttpAnswer, asked = [agents]) {
  const world = scriptedHttp(answer);
  return { fetched: fetchAll(world, asked, unlimited), rounds: world.rounds };
}

const failureOf = (answer: HttpAnswer) => {
  const [first] = ask(() => answer).fetched;
  return first?.ok === false ? first.failure : undefined;
};

describe('a question to a platform', () => {
  it('goes to its own path with the token in a header of its own', () => {
    const { fetched, rounds } = ask(() => answered([{ id: 1 }]));
    expect(fetched).toEqual([{ ok: true, value: [{ id: 1 }] }]);
    expect(rounds).toEqual([
      [
        {
          url: 'https://chat.example.com/api/v1/accounts/7/agents',
          method: 'get',
          headers: { Accept: 'application/json', 'api-access-token': token },
          value: null,
          timeoutSeconds: 15,
        },
      ],
    ]);
  });

  it('is only asked when it is on the list', () => {
    for (const path of ['profile', 'agents/', 'conversations/1/toggle_status', '../agents'])
      expect(() => requestsOf(open('evolvy'), { path })).toThrow('not on the list');
  });

  it('is asked once more in the other form of the token when the first is refused', () => {
    const { fetched, rounds } = ask(
      ({ headers }) =>
        headers['Authorization'] === 'a-token-of-plug'
          ? answered({ data: [] })
          : answered({}, { status: 401 }),
      [operators],
    );
    expect(fetched).toEqual([{ ok: true, value: { data: [] } }]);
    expect(rounds.map(([call]) => call?.headers['Authorization'])).toEqual([
      'Bearer a-token-of-plug',
      'a-token-of-plug',
    ]);
    expect(ask(() => answered({}, { status: 401 }), [operators]).rounds).toHaveLength(2);
  });

  it('is asked by itself where one of several got no answer, since Google then tells of none', () => {
    const world = ask(
      ({ url }, round) =>
        round === 1 || url.includes('plugchat') ? silent('unreachable') : answered([]),
      [agents, operators, agents],
    );
    expect(world.rounds.map((calls) => calls.length)).toEqual([3, 1, 1, 1]);
    expect(world.fetched.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('is not asked once the calls of the day are used up', () => {
    const world = scriptedHttp(() => answered([]));
    const spent = { calls: 0 };
    const fetched = fetchAll(
      world,
      Array.from({ length: 45 }, () => agents),
      {
        allows: ({ calls }) => spent.calls + calls <= 40,
        note: (calls) => {
          spent.calls += calls;
          return true;
        },
      },
    );
    expect(fetched).toHaveLength(40);
    expect(world.rounds.map((calls) => calls.length)).toEqual([20, 20]);
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a page with 200', answered('<!doctype html><title>App</title>'), 'page'],
    [
      'JSON that says it is a page',
      answered([], { headers: { 'content-type': 'text/html' } }),
      'page',
    ],
    ['a text with 200', answered('Retry later'), 'notJson'],
    ['a redirect', answered('', { status: 302 }), 'redirected'],
    [
      'a refused token',
      answered({ error: 'Invalid Access Token' }, { status: 401 }),
      'tokenRefused',
    ],
    ['too few rights', answered({ detail: 'No.' }, { status: 403 }), 'forbidden'],
    ['nothing there', answered('<h1>404</h1>', { status: 404 }), 'notFound'],
    ['a wrong question', answered({ error: 'No.' }, { status: 422 }), 'refused'],
    ['a fault of theirs', answered('', { status: 502 }), 'serverFault'],
    ['silence', silent('unreachable'), 'unreachable'],
    ['slowness', silent('tooSlow'), 'tooSlow'],
    ["the end of Google's day", silent('quota'), 'quota'],
  ] as const)('%s', (_name, answer, cause) => {
    expect(failureOf(answer)?.cause).toBe(cause);
  });

  it('says in the words of the platform why, and never the token', () => {
    const words = (answer: HttpAnswer): string | undefined => failureOf(answer)?.words;
    expect(words(answered({ error: `no ${token} here` }, { status: 401 }))).toBe('no ••• here');
    expect(words(answered({ errors: ['You need', 'to sign in'] }, { status: 401 }))).toBe(
      'You need · to sign in',
    );
    expect(words(answered('<h1>Oops</h1>', { status: 500 }))).toBe('500');
    const elsewhere = { location: 'https://other.example.com/login' };
    expect(words(answered('', { status: 302, headers: elsewhere }))).toBe('other.example.com');
  });

  it('says how long to wait: as the platform does, or until the next minute has begun', () => {
    const waitOf = (retryAfter?: string): number | null | undefined =>
      failureOf(
        answered('Retry later\n', {
          status: 429,
          headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
        }),
      )?.waitMs;
    expect(waitOf('90')).toBe(90_000);
    expect(waitOf('Thu, 01 Jan 1970 00:01:30 GMT')).toBe(60_000);
    expect([waitOf(), waitOf('soon'), waitOf('0')]).toEqual([35_000, 35_000, 35_000]);
    expect(waitOf('999999')).toBe(3_600_000);
  });
});

describe('the sentence of a failure', () => {
  it('names the platform and what it said, in each language', () => {
    const failure = { cause: 'tokenRefused', status: 401, words: 'Invalid $& Token' } as const;
    expect(sayFailure(failure, 'Weni', 'en')).toContain(
      'Weni refused the token (Invalid $& Token).',
    );
    for (const text of Object.values(fetchTexts))
      for (const said of Object.values(text))
        expect(said.replace(/\{(?:platform|words)\}/g, '')).not.toMatch(/[{}]/);
    expect(sayFailure({ ...failure, words: '' }, 'Weni', 'pt')).toContain('(401)');
  });
});

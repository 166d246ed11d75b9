import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from '../../../../src/platform/http';
import { unlimited } from '../../../../src/sync/fetch/fetch';
import { askForAgents } from '../../../../src/sync/poll/ask-for-agents';
import { duePolls } from '../../../../src/sync/poll/due';
import { answered, scriptedHttp } from '../../../support/scripted-http';

const connection = (id: string) => ({ id, vendor: id, account: 'A', secrets: ['s'], tokens: [] });
const connections = Object.fromEntries(
  ['evolvy', 'plug', 'weni', 'huggy'].map((id) => [
    `connection.${id}`,
    JSON.stringify(connection(id)),
  ]),
);
const access = {
  'api.evolvy': JSON.stringify({ baseUrl: 'https://chat.example.com', accountId: '7' }),
  'token.api.evolvy': 'a-token',
  'token.api.weni': '0b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f',
  'api.plug': JSON.stringify({ baseUrl: '', accountId: '9' }),
  'token.api.plug': 'a-token',
};
const on = (minutes: number) => JSON.stringify({ isOn: true, everyMinutes: minutes, edition: 1 });
const all = {
  ...connections,
  ...access,
  'poll.evolvy': on(5),
  'poll.weni': on(5),
  'poll.plug': on(5),
};
const moment = { nowMs: 1e12, isThrifty: false };

function ask(vendor: string, answer: (request: HttpRequest, round: number) => HttpAnswer) {
  const world = scriptedHttp(answer);
  const due = duePolls(all, moment).filter((one) => one.connection.vendor === vendor);
  return { answers: askForAgents(world, unlimited, due), rounds: world.rounds };
}

const weniPage = (from: number, count: number, next: string | null) =>
  answered({
    count: 25,
    next,
    results: Array.from({ length: count }, (_none, index) => ({
      uuid: `u${from + index}`,
      first_name: 'Ana',
      last_name: 'Alves',
      email: 'ana@example.com',
      status: 'ONLINE',
      last_status_change: '2026-10-05T12:00:00.123456+00:00',
      active_custom_status: null,
    })),
  });

describe('the question for agents', () => {
  it('is asked page by page, each from where the last one ended', () => {
    const { answers, rounds } = ask('weni', (_request, round) =>
      weniPage(round * 10, 10, round < 3 ? 'https://chats-engine.weni.ai/next' : null),
    );
    const [answer] = answers;
    expect(answer).toMatchObject({ ok: true, isAll: true });
    expect(answer?.ok === true && answer.agents).toHaveLength(30);
    expect(rounds.map(([call]) => call?.url.split('?')[1])).toEqual([
      'limit=100&offset=0',
      'limit=100&offset=10',
      'limit=100&offset=20',
    ]);
  });

  it('ends where a page brings nobody new, and then takes nobody for gone', () => {
    const same = () => weniPage(0, 10, 'https://chats-engine.weni.ai/next');
    const { answers, rounds } = ask('weni', same);
    expect(rounds).toHaveLength(2);
    expect(answers).toMatchObject([{ ok: true, isAll: false }]);
  });

  it('leaves out an item of another form, and says so where all are', () => {
    const operator = { id: 'op', name: 'Ana ', state: 'online', lastChanged: '1790000000000' };
    const listed = (data: unknown) => ask('plug', () => answered({ data })).answers[0];
    expect(listed([operator, { id: 'x' }, 7])).toMatchObject({
      ok: true,
      agents: [{ id: 'op', name: 'Ana', status: 'online', atMs: 1790000000000 }],
    });
    const wrong = { ok: false, failure: { cause: 'notExpected' } };
    for (const data of [[{ id: 'x' }], [7], {}, null, undefined])
      expect(listed(data)).toMatchObject(wrong);
    expect(listed([])).toMatchObject({ ok: true, agents: [] });
  });

  it('reads an agent of Evolvy, and leaves out who has not accepted yet', () => {
    const one = { id: 7, name: 'Caio', email: 'caio@example.com', availability_status: 'busy' };
    const { answers } = ask('evolvy', () =>
      answered([
        { ...one, confirmed: true },
        { ...one, id: 8, confirmed: false },
      ]),
    );
    expect(answers).toMatchObject([
      { ok: true, isAll: true, agents: [{ id: '7', name: 'Caio', status: 'busy', atMs: null }] },
    ]);
  });
});

describe('who is asked when', () => {
  const dueAt = (changes: Readonly<Record<string, unknown>>, now = moment): boolean => {
    const properties = Object.entries(changes).map(
      ([key, value]) => [key, JSON.stringify(value)] as const,
    );
    const stored = { ...all, ...Object.fromEntries(properties) };
    return duePolls(stored, now).some((one) => one.connection.vendor === 'evolvy');
  };
  const minutesAgo = (minutes: number, more = {}) => ({
    'polled.evolvy': { edition: 1, askedMs: moment.nowMs - minutes * 60_000, ...more },
  });
  const holiday = { week: Array.from({ length: 7 }, () => null), holidays: 'none', days: [] };
  const night = { settings: { hours: holiday } };

  it('as often as the user chose, a trigger being late or early', () => {
    expect([dueAt(minutesAgo(4)), dueAt(minutesAgo(4.8)), dueAt(minutesAgo(5))]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('sooner where a status was seen once, seldom outside the hours and while time is short', () => {
    expect(dueAt(minutesAgo(1, { isUnsettled: true }))).toBe(true);
    expect([dueAt({ ...minutesAgo(9), ...night }), dueAt({ ...minutesAgo(10), ...night })]).toEqual(
      [false, true],
    );
    expect(dueAt(minutesAgo(9), { ...moment, isThrifty: true })).toBe(false);
  });

  it('not before the platform is ready again, unless its settings were saved meanwhile', () => {
    const waiting = { notBeforeMs: moment.nowMs + 1 };
    expect(dueAt(minutesAgo(60, waiting))).toBe(false);
    expect(dueAt(minutesAgo(0, { ...waiting, edition: 0 }))).toBe(true);
  });

  it('never without a token, switched off, or by code that is older than the settings', () => {
    expect(dueAt({})).toBe(true);
    expect(dueAt({ 'poll.evolvy': { isOn: false } })).toBe(false);
    expect(dueAt({ 'api.evolvy': {} })).toBe(false);
    expect(dueAt({ settings: { schema: 99 } })).toBe(false);
  });
});

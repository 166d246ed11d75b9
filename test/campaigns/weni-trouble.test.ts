import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';
import type { Trouble } from '../support/strict-weni/listen';
import { goodToken, type WeniReply } from '../support/strict-weni/workspace';

let desk: PlantaoWithWeni;
beforeEach(async () => {
  desk = await startWithWeni();
});
afterEach(() => desk.stop());

const people = (from: number, count: number): readonly object[] =>
  Array.from({ length: count }, (_one, index) => ({
    event: 'client.created',
    id: String(from + index),
    name: `Pessoa ${from + index}`,
    phone: `+55119${String(80_000_000 + from + index)}`,
    time: '2026-10-05T12:00:00-03:00',
  }));

const post = (from: number, count: number) =>
  desk.plantao.post('generic', people(from, count), { webhook: 'contacts' });

const says = async (): Promise<string> => {
  const outcome = await desk.ask('readWeni');
  return JSON.stringify(outcome);
};

const stored = (): number => desk.workspace.contacts.length;
const reply = (status: number, body: unknown, headers = {}): WeniReply => ({
  status,
  body,
  headers,
});
const always =
  (answer: WeniReply): Trouble =>
  () =>
    answer;

/** What may pass by itself, and what is said meanwhile. */
const passing: readonly (readonly [string, Trouble, RegExp])[] = [
  ['the API is down', () => 'hangUp', /não respondeu.*tenta de novo às \d\d:\d\d/],
  ['its answers are lost', () => 'loseAnswer', /não respondeu/],
  [
    'a fault of its own',
    always(reply(500, 'Server Error. Site administrators have been notified.')),
    /erro interno \(500\)/,
  ],
  [
    'a storm of 429',
    always(reply(429, { detail: 'Request was throttled.' }, { 'retry-after': '180' })),
    /pediu para esperar.*12:0[45]/,
  ],
  [
    'a page in the place of JSON',
    always(reply(200, '<html>Manutenção</html>', { 'content-type': 'text/html' })),
    /respondeu uma página/,
  ],
  [
    'a redirect to another host',
    always(reply(302, '', { location: 'https://evil.example/login' })),
    /encaminha para evil\.example/,
  ],
];

describe('what may pass by itself', () => {
  it.each(passing)(
    '%s: a sentence, nothing lost, nothing doubled',
    async (_name, trouble, sentence) => {
      await desk.save();
      desk.weni.trouble = trouble;
      await post(1, 5);
      await desk.minutes(2);
      expect(await says()).toMatch(sentence);
      expect(desk.plantao.rows('Contatos')).toHaveLength(5);
      desk.weni.trouble = null;
      await desk.minutes(30);
      expect(stored()).toBe(5);
      expect(await says()).toContain('Em dia: 5 envios aceitos');
    },
  );

  it('Retry-After is waited for, also when somebody clicks', async () => {
    await desk.save();
    desk.weni.trouble = always(reply(429, { detail: 'x' }, { 'retry-after': '600' }));
    await post(1, 1);
    await desk.minutes();
    desk.newCalls();
    expect((await desk.ask('sendWeniNow')).sentence).toMatch(/pediu para esperar/);
    await desk.minutes(9);
    expect(desk.newCalls()).toEqual([]);
    desk.weni.trouble = null;
    await desk.minutes(2);
    expect(stored()).toBe(1);
  });

  it('failures that go on are tried ever less often, one call at a time', async () => {
    await desk.save();
    desk.weni.trouble = always(reply(503, ''));
    await post(1, 25);
    await desk.minutes(130);
    const calls = desk.newCalls().length;
    expect(calls).toBeGreaterThan(20);
    expect(calls).toBeLessThan(32);
  });
});

/** What a person must mend. */
const stopping: readonly (readonly [string, Trouble, RegExp])[] = [
  [
    'the token is wrong',
    always(reply(403, { detail: 'Invalid token' })),
    /recusou o token \(Invalid token\)/,
  ],
  [
    'the address is another',
    always(reply(404, '<h1>Not Found</h1>', { 'content-type': 'text/html' })),
    /não é a API de contatos/,
  ],
  [
    'the addresses are hidden',
    always(reply(400, { detail: 'URN lookups not allowed for anonymous organizations' })),
    /esconde os endereços/,
  ],
];

describe('what a person must mend', () => {
  it.each(stopping)(
    '%s: it says so and sends nothing more until that is done',
    async (_name, trouble, sentence) => {
      await desk.save();
      desk.weni.trouble = trouble;
      await post(1, 3);
      await desk.minutes(2);
      expect(await says()).toMatch(sentence);
      desk.newCalls();
      await desk.minutes(90);
      expect(desk.newCalls()).toEqual([]);
      desk.weni.trouble = null;
      await desk.ask('keepWeniToken', goodToken);
      await desk.minutes(2);
      expect(stored()).toBe(3);
    },
  );
});

describe('one contact that Weni refuses', () => {
  it('has its reason in its row, does not hold up the others, and is not sent again before it changes', async () => {
    await desk.save({ language: 'xyz' });
    await desk.save({ language: 'por' });
    desk.weni.trouble = ({ body }) =>
      body.includes('Pessoa 2') ? reply(400, { name: ['Contact name is odd.'] }) : null;
    await post(1, 3);
    await desk.minutes(2);
    expect(stored()).toBe(2);
    const refused = () => desk.plantao.shown('Contatos').find((row) => row['Nome'] === 'Pessoa 2');
    expect(refused()?.['Weni situação']).toBe('Recusado pela Weni: name: Contact name is odd.');
    desk.newCalls();
    await desk.minutes(2);
    expect(desk.newCalls()).toEqual([]);
  });
});

describe('webhooks meanwhile', () => {
  it('are written while a call to Weni is under way', async () => {
    await desk.save();
    const posts: Promise<unknown>[] = [];
    desk.weni.trouble = () => {
      if (posts.length === 0) posts.push(post(50, 1));
      return null;
    };
    await post(1, 1);
    await desk.minutes();
    await Promise.all(posts);
    expect(posts).toHaveLength(1);
    expect(desk.plantao.rows('Contatos')).toHaveLength(2);
    await desk.minutes(2);
    expect(stored()).toBe(2);
  });
});

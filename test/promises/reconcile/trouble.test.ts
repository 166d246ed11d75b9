import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWithOneMessage, type PlantaoWithChatwoot } from '../../support/plantao-with-chatwoot';
import type { Trouble } from '../../support/strict-server';

const always =
  (reply: ReturnType<Trouble>): Trouble =>
  () =>
    reply;

/** What goes wrong, what Saúde says of it (blank: nothing, it goes on by itself), and whether a person is needed. */
const troubles: readonly (readonly [string, Trouble, string])[] = [
  ['429 without Retry-After', always({ status: 429, body: 'Retry later\n' }), ''],
  ['500', always({ status: 500, body: { status: 500 } }), ''],
  ['a connection that is closed', always('hangUp'), ''],
  [
    'a page with 200',
    always({
      status: 200,
      body: '<!DOCTYPE html><html></html>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
    'uma página',
  ],
  [
    'an unknown token',
    always({ status: 401, body: { error: 'Invalid Access Token' } }),
    'recusou o token',
  ],
  [
    'a redirect to another host',
    always({ status: 302, body: '', headers: { location: 'https://evil.example.com/x' } }),
    'encaminha para outro (evil.example.com)',
  ],
];

describe('what goes wrong while what was missed is fetched', () => {
  let desk: PlantaoWithChatwoot;
  beforeAll(async () => {
    desk = await startWithOneMessage();
  });
  afterAll(() => desk.stop());

  it.each(troubles)('%s', async (_name, trouble, words) => {
    desk.server.trouble = trouble;
    desk.wish(1);
    await desk.minutes(2);
    const alarms = desk.plantao.shown('Saúde').map((row) => row['Alarme'] ?? '');
    expect(alarms.join(' ')).toContain(words);
    expect(desk.state().isStopped).toBe(words !== '');
    const calls = desk.server.calls.length;
    await desk.minutes(1);
    const isAsked = desk.server.calls.length > calls;
    expect(isAsked && words !== '').toBe(false);
    expect(JSON.stringify(desk.plantao.rows('Diário'))).not.toContain(desk.account.token);
  });

  it('when it is over all is there, once, and Saúde says what was missing', async () => {
    desk.server.trouble = null;
    desk.wish(1);
    await desk.untilDone();
    expect(desk.plantao.shown('Mensagens')).toHaveLength(1);
    const told = desk.plantao.shown('Saúde').find((row) => row['Conta']?.includes('Busca'));
    expect(told?.['Conta']).toMatch(/\d+ encontrados, \d+ faltavam/);
    expect(told?.['Alarme']).toBe('');
  });
});

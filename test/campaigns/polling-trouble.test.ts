import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlatformsPage } from '../../src/panel/platforms/page';
import { valueOf } from '../support/ask-panel';
import { goodAccess, startWithApis, type PlantaoWithApis } from '../support/plantao-with-apis';
import { weakChatsToken } from '../support/strict-apis/weni-chats';
import type { Reply, Trouble } from '../support/strict-server';

const isPage = (value: unknown): value is PlatformsPage =>
  typeof value === 'object' && value !== null && 'connections' in value;

const answers =
  (status: number, body: unknown = '', headers: Reply['headers'] = {}): Trouble =>
  () => ({ status, body, headers });
const htmlPage = answers(200, '<!doctype html><title>App</title>', { 'content-type': 'text/html' });

/** What goes wrong, what the page then says, and after how many minutes it is asked again. */
const troubles: readonly (readonly [string, Trouble, string, number])[] = [
  ['a page with 200', htmlPage, 'respondeu uma página, não a API', 1],
  ['a text that is no JSON', answers(200, 'tudo bem'), 'não é a de uma API', 1],
  [
    'another form',
    answers(200, { data: {} }),
    'tem outro formato do que o documentado (object)',
    1,
  ],
  ['a wrong token', answers(401, 'Unauthorized'), 'recusou o token (Unauthorized)', 1],
  ['too few rights', answers(403, { detail: 'No.' }), 'Use o token de um administrador', 1],
  ['an unknown account', answers(404, '<h1>404</h1>'), 'não encontrou a conta', 1],
  ['429 with a time', answers(429, '', { 'retry-after': '170' }), 'pediu para esperar', 3],
  ['429 without one', answers(429, 'Retry later\n'), 'pediu para esperar', 2],
  ['a fault of theirs', answers(502, '<h1>Bad Gateway</h1>'), 'teve um erro interno (502)', 1],
  ['no answer', () => 'hangUp', 'Nada respondeu no endereço da API da PlugChat', 1],
];

describe('A platform that does not answer as it should', () => {
  let desk: PlantaoWithApis;
  beforeAll(async () => {
    desk = await startWithApis();
    desk.plug.account.operators = [
      { id: 'op1', name: 'Ana', state: 'online', lastChanged: desk.plantao.twin.clock.now() },
    ];
  });
  afterAll(() => desk.stop());

  const stateOf = async (connection: string): Promise<string> => {
    const outcome = await desk.ask('readPlatforms');
    const page = valueOf(outcome);
    if (!isPage(page)) throw new Error('The page has no connections.');
    return page.connections.find(({ id }) => id === connection)?.polling?.state ?? '';
  };

  it.each(troubles)('%s: is told in words, and asked again later', async (...one) => {
    const [, trouble, sentence, minutes] = one;
    await desk.switchOn('plug');
    desk.plug.trouble = trouble;
    await desk.minutes();
    expect(await stateOf('plug')).toContain(sentence);
    desk.plug.trouble = null;
    const asked = desk.plug.calls.length;
    await desk.minutes(minutes - 1);
    expect(desk.plug.calls).toHaveLength(asked);
    await desk.minutes();
    expect(desk.plug.calls).toHaveLength(asked + 1);
    expect(await stateOf('plug')).toContain('Agentes na lista: 1.');
    // Neither lost nor doubled.
    expect(desk.plantao.rows('Status dos agentes')).toHaveLength(1);
  });

  it('waits longer after each failure, and one platform’s silence is not another’s', async () => {
    await desk.switchOn('evolvy');
    desk.plug.trouble = () => 'hangUp';
    const [plug, evolvy] = [desk.plug.calls.length, desk.evolvy.calls.length];
    await desk.minutes(8);
    // Asked together with the other one and then by itself: 2 calls each time.
    expect(desk.plug.calls.length - plug).toBeLessThanOrEqual(8);
    expect(desk.evolvy.calls.length - evolvy).toBeGreaterThanOrEqual(8);
    expect(await stateOf('plug')).toContain('Última resposta: 05/10/2026');
  });

  it('is told in Saúde until it answers again', async () => {
    await desk.minutes(20);
    const alarm = () =>
      desk.plantao.shown('Saúde').find((row) => row['Plataforma'] === 'PlugChat')?.['Alarme'];
    expect(alarm()).toContain('Nada respondeu no endereço da API da PlugChat');
    desk.plug.trouble = null;
    await desk.minutes(41);
    expect(alarm()).toBe('');
  });

  it('follows no redirect, so that the token reaches no other host', async () => {
    await desk.switchOn('plug');
    desk.plug.trouble = answers(302, '', { location: `${desk.chats.url}/login` });
    const heard = desk.chats.calls.length;
    await desk.minutes();
    expect(await stateOf('plug')).toContain('O token não foi enviado para lá');
    expect(desk.chats.calls).toHaveLength(heard);
    desk.plug.trouble = null;
  });

  it('tries the token in the other form that the pages show', async () => {
    desk.plug.account.form = 'bare';
    await desk.switchOn('plug');
    await desk.minutes();
    expect(await stateOf('plug')).toContain('Agentes na lista: 1.');
    desk.plug.account.form = 'bearer';
  });
});

describe('The access to an API, as the page takes it', () => {
  let desk: PlantaoWithApis;
  beforeAll(async () => {
    desk = await startWithApis();
  });
  afterAll(() => desk.stop());

  const say = async (action: string, ...args: readonly string[]): Promise<string> => {
    const outcome = await desk.ask(action, ...args);
    expect(JSON.stringify(outcome)).not.toMatch(/evolvy-token|foreign-token|plug-token|c1f5e-6d35/);
    return `${outcome.kind}: ${outcome.sentence}`;
  };

  it('is checked before anything is stored, and asked only when it is whole', async () => {
    const [baseUrl, account, token] = goodAccess.evolvy;
    expect(await say('keepAccess', 'evolvy', 'http://chat.example.com', account, token)).toContain(
      'refused: O endereço deve começar com https://',
    );
    expect(await say('keepAccess', 'evolvy', baseUrl, '7/8', token)).toContain('refused: O número');
    expect(await say('keepAccess', 'evolvy', baseUrl, account, 'a b')).toContain('refused: Isto');
    expect(await say('keepAccess', 'weni', '', '', 'no-uuid')).toContain('token da Weni');
    expect(await say('keepAccess', 'generic', '', '', 'a.b.c')).toContain('refused');
    expect(await say('keepPolling', 'evolvy', 'yes', '1')).toContain('refused: Falta o acesso');
    expect(await say('keepAccess', 'evolvy', `${baseUrl}/`, account, '')).toContain(
      'Falta o token',
    );
    expect(await say('keepAccess', 'evolvy', baseUrl, account, token)).toContain(
      'Clique em Testar',
    );
    expect(await say('keepPolling', 'gone', 'yes', '1')).toContain('refused');
  });

  it('is tested with one question, and the answer told in words', async () => {
    const [baseUrl, account, token] = goodAccess.evolvy;
    expect(await say('testAccess', 'evolvy')).toBe(
      'done: A API da Nexloo (Evolvy) respondeu e o token vale. Agentes na primeira página: 0.',
    );
    expect(desk.evolvy.calls).toHaveLength(1);
    await say('keepAccess', 'evolvy', baseUrl, account, 'another-token');
    expect(await say('testAccess', 'evolvy')).toContain('recusou o token (Invalid Access Token)');
    await say('keepAccess', 'evolvy', baseUrl, account, 'foreign-token');
    expect(await say('testAccess', 'evolvy')).toContain('not authorized to access this account');
    await say('keepAccess', 'evolvy', baseUrl, '8', token);
    expect(await say('testAccess', 'evolvy')).toContain('não encontrou a conta');
    await say('keepAccess', 'weni', '', '', weakChatsToken);
    expect(await say('testAccess', 'weni')).toContain('Use o token de um administrador');
  });

  it('ends with its token', async () => {
    await desk.switchOn('evolvy');
    expect(await say('forgetAccess', 'evolvy')).toContain('Token apagado');
    const asked = desk.evolvy.calls.length;
    await desk.minutes(3);
    expect(desk.evolvy.calls).toHaveLength(asked);
    expect(await say('testAccess', 'evolvy')).toContain('refused: Falta o acesso');
  });
});

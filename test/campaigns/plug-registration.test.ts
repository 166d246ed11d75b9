import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { askPanel } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { startPlantao, type Plantao } from '../support/plantao';

interface Call {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What the stand-in answers: a status of its own, a body made from what it was sent. */
interface Answers {
  status: number | null;
  /** The form of the token that it takes. */
  authorization: string;
  type: string;
  body: (sent: string) => string;
}

const raw = 'token-certo';

/** A stand-in for PlugChat's API on loopback: takes one token and notes what it is sent. */
function listenAsPlug(calls: Call[], answers: Answers): Promise<Server> {
  const server = createServer((request: IncomingMessage, response) => {
    const { method, url, headers } = request;
    const { authorization } = headers;
    response.statusCode = answers.status ?? (authorization === answers.authorization ? 200 : 401);
    response.setHeader('Content-Type', answers.type);
    const parts: string[] = [];
    request.setEncoding('utf8').on('data', (part: string) => parts.push(part));
    request.on('end', () => {
      calls.push({ method, url, authorization, body: parts.join('') });
      response.end(answers.body(parts.join('')));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe("PlugChat's seven webhooks are registered by one button", () => {
  const calls: Call[] = [];
  const answers: Answers = {
    status: null,
    authorization: raw,
    type: 'application/json',
    body: () => '{}',
  };
  let server: Server;
  let plantao: Plantao;
  beforeAll(async () => {
    server = await listenAsPlug(calls, answers);
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const rewrite = (url: URL): URL => new URL(url.pathname, `http://127.0.0.1:${port}`);
    plantao = await startPlantao({ services: { urlFetch: { rewrite } } });
  });
  afterAll(async () => {
    await plantao.twin.stop();
    server.close();
  });

  it('sends all seven addresses with the token, once', async () => {
    expect(
      (await askPanel(plantao.twin, 'registerWebhooks', 'plug', ' token-certo ', '')).sentence,
    ).toContain('aceitou as URLs');
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      method: 'PUT',
      url: '/api/integrations/update-webhooks',
      authorization: 'token-certo',
    });
    const addresses: unknown = JSON.parse(calls[0]?.body ?? '{}');
    expect(calls[0]?.body.match(/&w=/g)).toHaveLength(7);
    expect(fieldOf(addresses, 'startAttendance')).toContain('&w=startAttendance');
  });

  it('says in words when the platform refuses the token, and keeps it nowhere', async () => {
    expect(
      (await askPanel(plantao.twin, 'registerWebhooks', 'plug', 'token-errado', '')).sentence,
    ).toContain('401');
    expect(calls.slice(1).map(({ authorization }) => authorization)).toEqual([
      'token-errado',
      'Bearer token-errado',
    ]);
    const stored = JSON.stringify(
      plantao.twin.workbook.sheets.map((sheet) => plantao.rows(sheet.title)),
    );
    expect(stored).not.toContain('token-certo');
  });

  it('does nothing for a platform whose addresses are pasted by hand', async () => {
    expect(
      (await askPanel(plantao.twin, 'registerWebhooks', 'huggy', 'x-x-x', '')).sentence,
    ).toContain('coladas à mão');
    expect(calls).toHaveLength(3);
  });

  /** What the panel says of PlugChat's registration. */
  const listed = async (): Promise<unknown> => {
    const cards = fieldOf(await askPanel(plantao.twin, 'readPanel'), 'value', 'cards');
    const all: readonly unknown[] = Array.isArray(cards) ? cards : [];
    return fieldOf(
      all.find((one) => fieldOf(one, 'id') === 'plug'),
      'registration',
    );
  };

  it('shows the call before it is made, without the token', async () => {
    const outcome = await askPanel(plantao.twin, 'previewRegistration', 'plug');
    const call = String(fieldOf(outcome, 'value'));
    expect(call).toMatch(
      /^PUT https:\/\/www\.plugchat\.com\.br\/api\/integrations\/update-webhooks\nAuthorization: …\nContent-Type: application\/json\n\{/,
    );
    expect(call.match(/&w=/g)).toHaveLength(7);
    expect(calls).toHaveLength(3);
  });

  it('says which of the seven are on, as the answer names them', async () => {
    expect(fieldOf(await listed(), 'taken')).toHaveLength(7);
    answers.body = (sent) =>
      JSON.stringify({ ...Object(JSON.parse(sent)), messageStatus: 'https://old.example' });
    await askPanel(plantao.twin, 'registerWebhooks', 'plug', 'token-certo', '');
    expect(fieldOf(await listed(), 'taken')).toHaveLength(6);
    expect(fieldOf(await listed(), 'missing')).toEqual(['Status da mensagem']);
    answers.body = () => '{}';
  });

  it.each([
    [401, /401: o token não vale.*URLs/],
    [405, /405: a API mudou de método/],
    [415, /415: não aceitou o tipo/],
    [500, /respondeu 500/],
  ])('reads %p as its page explains', async (status, sentence) => {
    answers.status = status;
    const outcome = await askPanel(plantao.twin, 'registerWebhooks', 'plug', 'token-certo', 'yes');
    answers.status = null;
    expect(outcome.kind).toBe('refused');
    expect(outcome.sentence).toMatch(sentence);
  });

  it('tries the other form of the token once, where the first is refused', async () => {
    answers.authorization = `Bearer ${raw}`;
    const before = calls.length;
    const outcome = await askPanel(plantao.twin, 'registerWebhooks', 'plug', raw, '');
    answers.authorization = raw;
    expect(outcome.sentence).toContain('aceitou as URLs');
    expect(calls.slice(before).map(({ authorization }) => authorization)).toEqual([
      raw,
      `Bearer ${raw}`,
    ]);
    expect(calls.at(-1)?.body).toBe(calls.at(-2)?.body);
  });

  it.each([
    ['OK', 'done'],
    ['', 'done'],
    ['<!doctype html><p>Entrar</p>', 'refused'],
  ])('a good status that is called HTML, with %j: %s', async (text, kind) => {
    answers.type = 'text/html; charset=utf-8';
    answers.body = () => text;
    const outcome = await askPanel(plantao.twin, 'registerWebhooks', 'plug', raw, '');
    answers.type = 'application/json';
    answers.body = () => '{}';
    expect(outcome.kind).toBe(kind);
  });

  it('after a changed secret: says so, and with a token that was kept registers by itself', async () => {
    await askPanel(plantao.twin, 'changeSecret', 'plug');
    expect(await listed()).toMatchObject({ isOutdated: true });
    await askPanel(plantao.twin, 'registerWebhooks', 'plug', 'token-certo', 'yes');
    const before = calls.length;
    const outcome = await askPanel(plantao.twin, 'changeSecret', 'plug');
    expect(outcome.sentence).toContain('aceitou as URLs');
    expect(calls).toHaveLength(before + 1);
    expect(calls.at(-1)?.body).not.toBe(calls.at(-2)?.body);
    expect(await listed()).toMatchObject({ isOutdated: false, missing: [], hasToken: true });
    const shown = JSON.stringify(await askPanel(plantao.twin, 'readPanel'));
    expect(shown).not.toContain('token-certo');
  });
});

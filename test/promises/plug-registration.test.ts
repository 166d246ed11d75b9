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

/** A stand-in for PlugChat's API on loopback: takes one token and notes what it is sent. */
function listenAsPlug(calls: Call[]): Promise<Server> {
  const server = createServer((request: IncomingMessage, response) => {
    const { method, url, headers } = request;
    const { authorization } = headers;
    response.statusCode = authorization === 'token-certo' ? 200 : 401;
    const parts: string[] = [];
    request.setEncoding('utf8').on('data', (part: string) => parts.push(part));
    request.on('end', () => {
      calls.push({ method, url, authorization, body: parts.join('') });
      response.end('{}');
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe("PlugChat's seven webhooks are registered by one button", () => {
  const calls: Call[] = [];
  let server: Server;
  let plantao: Plantao;
  beforeAll(async () => {
    server = await listenAsPlug(calls);
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
      (await askPanel(plantao.twin, 'registerWebhooks', 'plug', ' token-certo ')).sentence,
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
      (await askPanel(plantao.twin, 'registerWebhooks', 'plug', 'token-errado')).sentence,
    ).toContain('401');
    const stored = JSON.stringify(
      plantao.twin.workbook.sheets.map((sheet) => plantao.rows(sheet.title)),
    );
    expect(stored).not.toContain('token-certo');
  });

  it('does nothing for a platform whose addresses are pasted by hand', async () => {
    expect((await askPanel(plantao.twin, 'registerWebhooks', 'huggy', 'x')).sentence).toContain(
      'coladas à mão',
    );
    expect(calls).toHaveLength(2);
  });
});

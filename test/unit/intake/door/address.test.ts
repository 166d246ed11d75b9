import { describe, expect, it } from '@jest/globals';
import { authenticate } from '../../../../src/intake/door/authenticate';
import {
  configFrom,
  defaultSettings,
  saveConnection,
  saveSettings,
} from '../../../../src/settings/config';
import { readAddress, readBody } from '../../../../src/intake/door/web-request';
import { connectServices } from '../../../../src/platform/connect';
import { openInProcess } from '../../../support/in-process';

describe('what the URL says of the sender', () => {
  it.each([
    ['k=c1.segredo&w=main', 'c1', 'segredo', 'main'],
    ['w=main&k=c1.segredo', 'c1', 'segredo', 'main'],
    ['k=c1%2Esegredo', 'c1', 'segredo', ''],
    ['k=c1.segredo&w=id%3Aa.b+c', 'c1', 'segredo', 'id:a.b c'],
    ['k=c1&w=', 'c1', '', ''],
    ['k=%E0%A4%A&w=%', '%E0%A4%A', '', '%'],
    ['', '', '', ''],
    ['k', '', '', ''],
  ])('%j', (queryString, ...said) => {
    const [connectionId, secret, webhook] = said;
    expect(readAddress({ queryString })).toMatchObject({ connectionId, secret, webhook });
  });

  it('a form body cannot pretend to be part of it', () => {
    const event = {
      queryString: '',
      parameter: { k: 'c1.segredo' },
      postData: { contents: 'k=c1.segredo' },
    };
    expect(readAddress(event)).toEqual({
      connectionId: '',
      secret: '',
      webhook: '',
      isTest: false,
    });
    expect(readBody(event)).toBe('k=c1.segredo');
  });

  it('a request without a body or a query is read, too', () => {
    expect(readAddress({ queryString: null })).toEqual({
      connectionId: '',
      secret: '',
      webhook: '',
      isTest: false,
    });
    expect(readBody({})).toBe('');
  });
});

describe('who sends', () => {
  const connection = {
    id: 'c1',
    vendor: 'huggy',
    account: 'A',
    secrets: ['novo', 'antigo'],
    tokens: [],
    handshakeAtMs: null,
  } as const;
  const ask = (secret: string, connectionId = 'c1'): string | null =>
    openInProcess().execute(() => {
      const config = { settings: defaultSettings, connections: [connection] };
      const address = { connectionId, secret, webhook: '', isTest: false };
      return authenticate(connectServices(), address, config).connection?.id ?? null;
    });

  it.each(['novo', 'antigo'])(
    'knows the secret %s: two are valid while they are changed',
    (secret) => {
      expect(ask(secret)).toBe('c1');
    },
  );

  it.each(['', 'nov', 'novo ', 'NOVO', 'novoantigo'])('does not know %j', (secret) => {
    expect(ask(secret)).toBeNull();
  });

  it("does not take one connection's secret for another's", () => {
    expect(ask('novo', 'c2')).toBeNull();
  });

  it('knows a secret by its digest alone, as the copy in the sheet has it', () => {
    const found = openInProcess().execute(() => {
      const services = connectServices();
      const digests = [services.codec.sha256('novo')];
      const config = {
        settings: defaultSettings,
        connections: [{ ...connection, secrets: [], digests }],
      };
      return authenticate(
        services,
        { connectionId: 'c1', secret: 'novo', webhook: '', isTest: false },
        config,
      ).connection?.id;
    });
    expect(found).toBe('c1');
  });

  it('reads the properties once more before it refuses: a stale cache turns nobody away', () => {
    const desk = openInProcess();
    const known = desk.execute(() => {
      const services = connectServices();
      saveConnection(services.properties, connection);
      const stale = { settings: defaultSettings, connections: [] };
      const address = { connectionId: 'c1', secret: 'novo', webhook: '', isTest: false };
      return [1, 2].map(() => authenticate(services, address, stale).connection?.id ?? null);
    });
    expect(known).toEqual(['c1', null]);
  });
});

describe('the configuration', () => {
  const saved = (): Readonly<Record<string, string>> =>
    openInProcess().execute(() => {
      const { properties } = connectServices();
      saveSettings(properties, { ...defaultSettings, sheetIds: { journal: 7 }, isPaused: true });
      const secrets = ['s'];
      const rest = { account: 'A', secrets, tokens: ['t'], handshakeAtMs: null };
      saveConnection(properties, { id: 'c1', vendor: 'plug', ...rest });
      properties.set('handshake.c1', '1700000000000');
      return properties.getAll();
    });

  it('is read as it was saved; the handshake stands apart', () => {
    const { settings, connections } = configFrom(saved());
    expect(settings).toMatchObject({ isPaused: true, sheetIds: { journal: 7 } });
    expect(connections).toEqual([
      {
        id: 'c1',
        vendor: 'plug',
        account: 'A',
        secrets: ['s'],
        tokens: ['t'],
        handshakeAtMs: 1_700_000_000_000,
      },
    ]);
  });

  it.each([
    ['settings', 'x'],
    [
      'settings',
      '{"language":"de","isPaused":"sim","sheetIds":{"journal":"7","health":8.5},"journalOffset":"9"}',
    ],
    ['settings', '[]'],
  ])('damaged %s (%s) are the defaults', (key, text) => {
    expect(configFrom({ ...saved(), [key]: text }).settings).toEqual(defaultSettings);
  });

  it.each([
    '',
    '{}',
    '{"id":"c2"}',
    '{"id":"c2","vendor":"constructor"}',
    '{"id":7,"vendor":"plug"}',
  ])('a damaged connection (%s) is left out, the others stay', (text) => {
    const { connections } = configFrom({ ...saved(), 'connection.c2': text });
    expect(connections.map(({ id }) => id)).toEqual(['c1']);
  });

  it('secrets and tokens that are no texts are left out', () => {
    const text = '{"id":"c2","vendor":"plug","account":"B","secrets":[1,"s",null],"tokens":{}}';
    const [connection] = configFrom({ 'connection.c2': text }).connections;
    expect(connection).toMatchObject({ secrets: ['s'], tokens: [] });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generic } from '../../../../src/vendors/generic/generic';
import {
  contractFaults,
  decodeBody,
  factOf,
  factsOf,
  receivedAtMs,
} from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mutatedBodies } from '../../../support/mutate-json';

const read = (name: string) => readFixture(`generic/${name}.json`);
const sentAt = Date.UTC(2026, 4, 20, 14, 30);
const message = (body: unknown, webhook = 'main') => {
  const [first, ...others] = factsOf(generic, body, webhook);
  return factOf([...(first ? [first] : []), ...others.filter(({ atMs }) => atMs !== 0)], 'message');
};

describe('Genérico: guesses', () => {
  it('a form of a site: message and contact; without an id the content is the id', () => {
    const facts = factsOf(generic, read('form'));
    const { id, atMs, fields } = factOf(facts, 'message');
    expect({ atMs, fields }).toEqual({
      atMs: sentAt,
      fields: {
        kind: 'text',
        text: 'Quero um orçamento',
        contactName: 'João Alves',
        phone: '(11) 99999-0000',
        sentAt,
      },
    });
    expect(id).toMatch(/^[0-9a-z]{6,11}$/);
    expect(factOf(facts, 'contact')).toEqual({
      id: 'tel:11999990000',
      atMs: sentAt,
      fields: { name: 'João Alves', phone: '(11) 99999-0000', email: 'joao.alves@example.com' },
    });
  });

  it('a message wrapped in data', () => {
    const wrapped = {
      event: 'novo',
      data: {
        key: { id: 'K1', remoteJid: '5511999990000@s.whatsapp.net', fromMe: false },
        msg: 'Oi',
      },
    };
    expect(message(wrapped)).toMatchObject({
      id: 'K1',
      fields: { direction: 'in', kind: 'text', text: 'Oi', phone: '5511999990000' },
    });
  });

  it('a ticket wrapped in payload', () => {
    expect(message(read('ticket'))).toEqual({
      id: '731',
      atMs: sentAt,
      fields: {
        conversationId: 'T-731',
        kind: 'document',
        text: 'Segue o contrato',
        contactName: 'João Alves',
        phone: '+55 11 99999-0000',
        status: 'open',
        attachmentUrl: 'https://example.com/contrato.pdf',
        sentAt,
      },
    });
    expect(factOf(factsOf(generic, read('ticket')), 'contact').id).toBe('42');
  });

  it('a body in which nothing is found is shown whole, dated by its receipt', () => {
    expect(factsOf(generic, { zz: { y: 1 }, a: [true] })).toMatchObject([
      { atMs: null, fields: { text: undefined, sentAt: receivedAtMs } },
      { atMs: 0, fields: { text: '{"a":[true],"zz":{"y":1}}' } },
    ]);
  });

  it('the same content in another order of keys is the same row', () => {
    expect(message({ a: 1, b: 2 }).id).toBe(message({ b: 2, a: 1 }).id);
    expect(message({ a: 1, b: 2 }).id).not.toBe(message({ a: 1, b: 3 }).id);
  });

  it('what does not fit is passed over, never a failure', () => {
    const body = {
      id: {},
      uuid: 'u',
      from: 'Ana',
      phone: 'none',
      time: 'soon',
      email: 'x',
      url: 7,
    };
    expect(message(body)).toMatchObject({ id: 'u', atMs: null });
    expect(factsOf(generic, body).map(({ entity }) => entity)).toEqual(['message', 'message']);
  });

  it.each([
    ['incoming', 'in'],
    ['Enviada', 'out'],
    ['sideways', undefined],
  ])('direction %s is %s', (direction, said) => {
    expect(message({ direction }).fields.direction).toBe(said);
  });

  it('fromMe tells the direction too', () => {
    expect(message({ fromMe: true }).fields.direction).toBe('out');
  });

  it('a list is a row for each item, and one that is no object spoils itself only', () => {
    expect(decodeBody(generic, [{ id: 1 }, 2, { id: 3 }])).toMatchObject([
      { event: { entityId: '1' } },
      { failure: { code: 'notAnObject', path: '[1]' } },
      { event: { entityId: '3' } },
    ]);
  });

  it.each([null, 'x', 7])('%j is a failure', (body) => {
    expect(decodeBody(generic, body)).toMatchObject([
      { failure: { code: 'notAnObject', path: '' } },
    ]);
  });
});

describe('Genérico: chosen paths', () => {
  const body = {
    a: { id: 9, 'who ': 'x' },
    b: [{ t: 'oi' }],
    id: 1,
    text: 'guess',
    phone: '+5511999990000',
  };

  it('a chosen path wins over the guesses; the other columns are still guessed', () => {
    expect(message(body, 'id:a.id,text:b.0.t')).toMatchObject({
      id: '9',
      fields: { text: 'oi', phone: '+5511999990000' },
    });
  });

  it('a chosen path without a value says nothing, and no guess takes its place', () => {
    expect(message(body, 'phone:a.phone').fields.phone).toBeUndefined();
  });

  it.each([
    ['text:a', 'a', 'object'],
    ['time:text', 'text', 'text(5)'],
    ['phone:text', 'text', 'text(5)'],
    ['id:b', 'b', 'list(1)'],
  ])('%s: what does not fit there is a failure that says where', (webhook, path, received) => {
    expect(decodeBody(generic, body, webhook)).toMatchObject([
      { failure: { code: 'wrongType', path, received } },
    ]);
  });

  it('paths see only the body’s own keys', () => {
    expect(message(body, 'id:a.constructor.name').id).not.toBe('Object');
  });

  it.each(['title:a.b', 'text:', ':a', 'text:a,b', 'text:a,'])(
    'paths that are not understood (%s) are told, event by event',
    (webhook) => {
      expect(decodeBody(generic, body, webhook)).toMatchObject([
        { kind: 'failure', failure: { code: 'badPath', path: 'w' } },
      ]);
    },
  );

  it.each(['', 'main', 'anything'])('w=%s chooses none', (webhook) => {
    expect(message(body, webhook).fields.text).toBe('guess');
  });
});

describe('Genérico: any body', () => {
  it('any JSON, and any fault in a real body, gives parts that keep the contract', () => {
    const fixtures = listFixtures('generic').map((name) => readFixture(`generic/${name}`));
    const bodies = fc.oneof(mutatedBodies(fixtures), fc.jsonValue());
    const webhooks = fc.oneof(fc.constantFrom('main', 'text:data.message,id:id'), fc.string());
    fc.assert(
      fc.property(bodies, webhooks, (body, webhook) => {
        expect(contractFaults(decodeBody(generic, body, webhook))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('a body nested a hundred thousand levels deep does not exhaust the stack', () => {
    const deep: unknown = JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(generic.decode({ webhook: '', body: deep, receivedAtMs })).toMatchObject([
      { kind: 'event' },
    ]);
  });
});

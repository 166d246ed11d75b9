import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRecord } from '../../../src/masks/is-record';
import { readRecord, writeRecord, type MaskedRequest } from '../../../src/masks/record';

const written: MaskedRequest = {
  token: 'da-huggy',
  revision: 3,
  parts: [
    {
      kind: 'event',
      event: {
        name: 'receivedMessage',
        entityId: 'x1',
        atMs: 1000,
        item: null,
        hash: '0123456789abcdef',
        facts: [
          {
            entity: 'contact',
            id: 'x1',
            atMs: null,
            bornAtMs: null,
            fields: { name: null, phone: '000' },
          },
        ],
      },
    },
    { kind: 'unknown', name: 'novidade' },
    {
      kind: 'failure',
      name: 'a',
      failure: { code: 'badTime', path: 'b', expected: 'time', received: 'text(3)' },
    },
  ],
};

describe('what is kept of a masked request', () => {
  it('is read as it was written', () => {
    const body: unknown = JSON.parse(writeRecord(written));
    expect(isRecord(body) && readRecord(body)).toEqual(written);
  });

  it('takes no field that is not of its kind, whoever sent it, and never throws', () => {
    const facts = [
      {
        entity: 'message',
        id: '1',
        fields: { text: { a: 1 }, sentAt: 'x', odd: 'y', direction: 'in' },
      },
    ];
    const body = { plantao: 'mascarado', parts: [{ kind: 'event', event: { facts } }] };
    const [part] = readRecord(body).parts;
    expect(part?.kind === 'event' && part.event.facts[0]?.fields).toEqual({ direction: 'in' });
    fc.assert(
      fc.property(fc.jsonValue(), (parts) => {
        expect(() => readRecord({ plantao: 'mascarado', parts })).not.toThrow();
      }),
    );
  });
});

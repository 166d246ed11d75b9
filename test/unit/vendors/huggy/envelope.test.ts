import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { contractFaults, decodeBody } from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mutatedBodies } from '../../../support/mutate-json';

const fixtures = listFixtures('huggy').map((name) => readFixture(`huggy/${name}`));

describe('Huggy: the envelope', () => {
  it('every event name and every item of it counts, in the body’s order', () => {
    const messages = {
      closedChat: [{ id: 9 }],
      agentChangedStatus: [{ id: 1 }, { id: 2 }],
      somethingNew: [{ id: 3 }, 4],
    };
    const parts = decodeBody(huggy, { time: 5, messages });
    expect(parts.map((part) => (part.kind === 'event' ? part.event.entityId : part))).toEqual([
      '9',
      '1',
      '2',
      { kind: 'unknown', name: 'somethingNew' },
      { kind: 'unknown', name: 'somethingNew' },
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'an event called %j is unknown, nothing more',
    (name) => {
      const body: unknown = JSON.parse(`{"time":5,"messages":{${JSON.stringify(name)}:[{}]}}`);
      expect(decodeBody(huggy, body)).toEqual([{ kind: 'unknown', name }]);
    },
  );

  it.each([
    ['a list', [1], '', 'notAnObject'],
    ['a text', 'hello', '', 'notAnObject'],
    ['null', null, '', 'notAnObject'],
    ['no messages', { time: 5 }, 'messages', 'missingField'],
    ['messages as text', { time: 5, messages: 'x' }, 'messages', 'wrongType'],
    ['messages as a full list', { time: 5, messages: [{}] }, 'messages', 'wrongType'],
  ])('%s is one failure that says where', (...[, body, path, code]) => {
    expect(decodeBody(huggy, body)).toMatchObject([{ kind: 'failure', failure: { code, path } }]);
  });

  it('PHP’s [] for no messages is nothing', () => {
    expect(decodeBody(huggy, { time: 5, messages: [] })).toEqual([]);
  });

  it('a known event whose value is no list is a failure beside its neighbours', () => {
    const messages = { agentChangedStatus: { id: 1 }, closedChat: [{ id: 9 }] };
    expect(decodeBody(huggy, { time: 5, messages })).toMatchObject([
      {
        kind: 'failure',
        name: 'agentChangedStatus',
        failure: { code: 'wrongType', path: 'messages.agentChangedStatus', received: 'object' },
      },
      { kind: 'event', event: { name: 'closedChat' } },
    ]);
  });

  it.each([
    ['a field of another type', { id: 2, name: {} }, 'wrongType', '.name'],
    ['no id', { name: 'Ana' }, 'missingField', '.id'],
    ['an id that is an object', { id: {} }, 'wrongType', '.id'],
    ['a flag that is no flag', { id: 2, isOnline: 'maybe' }, 'wrongType', '.isOnline'],
    ['an item that is no object', 7, 'wrongType', ''],
    ['a null item', null, 'wrongType', ''],
  ])('%s spoils its own item only', (...[, bad, code, end]) => {
    const body = { time: 5, messages: { agentChangedStatus: [{ id: 1 }, bad, { id: 3 }] } };
    expect(decodeBody(huggy, body)).toMatchObject([
      { kind: 'event', event: { entityId: '1' } },
      { kind: 'failure', failure: { code, path: `messages.agentChangedStatus[1]${end}` } },
      { kind: 'event', event: { entityId: '3' } },
    ]);
  });

  it('a time that is no time fails every item, so that no state is dated wrongly', () => {
    const body = { time: 'yesterday', messages: { agentChangedStatus: [{ id: 1 }], other: [1] } };
    expect(decodeBody(huggy, body)).toMatchObject([
      { kind: 'failure', failure: { code: 'badTime', path: 'time', expected: 'time' } },
      { kind: 'unknown', name: 'other' },
    ]);
  });

  it('any JSON, and any fault in a real body, gives parts that keep the contract', () => {
    const bodies = fc.oneof(mutatedBodies(fixtures), fc.jsonValue());
    fc.assert(
      fc.property(bodies, (body) => {
        expect(huggy.inspect(body).kind).toMatch(/^(event|handshake)$/);
        expect(contractFaults(decodeBody(huggy, body))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('a thousand messages decode in their order', () => {
    const one = { id: 1, body: 'x', chat: { id: 2 } };
    const items = Array.from({ length: 1000 }, (_, id) => ({ ...one, id: id + 1 }));
    const parts = decodeBody(huggy, { time: 5, messages: { receivedMessage: items } });
    expect(parts).toHaveLength(1000);
    expect(parts[999]).toMatchObject({ event: { entityId: '1000' } });
  });
});

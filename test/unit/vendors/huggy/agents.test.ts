import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

const documented = readFixture('huggy/agentChangedStatus.json');
const atMs = 1_659_382_581_000;

const change = (agent: object, time: unknown = 1_659_382_581): unknown => ({
  time,
  messages: { agentChangedStatus: [agent] },
  token: 't',
});

describe('Huggy: agentChangedStatus', () => {
  it('the documented example is one state of one agent, at the envelope’s time', () => {
    expect(decodeBody(huggy, documented)).toMatchObject([
      { kind: 'event', event: { name: 'agentChangedStatus', entityId: '95096', atMs } },
    ]);
    expect(factOf(factsOf(huggy, documented), 'agentStatus')).toEqual({
      id: '95096',
      atMs,
      fields: {
        name: 'João Alves',
        isOnline: true,
        isAvailable: false,
        statusCode: '-1',
        email: '[email\u00a0protected]',
        origin: 'manually',
      },
    });
  });

  it('the item of the event is the part of the body that is hashed', () => {
    const [part] = decodeBody(huggy, change({ id: 1, any: 'thing' }));
    expect(part).toMatchObject({ event: { item: { id: 1, any: 'thing' } } });
  });

  it('every agent of the list is an event', () => {
    const body = { time: 5, messages: { agentChangedStatus: [{ id: 1 }, { id: '2' }] } };
    expect(factsOf(huggy, body).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([
    ['seconds', 1_659_382_581],
    ['seconds as text', '1659382581'],
    ['milliseconds', 1_659_382_581_000],
    ['ISO 8601', '2022-08-01T19:36:21Z'],
    ['a wall clock in GMT-3', '2022-08-01 16:36:21'],
  ])('the envelope’s time as %s', (_, time) => {
    expect(factsOf(huggy, change({ id: 1 }, time))[0]?.atMs).toBe(atMs);
  });

  it.each([[undefined], [null], [0], ['']])(
    'no time (%j): the time of receipt will count',
    (time) => {
      expect(factsOf(huggy, change({ id: 1 }, time ?? null))[0]?.atMs).toBeNull();
    },
  );

  it.each([
    ['flags as numbers', { isOnline: 1, isAvailable: 0 }, { isOnline: true, isAvailable: false }],
    [
      'flags as text',
      { isOnline: 'true', isAvailable: '0' },
      { isOnline: true, isAvailable: false },
    ],
    ['a status as a number', { statusID: 7 }, { statusCode: '7' }],
    ['an empty name or e-mail says nothing', { name: '', email: null }, {}],
    ['PHP’s false says nothing', { name: false, email: false, origin: false }, { origin: null }],
    ['absent fields say nothing', {}, {}],
  ])('%s', (_, sent, fields) => {
    expect(factOf(factsOf(huggy, change({ id: 1, ...sent })), 'agentStatus').fields).toEqual(
      fields,
    );
  });
});

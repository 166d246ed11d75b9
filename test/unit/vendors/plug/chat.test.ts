import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { mergedFields } from '../../../support/merging';

const finishedAt = 1_651_065_481_865;

const attendance = (fields: object, chat: unknown = {}): unknown => ({
  attendance: { attendanceNumber: 7, status: 'FINISH', endTime: finishedAt, ...fields },
  chat,
});

const attendanceFields = (body: unknown): unknown =>
  factOf(factsOf(plug, body), 'attendance').fields;

describe('PlugChat: the chat map', () => {
  const message = { messageId: 'm1', momment: 1_651_065_478_000, text: { message: 'oi' } };

  it.each([
    ['absent', undefined, undefined],
    ['null', null, undefined],
    ['PHP’s []', [], 0],
    ['an empty map', {}, 0],
    ['two', { a: { ...message, messageId: 'a' }, b: { ...message, messageId: 'b' } }, 2],
    ['a list', [message, { ...message, messageId: 'm2' }], 2],
    ['a list with holes', [null, message], 1],
  ])('counts its messages: %s', (_, chat, messageCount) => {
    const attendanceOnly = { attendance: { attendanceNumber: 7, endTime: finishedAt } };
    const body = chat === undefined ? attendanceOnly : { ...attendanceOnly, chat };
    expect(attendanceFields(body)).toHaveProperty('messageCount', messageCount);
  });

  it('the key is the id of a message that does not say its own', () => {
    const facts = factsOf(plug, attendance({}, { m9: { ...message, messageId: undefined } }));
    expect(factOf(facts, 'message').id).toBe('m9');
  });

  it('the larger map gives the count, whatever came first', () => {
    const small = factsOf(plug, attendance({ endTime: finishedAt + 5 }, { m1: message }));
    const large = factsOf(plug, attendance({}, { m1: message, m2: message, m3: message }));
    for (const requests of [[small, large] as const, [large, small] as const])
      expect(mergedFields('attendance', '7', requests).messageCount).toBe(3);
  });

  it('a message that cannot be read is a failure; the attendance and its neighbours are written', () => {
    const body = attendance({}, { m1: message, m2: { ...message, momment: 'ontem' } });
    const [event, failure, ...more] = decodeBody(plug, body);
    expect(event).toMatchObject({
      kind: 'event',
      event: { facts: [{ entity: 'attendance', fields: { messageCount: 2 } }, { id: 'm1' }] },
    });
    expect(failure).toMatchObject({
      kind: 'failure',
      name: 'finishAttendance',
      failure: { code: 'badTime', path: 'chat.<id>.momment', expected: 'time' },
    });
    expect(more).toEqual([]);
  });

  it('an attendance that cannot be read is a failure; its messages are written', () => {
    const body = attendance({ customer: 'nome' }, { m1: message });
    expect(decodeBody(plug, body)).toMatchObject([
      { kind: 'event', event: { facts: [{ entity: 'message', id: 'm1' }] } },
      { kind: 'failure', failure: { code: 'wrongType', path: 'attendance.customer' } },
    ]);
  });

  it('what could be read is hashed alone, so that reading all of it later is no repetition', () => {
    const [whole] = decodeBody(plug, attendance({}, { m1: message }));
    const [part] = decodeBody(plug, attendance({}, { m1: message, m2: 5 }));
    expect(whole).toMatchObject({ event: { item: { attendance: { attendanceNumber: 7 } } } });
    expect(part).toHaveProperty('event.item.chat', [['m1', message]]);
  });

  it.each([['x'], [5], [true]])('a map that is %j is a failure beside the attendance', (chat) => {
    expect(decodeBody(plug, attendance({}, chat))).toMatchObject([
      { kind: 'event' },
      { kind: 'failure', failure: { code: 'wrongType', path: 'chat' } },
    ]);
  });

  it('an attendance without a number is a failure that says so', () => {
    expect(decodeBody(plug, { attendance: {} }, 'startAttendance')).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField', path: 'attendance.attendanceNumber' } },
    ]);
  });
});

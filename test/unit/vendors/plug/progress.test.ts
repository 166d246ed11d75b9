import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody, factOf, factsOf, receivedAtMs } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';

const momment = 1_632_234_645_000;

const status = (fields: object): unknown => ({
  type: 'MessageStatusCallback',
  ids: ['m1'],
  phone: '5544999999999',
  momment,
  ...fields,
});

describe('PlugChat: sendingMessage', () => {
  it('is a message that went out, at the time of receipt: it has neither time nor text', () => {
    expect(factsOf(plug, readFixture('plug/plug-sendingMessage.json'))).toEqual([
      {
        entity: 'message',
        id: 'A20DA9C0183A2D35A260F53F5D2B9244',
        atMs: null,
        fields: {
          conversationId: '554499999999',
          phone: '554499999999',
          channel: 'WhatsApp',
          direction: 'out',
          sentAt: receivedAtMs,
          status: 'sent',
        },
      },
    ]);
  });

  it('never blanks the text that the chat map gave, and takes its time', () => {
    const sending = {
      type: 'DeliveryCallback',
      phone: '554499999999',
      messageId: 'ID_DA_MENSAGEM',
    };
    const finish = readFixture('plug/plug-finishAttendance-exemplo-1.json');
    const both = [factsOf(plug, finish), factsOf(plug, sending)] as const;
    for (const requests of [both, [...both].reverse()])
      expect(mergedFields('message', 'ID_DA_MENSAGEM', requests)).toMatchObject({
        text: 'só um momento',
        sentAt: 1_651_065_479_380,
        status: 'read',
      });
  });

  it.each([
    ['messageId first', { messageId: 'm', zaapId: 'z' }, 'm'],
    ['else zaapId', { messageId: null, zaapId: 'z' }, 'z'],
  ])('its id: %s', (_, ids, id) => {
    expect(factOf(factsOf(plug, { type: 'DeliveryCallback', ...ids }), 'message').id).toBe(id);
  });

  it('without any id is a failure', () => {
    expect(decodeBody(plug, { type: 'DeliveryCallback', phone: '1' })).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField', path: 'messageId' } },
    ]);
  });
});

describe('PlugChat: messageStatus', () => {
  it.each([
    ['SENT', 'sent', { sentAt: momment }],
    ['RECEIVED', 'delivered', { deliveredAt: momment }],
    ['READ', 'read', { readAt: momment }],
    ['READ-SELF', 'read', { readAt: momment }],
    ['PLAYED', 'read', { readAt: momment }],
  ])('the documented %s is %s', (word, ours, times) => {
    const body = readFixture(`plug/plug-messageStatus-${word}.json`);
    expect(factOf(factsOf(plug, body), 'message')).toEqual({
      id: '999999999999999999999',
      atMs: momment,
      fields: {
        conversationId: '5544999999999',
        phone: '5544999999999',
        channel: 'WhatsApp',
        status: ours,
        ...times,
      },
    });
  });

  it.each([
    ['READ_BY_ME', 'read'],
    ['read', 'read'],
    ['PENDING', 'pending'],
    ['FAILED', 'failed'],
    ['DELETED', 'deleted'],
    ['Entregue', 'delivered'],
    ['Leído', 'read'],
    ['open', 'open'],
  ])('%s is %s', (word, ours) => {
    const body = status({ status: word });
    expect(factOf(factsOf(plug, body), 'message').fields.status).toBe(ours);
  });

  it('one event may update several messages', () => {
    const facts = factsOf(plug, status({ status: 'READ', ids: ['a', 'b', 3] }));
    expect(facts.map(({ id }) => id)).toEqual(['a', 'b', '3']);
  });

  it.each([
    ['ids as one text', { ids: 'a' }],
    ['id, as the table of fields calls it', { ids: undefined, id: 'a' }],
    ['id as a list', { ids: undefined, id: ['a'] }],
    ['messageId', { ids: null, messageId: 'a' }],
  ])('%s', (_, fields) => {
    expect(factsOf(plug, status({ status: 'READ', ...fields })).map(({ id }) => id)).toEqual(['a']);
  });

  it('an id that is none is a failure; its neighbours are written, hashed without it', () => {
    const [event, failure, ...more] = decodeBody(plug, status({ status: 'READ', ids: ['a', {}] }));
    expect(event).toMatchObject({ event: { item: { ids: ['a'] }, facts: [{ id: 'a' }] } });
    expect(failure).toMatchObject({ failure: { code: 'wrongType', path: 'ids[1]' } });
    expect(more).toEqual([]);
  });

  it.each([
    ['no ids', { ids: [] }, 'ids'],
    ['nothing', { ids: undefined }, 'ids'],
    ['a blank id', { ids: [' '] }, 'ids[0]'],
  ])('%s is a failure', (_, fields, path) => {
    const parts = decodeBody(plug, status({ status: 'READ', ...fields }));
    expect(parts).toMatchObject([{ kind: 'failure', failure: { path } }]);
  });

  it('the furthest step stays, in any order and however often', () => {
    const steps = ['SENT', 'RECEIVED', 'READ', 'PLAYED'].map((word, index) =>
      factsOf(plug, status({ status: word, momment: momment + index * 1000 })),
    );
    for (const requests of [steps, [...steps].reverse(), [...steps, ...steps]])
      expect(mergedFields('message', 'm1', requests)).toMatchObject({
        status: 'read',
        sentAt: momment,
        deliveredAt: momment + 1000,
        readAt: momment + 2000,
      });
  });
});

describe('PlugChat: messageDeliveryError', () => {
  it.each([
    ['a text', 'number does not exist', 'number does not exist'],
    ['an object', { code: 131026, message: 'undeliverable' }, 'undeliverable'],
    ['a code alone', { code: 131026 }, '131026'],
    ['nothing', null, 'Erro na entrega; o PlugChat não disse qual'],
    ['true', true, 'Erro na entrega; o PlugChat não disse qual'],
    ['a number', 463, '463'],
    ['an error within an error', { error: { message: 'restricted' } }, 'restricted'],
    ['a list', ['a', 'b'], 'a · b'],
    ['a list without words', [{}, null], 'Erro na entrega; o PlugChat não disse qual'],
  ])('the error as %s', (_, error, text) => {
    const body = { type: 'DeliveryCallback', messageId: 'm1', phone: '5544999999999', error };
    const { id, fields } = factOf(factsOf(plug, body, 'messageDeliveryError'), 'message');
    expect(id).toBe('m1');
    expect(fields).toMatchObject({ direction: 'out', status: 'failed', error: text });
  });

  it('its words may stand beside it', () => {
    const body = { messageId: 'm1', phone: '5544999999999' };
    const errorOf = (fields: object): unknown =>
      factOf(factsOf(plug, { ...body, ...fields }, 'messageDeliveryError'), 'message').fields.error;
    expect(errorOf({ errorMessage: 'restricted', errorCode: 463 })).toBe('restricted');
    expect(errorOf({ errorCode: 463 })).toBe('463');
    expect(errorOf({ error: true, errorMessage: 'restricted' })).toBe('restricted');
  });

  it('may come as a status of several messages', () => {
    const body = status({ status: 'ERROR', error: 'x', ids: ['a', 'b'] });
    expect(factsOf(plug, body, 'messageDeliveryError')).toMatchObject([
      { id: 'a', fields: { status: 'failed', error: 'x' } },
      { id: 'b', fields: { status: 'failed' } },
    ]);
  });
});

describe('PlugChat: a message that failed without a time', () => {
  const sending = { type: 'DeliveryCallback', messageId: 'm1', phone: '5544999999999' };
  const sent = factsOf(plug, sending, 'sendingMessage');
  const failed = factsOf(plug, { ...sending, error: 'restricted' }, 'messageDeliveryError');
  const readLater = { type: 'MessageStatusCallback', ids: ['m1'], status: 'READ' };

  it('stays failed though a sending without a time comes after it', () => {
    for (const order of [[sent, failed] as const, [failed, sent] as const])
      expect(mergedFields('message', 'm1', order).status).toBe('failed');
  });

  it('is read once a later time says so', () => {
    const read = factsOf(plug, { ...readLater, momment: receivedAtMs + 60_000 });
    for (const order of [[sent, failed, read] as const, [read, sent, failed] as const])
      expect(mergedFields('message', 'm1', order).status).toBe('read');
  });
});

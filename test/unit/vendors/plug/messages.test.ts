import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';

const momment = 1_632_228_638_000;

const message = (fields: object = {}): Readonly<Record<string, unknown>> => ({
  type: 'ReceivedCallback',
  messageId: 'm1',
  phone: '5544999999999',
  fromMe: false,
  momment,
  status: 'RECEIVED',
  senderName: 'João Alves',
  chatName: 'João',
  text: { message: 'oi' },
  ...fields,
});

describe('PlugChat: receiveMessage', () => {
  it('the documented example is a message and its contact', () => {
    expect(factsOf(plug, readFixture('plug/plug-receiveMessage.json'))).toEqual([
      {
        entity: 'message',
        id: 'A20DA9C0183A2D35A260F53F5D2B9244',
        atMs: momment,
        bornAtMs: momment,
        fields: {
          conversationId: '5544999999999',
          direction: 'in',
          kind: 'text',
          text: 'teste',
          senderName: 'name',
          contactName: 'name',
          phone: '5544999999999',
          channel: 'WhatsApp',
          sentAt: momment,
          status: 'delivered',
        },
      },
      {
        entity: 'contact',
        id: 'tel:5544999999999',
        atMs: momment,
        fields: {
          name: 'name',
          phone: '5544999999999',
          email: undefined,
          channel: 'WhatsApp',
          aliasId: '81896604192873@lid',
        },
      },
    ]);
  });

  it('own messages go out; the contact is the chat’s, not the sender', () => {
    const facts = factsOf(plug, message({ fromMe: true, senderName: 'Minha empresa' }));
    expect(factOf(facts, 'message').fields).toMatchObject({
      direction: 'out',
      senderName: 'Minha empresa',
      contactName: 'João',
    });
    expect(factOf(facts, 'contact').fields).toMatchObject({ name: 'João' });
  });

  it.each([['120363019502650977-group'], ['5544999999999@newsletter'], ['120363@g.us']])(
    '%s is no contact: the address is the conversation, as text',
    (phone) => {
      const facts = factsOf(plug, message({ phone, chatName: 'Equipe' }));
      expect(facts.map(({ entity }) => entity)).toEqual(['message']);
      expect(factOf(facts, 'message').fields).toMatchObject({
        conversationId: phone,
        phone: undefined,
        contactName: 'Equipe',
        senderName: 'João Alves',
      });
    },
  );

  it('isGroup says so as well', () => {
    const facts = factsOf(plug, message({ isGroup: true }));
    expect(facts.map(({ entity }) => entity)).toEqual(['message']);
  });

  it('an @lid is a contact by that id: its digits are no phone', () => {
    const facts = factsOf(plug, message({ phone: '81896604192873@lid' }));
    expect(factOf(facts, 'contact').id).toBe('81896604192873@lid');
    expect(mergedFields('message', 'm1', [facts]).conversationId).toBe('81896604192873@lid');
  });

  it.each([['5544999999999'], ['+55 (44) 99999-9999'], [''], ['  '], [null]])(
    'a sender called %j is nameless: the chat’s name is taken',
    (senderName) => {
      const facts = factsOf(plug, message({ senderName }));
      expect(factOf(facts, 'contact').fields.name).toBe('João');
    },
  );

  it.each([
    ['milliseconds', momment],
    ['seconds', momment / 1000],
    ['digits', String(momment)],
  ])('momment in %s', (_, value) => {
    expect(factOf(factsOf(plug, message({ momment: value })), 'message').fields.sentAt).toBe(
      momment,
    );
  });

  it('an edit is newer than what it edits, whatever comes first', () => {
    const first = factsOf(plug, message());
    const edit = factsOf(
      plug,
      message({ momment: momment + 60_000, isEdit: true, text: { message: 'olá' } }),
    );
    for (const requests of [[first, edit] as const, [edit, first] as const])
      expect(mergedFields('message', 'm1', requests)).toMatchObject({
        text: 'olá',
        sentAt: momment,
      });
  });

  it('a message still on its way has a placeholder that its content replaces, whatever comes first', () => {
    const waiting = factsOf(plug, message({ text: undefined, waitingMessage: true }));
    const arrived = factsOf(plug, message());
    expect(mergedFields('message', 'm1', [waiting])).toMatchObject({
      kind: 'unknown',
      text: '[Aguardando a mensagem]',
    });
    for (const requests of [[waiting, arrived] as const, [arrived, waiting] as const])
      expect(mergedFields('message', 'm1', requests)).toMatchObject({ kind: 'text', text: 'oi' });
  });

  it.each([
    ['a field of another type', { senderName: {} }, 'wrongType', 'senderName'],
    ['content of another type', { text: 7 }, 'wrongType', 'text'],
    ['a time that is none', { momment: 'ontem' }, 'badTime', 'momment'],
    ['no id', { messageId: null }, 'missingField', 'messageId'],
    ['a blank id', { messageId: '  ' }, 'missingField', 'messageId'],
  ])('%s is a failure that says where', (...[, fields, code, path]) => {
    expect(decodeBody(plug, message(fields))).toMatchObject([
      { kind: 'failure', name: 'receiveMessage', failure: { code, path } },
    ]);
  });
});

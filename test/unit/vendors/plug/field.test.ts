import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody, factsOf, receivedAtMs } from '../../../support/decoding';
import { moment, saidIn, type FieldLine } from '../../../support/field';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';

const lines: readonly FieldLine[] = [
  ['contacts-list', 'message', 'P17', { kind: 'contact', text: '[Contatos] Rui 1, Eva' }],
  ['awaited', 'message', 'P45', { kind: 'unknown', text: '[Aguardando a mensagem]' }],
  [
    'group-notification-objects',
    'message',
    'P41',
    { kind: 'group', contactName: 'Turma', senderName: '5511900001111', phone: undefined },
  ],
  ['group-text', 'message', 'P46', { senderName: 'Eva', conversationId: '120363-group' }],
  ['without-time', 'message', 'P52', { sentAt: receivedAtMs, text: 'sem hora' }],
  ['lid', 'contact', '77@lid', { name: 'Oculta' }],
  [
    'start-trailing-blank',
    'attendance',
    '501',
    { operators: [[moment(60), 'Ana Flávia']], requestedAt: moment(), status: 'active' },
  ],
  ['finish-categories-null-item', 'attendance', '502', { category: 'Venda: Fechada; Pós' }],
  [
    'finish-nulls',
    'attendance',
    '503',
    { category: undefined, department: undefined, operators: undefined, requestedAt: undefined },
  ],
  [
    'delivery-error-object',
    'message',
    'S7',
    { status: 'failed', error: '131026', sentAt: receivedAtMs },
  ],
  ['unknown-kind', 'message', 'P44', { kind: 'unknown', text: '[hologramMessage] oi' }],
  ['status-read-by-me', 'message', '5', { status: 'read', readAt: moment() }],
  ['from-me', 'message', 'P49', { direction: 'out', contactName: 'Bruna', senderName: 'Loja' }],
  [
    'text-with-ad',
    'message',
    'P54',
    { text: 'x\n[Anúncio] Anúncio, https://fb.example.com', kind: 'text' },
  ],
  [
    'lid-phone-null',
    'message',
    '3EB0FIELDP001',
    {
      conversationId: '81896600000001@lid',
      contactName: 'Zap 1',
      text: 'Oi pelo lid',
      phone: undefined,
    },
  ],
  ['lid-phone-null', 'contact', '81896600000001@lid', { name: 'Zap 1', phone: undefined }],
  ['lid-of-sender', 'message', '3EB0FIELDP002', { conversationId: '81896600000002@lid' }],
  ['lid-of-sender', 'contact', '81896600000002@lid', { name: 'Zap 2' }],
  ['lid-as-phone', 'message', '3EB0FIELDP003', { phone: undefined }],
  ['status-lid', 'message', '3EB0FIELDP004', { status: 'read', phone: undefined }],
  [
    'live-location',
    'message',
    '3EB0FIELDP007',
    { kind: 'location', text: '[Localização em tempo real] chegando, -23.55, -46.63' },
  ],
  [
    'list-offered',
    'message',
    '3EB0FIELDP008',
    { kind: 'list', text: 'Menu\nEscolha um setor\n[Vendas | Suporte]', direction: 'out' },
  ],
  [
    'ptv',
    'message',
    '3EB0FIELDP009',
    { kind: 'video', attachmentUrl: 'https://example.com/v.mp4' },
  ],
  [
    'delivery-restricted',
    'message',
    '3EB0FIELDP010',
    {
      status: 'failed',
      error: 'Message sending is temporarily restricted',
      sentAt: 1_782_907_400_000,
    },
  ],
  [
    'group-lid-participant',
    'message',
    '3EB0FIELDP016',
    { conversationId: '120363000000000016-group', senderName: 'Pessoa Prova', phone: undefined },
  ],
  ['minimal', 'message', '3EB0FIELDP017', { text: 'Olá mínimo', phone: '5511966600017' }],
];

/** What the row of a message says after those bodies, in that order and in the other. */
const rowsAfter = (id: string, names: readonly string[]): readonly object[] => {
  const requests = names.map((name) =>
    factsOf(plug, readFixture(`plug/field/${name}.json`), 'receiveMessage'),
  );
  return [requests, requests.toReversed()].map((order) => mergedFields('message', id, order));
};

describe('PlugChat: what changes a message later', () => {
  it('an edit counts more than what it edits, at the same moment and in any order', () => {
    for (const row of rowsAfter('3EB0FIELDP012', ['edit-original', 'edit']))
      expect(row).toMatchObject({ text: 'depois', kind: 'text', sentAt: 1_782_907_212_000 });
  });

  it('of a deleted message nothing stays but who wrote it and when', () => {
    for (const row of rowsAfter('3EB0FIELDP014', ['revoke-original', 'revoke']))
      expect(row).toMatchObject({
        text: '[Mensagem apagada]',
        status: 'deleted',
        senderName: 'Zap 14',
        direction: 'in',
        kind: 'text',
        sentAt: 1_782_907_214_000,
      });
  });

  it('a deletion alone is a row without a time of sending', () => {
    const [row] = rowsAfter('3EB0FIELDP014', ['revoke']);
    expect(row).toMatchObject({ text: '[Mensagem apagada]', kind: 'unknown', status: 'deleted' });
    expect(row).not.toHaveProperty('sentAt');
  });

  it('a deletion may name the message beside an id of its own', () => {
    const named = {
      messageId: 'own',
      referenceMessageId: 'm1',
      notification: 'REVOKE',
      phone: '5511999990000',
    };
    const facts = factsOf(plug, { type: 'ReceivedCallback', ...named }, 'receiveMessage');
    expect(facts.filter(({ entity }) => entity === 'message').map(({ id }) => id)).toEqual([
      'm1',
      'm1',
    ]);
  });

  it('the phone wins over the LID, whichever of them is told first', () => {
    const body = {
      type: 'ReceivedCallback',
      messageId: 'm1',
      momment: 1_782_907_200_000,
      text: { message: 'oi' },
    };
    const withPhone = factsOf(plug, { ...body, phone: '5511999990000' });
    const lidOnly = factsOf(plug, {
      type: 'MessageStatusCallback',
      ids: ['m1'],
      status: 'READ',
      momment: 1_782_907_300_000,
      phone: '7@lid',
    });
    for (const order of [[withPhone, lidOnly] as const, [lidOnly, withPhone] as const])
      expect(mergedFields('message', 'm1', order)).toMatchObject({
        conversationId: '5511999990000',
        phone: '5511999990000',
        status: 'read',
      });
  });

  it.each([
    ['status@broadcast'],
    ['5511999990000-broadcast'],
    ['120363000000000016-group'],
    ['120363000000000016@newsletter'],
  ])('%s is a conversation, no phone and no contact', (phone) => {
    const facts = factsOf(plug, {
      type: 'ReceivedCallback',
      messageId: 'm1',
      phone,
      momment: 1_782_907_200_000,
    });
    expect(facts.filter(({ entity }) => entity === 'contact')).toEqual([]);
    expect(mergedFields('message', 'm1', [facts])).toMatchObject({ conversationId: phone });
    expect(mergedFields('message', 'm1', [facts])).not.toHaveProperty('phone');
  });

  it('only a body that tells when the message was written tells when it was born', () => {
    const body = {
      messageId: 'm1',
      ids: ['m1'],
      phone: '5511999990000',
      momment: 1_782_907_200_000,
    };
    const bornIn = (more: object): unknown =>
      decodeBody(plug, { ...body, ...more }).flatMap((part) =>
        part.kind === 'event' ? part.event.facts.map(({ bornAtMs }) => bornAtMs) : [],
      )[0];
    expect(bornIn({ type: 'ReceivedCallback', text: { message: 'oi' } })).toBe(1_782_907_200_000);
    expect(
      bornIn({ type: 'ReceivedCallback', isEdit: true, text: { message: 'oi' } }),
    ).toBeUndefined();
    expect(bornIn({ type: 'DeliveryCallback' })).toBeUndefined();
    expect(bornIn({ type: 'MessageStatusCallback', status: 'READ' })).toBeUndefined();
  });
});

describe('PlugChat: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(plug, line)).toEqual(line[3]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generic } from '../../../../src/vendors/generic/generic';
import { contractFaults, decodeBody, factsOf, receivedAtMs } from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';
import { mutatedBodies } from '../../../support/mutate-json';
import { body, key, row, seconds, upsert } from './evolution-bodies';

describe('Evolution API: whose message it is', () => {
  it.each([
    [
      'a LID with remoteJidAlt',
      { remoteJid: '7@lid', remoteJidAlt: '5511999990000@s.whatsapp.net' },
    ],
    ['a LID with senderPn', { remoteJid: '7@lid', senderPn: '5511999990000@s.whatsapp.net' }],
    [
      'the LID as the alternative',
      { remoteJid: '5511999990000@s.whatsapp.net', remoteJidAlt: '7@lid' },
    ],
    ['a device', { remoteJid: '5511999990000:12@s.whatsapp.net' }],
  ])('%s: the phone', (_name, jids) => {
    const facts = factsOf(generic, upsert({ conversation: 'oi' }, { key: { id: 'E1', ...jids } }));
    expect(mergedFields('message', 'E1', [facts])).toMatchObject({
      phone: '5511999990000',
      conversationId: '5511999990000',
    });
    expect(mergedFields('contact', 'tel:5511999990000', [facts]).name).toBe('Ana');
  });

  it('a LID alone is a conversation and a contact without a phone, until a phone is told', () => {
    const lid = upsert({ conversation: 'oi' }, { key: { id: 'E1', remoteJid: '7@lid' } });
    expect(row(lid)).toMatchObject({ conversationId: '7@lid', contactName: 'Ana' });
    expect(row(lid)).not.toHaveProperty('phone');
    expect(mergedFields('contact', '7@lid', [factsOf(generic, lid)])).toMatchObject({
      name: 'Ana',
    });
    const update = body('messages.update', {
      keyId: 'E1',
      remoteJid: '5511999990000@s.whatsapp.net',
      status: 'READ',
    });
    for (const order of [[lid, update] as const, [update, lid] as const])
      expect(row(...order)).toMatchObject({ conversationId: '5511999990000' });
  });

  it('in a message of ours senderPn is our own number', () => {
    const mine = {
      id: 'E1',
      remoteJid: '7@lid',
      fromMe: true,
      senderPn: '551130000001@s.whatsapp.net',
    };
    expect(row(upsert({ conversation: 'oi' }, { key: mine }))).toMatchObject({
      direction: 'out',
      conversationId: '7@lid',
      senderName: 'Ana',
    });
  });

  it('a group is a conversation and no contact; who wrote is the sender', () => {
    const inGroup = {
      id: 'E1',
      remoteJid: '120363000000000016@g.us',
      participant: '5511900001111@s.whatsapp.net',
    };
    const facts = factsOf(generic, upsert({ conversation: 'oi' }, { key: inGroup }));
    expect(facts.map(({ entity }) => entity)).toEqual(['message']);
    expect(mergedFields('message', 'E1', [facts])).toMatchObject({
      conversationId: '120363000000000016@g.us',
      senderName: 'Ana',
    });
    expect(mergedFields('message', 'E1', [facts])).not.toHaveProperty('contactName');
    expect(row(upsert({ conversation: 'oi' }, { key: inGroup, pushName: '' })).senderName).toBe(
      '5511900001111',
    );
  });
});

describe('Evolution API: what becomes of a message', () => {
  const sent = body('send.message', {
    key: { ...key, fromMe: true },
    message: { conversation: 'Enviado' },
    messageTimestamp: { low: seconds, high: 0, unsigned: true },
    status: 'PENDING',
  });

  it.each([
    [{ keyId: 'E1', fromMe: true, status: 'SERVER_ACK' }, 'sent'],
    [{ keyId: 'E1', fromMe: true, status: 'DELIVERY_ACK' }, 'delivered'],
    [{ keyId: 'E1', fromMe: true, status: 'READ', messageId: 'row' }, 'read'],
    [{ keyId: 'E1', fromMe: true, status: 'PLAYED' }, 'read'],
    [{ key: { ...key, fromMe: true }, update: { status: 3 } }, 'delivered'],
    [[{ key: { ...key, fromMe: true }, update: { status: 'READ' } }], 'read'],
    [{ id: 'E1', remoteJid: key.remoteJid, fromMe: true, status: 'READ' }, 'read'],
    [{ keyId: 'E1', fromMe: true, status: 'ERROR' }, 'failed'],
  ])('messages.update %j is %s', (data, status) => {
    const update = body('messages.update', data);
    for (const order of [[sent, update] as const, [update, sent] as const])
      expect(row(...order)).toMatchObject({
        text: 'Enviado',
        status,
        direction: 'out',
        sentAt: seconds * 1000,
      });
  });

  const edited = { conversation: 'depois' };
  it.each([
    [
      'messages.edited',
      body('messages.edited', {
        key,
        type: 'MESSAGE_EDIT',
        editedMessage: edited,
        timestampMs: `${seconds}000`,
      }),
    ],
    [
      'a message of its own',
      upsert(
        { protocolMessage: { key, type: 14, editedMessage: edited } },
        { key: { ...key, id: 'E2' } },
      ),
    ],
    [
      'a message of its own, wrapped',
      upsert(
        {
          editedMessage: { message: { protocolMessage: { key, type: 14, editedMessage: edited } } },
        },
        { key: { ...key, id: 'E2' } },
      ),
    ],
    ['an update', body('messages.update', { key, update: { editedMessage: { message: edited } } })],
  ])('an edit as %s changes the original, in any order', (_name, edit) => {
    const original = upsert({ conversation: 'antes' });
    for (const order of [[original, edit] as const, [edit, original] as const])
      expect(row(...order)).toMatchObject({ text: 'depois', kind: 'text' });
  });

  it.each([
    ['messages.delete', body('messages.delete', key)],
    [
      'messages.delete with keyId',
      body('messages.delete', { keyId: 'E1', remoteJid: key.remoteJid }),
    ],
    [
      'an update',
      body('messages.update', { keyId: 'E1', remoteJid: key.remoteJid, status: 'DELETED' }),
    ],
    [
      'a message of its own',
      upsert({ protocolMessage: { key, type: 'REVOKE' } }, { key: { ...key, id: 'E2' } }),
    ],
  ])('a deletion as %s leaves no text, in any order', (_name, deletion) => {
    const original = upsert({ conversation: 'segredo' });
    for (const order of [[original, deletion] as const, [deletion, original] as const])
      expect(row(...order)).toMatchObject({ text: '[Mensagem apagada]', status: 'deleted' });
  });

  it('a message without an id is a failure that says where', () => {
    expect(
      decodeBody(generic, body('messages.upsert', { message: { conversation: 'x' } })),
    ).toMatchObject([{ kind: 'failure', failure: { code: 'missingField', path: 'data.key.id' } }]);
  });
});

describe('Evolution API: the other events', () => {
  it.each([
    ['open', 'connected'],
    ['close', 'disconnected'],
  ])('connection.update %s is %s', (state, situation) => {
    expect(
      factsOf(generic, body('connection.update', { instance: 'loja', state, statusReason: 401 })),
    ).toEqual([
      {
        entity: 'outage',
        id: 'loja',
        atMs: null,
        fields: { instance: 'loja', situation, detail: '401' },
      },
    ]);
  });

  it('connecting is neither', () => {
    expect(decodeBody(generic, body('connection.update', { state: 'connecting' }))).toEqual([
      { kind: 'unknown', name: 'connection.update' },
    ]);
  });

  it('contacts.upsert names contacts; groups are none', () => {
    const data = [
      { remoteJid: '5511999990000@s.whatsapp.net', pushName: 'Ana' },
      { remoteJid: '120363000000000016@g.us', pushName: 'Turma' },
    ];
    expect(factsOf(generic, body('CONTACTS_UPSERT', data))).toMatchObject([
      { entity: 'contact', id: 'tel:5511999990000', fields: { name: 'Ana' } },
    ]);
  });

  it('presence is only counted', () => {
    expect(generic.inspect(body('presence.update', { id: '7@lid' }))).toMatchObject({
      kind: 'noise',
    });
  });

  it('chosen paths are taken at their word', () => {
    const facts = factsOf(generic, upsert({ conversation: 'oi' }), 'text:data.pushName');
    expect(facts[0]).toMatchObject({ fields: { text: 'Ana' } });
  });

  it('any fault in a body gives parts that keep the contract', () => {
    const bodies = listFixtures('generic').map((name) => readFixture(`generic/${name}`));
    fc.assert(
      fc.property(mutatedBodies(bodies), (one) => {
        expect(contractFaults(decodeBody(generic, one))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('a message without a time is dated by its receipt', () => {
    expect(row(upsert({ conversation: 'oi' }, { messageTimestamp: undefined })).sentAt).toBe(
      receivedAtMs,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { EntityId } from '../../../../src/events/fields';
import { localizeText } from '../../../../src/events/words/word';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';

const read = (name: string) => factsOf(weni, readFixture(`weni/field/${name}.json`));

/** What a row knows after these bodies. */
function known<E extends EntityId>(entity: E, id: string, ...names: readonly string[]) {
  return mergedFields(
    entity,
    id,
    names.map((name) => read(name)),
  );
}

/** Every order of a few bodies. */
function ordersOf(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names];
  return names.flatMap((name) =>
    ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
  );
}

const number = '770000000000001';
const deletedText = '[Mensagem apagada]';

describe('Weni: what becomes of a message changes its own row', () => {
  it.each([
    ['edit-text', 'wamid.FIELDORIG001', { text: 'Quero duas caixas', direction: 'in' }],
    [
      'edit-echo-image-caption',
      'wamid.FIELDORIG002',
      { text: 'Preço atualizado', kind: 'image', direction: 'out' },
    ],
    ['revoke', 'wamid.FIELDORIG003', { text: deletedText, status: 'deleted' }],
    ['revoke-echo', 'wamid.FIELDORIG004', { text: deletedText, direction: 'out' }],
  ])('%s: %s', (name, id, fields) => {
    expect(known('message', id, name)).toMatchObject(fields);
    const messages = read(name).filter(({ entity }) => entity === 'message');
    expect(messages.map((fact) => fact.id)).toEqual([id]);
    expect(messages.map((fact) => fact.bornAtMs)).toEqual([undefined]);
  });

  it.each(ordersOf(['text-then-revoke-1', 'text-then-revoke-2']))(
    'a deleted text is gone whichever comes first: %s, %s',
    (...names) => {
      const row = known('message', 'wamid.FIELDW007', ...names);
      expect(row).toMatchObject({ text: deletedText, attachmentUrl: null, status: 'deleted' });
      expect(row.sentAt).toBe(1_782_911_100_000);
    },
  );

  const at = (id: string, second: number, more: object): unknown => ({
    entry: [
      {
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: number },
              contacts: [{ profile: { name: 'Ana' }, wa_id: '5511988880100' }],
              messages: [{ from: '5511988880100', id, timestamp: String(second), ...more }],
            },
          },
        ],
      },
    ],
  });
  const text = (body: string): object => ({ type: 'text', text: { body } });
  const edit = (body: string): object => ({
    type: 'edit',
    edit: { original_message_id: 'm1', message: text(body) },
  });
  const revoke = { type: 'revoke', revoke: { original_message_id: 'm1' } };

  it.each(ordersOf(['0', '1', '2']))(
    'of several edits the newest holds, in every order: %s %s %s',
    (...order) => {
      const bodies = [at('m1', 100, text('a')), at('e1', 200, edit('b')), at('e2', 300, edit('c'))];
      const facts = order.map((place) => factsOf(weni, bodies[Number(place)]));
      expect(mergedFields('message', 'm1', facts).text).toBe('c');
    },
  );

  it.each(ordersOf(['0', '1', '2']))(
    'within one second the deletion comes last, in every order: %s %s %s',
    (...order) => {
      const bodies = [at('m1', 100, text('a')), at('e1', 100, edit('b')), at('r1', 100, revoke)];
      const facts = order.map((place) => factsOf(weni, bodies[Number(place)]));
      expect(mergedFields('message', 'm1', facts).text).toBe(deletedText);
    },
  );
});

describe('Weni: opting out and in again', () => {
  it('a stop tells when and why', () => {
    expect(known('contact', 'tel:5511988880109', 'user-preferences-stop')).toMatchObject({
      name: 'Vera Prova',
      phone: '5511988880109',
      leftAt: 1_782_911_200_000,
      leaveReason: 'Não quer mais mensagens de marketing',
    });
  });

  it('a resume leaves the contact without', () => {
    const row = known('contact', 'tel:5511988880110', 'user-preferences-resume');
    expect(row).toMatchObject({ phone: '5511988880110', leftAt: null, leaveReason: null });
  });

  it.each(ordersOf(['stop-then-resume-1', 'stop-then-resume-2']))(
    'the newest holds whichever comes last: %s, %s',
    (...names) => {
      expect(known('contact', 'tel:5511988880111', ...names).leftAt).toBeNull();
    },
  );
});

describe('Weni: statuses of payments and calls are no delivery', () => {
  it('a message that was read stays read', () => {
    const names = ['read-then-payment-failed-1', 'read-then-payment-failed-2'];
    const row = known('message', 'wamid.FIELDPAY1', ...names, 'read-then-payment-failed-3');
    expect(row.status).toBe('read');
  });

  it.each(['payment-status-captured', 'payment-status-failed', 'read-then-payment-captured-2'])(
    '%s is understood and makes no row',
    (name) => {
      const parts = decodeBody(weni, readFixture(`weni/field/${name}.json`));
      expect(parts).toEqual([{ kind: 'noise', name: 'statuses.payment' }]);
    },
  );
});

describe('Weni: groups are conversations of their own, and no contacts', () => {
  const group = `${number}:Y2FwaV9ncm91cDoFIELDGROUP1ZD`;

  it('a message in a group is in the group’s conversation, and names who wrote', () => {
    expect(known('message', 'wamid.FIELDW017', 'group-message')).toMatchObject({
      conversationId: group,
      senderName: 'Alba Prova',
    });
    expect(known('message', 'wamid.FIELDW017', 'group-message').contactName).toBeUndefined();
    const conversations = read('group-message').filter(({ entity }) => entity === 'conversation');
    expect(conversations.map(({ id }) => id)).toEqual([group]);
    expect(known('conversation', group, 'group-message').contactName).toBeUndefined();
  });

  it('the same person in private is another conversation', () => {
    const facts = ['private-and-group-1', 'private-and-group-2'].flatMap((name) => read(name));
    const ids = facts.filter(({ entity }) => entity === 'conversation').map(({ id }) => id);
    expect(ids).toEqual([`${number}:5511988880118`, group]);
  });

  it('a status of a group makes no contact', () => {
    expect(read('group-status-sent').map(({ entity }) => entity)).toEqual([
      'message',
      'conversation',
    ]);
    expect(known('message', 'wamid.FIELDGRPST', 'group-status-sent')).toMatchObject({
      conversationId: group,
      status: 'sent',
    });
  });
});

describe('Weni: what messages say', () => {
  it.each([
    ['wa-id-without-ninth-digit', 'wamid.FIELDW020', { contactName: 'Cida Prova' }],
    ['wa-id-argentina', 'wamid.FIELDW021', { contactName: 'Dora Prova', kind: 'image' }],
    [
      'interactive-payment-notification',
      'wamid.FIELDW023',
      { kind: 'payment', text: '[Pagamento] pedido-80, captured, Fabi Prova' },
    ],
    [
      'interactive-payment-method',
      'wamid.FIELDW024',
      { kind: 'payment', text: '[Pagamento] pedido-81, credit_card, …1234' },
    ],
    [
      'interactive-call-permission',
      'wamid.FIELDW025',
      { kind: 'call', text: '[Ligações aceitas]' },
    ],
    ['unsupported-131051', 'wamid.FIELDW026', { text: '[Mensagem não suportada]' }],
    [
      'errors-unknown-type',
      'wamid.FIELDW028',
      { error: '131051 Unsupported message type: Message type is not currently supported' },
    ],
    ['status-failed-media', 'wamid.FIELDFAIL', { status: 'failed', phone: '5511988880129' }],
    ['bsuid-parent-only', 'wamid.FIELDW031', { contactName: 'Lia Prova' }],
    ['bsuid-then-phone-2', 'wamid.FIELDW033', { phone: '5511988880132' }],
    ['field-order', 'wamid.FIELDW035', { text: '[Pedido] 1 × 1031, 2 × 10320' }],
    ['flow-reply-with-context', 'wamid.FIELDW036', { kind: 'form' }],
    ['call-terminate', 'wacid.FIELDCALL2', { kind: 'call', text: '[Ligação de voz] 80 s' }],
  ])('%s: %s', (name, id, fields) => {
    expect(known('message', id, name)).toMatchObject(fields);
  });

  it('an interactive type that is new keeps the words it has, and no secret', () => {
    const interactive = {
      type: 'holo_reply',
      holo_reply: { title: 'Sim, quero', flow_token: 'segredo', note: { body: 'às 10h' } },
    };
    const message = { id: 'h1', from: '5511988880100', timestamp: '100', interactive };
    const value = { metadata: {}, messages: [{ ...message, type: 'interactive' }] };
    const facts = factsOf(weni, { entry: [{ changes: [{ field: 'messages', value }] }] });
    const { text } = mergedFields('message', 'h1', [facts]);
    expect(localizeText(text ?? '', 'pt')).toBe(
      '[Mensagem interativa] holo_reply, Sim, quero, às 10h',
    );
  });

  it.each(['username-update', 'user-id-update'])('%s makes no row', (name) => {
    expect(read(name)).toEqual([]);
  });
});

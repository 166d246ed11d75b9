import { describe, expect, it } from '@jest/globals';
import type { FieldsOf } from '../../../../src/events/fields';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { decodeBody, factOf, factsOf, receivedAtMs } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { base, conversation, messageOf, sender, sentAt } from './agent-messages';

const at = (iso: string): number => Date.parse(iso);
const clockOf = (more: object): number | null =>
  factOf(factsOf(evolvy, { ...base, ...more }), 'message').atMs;

describe('Evolvy: messages', () => {
  it.each([
    ['incoming', 'in'],
    [0, 'in'],
    ['0', 'in'],
    ['outgoing', 'out'],
    [1, 'out'],
    ['template', 'out'],
    [3, 'out'],
    ['something new', undefined],
    [null, undefined],
  ])('message_type %j goes %s', (message_type, direction) => {
    expect(messageOf({ message_type }).direction).toBe(direction);
  });

  it.each([['activity'], [2], ['2'], [' Activity ']])(
    'a line of the platform itself (message_type %j) is noise',
    (message_type) => {
      const line = { ...base, message_type };
      expect(decodeBody(evolvy, line)).toEqual([{ kind: 'noise', name: 'message_updated' }]);
      expect(evolvy.inspect(line)).toEqual({ kind: 'noise', name: 'message_updated' });
    },
  );

  it.each([['mensagem_criada'], ['message.created'], ['MESSAGE_CREATED']])('event %s', (event) => {
    expect(factsOf(evolvy, { ...base, event })[0]).toMatchObject({ entity: 'message', id: '50' });
  });

  it('a private note is marked, and never takes the state of the last public message', () => {
    const newest = { id: 49, status: 'read', content: 'pública', message_type: 0 };
    const fields = messageOf({ private: true, conversation: conversation(newest) });
    expect(fields).toMatchObject({ isPrivate: true, text: 'Olá', direction: 'out' });
    expect(fields).toMatchObject({ status: undefined, readAt: undefined });
  });

  it.each([['message_created'], ['message_updated']])(
    '%s tells when it came into being',
    (event) => {
      const [fact] = factsOf(evolvy, { ...base, event });
      expect(fact).toMatchObject({ entity: 'message', bornAtMs: at(sentAt) });
    },
  );

  it.each([
    ['its copy’s version', { id: 50, updated_at: '2026-09-10T13:05:00Z' }, '2026-09-10T13:05:00Z'],
    ['a newer message beside it', { id: 51, created_at: 1_789_100_000 }, '2026-09-11T04:13:20Z'],
    ['when it was sent, at the earliest', { id: 1, created_at: 5 }, sentAt],
  ])('its state is at least as new as %s', (_, newest, time) => {
    expect(clockOf({ conversation: conversation(newest) })).toBe(at(time));
  });

  it('… and as the version of its conversation', () => {
    const newer = conversation({}, { updated_at: at('2026-09-10T14:00:00Z') / 1000 });
    expect(clockOf({ conversation: newer })).toBe(at('2026-09-10T14:00:00Z'));
  });

  it('a deleted message loses its text and files for good, keeps its kind', () => {
    const deleted = { content: 'This message was deleted', content_attributes: { deleted: true } };
    const fields = messageOf(deleted);
    expect(fields).toMatchObject({
      text: '[Mensagem apagada]',
      attachmentUrl: null,
      status: 'deleted',
    });
    expect(fields.kind).toBeUndefined();
    expect(clockOf(deleted)).toBe(receivedAtMs);
  });

  it.each([
    ['null: the platform itself', null, null],
    ['not said', undefined, undefined],
    ['an agent', sender, 'Bruno Lima'],
    ['a robot', { id: 2, name: 'Bia', type: 'agent_bot' }, 'Bia'],
  ])('the sender: %s', (_, from, senderName) => {
    expect(messageOf({ sender: from }).senderName).toBe(senderName);
  });

  it('before 2.14 the sender has no phone: the conversation’s contact has it', () => {
    const from = { id: 4, name: 'João Alves', type: 'contact' };
    const body = {
      ...base,
      message_type: 'incoming',
      sender: from,
      conversation: conversation({}),
    };
    const facts = factsOf(evolvy, body);
    expect(factOf(facts, 'contact')).toMatchObject({
      id: '4',
      fields: { name: 'João Alves', phone: '+5511999990000', email: undefined },
    });
    expect(factOf(facts, 'message').fields.phone).toBe('+5511999990000');
  });

  it('an agent is never taken for a contact', () => {
    const facts = factsOf(evolvy, { ...base, conversation: conversation({}) });
    expect(factOf(facts, 'contact').id).toBe('4');
    const untyped = { ...base, sender: { id: 9, name: 'Bruno', email: 'b@example.com' } };
    expect(factsOf(evolvy, untyped).map(({ entity }) => entity)).toEqual(['message']);
  });

  it('someone else who writes in a group is a contact too', () => {
    const from = { id: 6, name: 'Ana', identifier: null, phone_number: '+5511999990001' };
    const body = { ...base, message_type: 0, sender: from, conversation: conversation({}) };
    const contacts = factsOf(evolvy, body).filter(({ entity }) => entity === 'contact');
    expect(contacts.map(({ id }) => id)).toEqual(['4', '6']);
    expect(messageOf(body)).toMatchObject({ senderName: 'Ana', contactName: 'João Alves' });
  });

  it('the conversation learns its inbox’s name', () => {
    const facts = factsOf(evolvy, {
      ...base,
      inbox: { id: 5, name: 'WhatsApp Vendas' },
      conversation: conversation({}),
    });
    expect(factOf(facts, 'conversation').fields.inbox).toBe('WhatsApp Vendas');
  });

  it('a conversation without any time is dated by its message', () => {
    const { atMs, fields } = factOf(
      factsOf(evolvy, { ...base, conversation: { display_id: '1' } }),
      'conversation',
    );
    expect(atMs).toBe(at(sentAt));
    expect(fields.lastActivityAt).toBe(at(sentAt));
  });

  describe('before 2.12, whose conversations do not say when they were first answered', () => {
    const old = { display_id: '1', timestamp: at(sentAt) / 1000 };
    const firstReplyOf = (more: object): number | null | undefined =>
      factOf(factsOf(evolvy, { ...base, conversation: old, ...more }), 'conversation').fields
        .firstReplyAt;

    it.each([
      ['a message of an agent is a reply', {}, at(sentAt)],
      ['a private note is none', { private: true }, undefined],
      ['the contact’s message is none', { message_type: 'incoming' }, undefined],
      ['a robot’s is none', { sender: { id: 2, name: 'Bia', type: 'agent_bot' } }, undefined],
      ['the platform’s own is none', { sender: null }, undefined],
      ['a greeting is none', { message_type: 'template' }, undefined],
      ['a rule’s is none', { content_attributes: { automation_rule_id: 3 } }, undefined],
      ['a campaign’s is none', { additional_attributes: { campaign_id: 4 } }, undefined],
    ])('%s', (_, more, firstReplyAt) => {
      expect(firstReplyOf(more)).toBe(firstReplyAt);
    });

    it.each([[null], ['2026-09-10T12:00:00.000Z']])('later ones tell it: %j', (told) => {
      const later = { ...old, first_reply_created_at: told };
      expect(firstReplyOf({ conversation: later })).toBe(told === null ? null : at(told));
    });
  });

  it.each([
    ['a message that people see', {}, [[at(sentAt), '50']]],
    ['a greeting', { message_type: 'template' }, [[at(sentAt), '50']]],
    ['a private note', { private: true }, undefined],
  ])('%s is counted among its attendance’s: %j', (_, more, messages) => {
    const facts = factsOf(evolvy, { ...base, conversation: { display_id: '1' }, ...more });
    expect(factOf(facts, 'conversation').fields.messages).toEqual(messages);
  });

  it('without its id the message is a failure, its conversation is still written', () => {
    const parts = decodeBody(evolvy, { ...base, id: null, conversation: conversation({}) });
    expect(parts).toMatchObject([
      { kind: 'event', event: { facts: [{ entity: 'conversation' }, { entity: 'contact' }] } },
      { kind: 'failure', failure: { code: 'missingField', path: 'id' } },
    ]);
  });
});

describe('Evolvy: the answer to a satisfaction survey', () => {
  const answered = (response: unknown): FieldsOf<'conversation'> =>
    factOf(
      factsOf(evolvy, {
        ...base,
        message_type: 'template',
        content_type: 'input_csat',
        content_attributes: { submitted_values: { csat_survey_response: response } },
        conversation: conversation({}),
      }),
      'conversation',
    ).fields;

  it.each([
    ['rating and words', { rating: 4, feedback_message: 'bom' }, { rating: 4, comment: 'bom' }],
    ['the rating first, words later', { rating: '5', feedback_message: '' }, { rating: 5 }],
    ['not answered', null, {}],
    ['PHP’s empty object', [], {}],
  ])('%s', (_, response, { rating, comment }: { rating?: number; comment?: string }) => {
    expect(answered(response)).toMatchObject({ status: undefined });
    expect(answered(response).rating).toBe(rating);
    expect(answered(response).comment).toBe(comment);
  });

  it('other messages of the conversation never take the rating away', () => {
    const later = readFixture('evolvy/v415_message_created_csat_sent.json');
    expect(factOf(factsOf(evolvy, later), 'conversation').fields).not.toHaveProperty('rating');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Decoded } from '../../../../src/events/event';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

const body = (more: object): unknown => ({ event: 'conversation_updated', id: 7, ...more });
const fieldsOf = (more: object): object =>
  factOf(factsOf(evolvy, body(more)), 'conversation').fields;
const nameOf = (part: Decoded | undefined): string | undefined =>
  part?.kind === 'event' ? part.event.name : part?.name;

describe('Evolvy: conversations', () => {
  it.each([
    ['unix seconds', 1_753_659_002],
    ['unix seconds with a fraction', 1_753_659_002.0],
    ['unix milliseconds', 1_753_659_002_000],
    ['digits as text', '1753659002'],
    ['ISO 8601', '2025-07-27T23:30:02.000Z'],
    ['the help page’s form', '2025-07-27 23:30:02 UTC'],
    ['a database’s form without a zone, which is UTC', '2025-07-27 23:30:02'],
    ['a browser’s form', 'Sun Jul 27 2025 20:30:02 GMT-0300 (Horário Padrão de Brasília)'],
  ])('a time as %s', (_, created_at) => {
    expect(fieldsOf({ created_at })).toMatchObject({ openedAt: Date.UTC(2025, 6, 27, 23, 30, 2) });
  });

  it.each([
    ['updated_at before timestamp', { updated_at: 1_753_659_002.722044, timestamp: 5 }, 722],
    ['timestamp where there is no updated_at', { timestamp: 1_753_659_002 }, 0],
    ['timestamp where updated_at is empty', { updated_at: null, timestamp: 1_753_659_002 }, 0],
  ])('the version of its state is %s', (_, times, fraction) => {
    const { atMs } = factOf(factsOf(evolvy, body(times)), 'conversation');
    expect(atMs).toBe(1_753_659_002_000 + fraction);
  });

  it('without any time the receipt will count', () => {
    expect(factOf(factsOf(evolvy, body({ status: 'open' })), 'conversation')).toMatchObject({
      atMs: null,
      fields: { statusHistory: undefined },
    });
  });

  it.each([
    ['the panel’s number', { id: 7, display_id: 9 }, '7'],
    ['as text', { id: '7' }, '7'],
    ['as the help page’s sample has it', { id: undefined, display_id: '9' }, '9'],
  ])('its id is %s', (_, ids, id) => {
    expect(factOf(factsOf(evolvy, body(ids)), 'conversation').id).toBe(id);
  });

  it.each([
    ['in meta', { meta: { assignee: { name: 'Ana' } } }, { agentName: 'Ana' }],
    [
      'inside the contact, as in the help page',
      { meta: { sender: { assignee: { name: 'Ana' } } } },
      { agentName: 'Ana' },
    ],
    ['nobody', { meta: { assignee: null } }, { agentName: null }],
    ['not said', { meta: {} }, { agentName: undefined }],
    ['a robot', { meta: { assignee: { name: 'Bia', type: 'agent_bot' } } }, { agentName: null }],
    [
      'a robot by the kind alone',
      { meta: { assignee: { name: 'Bia' }, assignee_type: 'AgentBot' } },
      { agentName: null },
    ],
    ['by the e-mail alone', { meta: { assignee: { email: 'a@x.com' } } }, { agentName: 'a@x.com' }],
  ])('the agent: %s', (_, more, fields) => {
    expect(fieldsOf(more)).toMatchObject(fields);
  });

  it.each([
    ['no team', { meta: { team: null } }, { teamName: null }],
    ['a team', { meta: { team: { id: 3, name: 'suporte' } } }, { teamName: 'suporte' }],
    ['versions without teams say nothing', { meta: {} }, { teamName: undefined }],
    ['labels', { labels: ['a', 'b', 'a'] }, { labels: ['a', 'b'] }],
    ['labels as objects', { labels: [{ title: 'a' }, { name: 'b' }] }, { labels: ['a', 'b'] }],
    ['labels taken away', { labels: [] }, { labels: [] }],
    [
      'labels told as a change only',
      { changed_attributes: [{ label_list: { current_value: ['vip'] } }] },
      { labels: ['vip'] },
    ],
    [
      'labels and their change',
      { labels: ['a'], changed_attributes: [{ label_list: { current_value: ['b'] } }] },
      { labels: ['a'] },
    ],
    ['priority', { priority: 'urgent' }, { priority: 'urgent' }],
    ['no priority', { priority: null }, { priority: null }],
    ['nobody has replied: null', { first_reply_created_at: null }, { firstReplyAt: null }],
    ['nobody has replied: 0', { first_reply_created_at: 0 }, { firstReplyAt: null }],
    ['a known channel', { channel: 'Channel::FacebookPage' }, { channel: 'Facebook' }],
    ['a new channel', { channel: 'Channel::Voice' }, { channel: 'Voice' }],
    [
      'last_activity_at before timestamp',
      { last_activity_at: 9, timestamp: 5 },
      { lastActivityAt: 9000 },
    ],
    ['PHP’s empty objects', { meta: [], additional_attributes: [] }, { agentName: undefined }],
  ])('%s', (_, more, fields) => {
    expect(fieldsOf(more)).toMatchObject(fields);
  });

  it('conversation events know no inbox’s name: they never blank it', () => {
    expect(fieldsOf({ inbox_id: 5 })).not.toHaveProperty('inbox');
  });

  it('the label event that is sent twice says the same twice', () => {
    const labels = readFixture('evolvy/v213_conversation_updated_labels.json');
    expect(decodeBody(evolvy, labels)).toEqual(decodeBody(evolvy, structuredClone(labels)));
  });

  it.each([
    ['conversation_updated', 'conversation_updated'],
    [' Conversation_Updated ', 'conversation_updated'],
    ['conversation.updated', 'conversation_updated'],
    ['conversa_atualizada', 'conversation_updated'],
    ['conversa_criada', 'conversation_created'],
    ['conversa_status_alterado', 'conversation_status_changed'],
    ['automation_event.message_created', 'automation_event.message_created'],
    ['macro.executed', 'macro.executed'],
  ])('the event %j', (event, name) => {
    const parts = decodeBody(evolvy, { event, id: 7, status: 'open' });
    expect(parts).toMatchObject([{ kind: 'event', event: { entityId: '7' } }]);
    expect(nameOf(parts[0])).toBe(name);
  });

  it('a field of another type is told and left out; the rest is written', () => {
    expect(decodeBody(evolvy, body({ priority: { level: 1 }, labels: ['a'] }))).toMatchObject([
      { kind: 'event', event: { facts: [{ fields: { priority: undefined, labels: ['a'] } }] } },
      {
        kind: 'failure',
        name: 'conversation_updated',
        failure: { code: 'wrongType', path: 'priority', expected: 'text', received: 'object' },
      },
    ]);
  });

  it('without its id it is a failure', () => {
    expect(decodeBody(evolvy, body({ id: undefined }))).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField', path: 'id' } },
    ]);
  });
});

describe('Evolvy: bodies that are not one of its events', () => {
  it.each([
    ['an event of a white label', { event: 'crm.card.moved', id: 1 }, 'crm.card.moved'],
    ['a name of JavaScript', { event: 'constructor' }, 'constructor'],
    ['a very long name', { event: 'x'.repeat(500) }, 'x'.repeat(80)],
  ])('%s is unknown', (_, sent, name) => {
    expect(decodeBody(evolvy, sent)).toEqual([{ kind: 'unknown', name }]);
    expect(evolvy.inspect(sent)).toEqual({ kind: 'event', token: null });
  });

  it.each([
    ['no event name', { id: 1 }, 'missingField', 'event'],
    ['an empty event name', { event: '' }, 'missingField', 'event'],
    ['an event name that is no text', { event: {} }, 'wrongType', 'event'],
    ['a list', [1], 'notAnObject', ''],
    ['a text', 'message_created', 'notAnObject', ''],
    ['null', null, 'notAnObject', ''],
  ])('%s is a failure', (...[, sent, code, path]) => {
    expect(decodeBody(evolvy, sent)).toMatchObject([{ kind: 'failure', failure: { code, path } }]);
    expect(evolvy.inspect(sent)).toEqual({ kind: 'event', token: null });
  });
});

import { describe, expect, it } from '@jest/globals';
import { conversation, messageOf } from './agent-messages';

const at = (iso: string): number => Date.parse(iso);

describe('Evolvy: how far a message came', () => {
  it.each([
    ['sent', 'out', { status: 'sent', deliveredAt: undefined, readAt: undefined }],
    ['delivered', 'out', { status: 'delivered', deliveredAt: at('2026-09-10T13:05:00Z') }],
    ['read', 'out', { status: 'read', readAt: at('2026-09-10T13:05:00Z') }],
    ['failed', 'out', { status: 'failed', deliveredAt: undefined }],
    [2, 'out', { status: 'read' }],
    ['sent', 'in', { status: undefined }],
    ['failed', 'in', { status: 'failed' }],
    ['progress', 'out', { status: undefined }],
  ])('status %j of its copy, going %s', (status, direction, fields) => {
    const newest = { id: '50', status, updated_at: '2026-09-10T13:05:00.000Z' };
    const message_type = direction === 'in' ? 'incoming' : 'outgoing';
    expect(messageOf({ message_type, conversation: conversation(newest) })).toMatchObject(fields);
  });

  it.each([
    ['a new message: nothing', { event: 'message_created' }, undefined],
    ['a later event without an error: it went out', {}, 'sent'],
    ['a later event of a private note: nothing', { private: true }, undefined],
    ['a later event of the contact’s message: nothing', { message_type: 'incoming' }, undefined],
    ['the word beside the message', { status: 'delivered' }, 'delivered'],
  ])('the copy is another message in a burst, so of the status tells %s', (_, more, status) => {
    const newest = { id: 51, status: 'read', updated_at: '2026-09-10T13:05:00.000Z' };
    expect(messageOf({ conversation: conversation(newest), ...more }).status).toBe(status);
  });

  it('an error makes it failed, also where the copy is another message', () => {
    const content_attributes = { external_error: '131047: Re-engagement message' };
    expect(messageOf({ content_attributes })).toMatchObject({
      status: 'failed',
      error: '131047: Re-engagement message',
    });
  });

  it.each([
    ['a text', '131047: Re-engagement message', '131047: Re-engagement message', 'failed'],
    ['an object with a text', { code: 1, message: 'Sem crédito' }, 'Sem crédito', 'failed'],
    ['null', null, null, 'sent'],
    ['blank', '', null, 'sent'],
    ['{}', {}, null, 'sent'],
    ['PHP’s []', [], null, 'sent'],
  ])('external_error as %s', (...[, external_error, error, status]) => {
    expect(messageOf({ content_attributes: { external_error } })).toMatchObject({ error, status });
  });

  it('an error that is gone is told by a later event, not by the first', () => {
    expect(messageOf({ content_attributes: {} }).error).toBeNull();
    expect(messageOf({ event: 'message_created', content_attributes: {} }).error).toBeUndefined();
  });

  it('what the copy says counts more than an error that is still there', () => {
    const newest = { id: 50, status: 'sent', updated_at: '2026-09-10T13:05:00.000Z' };
    const content_attributes = { external_error: 'Erro interno' };
    const fields = messageOf({ content_attributes, conversation: conversation(newest) });
    expect(fields.status).toBe('sent');
  });
});

import { describe, expect, it } from '@jest/globals';
import { treble } from '../../../../src/vendors/treble/treble';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';
import { changed } from './bodies';

const at = Date.UTC(2024, 8, 10, 12, 34, 56, 789);

describe('Treble: hsm.status', () => {
  it.each(['hsm_status', 'hsm_status_webhook_center'])('%s is a template’s state', (name) => {
    expect(factsOf(treble, readFixture(`treble/${name}.json`))).toEqual([
      {
        entity: 'template',
        id: 'welcome_message',
        atMs: at,
        fields: {
          name: 'welcome_message',
          status: 'approved',
          affectedConversations: ['12345', '67890', '54321'],
        },
      },
    ]);
  });

  it.each([
    ['REJECTED', 'rejected'],
    ['PAUSED', 'paused'],
    ['DISABLED', 'disabled'],
    ['PENDING_DELETION', 'pendingDeletion'],
    ['approved', 'approved'],
    ['IN_REVIEW', 'IN_REVIEW'],
  ])('%s is %s', (word, status) => {
    const facts = factsOf(treble, changed('hsm_status', { status: word }));
    expect(factOf(facts, 'template').fields.status).toBe(status);
  });

  it('the newest state stays, whatever comes last', () => {
    const approved = factsOf(treble, readFixture('treble/hsm_status.json'));
    const paused = factsOf(
      treble,
      changed('hsm_status', { status: 'PAUSED', timestamp: '2024-09-11T08:00:00Z' }),
    );
    for (const requests of [[approved, paused] as const, [paused, approved] as const])
      expect(mergedFields('template', 'welcome_message', requests).status).toBe('paused');
  });

  it('without a name is a failure', () => {
    expect(decodeBody(treble, changed('hsm_status', { name: null }))).toMatchObject([
      { kind: 'failure', name: 'hsm.status', failure: { code: 'missingField', path: 'name' } },
    ]);
  });
});

describe('Treble: deployment.failure', () => {
  const body = (failure_reason: unknown): Readonly<Record<string, unknown>> => ({
    event_id: 'e1',
    timestamp: '2026-05-04T23:03:09Z',
    event_type: 'deployment.failure',
    failure_reason,
    failed_at: '2026-05-04T23:03:00Z',
    user: { country_code: '+55', cellphone: '11999990000' },
  });

  it('is a template that did not go out, with the reason in words', () => {
    const facts = factsOf(treble, body('INVALID_PHONE'));
    expect(factOf(facts, 'message')).toEqual({
      id: 'e1',
      atMs: Date.UTC(2026, 4, 4, 23, 3, 9),
      fields: {
        direction: 'out',
        kind: 'template',
        text: '[Disparo que não saiu]',
        contactName: undefined,
        phone: '+5511999990000',
        channel: 'WhatsApp',
        sentAt: Date.UTC(2026, 4, 4, 23, 3),
        status: 'failed',
        error: 'O telefone não é válido ou não tem WhatsApp (INVALID_PHONE)',
      },
    });
    expect(factOf(facts, 'contact').id).toBe('tel:5511999990000');
  });

  it.each([
    'FAILURE',
    'FAILURE_BY_HUMAN_HANDOVER',
    'REVOKED',
    'FAILURE_BY_RATE_LIMIT',
    'COMPANY_RATE_LIMIT',
    'FAILURE_BY_TIER_CAPACITY',
    'MISSING_PARAMETER',
    'PARAMETER_MISMATCH',
    'FAILURE_BY_BLOCKED_CONTACT',
    'FAILURE_BY_OPTOUT_CONTACT',
    'INVALID_POLL',
    'CHARACTER_LIMIT_HEADER',
    'CHARACTER_LIMIT_BODY',
    'FAILURE_BY_DISABLED_HSM',
    'FAILURE_BY_SPAM_RATE_LIMIT',
    'FAILURE_BY_EXPERIMENT_NUMBER',
    'FAILURE_BY_UNABLE_TO_CONTACT',
  ])('%s has a sentence', (reason) => {
    const { error } = factOf(factsOf(treble, body(reason)), 'message').fields;
    expect(error).toMatch(new RegExp(`^[A-ZÀ-Ú][^_]{15,} \\(${reason}\\)$`));
  });

  it.each([
    ['NEW_REASON', 'NEW_REASON'],
    [null, 'O disparo falhou; a Treble não disse por quê'],
  ])('%j is said as it is', (reason, error) => {
    expect(factOf(factsOf(treble, body(reason)), 'message').fields.error).toBe(error);
  });

  it('the person may stand at the top of the body', () => {
    const flat = { ...body('FAILURE'), user: undefined, country_code: '55', cellphone: '1199' };
    const { user: _, ...top } = flat;
    expect(factOf(factsOf(treble, top), 'message').fields.phone).toBe('+551199');
  });
});

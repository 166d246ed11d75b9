import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { treble } from '../../../../src/vendors/treble/treble';
import { contractFaults, decodeBody } from '../../../support/decoding';
import { listDocumented, listFixtures, readFixture } from '../../../support/fixtures';
import { mutatedBodies } from '../../../support/mutate-json';
import { changed } from './bodies';

const names = listFixtures('treble');

const eventOfFile: Readonly<Record<string, string>> = {
  'condition_evaluated.json': 'condition',
  'conversation_closed.json': 'conversation_closed',
  'conversation_closed_hubspot.json': 'conversation_closed',
  'hsm_status.json': 'hsm.status',
  'hsm_status_webhook_center.json': 'hsm.status',
  'message_delivered.json': 'message_delivered',
  'message_read.json': 'message_read',
  'message_response.json': 'message_response',
  'message_response_conversation_editor_page.json': 'message_response',
  'opt_out.json': 'opt_out',
  'timeout.json': 'timeout',
};

const nameIn = (body: unknown, webhook = ''): unknown => {
  const [part] = decodeBody(treble, body, webhook);
  return part?.kind === 'event' ? part.event.name : part?.name;
};

describe('Treble: which event a body is', () => {
  it.each(listDocumented('treble'))('%s, by its content, at any URL', (name) => {
    for (const webhook of ['', 'webhook_center', 'message_delivered', 'opt_out', 'other'])
      expect(nameIn(readFixture(`treble/${name}`), webhook)).toBe(eventOfFile[name]);
  });

  it.each([
    [
      'a reading that also says when it was delivered',
      'message_read',
      { delivered_at: '2021-06-22 15:19:08' },
      'message_read',
    ],
    [
      'a response’s body that timed out',
      'message_response',
      { timeout_at: '2021-06-22 15:19:08' },
      'timeout',
    ],
    ['a response’s body that opts out', 'message_response', { reason: 'optout' }, 'opt_out'],
    [
      'a mark that is empty is none',
      'message_read',
      { timeout_at: null, condition: '' },
      'message_read',
    ],
    ['a reason that is no opt-out', 'message_read', { reason: { toString: 1 } }, 'message_read'],
  ])('%s', (...[, file, fields, name]) => {
    expect(nameIn(changed(file, fields))).toBe(name);
  });

  it('without any mark, the URL tells, for what has a session', () => {
    expect(nameIn({ session_id: 's', sent_at: '2021-06-22 15:19:06' }, 'message_delivered')).toBe(
      'message_delivered',
    );
  });

  it.each([
    ['a new event of the center', { event_type: 'agent.status' }, '', 'agent.status'],
    ['an empty body', {}, 'message_read', 'message_read'],
    ['an empty body at no URL', {}, '', 'semNome'],
    ['the URL of the center says nothing', { session_id: 's' }, 'webhook_center', 'webhook_center'],
  ])('unknown: %s', (...[, body, webhook, name]) => {
    expect(decodeBody(treble, body, webhook)).toEqual([{ kind: 'unknown', name }]);
  });
});

describe('Treble: any body', () => {
  it('is answered with JSON, has no handshake and eight URLs', () => {
    expect(treble.answer).toEqual({ kind: 'json', value: { user_session_keys: [] } });
    expect(treble.inspect({ event_type: 'x' })).toEqual({ kind: 'event', token: null });
    expect(treble.webhooks.map(({ id }) => id)).toEqual([
      'conversation_closed',
      'webhook_center',
      'message_delivered',
      'message_read',
      'message_response',
      'opt_out',
      'timeout',
      'condition',
    ]);
  });

  it.each([null, [1], 'x', 7])('%j is one failure', (body) => {
    expect(decodeBody(treble, body)).toMatchObject([
      { kind: 'failure', failure: { code: 'notAnObject', path: '' } },
    ]);
  });

  it.each(names)('%s decodes without a failure', (name) => {
    const parts = decodeBody(treble, readFixture(`treble/${name}`));
    expect(parts.filter(({ kind }) => kind === 'failure')).toEqual([]);
    expect(contractFaults(parts)).toEqual([]);
  });

  it('any JSON, and any fault in a real body, gives parts that keep the contract', () => {
    const bodies = fc.oneof(
      { weight: 4, arbitrary: mutatedBodies(names.map((name) => readFixture(`treble/${name}`))) },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    const webhooks = fc.constantFrom('', ...treble.webhooks.map(({ id }) => id), 'other');
    fc.assert(
      fc.property(bodies, webhooks, (body, webhook) => {
        const parts = decodeBody(treble, body, webhook);
        expect(parts.length).toBeGreaterThan(0);
        expect(contractFaults(parts)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldsOf } from '../../../../src/events/fields';
import { episodesOf, reopeningsOf } from '../../../../src/projections/episodes';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { factsOf } from '../../../support/decoding';
import { moment } from '../../../support/field';
import { mergedFields } from '../../../support/merging';
import { rowsAfter } from '../../../support/rows';

/** A conversation before 4.0.2: its only time is that of the last activity, in whole seconds. */
const conversation = (status: string, activity: number) => ({
  id: 1002,
  inbox_id: 5,
  channel: 'Channel::Whatsapp',
  status,
  messages: [],
  meta: { sender: { id: 9, name: 'Bruna', phone_number: '+5511999990000', type: 'contact' } },
  timestamp: moment(activity) / 1000,
});

const iso = (seconds: number): string => new Date(moment(seconds)).toISOString();

const message = (id: number, type: 'incoming' | 'outgoing', seconds: number) => ({
  event: 'message_created',
  id,
  content: 'oi',
  message_type: type,
  created_at: iso(seconds),
  conversation: conversation('open', seconds),
});

/** Both events of a change of status: the second says neither from what nor when. */
const turned = (
  from: string,
  to: string,
  at: { activity: number; seconds: number; before?: number },
) => [
  {
    ...conversation(to, at.activity),
    event: 'conversation_updated',
    changed_attributes: [
      { status: { previous_value: from, current_value: to } },
      {
        updated_at: {
          previous_value: iso(at.before ?? at.activity),
          current_value: iso(at.seconds),
        },
      },
    ],
  },
  {
    ...conversation(to, at.activity),
    event: 'conversation_status_changed',
    changed_attributes: null,
  },
];

const day = [
  { ...conversation('open', 0), event: 'conversation_created' },
  message(1, 'incoming', 0),
  message(2, 'outgoing', 60),
  ...turned('open', 'resolved', { activity: 60, seconds: 300.5 }),
  message(3, 'incoming', 900),
  ...turned('resolved', 'open', { activity: 900, seconds: 901.1, before: 900.95 }),
  ...turned('open', 'resolved', { activity: 900, seconds: 1500.5, before: 901.1 }),
];

function known(bodies: readonly object[]): FieldsOf<'conversation'> {
  return mergedFields(
    'conversation',
    '1002',
    bodies.map((body) => factsOf(evolvy, body)),
  );
}

const orders = (bodies: readonly object[]) =>
  fc.shuffledSubarray([...bodies], { minLength: bodies.length, maxLength: bodies.length });

describe('Evolvy before 4.0.2: a conversation that is reopened', () => {
  it('reads the same in any order', () => {
    fc.assert(
      fc.property(orders(day), (bodies) => {
        const said = known(bodies);
        expect(said).toMatchObject({ status: 'resolved', closedAt: moment(1500.5) });
        expect(episodesOf(said.statusHistory ?? [])).toEqual([
          { requestedAt: null, openedAt: moment(), resolvedAt: moment(300.5), status: 'finished' },
          {
            requestedAt: null,
            openedAt: moment(900),
            resolvedAt: moment(1500.5),
            status: 'finished',
          },
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('is over in Conversas when it is over in Atendimentos, whatever came, in any order', () => {
    const receipt = {
      ...message(2, 'outgoing', 60),
      event: 'message_updated',
      conversation: conversation('resolved', 60),
    };
    const parts = fc
      .tuple(orders([...day, receipt]), fc.nat(day.length))
      .map(([bodies, count]) => bodies.slice(0, count + 1));
    fc.assert(
      fc.property(parts, (bodies) => {
        const rows = rowsAfter(evolvy, bodies);
        const { status, closedAt } = rows.of('conversation', '1002');
        const last = rows.attendancesOf('1002').at(-1);
        const isOver = last?.['status'] === 'Finalizado' || (!last && status === 'Resolvida');
        expect({ isOver: status === 'Resolvida', closedAt: closedAt ?? null }).toEqual({
          isOver,
          closedAt: last?.['finishedAt'] ?? null,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('was first answered when an agent first wrote, and counts the messages of each attendance', () => {
    const written = { sender: { id: 3, name: 'Ana', email: 'ana@example.com', type: 'user' } };
    fc.assert(
      fc.property(orders(day), (bodies) => {
        const rows = rowsAfter(
          evolvy,
          bodies.map((body) => ('message_type' in body ? { ...body, ...written } : body)),
        );
        expect(rows.of('conversation', '1002')).toMatchObject({ firstReplyAt: moment(60) });
        expect(rows.attendancesOf('1002').map(({ messages }) => messages)).toEqual([2, 1]);
      }),
      { numRuns: 30 },
    );
  });

  it('is open again although the opening came without a new activity, in any order', () => {
    const again = turned('resolved', 'open', { activity: 60, seconds: 400.5, before: 300.5 });
    fc.assert(
      fc.property(orders([...day.slice(0, 5), ...again.slice(0, 1)]), (bodies) => {
        const said = known(bodies);
        expect(said).toMatchObject({ status: 'open', closedAt: null });
        expect(reopeningsOf(said.statusHistory ?? [])).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('has its attendance although the events of its opening were lost', () => {
    const said = known([message(1, 'incoming', 0)]);
    expect(episodesOf(said.statusHistory ?? [])).toEqual([
      { requestedAt: null, openedAt: moment(), resolvedAt: null, status: 'active' },
    ]);
  });
});

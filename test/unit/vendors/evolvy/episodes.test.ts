import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { moment } from '../../../support/field';
import { rowsAfter } from '../../../support/rows';

/** How old an installation is: from 4.0.2 on a conversation says its version, before that its last activity only. */
type Age = 'modern' | 'old';

/** What is done to the conversation, one thing after the other. */
type Act =
  | { readonly kind: 'assign'; readonly agent: string | null }
  | { readonly kind: 'team'; readonly team: string | null }
  | { readonly kind: 'message'; readonly from: 'customer' | 'agent' }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'label' };

interface Now {
  status: 'open' | 'resolved';
  agent: string | null;
  team: string | null;
  activity: number;
  version: number;
}

const iso = (second: number): string => new Date(moment(second)).toISOString();
const named = (name: string | null) =>
  name === null ? null : { id: name.length, name, type: 'user' };

function bodyOf(age: Age, now: Now) {
  const version = { created_at: moment() / 1000, updated_at: moment(now.version) / 1000 };
  return {
    id: 7,
    status: now.status,
    messages: [],
    meta: { sender: { id: 9, name: 'Lia' }, assignee: named(now.agent), team: named(now.team) },
    timestamp: moment(now.activity) / 1000,
    ...(age === 'modern' ? version : {}),
  };
}

/** The events of one act, as Chatwoot sends them: its state after the act; only conversation_updated tells when it was. */
function eventsOf(age: Age, act: Act, [before, now]: readonly [Now, Now]): readonly object[] {
  const change = (name: string, from: unknown, to: unknown) => ({
    ...bodyOf(age, now),
    event: 'conversation_updated',
    changed_attributes: [
      { [name]: { previous_value: from, current_value: to } },
      { updated_at: { previous_value: iso(before.version), current_value: iso(now.version) } },
    ],
  });
  const announced = {
    ...bodyOf(age, now),
    event: 'conversation_status_changed',
    changed_attributes: null,
  };
  const turned =
    before.status === now.status ? [] : [change('status', before.status, now.status), announced];
  if (act.kind === 'assign') return [change('assignee_id', 1, 2)];
  if (act.kind === 'team') return [change('team_id', 1, 2)];
  if (act.kind === 'label') return [change('label_list', [], ['vip'])];
  if (act.kind !== 'message') return turned;
  const message = {
    event: 'message_created',
    id: now.version,
    content: 'oi',
    message_type: act.from === 'customer' ? 'incoming' : 'outgoing',
    created_at: iso(now.activity),
    conversation: bodyOf(age, now),
  };
  return [message, ...turned];
}

function after(now: Now, act: Act): Now {
  const version = now.version + 10;
  if (act.kind === 'assign') return { ...now, version, agent: act.agent };
  if (act.kind === 'team') return { ...now, version, team: act.team };
  if (act.kind === 'label') return { ...now, version };
  if (act.kind === 'resolve') return { ...now, version, status: 'resolved' };
  if (act.kind === 'reopen') return { ...now, version, status: 'open' };
  const status = act.from === 'customer' ? 'open' : now.status;
  return { ...now, version, status, activity: version };
}

/** Before 4.0.2 an agent's message in a resolved conversation moves the only clock, so a later opening by hand looks as old. */
const isUnclear = (age: Age, { status }: Now, act: Act): boolean =>
  age === 'old' && status === 'resolved' && act.kind === 'message' && act.from === 'agent';

/**
 * A day: its events, and whose each attendance was: the latest who had the conversation before the end, else the first who
 * got it after the end and before the next.
 */
function liveThrough(age: Age, acts: readonly Act[]) {
  let now: Now = { status: 'open', agent: null, team: null, activity: 0, version: 0 };
  const events: object[] = [{ ...bodyOf(age, now), event: 'conversation_created' }];
  const expected: { operator: string | null; department: string | null; isOver: boolean }[] = [];
  let had: Pick<Now, 'agent' | 'team'> = { agent: null, team: null };
  for (const act of acts) {
    const before = now;
    if (isUnclear(age, before, act)) continue;
    now = after(before, act);
    had = { agent: now.agent ?? had.agent, team: now.team ?? had.team };
    events.push(...eventsOf(age, act, [before, now]));
    if (before.status === 'open' && now.status === 'resolved')
      expected.push({ operator: had.agent, department: had.team, isOver: true });
    const last = expected.at(-1);
    if (now.status === 'open' || last === undefined) continue;
    last.operator ??= now.agent;
    last.department ??= now.team;
  }
  if (now.status === 'open')
    expected.push({ operator: had.agent, department: had.team, isOver: false });
  return { events, expected };
}

const attendancesAfter = (bodies: readonly object[]) =>
  rowsAfter(evolvy, bodies)
    .attendancesOf('7')
    .map(({ operator, department, status }) => ({
      operator,
      department,
      isOver: status === 'Finalizado',
    }));

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const ages: readonly Age[] = ['modern', 'old'];

describe('Evolvy: whose an attendance was', () => {
  const assign = (agent: string): Act => ({ kind: 'assign', agent });
  const join = (team: string): Act => ({ kind: 'team', team });
  const handedOver: readonly Act[] = [
    { kind: 'message', from: 'customer' },
    assign('Ana'),
    join('vendas'),
    { kind: 'resolve' },
    { kind: 'reopen' },
    assign('Bruno'),
    join('suporte'),
    { kind: 'resolve' },
  ];

  it.each(ages)('one resolves, another reopens (%s): each keeps their own', (age) => {
    const { events } = liveThrough(age, handedOver);
    for (const bodies of [events, events.toReversed()])
      expect(attendancesAfter(bodies)).toEqual([
        { operator: 'Ana', department: 'vendas', isOver: true },
        { operator: 'Bruno', department: 'suporte', isOver: true },
      ]);
  });

  const people = fc.constantFrom('Ana', 'Bruno', 'Cíntia');
  const acts = fc.array(
    fc.oneof(
      people.map(assign),
      fc.constantFrom('vendas', 'suporte', 'cobrança').map(join),
      fc.constantFrom<Act>(
        { kind: 'message', from: 'customer' },
        { kind: 'message', from: 'agent' },
        { kind: 'resolve' },
        { kind: 'reopen' },
        { kind: 'label' },
      ),
    ),
    { maxLength: 12 },
  );

  it.each(ages)('the latest before its end, whatever happened, in any order (%s)', (age) => {
    // Before 4.0.2 an event without a time of its own may give an attendance that nobody had to whoever came next.
    const first = age === 'old' ? [assign('Ana'), join('vendas')] : [];
    const days = acts
      .map((some) => liveThrough(age, [...first, ...some]))
      .chain(({ events, expected }) =>
        fc.record({ bodies: shuffled([...events, ...events]), expected: fc.constant(expected) }),
      );
    fc.assert(
      fc.property(days, ({ bodies, expected }) => {
        expect(attendancesAfter(bodies)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it.each(ages)('Conversas and Atendimentos say the same, whatever came (%s)', (age) => {
    const parts = acts
      .map((some) => liveThrough(age, some).events)
      .chain((events) => fc.tuple(shuffled(events), fc.nat(events.length)))
      .map(([events, count]) => events.slice(0, count + 1));
    fc.assert(
      fc.property(parts, (bodies) => {
        const rows = rowsAfter(evolvy, bodies);
        const { status, closedAt } = rows.of('conversation', '7');
        const last = rows.attendancesOf('7').at(-1);
        if (last === undefined) return;
        const isOver = last['status'] === 'Finalizado';
        expect({ status, closedAt }).toEqual({
          status: isOver ? 'Resolvida' : 'Aberta',
          closedAt: last['finishedAt'],
        });
      }),
      { numRuns: 150 },
    );
  });
});

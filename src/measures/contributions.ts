import type { FieldsOf } from '../events/fields';
import { describeEpisodes, type DescribedEpisode } from '../projections/describe-episodes';
import { isLongMark } from '../projections/long-mark';
import { readState } from '../projections/read-state';
import { readConversation } from '../projections/standing';
import type { State } from '../projections/state';
import { businessMs } from './business-time';
import type { CountedEntity, Counting } from './counted';
import { measureDuration } from './histogram';
import { addMeasures, type GrowingSums, type Measures, type Sums } from './sums';
import { openKey, totalKey, type Dimension, type Unit } from './total-key';

/** What one row adds to the numbers; it follows from what the row knows alone. The definitions in words: docs/metricas.md. */
export function contributionOf(
  entity: CountedEntity,
  row: { readonly key: string; readonly state: State },
  counting: Counting,
): Sums {
  const [connectionId = ''] = row.key.split('|', 1);
  const sums: GrowingSums = new Map();
  const place: Place = { sums, connectionId, key: row.key, counting };
  if (entity === 'conversation') addConversation(place, readConversation(row.state));
  else if (entity === 'attendance') addAttendance(place, readState('attendance', row.state));
  else if (entity === 'message') addMessage(place, readState('message', row.state));
  else addContact(place, readState('contact', row.state));
  return sums;
}

interface Place {
  readonly sums: GrowingSums;
  readonly connectionId: string;
  readonly key: string;
  readonly counting: Counting;
}

type Values = Partial<Record<Dimension, readonly (string | null | undefined)[]>>;

const dayMs = 86_400_000;

interface Told {
  readonly more: Measures;
  readonly values?: Values;
}

/** Adds to the day of a moment: to the whole connection, and to each value of the dimensions. */
function add({ sums, connectionId, counting }: Place, atMs: number, told: Told): void {
  const { more, values = {} } = told;
  const day = Math.floor((atMs + counting.offsetMinutes * 60_000) / dayMs);
  addMeasures(sums, [totalKey({ day, connectionId, dimension: 'all', value: '' }), more]);
  for (const [dimension, names] of entriesOf(values))
    for (const value of new Set(names))
      if (typeof value === 'string' && value !== '')
        addMeasures(sums, [
          totalKey({ day, connectionId, dimension, value: value.slice(0, 80) }),
          more,
        ]);
}

const dimensionNames: readonly Dimension[] = [
  'agent',
  'team',
  'channel',
  'label',
  'category',
  'cause',
];
const entriesOf = (values: Values) =>
  dimensionNames.map((dimension) => [dimension, values[dimension] ?? []] as const);

const hourOf = (atMs: number, { offsetMinutes }: Counting): number =>
  Math.floor((atMs + offsetMinutes * 60_000) / 3_600_000) % 24;

/** One service of a customer, wherever it is told. */
interface Service {
  readonly unit: Unit;
  readonly id: string;
  /** When it was asked for or began. */
  readonly fromMs: number | null;
  readonly startedMs: number | null;
  readonly finishedMs: number | null;
  /** When a person first answered. */
  readonly answeredMs: number | null;
  readonly status: string | null;
  readonly values: Values;
  readonly contact: string;
}

function addService(place: Place, service: Service): void {
  const { unit, fromMs, startedMs, finishedMs, answeredMs, values } = service;
  const { counting } = place;
  const isAssigned = (values.agent ?? []).some(Boolean);
  if (fromMs !== null)
    add(place, fromMs, {
      more: {
        [`${unit}.in`]: 1,
        [`${unit}.in.h${hourOf(fromMs, counting)}`]: 1,
        ...(isAssigned ? { [`${unit}.in.assigned`]: 1 } : {}),
        ...(answeredMs === null ? {} : { [`${unit}.in.answered`]: 1 }),
        ...(finishedMs === null ? {} : { [`${unit}.in.resolved`]: 1 }),
      },
      values,
    });
  if (finishedMs !== null) {
    const beganMs = startedMs ?? fromMs;
    add(place, finishedMs, {
      more: {
        [`${unit}.out`]: 1,
        [`${unit}.out.h${hourOf(finishedMs, counting)}`]: 1,
        ...(beganMs === null ? {} : measureDuration(`${unit}.length`, finishedMs - beganMs)),
      },
      values,
    });
  }
  if (answeredMs !== null && fromMs !== null && answeredMs >= fromMs) {
    const within = businessMs(fromMs, answeredMs, counting);
    const around = measureDuration(`${unit}.reply24`, answeredMs - fromMs);
    add(place, answeredMs, {
      more: {
        ...measureDuration(`${unit}.reply`, within),
        ...(counting.hours === null ? {} : around),
      },
      values,
    });
  }
  addOpen(place, service);
}

function addOpen(
  { sums, connectionId }: Place,
  { unit, id, status, fromMs, startedMs, values, contact }: Service,
): void {
  if (status !== 'waiting' && status !== 'active') return;
  const sinceMs = status === 'waiting' ? fromMs : (startedMs ?? fromMs);
  if (sinceMs === null) return;
  const [agent, team, channel] = [values.agent, values.team, values.channel].map(
    (names) => names?.[0] ?? '',
  );
  const open = { connectionId, unit, id, situation: status, contact } as const;
  const key = openKey({ ...open, agent: agent ?? '', team: team ?? '', channel: channel ?? '' });
  addMeasures(sums, [key, { since: sinceMs }]);
}

function addConversation(place: Place, conversation: FieldsOf<'conversation'>): void {
  const { channel, labels, contactName, category } = conversation;
  const texts = isLongMark(labels) ? [] : (labels ?? []);
  const episodes = describeEpisodes(conversation);
  episodes.forEach((episode, index) => {
    const fromMs = episode.requestedAt ?? episode.openedAt;
    const nextMs = beginningOf(episodes[index + 1]) ?? Infinity;
    addService(place, {
      unit: 'e',
      id: `${place.key}#${index + 1}`,
      fromMs,
      startedMs: episode.openedAt,
      finishedMs: episode.resolvedAt,
      answeredMs: replyWithin(conversation, fromMs, nextMs),
      status: episode.status,
      values: {
        agent: [episode.operator],
        team: [episode.department],
        channel: [channel],
        label: texts,
        category: [category],
      },
      contact: contactName ?? '',
    });
  });
  addRating(place, conversation);
}

const beginningOf = (episode: DescribedEpisode | undefined): number | null =>
  episode === undefined ? null : (episode.requestedAt ?? episode.openedAt ?? episode.resolvedAt);

/** Platforms tell the first answer of a conversation alone: it belongs to the episode in which it was given. */
function replyWithin(
  { firstReplyAt }: FieldsOf<'conversation'>,
  fromMs: number | null,
  nextMs: number,
): number | null {
  if (typeof firstReplyAt !== 'number' || fromMs === null) return null;
  return firstReplyAt >= fromMs && firstReplyAt < nextMs ? firstReplyAt : null;
}

function addRating(place: Place, conversation: FieldsOf<'conversation'>): void {
  const { rating, closedAt, lastActivityAt, agentName, teamName, channel } = conversation;
  const atMs = closedAt ?? lastActivityAt;
  if (typeof rating !== 'number' || typeof atMs !== 'number') return;
  const values = { agent: [agentName], team: [teamName], channel: [channel] };
  add(place, atMs, { more: { 'rating.n': 1, 'rating.s': rating }, values });
}

function addAttendance(place: Place, attendance: FieldsOf<'attendance'>): void {
  const { requestedAt, startedAt, finishedAt, status, department, category } = attendance;
  const end = finishedAt ?? Infinity;
  const operators = (attendance.operators ?? []).filter(([atMs]) => atMs <= end);
  const operator = operators[operators.length - 1]?.[1] ?? null;
  const isAnswered =
    operator !== null && typeof startedAt === 'number' && typeof requestedAt === 'number';
  addService(place, {
    unit: 'a',
    id: place.key,
    fromMs: requestedAt ?? startedAt ?? null,
    startedMs: startedAt ?? null,
    finishedMs: finishedAt ?? null,
    answeredMs: isAnswered ? Math.max(startedAt, requestedAt) : null,
    status: typeof finishedAt === 'number' ? 'finished' : (status ?? null),
    values: { agent: [operator], team: [department], category: [category] },
    contact: attendance.contactName ?? '',
  });
}

/** How far a message came, as its own row tells. */
const reached: Readonly<Record<string, number>> = { delivered: 1, read: 2, answered: 3 };

function addMessage(place: Place, message: FieldsOf<'message'>): void {
  const { sentAt, direction, status, isPrivate, channel } = message;
  if (typeof sentAt !== 'number' || isPrivate === true) return;
  if (direction === 'in')
    add(place, sentAt, { more: { 'messages.in': 1 }, values: { channel: [channel] } });
  if (direction !== 'out') return;
  const step = Math.max(
    reached[status ?? ''] ?? 0,
    typeof message.deliveredAt === 'number' ? 1 : 0,
    typeof message.readAt === 'number' ? 2 : 0,
    typeof message.answeredAt === 'number' ? 3 : 0,
  );
  const far = ['messages.delivered', 'messages.read', 'messages.answered'].slice(0, step);
  const isFailed = status === 'failed';
  const measures = {
    'messages.out': 1,
    ...Object.fromEntries(far.map((name) => [name, 1])),
    ...(isFailed ? { 'messages.failed': 1 } : {}),
  };
  const cause = isFailed && !isLongMark(message.error) ? message.error : null;
  add(place, sentAt, { more: measures, values: { channel: [channel], cause: [cause] } });
}

function addContact(place: Place, { leftAt }: FieldsOf<'contact'>): void {
  if (typeof leftAt === 'number') add(place, leftAt, { more: { 'contacts.left': 1 } });
}

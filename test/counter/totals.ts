import { describeEpisode, episodesOf } from '../simulation/oracle/episodes';
import type { ModelRow } from '../simulation/oracle/model';
import { listOf } from '../simulation/oracle/observed';
import { vendorOf } from '../simulation/oracle/read-body';
import { statusWord } from '../simulation/oracle/standing';

/**
 * Counts what Totais must say, from what the platforms told. A plain program of its own: it shares no code with the app, reads the
 * bodies by the simulation's own readers, and looks at every row once for every number.
 */

/** A number's place, `day|connection|dimension|value`, and the numbers there by name. */
export type Counts = Map<string, Map<string, number>>;

const hourMs = 3_600_000;
/** GMT-3. */
const zoneMs = -3 * hourMs;
const dayOf = (atMs: number): number => Math.floor((atMs + zoneMs) / (24 * hourMs));
const hourOf = (atMs: number): number => Math.floor((atMs + zoneMs) / hourMs) % 24;

const timeIn = ({ fields }: ModelRow, name: string): number | null => {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
};
const textIn = ({ fields }: ModelRow, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** One service, wherever it is told. */
export interface Served {
  readonly connectionId: string;
  readonly unit: 'a' | 'e';
  readonly from: number | null;
  readonly started: number | null;
  readonly finished: number | null;
  readonly answered: number | null;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** The numbers of these rows. */
export function countRows(rows: readonly ModelRow[]): Counts {
  const counts: Counts = new Map();
  const put = (place: string, name: string, more: number): void => {
    const at = counts.get(place) ?? new Map<string, number>();
    counts.set(place, at);
    at.set(name, (at.get(name) ?? 0) + more);
  };
  const tell = (
    { connectionId, names }: Pick<Served, 'connectionId' | 'names'>,
    atMs: number,
    told: Readonly<Record<string, number>>,
  ): void => {
    const day = `${dayOf(atMs)}|${connectionId}`;
    const places = Object.entries(names).flatMap(([dimension, values]) =>
      [...new Set(values)].filter(Boolean).map((value) => `${day}|${dimension}|${value}`),
    );
    for (const place of [`${day}|all|`, ...places])
      for (const [name, more] of Object.entries(told)) put(place, name, more);
  };
  for (const served of rows.flatMap(servedIn)) tellServed(served, tell);
  for (const row of rows) {
    const { connectionId } = row;
    if (row.tab === 'messages') tellMessage(row, tell);
    const leftAt = timeIn(row, 'leftAt');
    if (row.tab === 'contacts' && leftAt !== null)
      tell({ connectionId, names: {} }, leftAt, { 'contacts.left': 1 });
  }
  return counts;
}

type Tell = (
  whose: Pick<Served, 'connectionId' | 'names'>,
  atMs: number,
  told: Readonly<Record<string, number>>,
) => void;

const wholeSeconds = (fromMs: number, untilMs: number): number =>
  Math.max(0, Math.floor((untilMs - fromMs) / 1000));

function tellServed(served: Served, tell: Tell): void {
  const { unit, from, started, finished, answered, names } = served;
  if (from !== null) {
    tell(served, from, { [`${unit}.in`]: 1, [`${unit}.in.h${hourOf(from)}`]: 1 });
    if (names['agent']?.[0]) tell(served, from, { [`${unit}.in.assigned`]: 1 });
    if (answered !== null) tell(served, from, { [`${unit}.in.answered`]: 1 });
    if (finished !== null) tell(served, from, { [`${unit}.in.resolved`]: 1 });
  }
  if (finished !== null) {
    tell(served, finished, { [`${unit}.out`]: 1, [`${unit}.out.h${hourOf(finished)}`]: 1 });
    const began = started ?? from;
    if (began !== null)
      tell(served, finished, {
        [`${unit}.length.n`]: 1,
        [`${unit}.length.s`]: wholeSeconds(began, finished),
      });
  }
  if (from !== null && answered !== null && answered >= from)
    tell(served, answered, {
      [`${unit}.reply.n`]: 1,
      [`${unit}.reply.s`]: wholeSeconds(from, answered),
    });
}

/** Platforms that tell attendances themselves. */
const tellsAttendances = (connectionId: string): boolean =>
  ['treble', 'plug', 'generic'].includes(vendorOf(connectionId));

export function servedIn(row: ModelRow): readonly Served[] {
  if (row.tab === 'attendances') return tellsAttendances(row.connectionId) ? [ownService(row)] : [];
  return row.tab === 'conversations' ? episodeServices(row) : [];
}

function ownService(row: ModelRow): Served {
  const [asked, started, finished] = ['requestedAt', 'startedAt', 'finishedAt'].map((name) =>
    timeIn(row, name),
  );
  const operator =
    listOf(row.fields['operators']).findLast(({ atMs }) => atMs <= (finished ?? Infinity))?.word ??
    '';
  const isTimed = typeof asked === 'number' && typeof started === 'number';
  return {
    connectionId: row.connectionId,
    unit: 'a',
    from: asked ?? started ?? null,
    started: started ?? null,
    finished: finished ?? null,
    answered: isTimed && operator !== '' ? Math.max(asked, started) : null,
    names: {
      agent: [operator],
      team: [textIn(row, 'department')],
      category: [textIn(row, 'category')],
    },
  };
}

function episodeServices(row: ModelRow): readonly Served[] {
  const { agents, teams, messages, statusHistory, labels, agentName, teamName } = row.fields;
  const episodes = episodesOf(statusHistory);
  const firstReply = timeIn(row, 'firstReplyAt');
  return episodes.map((episode, index) => {
    const from = episode.requestedAt ?? episode.openedAt;
    const following = episodes[index + 1];
    const next =
      following === undefined
        ? Infinity
        : (following.requestedAt ?? following.openedAt ?? following.endedAt ?? Infinity);
    const told = { agents, teams, messages, agentName, teamName };
    const { operator, department } = describeEpisode(episodes, index, told);
    const isHere = firstReply !== null && from !== null && firstReply >= from && firstReply < next;
    return {
      connectionId: row.connectionId,
      unit: 'e',
      from,
      started: episode.openedAt,
      finished: episode.endedAt,
      answered: isHere ? firstReply : null,
      names: {
        agent: [typeof operator === 'string' ? operator : ''],
        team: [typeof department === 'string' ? department : ''],
        channel: [textIn(row, 'channel')],
        label: Array.isArray(labels) ? labels.map(String) : [],
        category: [textIn(row, 'category')],
      },
    };
  });
}

function tellMessage(row: ModelRow, tell: Tell): void {
  const sentAt = timeIn(row, 'sentAt');
  if (sentAt === null || row.fields['isPrivate'] === true) return;
  const whose = { connectionId: row.connectionId, names: { channel: [textIn(row, 'channel')] } };
  const direction = row.fields['direction'];
  if (direction === 'in') tell(whose, sentAt, { 'messages.in': 1 });
  if (direction !== 'out') return;
  const word = String(statusWord(row.fields));
  tell(whose, sentAt, { 'messages.out': 1 });
  const isAnswered = word === 'answered' || timeIn(row, 'answeredAt') !== null;
  const isRead = isAnswered || word === 'read' || timeIn(row, 'readAt') !== null;
  const isDelivered = isRead || word === 'delivered' || timeIn(row, 'deliveredAt') !== null;
  if (isDelivered) tell(whose, sentAt, { 'messages.delivered': 1 });
  if (isRead) tell(whose, sentAt, { 'messages.read': 1 });
  if (isAnswered) tell(whose, sentAt, { 'messages.answered': 1 });
  if (word === 'failed') tell(whose, sentAt, { 'messages.failed': 1 });
}

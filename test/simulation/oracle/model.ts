import { describeEpisode, episodesOf, lastWordOf, type Episode } from './episodes';
import { unite } from './observed';
import { vendorOf, type Received } from './read-body';
import type { EntityName, Fields } from './reading';
import type { DataTab } from './titles';
import { byClock, firstCopies, tellRequest, type Told } from './told';

/** What a row must know: the newest value of each field, the sets of observations. */
export interface ModelRow {
  readonly tab: DataTab;
  readonly id: string;
  readonly key: string;
  readonly connectionId: string;
  readonly fields: Fields;
  /** Time of the event, for rows of logs. */
  readonly atMs: number;
}

const tabOf: Readonly<Record<EntityName, DataTab>> = {
  agent: 'agentsNow',
  conversation: 'conversations',
  attendance: 'attendances',
  message: 'messages',
  contact: 'contacts',
  template: 'templates',
  outage: 'outages',
};
const logOf: Readonly<Partial<Record<EntityName, DataTab>>> = {
  agent: 'agentStatus',
  outage: 'outages',
};

/**
 * What the tabs must hold after these requests, whatever happened on the way: every event told once, sorted by its clock and
 * folded; by place (tab and key). It shares no code with the app.
 */
export function modelOf(requests: readonly Received[]): ReadonlyMap<string, ModelRow> {
  const told = firstCopies(requests.flatMap(tellRequest)).sort(byClock);
  const rows = new Map<string, ModelRow>();
  const put = (row: ModelRow): void => void rows.set(`${row.tab} ${row.key}`, row);
  for (const item of told) {
    const { entity, id, connectionId, atMs, fields } = item;
    const log = logOf[entity];
    const base = { id, connectionId, atMs };
    if (log !== undefined) put({ ...base, tab: log, key: item.logKey, fields });
    if (entity === 'outage') continue;
    const [tab, key] = [tabOf[entity], `${connectionId}|${id}`];
    const known = rows.get(`${tab} ${key}`)?.fields ?? {};
    put({ ...base, tab, key, fields: fold(known, item) });
  }
  for (const row of rows.values()) if (row.tab === 'conversations') attendancesOf(row).forEach(put);
  return rows;
}

/** Platforms whose attendances are the episodes of their conversations; Huggy's first has the chat's own id. */
const firstSuffix: Readonly<Record<string, string>> = { huggy: '', evolvy: '#1' };

function attendancesOf({ id, key, connectionId, atMs, fields }: ModelRow): readonly ModelRow[] {
  const first = firstSuffix[vendorOf(connectionId)];
  if (first === undefined) return [];
  const { statusHistory, contactName, phone, category } = fields;
  const { agents, teams, messages, agentName, teamName } = fields;
  const episodes = episodesOf(statusHistory);
  return episodes.map((episode, index) => {
    const { requestedAt, openedAt, endedAt } = episode;
    const suffix = index === 0 ? first : `#${index + 1}`;
    const served = describeEpisode(episodes, index, {
      agents,
      teams,
      messages,
      agentName,
      teamName,
    });
    const told: Fields = {
      conversationId: id,
      contactName,
      phone,
      department: served.department,
      operators: served.operator === undefined ? [] : [[0, served.operator]],
      status: statusOf(episode, served, fields),
      requestedAt: requestedAt ?? openedAt,
      startedAt: openedAt,
      finishedAt: endedAt,
      waitedFrom: requestedAt,
      category: endedAt === null ? null : category,
      messageCount: served.messages,
    };
    const row = { tab: 'attendances', connectionId, atMs, fields: told } as const;
    return { ...row, id: id + suffix, key: key + suffix };
  });
}

/** Whoever is open and served by nobody waits if they wrote, or if nothing tells of a message; else they were only written to. */
function statusOf(
  { requestedAt, openedAt, endedAt }: Episode,
  served: ReturnType<typeof describeEpisode>,
  { firstReplyAt, contactAt, statusHistory }: Fields,
): string {
  if (endedAt !== null) return 'finished';
  if (openedAt === null) return 'waiting';
  const last = lastWordOf(statusHistory);
  if (last === 'pending' || last === 'bot' || last === 'snoozed') return last;
  const fromMs = (requestedAt ?? openedAt) - 5000;
  const isSince = (atMs: unknown): boolean => typeof atMs === 'number' && atMs >= fromMs;
  if (served.isServed || isSince(firstReplyAt)) return 'active';
  return isSince(contactAt) || (served.messages ?? 0) === 0 ? 'waiting' : 'sent';
}

/** Of these the earliest, the latest or the largest that was ever told counts; of all else the newest. */
const earliest: ReadonlySet<string> = new Set([
  'openedAt',
  'firstReplyAt',
  'requestedAt',
  'startedAt',
  'sentAt',
  'deliveredAt',
  'readAt',
  'answeredAt',
  'createdAt',
]);
const largest: ReadonlySet<string> = new Set([
  'contactAt',
  'lastActivityAt',
  'finishedAt',
  'updatedAt',
  'messageCount',
]);
const observed: ReadonlySet<string> = new Set([
  'situations',
  'statuses',
  'statusHistory',
  'agents',
  'teams',
  'messages',
  'operators',
]);

/** Takes the next fact, in the order of clocks, into what is known. */
function fold(known: Fields, told: Told): Fields {
  const next: Record<string, unknown> = { ...known };
  for (const [name, value] of Object.entries(told.fields)) {
    if (value === undefined) continue;
    if (observed.has(name)) next[name] = unite(next[name], value);
    else if (earliest.has(name)) next[name] = choose(Math.min, next[name], value);
    else if (largest.has(name)) next[name] = choose(Math.max, next[name], value);
    else if (name === 'status' && told.entity === 'message' && typeof value === 'string')
      next[name] = advance(next[name], value, told);
    else next[name] = value;
    if (name === 'status') next['status.at'] = told.atMs;
  }
  return next;
}

function choose(
  better: (a: number, b: number) => number,
  known: unknown,
  value: unknown,
): number | undefined {
  const said = typeof value === 'number' ? value : undefined;
  if (typeof known !== 'number') return said;
  return said === undefined ? known : better(known, said);
}

/** A message's way: on a ladder the furthest step holds; another word from its time until a newer one, or a newer step; deleted is deleted. */
const ladder = ['pending', 'sent', 'delivered', 'read', 'answered'];

interface Standing {
  readonly word: string;
  readonly atMs: number;
}

function advance(known: unknown, word: string, { atMs, isDated }: Told): Standing {
  const now = { word, atMs };
  if (!isStanding(known)) return now;
  if (known.word === 'deleted') return known;
  const [reached, next] = [ladder.indexOf(known.word), ladder.indexOf(word)];
  if (next < 0) return now;
  if (reached >= 0) return next > reached ? now : known;
  return isDated && atMs > known.atMs ? now : known;
}

function isStanding(value: unknown): value is Standing {
  return typeof value === 'object' && value !== null && 'word' in value;
}

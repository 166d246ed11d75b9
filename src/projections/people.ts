import type { Stint } from './agent-days';

/** An agent of one connection, and what they did. */
export interface Member {
  readonly key: string;
  readonly connectionId: string;
  readonly name: string;
  readonly email: string | null;
  readonly stints: readonly Stint[];
}

/** Somebody of the team: one agent, or several of other connections. */
export interface Person {
  readonly name: string;
  readonly members: readonly Pick<Member, 'connectionId' | 'name'>[];
  /** What they did, anywhere: available on one platform is available. */
  readonly stints: readonly Stint[];
}

/** The user's own word on who an agent is: agent's key → person's name. Agents of one name are one person. */
export type PeopleNames = Readonly<Record<string, string>>;

/** Puts agents together: by the user's word, else by the e-mail; everybody else is a person of their own. */
export function findPersons(agents: readonly Member[], names: PeopleNames): readonly Person[] {
  const shared = sharedEmails(agents);
  const groups = new Map<string, Member[]>();
  for (const agent of agents) {
    const id = personId(agent, names, shared);
    groups.set(id, [...(groups.get(id) ?? []), agent]);
  }
  return [...groups.values()].map((members) => toPerson(members, names));
}

const addressOf = ({ email }: Member): string => (email ?? '').trim().toLowerCase();

/** E-mails that several agents of one connection have: a mailbox of the team, not of a person. */
function sharedEmails(agents: readonly Member[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const agent of agents) {
    const place = `${agent.connectionId}|${addressOf(agent)}`;
    if (seen.has(place)) shared.add(addressOf(agent));
    seen.add(place);
  }
  return shared;
}

/** A sign for each way of being known, so that nobody's name is taken for an e-mail. */
function personId(agent: Member, names: PeopleNames, shared: ReadonlySet<string>): string {
  const name = names[agent.key] ?? '';
  if (name !== '') return `~${name}`;
  const address = addressOf(agent);
  return address === '' || shared.has(address) ? `.${agent.key}` : `@${address}`;
}

/** Of the names of one person the longest tells most. */
function toPerson(agents: readonly Member[], names: PeopleNames): Person {
  const members = [...agents].sort(
    (a, b) => b.name.length - a.name.length || (a.key < b.key ? -1 : 1),
  );
  const [first] = members;
  return {
    name: names[first?.key ?? ''] || (first?.name ?? ''),
    members: members.map(({ connectionId, name }) => ({ connectionId, name })),
    stints: joinStints(members.map(({ stints }) => stints)),
  };
}

const rank: Readonly<Record<Stint['doing'], number>> = { available: 0, paused: 1, offline: 2 };

/** What somebody did who is known by several names: at every moment the most that one of them did. */
export function joinStints(lists: readonly (readonly Stint[])[]): readonly Stint[] {
  const [only = [], ...others] = lists.filter((list) => list.length > 0);
  if (others.length === 0) return only;
  const all = [only, ...others].flat();
  const moments = [...new Set(all.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]))];
  const sorted = moments.sort((a, b) => a - b);
  const pieces = sorted.flatMap((fromMs, index): readonly Stint[] => {
    const untilMs = sorted[index + 1] ?? fromMs;
    const best = bestOf(all.filter((stint) => covers(stint, fromMs, untilMs)));
    return best === null ? [] : [{ ...best, fromMs, untilMs }];
  });
  return closeAll(joinEqual(pieces));
}

/** The last moment has no length: what goes on is what counts there, also what has just begun. */
const covers = (stint: Stint, fromMs: number, untilMs: number): boolean =>
  fromMs === untilMs ? stint.end === 'open' : stint.fromMs <= fromMs && untilMs <= stint.untilMs;

const bestOf = (stints: readonly Stint[]): Stint | null =>
  stints.reduce<Stint | null>(
    (best, one) => (best === null || rank[one.doing] < rank[best.doing] ? one : best),
    null,
  );

/** Pieces of one stint that were cut by somebody else's moments are one again. */
function joinEqual(pieces: readonly Stint[]): readonly Stint[] {
  const joined: Stint[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    const isSame = last?.doing === piece.doing && last.code === piece.code;
    if (last !== undefined && isSame && last.untilMs === piece.fromMs)
      joined[joined.length - 1] = { ...piece, fromMs: last.fromMs };
    else joined.push(piece);
  }
  return joined;
}

/** Where nothing follows at once, silence ended it; the last one ends as it did. */
const closeAll = (stints: readonly Stint[]): readonly Stint[] =>
  stints.map((stint, index) => {
    const next = stints[index + 1];
    if (next === undefined) return stint;
    return { ...stint, end: next.fromMs === stint.untilMs ? 'over' : 'cut' };
  });

import {
  entityFields,
  messageStatusRank,
  type EntityId,
  type FieldRule,
  type Observed,
} from '../events/fields';
import { isLongMark } from './long-mark';

/**
 * One saying about an entity, ordered by its clock: the vendor's version or time first, then the time its first copy was
 * received, then its place in the request, then the hash of its content.
 */
export interface Saying {
  readonly atMs: number;
  readonly receivedAtMs: number;
  readonly index: number;
  /** Of the content; begins with `undatedSign` when the vendor gives no time: then the time of the first copy's receipt counts. */
  readonly hash: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Marks the hash of a saying without a time of its own: a later copy of it is told by its content alone. */
export const undatedSign = '~';

/**
 * What a register row knows (its hidden `Estado`). Cells are rendered from it, it is never read back from cells.
 * Joining states is commutative, associative and idempotent, so any order and repetition of events gives the same state.
 */
export interface State {
  /**
   * Only the sayings that still hold a newest field; those of equal time are all kept, so a repeated delivery changes nothing.
   * Of sayings without a time the newest few are all kept: else a copy of an overtaken one would count as new.
   */
  readonly sayings: readonly Saying[];
  /** Fields of the rules `min`, `max`, `rank`. */
  readonly bests: Readonly<Record<string, unknown>>;
  /** Fields of the rule `union`, sorted by time. */
  readonly unions: Readonly<Record<string, readonly Observed[]>>;
}

export const emptyState: State = { sayings: [], bests: {}, unions: {} };

/** Observations kept per field. Below this the set is whole; above it the insides of runs of one state go first, then the oldest. */
const maxObservations = 1000;
/** An observed state is a word or a name; a longer one is cut, so that a row's `Estado` fits its cell. */
const maxObservedLength = 60;

type Rules = Readonly<Record<string, { readonly rule: FieldRule }>>;

const rulesOf = (entity: EntityId): Rules => entityFields[entity];

/** The state that one saying makes alone. Undefined fields say nothing. */
export function stateOf(entity: EntityId, saying: Saying): State {
  const rules = rulesOf(entity);
  const said = Object.entries(saying.fields).filter(
    ([name, value]) => value !== undefined && name in rules,
  );
  const of = (...wanted: FieldRule[]): [string, unknown][] =>
    said.filter(([name]) => wanted.some((rule) => rules[name]?.rule === rule));
  const present = of('min', 'max', 'rank').filter(([, value]) => value !== null);
  const newest = of('latest');
  return {
    sayings: newest.length === 0 ? [] : [{ ...saying, fields: Object.fromEntries(newest) }],
    bests: Object.fromEntries(present),
    unions: Object.fromEntries(
      of('union').map(([name, value]) => [name, uniteObserved(toObserved(value), [])]),
    ),
  };
}

/** Joins what two states know. */
export function joinStates(entity: EntityId, a: State, b: State): State {
  const rules = rulesOf(entity);
  return {
    sayings: keepNewest(uniteSayings([...a.sayings, ...b.sayings])),
    bests: joinRecords(a.bests, b.bests, (name, x, y) =>
      pickBest(rules[name]?.rule ?? 'max', x, y),
    ),
    unions: joinRecords(a.unions, b.unions, (_name, x, y) => uniteObserved(x, y)),
  };
}

function joinRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  join: (name: string, x: T, y: T) => T,
): Record<string, T> {
  const joined: Record<string, T> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const own = joined[name];
    joined[name] = own === undefined ? value : join(name, own, value);
  }
  return joined;
}

const rankOf = (value: unknown): number => messageStatusRank.indexOf(String(value));

function pickBest(rule: FieldRule, x: unknown, y: unknown): unknown {
  if (rule === 'rank') {
    const byRank = rankOf(x) - rankOf(y);
    return byRank === 0 ? (String(x) > String(y) ? x : y) : byRank > 0 ? x : y;
  }
  return rule === 'min' ? Math.min(Number(x), Number(y)) : Math.max(Number(x), Number(y));
}

/** The same saying received twice counts once, with its first time of receipt. */
function uniteSayings(sayings: readonly Saying[]): Saying[] {
  const byIdentity = new Map<string, Saying>();
  for (const saying of sayings) {
    const identity = isUndated(saying) ? saying.hash : `${saying.atMs}|${saying.hash}`;
    const known = byIdentity.get(identity);
    byIdentity.set(identity, known === undefined ? saying : unite(known, saying));
  }
  return [...byIdentity.values()].sort(compareClocks);
}

const isUndated = ({ hash }: Saying): boolean => hash.startsWith(undatedSign);

/** Sayings without a time that a row remembers. */
const maxUndated = 10;

function unite(a: Saying, b: Saying): Saying {
  const first =
    a.receivedAtMs < b.receivedAtMs || (a.receivedAtMs === b.receivedAtMs && a.index <= b.index)
      ? a
      : b;
  return { ...first, fields: uniteFields(first.fields, first === a ? b.fields : a.fields) };
}

/** The first copy's fields; a long text that it has only the mark of is taken from the other. */
function uniteFields(first: Saying['fields'], other: Saying['fields']): Saying['fields'] {
  const known = Object.entries(first).filter(
    ([name, value]) => !isLongMark(value) || other[name] === undefined,
  );
  return { ...other, ...Object.fromEntries(known) };
}

function compareClocks(a: Saying, b: Saying): number {
  return (
    a.atMs - b.atMs ||
    a.receivedAtMs - b.receivedAtMs ||
    a.index - b.index ||
    (a.hash < b.hash ? -1 : Number(a.hash > b.hash))
  );
}

/** Drops what a newer time has overtaken, field by field; sayings without a time stay whole. */
function keepNewest(sayings: readonly Saying[]): Saying[] {
  const remembered = new Set(sayings.filter(isUndated).slice(-maxUndated));
  const newestAt = new Map<string, number>();
  for (const saying of sayings) {
    for (const name of Object.keys(saying.fields)) {
      newestAt.set(name, Math.max(newestAt.get(name) ?? -Infinity, saying.atMs));
    }
  }
  return sayings.flatMap((saying) => {
    if (remembered.has(saying)) return [saying];
    const fields = Object.entries(saying.fields).filter(
      ([name]) => newestAt.get(name) === saying.atMs,
    );
    return fields.length === 0 ? [] : [{ ...saying, fields: Object.fromEntries(fields) }];
  });
}

function toObserved(value: unknown): readonly Observed[] {
  const observed = Array.isArray(value) ? value.filter(isObserved) : [];
  return observed.map(([atMs, state]) => [atMs, state.slice(0, maxObservedLength)]);
}

export function isObserved(value: unknown): value is Observed {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
}

function uniteObserved(a: readonly Observed[], b: readonly Observed[]): readonly Observed[] {
  const byIdentity = new Map([...a, ...b].map((item) => [`${item[0]}|${item[1]}`, item] as const));
  const sorted = [...byIdentity.values()].sort((x, y) => x[0] - y[0] || (x[1] < y[1] ? -1 : 1));
  return sorted.length <= maxObservations ? sorted : thinRuns(sorted).slice(-maxObservations);
}

/** Of each run of one state its first and last observation: enough to tell since when, and where one state became another. */
function thinRuns(sorted: readonly Observed[]): readonly Observed[] {
  return sorted.filter(
    ([, state], index) => sorted[index - 1]?.[1] !== state || sorted[index + 1]?.[1] !== state,
  );
}

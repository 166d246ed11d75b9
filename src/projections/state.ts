import { entityFields, type EntityId, type FieldRule } from '../events/fields';
import { keepHolding, ruleOf, type Rules } from './holding';
import { isLongMark } from './long-mark';
import { toObserved, uniteObserved, type ObservedSets } from './observations';
import { compareClocks, eventOf, type Saying } from './saying';

/**
 * What a register row knows (its hidden `Estado`). Cells are rendered from it, it is never read back from cells.
 * Joining states is commutative, associative and idempotent, so any order and repetition of events gives the same state.
 * (A later decoder's reading replaces an older one's; what that one had overtaken comes back when the journal is replayed.)
 */
export interface State {
  /** Of each saying only the fields that hold a value by their rule; see `holding.ts`. */
  readonly sayings: readonly Saying[];
  /** Fields of the rule `union`, sorted by time. */
  readonly unions: ObservedSets;
}

export const emptyState: State = { sayings: [], unions: {} };

/** The rules of an entity's fields. */
export const rulesOf = (entity: EntityId): Rules => entityFields[entity];

/** The state that one saying makes alone. Undefined fields say nothing, and null no smallest, largest or word. */
export function stateOf(entity: EntityId, saying: Saying): State {
  const rules = rulesOf(entity);
  const ruleFor = (name: string): FieldRule | undefined => ruleOf(rules, name);
  const said = Object.entries(saying.fields).filter(
    ([name, value]) =>
      ruleFor(name) !== undefined &&
      value !== undefined &&
      (value !== null || ruleFor(name) === 'latest'),
  );
  const observed = said.filter(([name]) => ruleFor(name) === 'union');
  const fields = said.filter(([name]) => ruleFor(name) !== 'union');
  return {
    sayings: fields.length === 0 ? [] : [{ ...saying, fields: inOrder(fields) }],
    unions: Object.fromEntries(
      observed.map(([name, value]) => [name, uniteObserved(toObserved(value), [])]),
    ),
  };
}

/** Joins what two states know. */
export function joinStates(entity: EntityId, a: State, b: State): State {
  const names = Object.keys({ ...a.unions, ...b.unions });
  return {
    sayings: keepHolding(rulesOf(entity), uniteSayings([...a.sayings, ...b.sayings])),
    unions: Object.fromEntries(
      names.map((name) => [name, uniteObserved(a.unions[name] ?? [], b.unions[name] ?? [])]),
    ),
  };
}

/** The same saying received twice counts once, with its first time of receipt; of an event only the latest decoder's readings. */
function uniteSayings(sayings: readonly Saying[]): Saying[] {
  const latest = latestRevisions(sayings);
  const byIdentity = new Map<string, Saying>();
  for (const saying of sayings) {
    if (saying.revision < (latest.get(eventOf(saying)) ?? 0)) continue;
    const identity = `${eventOf(saying)}|${saying.hash}`;
    const known = byIdentity.get(identity);
    byIdentity.set(identity, known === undefined ? saying : unite(known, saying));
  }
  return [...byIdentity.values()].sort(compareClocks);
}

function latestRevisions(sayings: readonly Saying[]): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  for (const saying of sayings) {
    const event = eventOf(saying);
    latest.set(event, Math.max(latest.get(event) ?? 0, saying.revision));
  }
  return latest;
}

function unite(a: Saying, b: Saying): Saying {
  const isFirst =
    a.receivedAtMs < b.receivedAtMs || (a.receivedAtMs === b.receivedAtMs && a.index <= b.index);
  const [first, other] = isFirst ? [a, b] : [b, a];
  return { ...first, fields: uniteFields(first.fields, other.fields) };
}

/** The first copy's fields; a long text that it has only the mark of is taken from the other. */
function uniteFields(first: Saying['fields'], other: Saying['fields']): Saying['fields'] {
  const known = Object.entries(first).filter(
    ([name, value]) => !isLongMark(value) || other[name] === undefined,
  );
  return inOrder(Object.entries({ ...other, ...Object.fromEntries(known) }));
}

/** By name: states that know the same are the same to the letter. */
function inOrder(fields: readonly (readonly [string, unknown])[]): Saying['fields'] {
  return Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
}

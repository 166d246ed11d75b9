import { extraPrefix, type FieldRule } from '../events/fields';
import { compareClocks, isUndated, type Saying } from './saying';

/** The rule of each field of an entity. */
export type Rules = Readonly<Record<string, { readonly rule: FieldRule }>>;

/** The rule of a field; undefined for one that the entity does not have. */
export const ruleOf = (rules: Rules, name: string): FieldRule | undefined =>
  rules[name]?.rule ?? (name.startsWith(extraPrefix) ? 'latest' : undefined);

/** Sayings without a time that a row remembers whole: else a copy of an overtaken one would count as new. */
const maxUndated = 10;

/**
 * Leaves of each saying only the fields that hold a value; sayings are sorted by their clocks, before and after.
 * - `latest`: those of the newest time, all of them, so that a repeated delivery changes nothing.
 * - `min`, `max`: of the smallest or largest value the first saying that told it.
 * - `progress`: of each word the first saying of its newest time; of undated ones the first.
 *
 * What an older decoder read never puts out what a later one reads: it may be what that one corrects.
 */
export function keepHolding(rules: Rules, sayings: readonly Saying[]): Saying[] {
  const remembered = new Set(sayings.filter(isUndated).slice(-maxUndated));
  const holders = new Map<string, Saying>();
  const kept = byRevision(sayings).flatMap((level) => {
    enter(rules, level, holders);
    return level.flatMap((saying) =>
      remembered.has(saying) ? [saying] : keepFields(rules, saying, holders),
    );
  });
  return kept.sort(compareClocks);
}

/** The latest decoder's first. */
function byRevision(sayings: readonly Saying[]): readonly (readonly Saying[])[] {
  const revisions = [...new Set(sayings.map(({ revision }) => revision))].sort((a, b) => b - a);
  return revisions.map((wanted) => sayings.filter(({ revision }) => revision === wanted));
}

function keepFields(
  rules: Rules,
  saying: Saying,
  holders: ReadonlyMap<string, Saying>,
): readonly Saying[] {
  const fields = Object.entries(saying.fields).filter(([name, value]) => {
    const rule = ruleOf(rules, name);
    const holder = holders.get(slotOf(rule, { saying, name, value }));
    return rule === 'latest' ? holder?.atMs === saying.atMs : holder === saying;
  });
  return fields.length === 0 ? [] : [{ ...saying, fields: Object.fromEntries(fields) }];
}

interface Told {
  readonly saying: Saying;
  readonly name: string;
  readonly value: unknown;
}

/** What a value competes for: its field; a word of progress its own place, undated words another. */
function slotOf(rule: FieldRule | undefined, { saying, name, value }: Told): string {
  return rule === 'progress' ? `${name}|${String(isUndated(saying))}|${String(value)}` : name;
}

/** Lets sayings compete for the places of their values with those that hold them. */
function enter(rules: Rules, sayings: readonly Saying[], holders: Map<string, Saying>): void {
  for (const saying of sayings) {
    for (const [name, value] of Object.entries(saying.fields)) {
      const told = { saying, name, value };
      const rule = ruleOf(rules, name);
      const slot = slotOf(rule, told);
      const known = holders.get(slot);
      if (known === undefined || overtakes(rule, told, known)) holders.set(slot, saying);
    }
  }
}

/** Sayings come in the order of their clocks: at equal worth the one that is known stays. */
function overtakes(
  rule: FieldRule | undefined,
  { saying, name, value }: Told,
  known: Saying,
): boolean {
  if (rule === 'min') return Number(value) < Number(known.fields[name]);
  if (rule === 'max') return Number(value) > Number(known.fields[name]);
  if (rule === 'progress' && isUndated(saying)) return false;
  return saying.atMs > known.atMs;
}

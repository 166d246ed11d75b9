import type { EntityId, FieldsOf } from '../events/fields';
import { holdingStatus } from '../events/message-status';
import { ruleOf } from './holding';
import { isUndated } from './saying';
import { rulesOf, type State } from './state';

/** What the state says of each field now. The state holds only fields of its entity: `stateOf` lets no others in. */
export function readState<E extends EntityId>(entity: E, state: State): FieldsOf<E> {
  const rules = rulesOf(entity);
  const values: Record<string, unknown> = { ...state.unions };
  for (const { fields } of state.sayings) {
    for (const [name, value] of Object.entries(fields)) {
      const rule = ruleOf(rules, name);
      if (rule === 'progress') values[name] ??= readProgress(state, name);
      else values[name] = rule === 'latest' ? value : best(rule === 'min', values[name], value);
    }
  }
  return values as FieldsOf<E>;
}

function best(isMin: boolean, known: unknown, value: unknown): number {
  if (known === undefined) return Number(value);
  return isMin ? Math.min(Number(known), Number(value)) : Math.max(Number(known), Number(value));
}

function readProgress({ sayings }: State, name: string): string | null {
  return holdingStatus(
    sayings.flatMap((saying) => {
      const word = saying.fields[name];
      return typeof word === 'string'
        ? [{ atMs: saying.atMs, isDated: !isUndated(saying), word }]
        : [];
    }),
  );
}

/** The newest saying of a field of the rule `latest`; undefined when nothing was said of it. */
export function newestTimeOf({ sayings }: State, name: string): number | undefined {
  return [...sayings].reverse().find(({ fields }) => name in fields)?.atMs;
}

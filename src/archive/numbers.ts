import { ofUnit, sourcesOf } from '../intake/views/dashboard/entries';
import { contributionOf } from '../measures/contributions';
import { isCounted, type Counting } from '../measures/counted';
import type { Measures } from '../measures/sums';
import { readOpenKey, readTotalKey } from '../measures/total-key';
import type { State } from '../projections/state';
import type { Connection } from '../settings/config';
import type { RegisterEntity } from '../tabs/registers';
import { isoTime } from './tables';

interface Place {
  readonly dimension: string;
  readonly value: string;
}

/** What a row adds to the numbers of a day, for each of these places the same. */
interface DayNumbers {
  readonly day: string;
  readonly measures: readonly { readonly name: string; readonly amount: number }[];
  readonly places: readonly Place[];
}

/** What a row adds to the numbers, as its table has it; `openSinceMs`: since when it is open, where it is. */
export interface RowNumbers {
  readonly numbers: readonly DayNumbers[];
  readonly open: readonly Readonly<Record<string, string>>[];
  readonly openSinceMs: number | null;
}

const dayMs = 86_400_000;

interface CountedRow {
  readonly entity: RegisterEntity;
  readonly key: string;
  readonly state: State;
}

/** What a row adds to the dashboard's numbers: of attendances as its platform tells them. */
export function numbersOf(
  { entity, key, state }: CountedRow,
  connection: Connection,
  counting: Counting,
): RowNumbers {
  const unit = sourcesOf([connection])[0]?.unit ?? 'e';
  const groups = new Map<string, { day: string; measures: Measures; places: Place[] }>();
  const open: Record<string, string>[] = [];
  let openSinceMs: number | null = null;
  const sums = isCounted(entity) ? contributionOf(entity, { key, state }, counting) : [];
  for (const [name, all] of sums) {
    const place = readTotalKey(name);
    const one = readOpenKey(name);
    const measures = ofUnit(all, unit);
    if (one?.unit === unit) {
      openSinceMs = all['since'] ?? 0;
      const { situation, agent, team, channel, contact } = one;
      open.push({ situation, agent, team, channel, contact, since: isoTime(openSinceMs) });
    }
    if (place === null || Object.keys(measures).length === 0) continue;
    const day = isoTime(place.day * dayMs).slice(0, 10);
    const id = day + JSON.stringify(measures);
    const group = groups.get(id) ?? { day, measures, places: [] };
    group.places.push({ dimension: place.dimension, value: place.value });
    groups.set(id, group);
  }
  const numbers = [...groups.values()].map(({ measures, ...group }) => ({
    ...group,
    measures: Object.entries(measures).map(([name, amount]) => ({ name, amount })),
  }));
  return { numbers, open, openSinceMs };
}

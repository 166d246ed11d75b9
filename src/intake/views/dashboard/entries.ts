import type { Measures } from '../../../measures/sums';
import { readOpenKey, readTotalKey, type Dimension, type Unit } from '../../../measures/total-key';
import type { Person } from '../../../projections/people';
import type { Connection } from '../../../settings/config';
import { findVendor } from '../../../vendors/registry';
import type { TotalRow } from '../../totals/totals-sheet';

/** A connection as the dashboard shows it. */
export interface Source {
  readonly id: string;
  readonly vendorName: string;
  readonly account: string;
  /** Where its attendances are told. */
  readonly unit: Unit;
}

/** The numbers of a day; those of attendances without the sign of their unit. */
export interface Entry {
  readonly day: number;
  readonly connectionId: string;
  readonly dimension: Dimension;
  readonly value: string;
  readonly measures: Measures;
}

/** One that waits or is served now. */
export interface OpenOne {
  readonly situation: 'waiting' | 'active';
  readonly agent: string;
  readonly team: string;
  readonly channel: string;
  readonly contact: string;
  readonly connectionId: string;
  readonly sinceMs: number;
}

/** Connections of platforms that this version knows. */
export function sourcesOf(connections: readonly Connection[]): readonly Source[] {
  return connections.flatMap(({ id, vendor, account }) => {
    const known = findVendor(vendor);
    if (known === undefined) return [];
    return [{ id, vendorName: known.name, account, unit: known.attendances === 'own' ? 'a' : 'e' }];
  });
}

/** What Totais says of these connections. */
export function readEntries(
  rows: readonly TotalRow[],
  sources: readonly Source[],
): { readonly entries: readonly Entry[]; readonly open: readonly OpenOne[] } {
  const units = new Map(sources.map(({ id, unit }) => [id, unit] as const));
  const entries: Entry[] = [];
  const open: OpenOne[] = [];
  for (const { key, measures } of rows) {
    const place = readTotalKey(key);
    const unit = place === null ? undefined : units.get(place.connectionId);
    if (place !== null && unit !== undefined)
      entries.push({ ...place, measures: ofUnit(measures, unit) });
    const one = place === null ? readOpenKey(key) : null;
    if (one !== null && units.get(one.connectionId) === one.unit)
      open.push({ ...one, sinceMs: measures['since'] ?? 0 });
  }
  return { entries, open };
}

/** The measures of attendances as one unit tells them, without its sign. */
export function ofUnit(measures: Measures, unit: Unit): Measures {
  const other = unit === 'a' ? 'e.' : 'a.';
  const own = Object.entries(measures).flatMap(([name, value]) =>
    name.startsWith(other)
      ? []
      : [[name.startsWith(`${unit}.`) ? name.slice(2) : name, value] as const],
  );
  return Object.fromEntries(own);
}

/** An agent's numbers are those of the person that they are. */
export function nameByPerson(
  entries: readonly Entry[],
  people: readonly Person[],
): readonly Entry[] {
  const names = new Map(
    people.flatMap(({ name, members }) =>
      members.map((one) => [`${one.connectionId}|${one.name}`, name] as const),
    ),
  );
  return entries.map((entry) => {
    const { dimension, connectionId, value } = entry;
    const name = dimension === 'agent' ? names.get(`${connectionId}|${value}`) : undefined;
    return name === undefined ? entry : { ...entry, value: name };
  });
}

/** What a place says, over days and connections. */
export function sumWhere(entries: readonly Entry[], isMeant: (entry: Entry) => boolean): Measures {
  const sum: Record<string, number> = {};
  for (const entry of entries) {
    if (!isMeant(entry)) continue;
    for (const [name, value] of Object.entries(entry.measures))
      sum[name] = (sum[name] ?? 0) + value;
  }
  return sum;
}

/** The same by the values of a dimension. */
export function sumByValue(
  entries: readonly Entry[],
  dimension: Dimension,
  isMeant: (entry: Entry) => boolean,
): ReadonlyMap<string, Measures> {
  const sums = new Map<string, Record<string, number>>();
  for (const entry of entries) {
    if (entry.dimension !== dimension || !isMeant(entry)) continue;
    const sum = sums.get(entry.value) ?? {};
    sums.set(entry.value, sum);
    for (const [name, value] of Object.entries(entry.measures))
      sum[name] = (sum[name] ?? 0) + value;
  }
  return sums;
}

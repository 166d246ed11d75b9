import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/events/canonical';
import { mergeRow } from '../../../src/rows/merge-row';
import { planChanges, type Merge } from '../../../src/rows/plan';
import { emptyState, type State } from '../../../src/projections/state';
import { parseState, writeState } from '../../../src/projections/state-text';
import { vendors } from '../../../src/vendors/registry';
import type { Vendor } from '../../../src/vendors/vendor';
import { decodeBody, receivedAtMs } from '../../support/decoding';
import { listFixtures, readFixture } from '../../support/fixtures';

/** Every merge that the fixtures of a platform ask for, the n-th body received n seconds after the first. */
function mergesOf(vendor: Vendor): readonly Merge[] {
  return listFixtures(vendor.id).flatMap((name, second) => {
    const parts = decodeBody(vendor, readFixture(`${vendor.id}/${name}`));
    const events = parts.flatMap((part) => (part.kind === 'event' ? [part.event] : []));
    const changes = events.flatMap((event, index) => {
      const text = canonicalJson(event.item);
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
      return planChanges(event, {
        connectionId: 'c1',
        vendorName: vendor.name,
        account: 'Principal',
        language: 'pt',
        statusNames: {},
        derives: vendor.attendances,
        revision: vendor.revision,
        receivedAtMs: receivedAtMs + second * 1000,
        index,
        hash,
      });
    });
    return changes.flatMap((change) => (change.kind === 'merge' ? [change] : []));
  });
}

type Rows = ReadonlyMap<string, string>;

/** The `Estado` of every row after these merges, one at a time as they come. */
function tell(merges: readonly Merge[], before: Rows = new Map()): Rows {
  const rows = new Map(before);
  for (const merge of merges) {
    const place = `${merge.tab}|${merge.key}`;
    rows.set(place, writeState(mergeRow(known(rows, place), [merge]).state));
  }
  return rows;
}

const known = (rows: Rows, place: string): State =>
  rows.has(place) ? parseState(rows.get(place) ?? '') : emptyState;

const sorted = (rows: Rows): readonly (readonly [string, State])[] =>
  [...rows].map(([place, text]) => [place, parseState(text)] as const).toSorted(byPlace);

const byPlace = ([a]: readonly [string, State], [b]: readonly [string, State]): number =>
  a < b ? -1 : 1;

describe.each(Object.values(vendors))('the events of $name', (vendor) => {
  const merges = mergesOf(vendor);
  const inOrder = tell(merges);

  it('make rows', () => {
    expect(inOrder.size).toBeGreaterThan(0);
  });

  it('give the same rows in any order', () => {
    const shuffles = fc.shuffledSubarray([...merges], {
      minLength: merges.length,
      maxLength: merges.length,
    });
    fc.assert(
      fc.property(shuffles, (shuffled) => {
        expect(sorted(tell(shuffled))).toEqual(sorted(inOrder));
      }),
      { numRuns: 20 },
    );
  });

  it('are known again: told once more, no row changes', () => {
    const changed = merges.filter(
      (merge) => mergeRow(known(inOrder, `${merge.tab}|${merge.key}`), [merge]).isChanged,
    );
    expect(changed.map(({ key }) => key)).toEqual([]);
  });

  it('give the same rows whether they come one by one or together', () => {
    const groups = new Map<string, [Merge, ...Merge[]]>();
    for (const merge of merges) {
      const group = groups.get(`${merge.tab}|${merge.key}`);
      if (group === undefined) groups.set(`${merge.tab}|${merge.key}`, [merge]);
      else group.push(merge);
    }
    const together = new Map(
      [...groups].map(([place, group]) => [place, writeState(mergeRow(emptyState, group).state)]),
    );
    expect(sorted(together)).toEqual(sorted(inOrder));
  });
});

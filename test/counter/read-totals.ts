import type { WorkbookView } from '../../src/twin/spreadsheet/model';
import type { Counts } from './totals';

/** What the hidden tab Totais says, rows of one place added up; without what is open now and without buckets. */
export function readTotals(workbook: WorkbookView): Counts {
  const sheet = workbook.sheets.find(({ title }) => title === 'Totais');
  const counts: Counts = new Map();
  for (let row = 2; row <= (sheet?.lastRow ?? 0); row += 1) {
    const place = String(sheet?.cell(row, 1)?.value ?? '');
    const text = String(sheet?.cell(row, 2)?.value ?? '');
    if (!/^\d/.test(place)) continue;
    const numbers: unknown = JSON.parse(text);
    const at = counts.get(place) ?? new Map<string, number>();
    counts.set(place, at);
    for (const [name, value] of entriesOf(numbers))
      if (!/\.b\d+$/.test(name)) at.set(name, (at.get(name) ?? 0) + Number(value));
  }
  return counts;
}

/** The places and numbers in which two counts differ, as lines; a number that is not there is nothing. */
export function differences(
  found: Counts,
  expected: Counts,
  isCompared: (place: string) => boolean = () => true,
): readonly string[] {
  const places = [...new Set([...found.keys(), ...expected.keys()])].filter(isCompared);
  return places.flatMap((place) => {
    const [a, b] = [found.get(place), expected.get(place)];
    const names = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
    return names.flatMap((name) => {
      const [had, wanted] = [a?.get(name) ?? 0, b?.get(name) ?? 0];
      return had === wanted ? [] : [`${place} ${name}: ${had} instead of ${wanted}`];
    });
  });
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries<unknown>({ ...value }) : [];

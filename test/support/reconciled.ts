import { tabs } from '../../src/tabs/tabs';
import { dataTabs } from './data-tabs';
import type { Plantao } from './plantao';

/** Titles of columns that an API cannot give, by the tab's title. */
export type Withheld = Readonly<Record<string, readonly string[]>>;

/** The rows of all data tabs as people see them, in an order of their own, one text each. */
export function shownRows(plantao: Plantao, withheld: Withheld = {}): readonly string[] {
  return dataTabs.flatMap((id) => {
    const { title, columns } = tabs[id];
    const titles = columns
      .map((column) => column.title.pt)
      .filter((name) => withheld[title.pt]?.includes(name) !== true);
    const rows = plantao.shown(title.pt).map((row) => {
      const cells = titles.map((name) => [name, row[name] ?? ''] as const);
      const filled = cells.filter(([, text]) => text !== '');
      return `${title.pt}: ${filled.map(([name, text]) => `${name} ${text}`).join(' | ')}`;
    });
    return rows.sort();
  });
}

/** Rows of which one has and the other has not: none, where both show the same. */
export function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  const [left, right] = [new Set(one), new Set(other)];
  return [
    ...(one.length === other.length ? [] : [`${one.length} rows and ${other.length}`]),
    ...one.filter((row) => !right.has(row)).map((row) => `- ${row}`),
    ...other.filter((row) => !left.has(row)).map((row) => `+ ${row}`),
  ];
}

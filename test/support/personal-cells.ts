import type { PersonalClass } from '../../src/events/fields';
import { tabs } from '../../src/tabs/tabs';
import { dataTabs } from './data-tabs';
import type { InProcess } from './in-process';

/** Every text that stands in a cell of such a class, and is long enough to be told from others. */
export function personalTexts(
  desk: InProcess,
  classes: readonly PersonalClass[],
): ReadonlySet<string> {
  const texts = dataTabs.flatMap((id) => {
    const { title, columns } = tabs[id];
    const personal = columns.filter((column) => classes.some((one) => one === column.personal));
    return desk.rows(title.pt).flatMap((row) =>
      personal.flatMap((column) => {
        const cell = row[column.title.pt];
        return typeof cell === 'string' ? [cell] : [];
      }),
    );
  });
  const titles = new Set(
    Object.values(tabs).flatMap(({ columns }) => columns.map(({ title }) => title.pt)),
  );
  return new Set(texts.filter((text) => text.length >= 5 && !titles.has(text)));
}

/** Something that is held of a person: the cells of a row, or a request. */
export interface Holding {
  readonly tab: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** In words: each row with its tab, its cells below each other. */
export const toLines = (items: readonly Holding[]): string =>
  items
    .map(({ tab, cells }) =>
      [tab, ...Object.entries(cells).map(([name, value]) => `  ${name}: ${toText(value)}`)].join(
        '\n',
      ),
    )
    .join('\n\n');

/** A text that a spreadsheet would take for a formula keeps a sign in front of it. */
const quote = (value: unknown): string => {
  const text = value === undefined ? '' : toText(value);
  return `"${(/^[=+@\t\r-]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
};

/** Rows below their titles. */
export function toTable(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const titles = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  const lines = rows.map((cells) => titles.map((title) => quote(cells[title])).join(','));
  return [titles.map(quote).join(','), ...lines].join('\r\n');
}

/** Rows as a spreadsheet opens them: of each tab its titles, then its rows. */
export function toCsv(items: readonly Holding[]): string {
  const names = [...new Set(items.map(({ tab }) => tab))];
  const tables = names.map((name) => {
    const rows = items.filter(({ tab }) => tab === name).map(({ cells }) => cells);
    return [quote(name), toTable(rows)].join('\r\n');
  });
  return `\uFEFF${tables.join('\r\n\r\n')}\r\n`;
}

import { keep, type ColumnKind } from '../sheets/definition';
import type { RowContent } from '../sheets/definition';
import { registers, type RegisterEntity } from '../tabs/registers';
import { tabs } from '../tabs/tabs';

/** The name of a column in its table. */
export const snakeCase = (id: string): string =>
  id.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);

export const columnsOf = (entity: RegisterEntity) => tabs[registers[entity].tab].columns;

export const isoTime = (ms: number): string => new Date(ms).toISOString();

/** A row's cells by the names of its table; blank ones are left out. `longText` gives what only the cell itself holds. */
export function toFields(
  entity: RegisterEntity,
  content: RowContent,
  longText: (columnId: string) => string,
): Readonly<Record<string, string | number | boolean>> {
  const cells = columnsOf(entity).flatMap(({ id, kind }) => {
    const cell = content[id] === keep ? longText(id) : content[id];
    // What goes on by itself is nothing yet that could be kept.
    const isKept = kind !== 'formula' && typeof cell !== 'object' && typeof cell !== 'symbol';
    if (!isKept || cell === undefined || cell === '') return [];
    return [[snakeCase(id), toValue(kind, cell)] as const];
  });
  return Object.fromEntries(cells);
}

function toValue(kind: ColumnKind, cell: string | number | boolean): string | number | boolean {
  if (kind === 'time') return isoTime(Number(cell));
  if (kind === 'day') return isoTime(Number(cell)).slice(0, 10);
  if (kind === 'duration') return Number(cell) / 1000;
  if (kind === 'number') return Number(cell);
  return kind === 'text' ? String(cell) : cell;
}

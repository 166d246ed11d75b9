import { ownPrefix } from '../events/fields';
import type {
  CellContent,
  ColumnDefinition,
  RowContent,
  TabDefinition,
} from '../sheets/definition';
import { column } from '../sheets/columns';
import { say } from '../events/localized';
import { isObject } from '../vendors/kit/object-reader';
import { findTab, type OwnTab } from './choices';
import { ownKinds, toContent, type OwnKind } from './to-content';

/** Which personal data it holds: the class is a part of its id, so that masks and erasure reach it wherever it is. */
export const ownClasses = ['text', 'none', 'name', 'phone', 'email'] as const;

export type OwnClass = (typeof ownClasses)[number];

/** A column that a person made, whichever connections fill it. */
export interface OwnColumn {
  readonly id: string;
  readonly tab: OwnTab;
  readonly title: string;
  readonly kind: OwnKind;
}

/** What rows are made with: see `Settings`. */
export interface Own {
  /** Columns as they are stored. */
  readonly ownColumns: readonly unknown[];
  readonly offsetMinutes: number;
}

/** A column's id: `extra.@text.k3`. */
export const makeId = (personal: OwnClass, name: string): string =>
  `${ownPrefix}${personal}.${name}`;

export const classOf = (id: string): OwnClass =>
  ownClasses.find((one) => id.startsWith(`${ownPrefix}${one}.`)) ?? 'text';

/** The columns that are stored; what is damaged is left out. */
export const readColumns = (stored: readonly unknown[]): readonly OwnColumn[] =>
  stored.filter(isObject).flatMap(({ id, tab, title, kind }) => {
    const [knownTab, knownKind] = [findTab(tab), ownKinds.find((one) => one === kind)];
    const isFit = typeof id === 'string' && typeof title === 'string' && title !== '';
    return isFit && id.startsWith(ownPrefix) && knownTab && knownKind
      ? [{ id, tab: knownTab, title, kind: knownKind }]
      : [];
  });

/** The tab with the user's own columns, at its end. */
export function withOwnColumns(tab: TabDefinition, stored: readonly unknown[]): TabDefinition {
  const own = readColumns(stored).filter((one) => one.tab === tab.id);
  return own.length === 0 ? tab : { ...tab, columns: [...tab.columns, ...own.map(define)] };
}

const define = ({ id, title, kind }: OwnColumn): ColumnDefinition =>
  column(id, kind, {
    title: say(title, title, title),
    note: say(
      'Coluna sua: um campo dos eventos que você escolheu em Conexões.',
      'Columna suya: un campo de los eventos que usted eligió en Conexiones.',
      'A column of yours: a field of the events that you chose in Connections.',
    ),
    personal: classOf(id),
  });

/** The cells of the user's own columns in a row of that tab. */
export function showOwn(
  tab: string,
  fields: Readonly<Record<string, unknown>>,
  { ownColumns, offsetMinutes }: Own,
): RowContent {
  const shown = readColumns(ownColumns)
    .filter((one) => one.tab === tab)
    .map(({ id, kind }): readonly [string, CellContent] => {
      const text = fields[id];
      return [id, typeof text === 'string' ? toContent(kind, text, offsetMinutes) : null];
    });
  return Object.fromEntries(shown);
}

import type { EntityId, PersonalClass } from '../events/fields';
import type { Language, Localized } from '../events/localized';

/**
 * What a column holds. `time` takes epoch ms and becomes a date cell in the zone of the settings; `duration` takes ms;
 * `formula` takes a formula as `formula.ts` writes it.
 */
export type ColumnKind = 'text' | 'flag' | 'number' | 'time' | 'day' | 'duration' | 'formula';

/** A width in pixels; by language where the words above the column differ much, as in English where a language has none of its own. */
export type WidthPx =
  number | (Readonly<Partial<Record<Language, number>>> & { readonly en: number });

export interface ColumnDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly kind: ColumnKind;
  readonly widthPx: WidthPx;
  /** Sheets' pattern, where it is not that of the kind. */
  readonly format?: string;
  /** Long sentences are read whole, in a taller row. */
  readonly isWrapped?: true;
  /** Where the value comes from; shown as a note on the header. */
  readonly note: Localized;
  /** Absent for a column without personal data. */
  readonly personal?: PersonalClass;
  /**
   * Of a `formula` column, written by `formula.ts`: `{now}` is the cell of the present time, `{columnId}` that column's cell in the
   * same row. Written when a row is made; after that only one of ours that is in error, unless the row's content says of it `true`
   * (written now) or null (blank: there is nothing to reckon any more).
   */
  readonly formula?: string;
}

/**
 * One tab as data. `log`: rows are only added, a row's key is its event's key. `register`: one row per key, its cells
 * rendered from the hidden `Estado`. `ledger`: rows in a fixed layout of our own, hidden from users. `view`: no rows, but cells that
 * the sweep writes where its own layout has them.
 */
export interface TabDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly kind: 'log' | 'register' | 'ledger' | 'view';
  /** What fills the tab; null when it is not filled by events. */
  readonly entity: EntityId | null;
  readonly columns: readonly ColumnDefinition[];
  readonly color: string;
  /** Cells that change colour with their word. */
  readonly looks?: readonly WordLook[];
  /** Cells that change colour with what else stands in their row; of several that hold the first one counts. */
  readonly rowLooks?: readonly RowLook[];
  /** Formulas of row looks as former versions wrote them: older workbooks keep them, with the limits of today. */
  readonly formerLooks?: readonly string[];
}

/** How cells of a row look while a condition holds. */
export interface RowLook {
  /** Columns by id; `all`: the whole row. */
  readonly columns: readonly string[] | 'all';
  /** A formula as `formula.ts` writes it, `{columnId}` that column's cell in the row. */
  readonly when: string;
  readonly look: LookName;
}

/** How a cell of a column looks while it holds that word, in whatever language. */
export interface WordLook {
  readonly column: string;
  readonly word: Localized;
  readonly look: LookName;
}

/** `late`, `past` and `here` colour the text alone, `strong` makes it bold. */
export type LookName = 'green' | 'amber' | 'grey' | 'red' | 'late' | 'past' | 'strong' | 'here';

/** What a cell is given: a value of its column's kind, null for blank, a duration that goes on, or `keep` to leave what stands there. */
export type CellContent = string | number | boolean | null | Ticking | typeof keep;

/** A duration that goes on by itself, as a formula on the present time: `baseMs` and what has passed since, all in ms. */
export interface Ticking {
  readonly baseMs: number;
  /** Epoch ms. */
  readonly sinceMs: number;
  /** It goes on no longer than until then, epoch ms. */
  readonly untilMs: number;
  /** Never less than this. */
  readonly leastMs?: number;
}

/** Leaves the cell as it is (a long text that stands there already). */
export const keep = Symbol('keep');

/** The cells of a row by column id; a missing id is blank. */
export type RowContent = Readonly<Record<string, CellContent>>;

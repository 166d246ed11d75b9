import type { Services } from '../../platform/services';
import type { Settings } from '../../settings/config';
import type { FieldFault } from '../outcome';
import type { Speak } from '../speak';
import type { TextId } from '../texts';

/** What a section shows from and reads with. */
export interface SettingsDesk {
  readonly services: Services;
  readonly settings: Settings;
  readonly speak: Speak;
}

interface Named {
  readonly id: string;
  readonly label: string;
  /** The default and an example. */
  readonly help: string;
  /** Shown only while that switch of the section is on. */
  readonly when?: string;
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A column of a table that a person fills in. `tick` holds true or false, the others a text; `hidden` only tells lines apart. */
interface FieldColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'time' | 'date' | 'tick' | 'shown' | 'hidden';
}

export interface FieldLine {
  /** What the line is called; blank where its first cell says it. */
  readonly name: string;
  readonly cells: Readonly<Record<string, string | boolean>>;
  /** Columns that are only shown in this line. */
  readonly fixed: readonly string[];
}

/** A field as the page draws it, with what it holds. */
export type ShownField = Named &
  (
    | { readonly kind: 'number'; readonly value: string; readonly unit: string }
    | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly Choice[] }
    | { readonly kind: 'switch'; readonly value: boolean; readonly lists: readonly ShownList[] }
    | {
        readonly kind: 'table';
        readonly columns: readonly FieldColumn[];
        readonly value: readonly FieldLine[];
        /** What the button says that adds a line; blank where none can be added. */
        readonly add: string;
      }
  );

/** Something to unfold and read. */
export interface ShownList {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the page sends: by field a text, true or false, or the lines of a table. Anybody may send anything. */
export type Typed = Readonly<Record<string, unknown>>;

/** What became of it. Where there are faults nothing is stored. */
interface Taken {
  readonly faults: readonly FieldFault[];
  change(settings: Settings): Settings;
  /** What is done besides, under the lock, after the settings are stored. */
  readonly after?: () => void;
}

/** One theme of the page Ajustes: one file, its fields as data. A further theme is a file and its line in `sections.ts`. */
export interface Section {
  readonly id: string;
  readonly title: TextId;
  readonly about: TextId;
  /** What is said once it is saved. */
  readonly saved: TextId;
  /** Today's values in a few words. */
  sum(desk: SettingsDesk): string;
  fields(desk: SettingsDesk): readonly ShownField[];
  take(typed: Typed, desk: SettingsDesk): Taken;
}

/** A text that was typed, trimmed; blank when there is none. */
export function textIn(typed: Typed, id: string): string {
  const value = typed[id];
  return typeof value === 'string' ? value.trim() : '';
}

/** The lines of a table. */
export function linesIn(typed: Typed, id: string): readonly Typed[] {
  const value = typed[id];
  return Array.isArray(value) ? value.filter(isLine) : [];
}

const isLine = (value: unknown): value is Typed => typeof value === 'object' && value !== null;

/** Where a fault in a table is. */
export const cellAt = (field: string, line: number, column: string): string =>
  `${field}.${line}.${column}`;

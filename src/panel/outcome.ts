/** What is wrong with one field of a form, in the person's language. A cell of a table is named `field.line.column`. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

/**
 * What came of something that a person asked for. The sentence is in the person's language and says what to do, or what was done;
 * a blank one where the page shows it by itself. Refused and busy: nothing was changed.
 */
export type Outcome<T = null> =
  | { readonly kind: 'done'; readonly value: T; readonly sentence: string }
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      /** Of a form: which fields are wrong. */
      readonly faults?: readonly FieldFault[];
    }
  /** Somebody else writes at the moment. */
  | { readonly kind: 'busy'; readonly sentence: string };

export const done = <T>(value: T, sentence = ''): Outcome<T> => ({ kind: 'done', value, sentence });

export const refused = (sentence: string, faults?: readonly FieldFault[]): Outcome<never> =>
  faults === undefined ? { kind: 'refused', sentence } : { kind: 'refused', sentence, faults };

export const busy = (sentence: string): Outcome<never> => ({ kind: 'busy', sentence });

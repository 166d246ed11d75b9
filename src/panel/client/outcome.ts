/** What is wrong with one field of a form (see `../outcome.ts`). */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

/** What came of a call, as the server tells it (see `../outcome.ts`). */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly sentence: string }
  | {
      readonly kind: 'refused' | 'busy';
      readonly sentence: string;
      readonly faults?: readonly FieldFault[];
    };

/** What came of a call, as the server tells it (see `../outcome.ts`). */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly sentence: string }
  | { readonly kind: 'refused' | 'busy'; readonly sentence: string };

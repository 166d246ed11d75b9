/** One place of the sources that a mutation changes; the text must stand there exactly once. */
interface Patch {
  /** File below `src/`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** A fault that a careless change could bring in. */
export interface Mutation {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** Where it must show: in random runs, in a story, in a check, or at the crash points of a victim in a company. */
  readonly shows:
    | 'runs'
    | { readonly story: string }
    | { readonly check: string }
    | { readonly victim: string; readonly company: string };
}

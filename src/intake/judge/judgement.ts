import type { Change } from '../../rows/plan';
import type { NamedFailure } from '../journal/failure-line';
import type { JournalEntry } from '../journal/journal';

/** What a request turns out to be: its line for the journal and the changes of rows it asks for. */
export interface Judgement {
  readonly entry: JournalEntry;
  readonly changes: readonly Change[];
  readonly failures: readonly NamedFailure[];
  /** The vendor's token in the body, where there is one and it was accepted. */
  readonly token: string | null;
}

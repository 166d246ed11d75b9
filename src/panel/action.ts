import type { Services } from '../platform/services';
import type { Outcome } from './outcome';

/** Something that a page may ask for. */
export interface Action {
  /** Its arguments by name: all texts, trimmed, no longer than 1,000 characters unless `longest` says otherwise. */
  readonly takes: readonly string[];
  readonly longest?: number;
  run(services: Services, args: readonly string[]): Outcome<unknown>;
}

/** What the pages of one kind may ask for, by name. */
export type ActionTable = Readonly<Record<string, Action>>;

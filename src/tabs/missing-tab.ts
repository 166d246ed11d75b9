import type { TabId } from './tabs';

/** A tab that the user deleted, or whose hidden columns they took apart; it is made whole, then the hold is repeated. */
export class MissingTab extends Error {
  constructor(readonly tab: TabId) {
    super(`The tab ${tab} is missing.`);
  }
}

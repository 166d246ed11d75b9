import { causesOf } from '../../intake/replay/replay';
import { journalStatuses } from '../../intake/journal/journal';
import { allLines } from '../../intake/journal/journal-lines';
import type { Ledger } from '../../intake/repair/ledger';

/** By the key of a cause: labels of the accounts whose events are stopped by it. A cause is a platform's, whatever the account. */
export function stoppedAccounts({ journal }: Ledger): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of allLines(journal)) {
    if (line.status !== journalStatuses.failed && line.status !== journalStatuses.quarantined)
      continue;
    for (const key of causesOf(line))
      found.set(key, (found.get(key) ?? new Set<string>()).add(line.account));
  }
  return found;
}

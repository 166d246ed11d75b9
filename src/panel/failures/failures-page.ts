import { findLedger } from '../../intake/repair/ledger';
import { recheckTabs } from '../../intake/repair/repair';
import type { ReplayReport, Selection } from '../../intake/replay/replay';
import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { whileLocked } from '../change';
import { readGaps, type ShownGap } from '../check';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { stoppedAccounts } from './accounts';
import { readCauses, type ShownCause } from './cause';
import { dryRun, type DryRun } from './dry-run';
import { replayInHold } from './replay-in-hold';
import { showTokens, type ShownToken } from './tokens';

export interface FailuresPage {
  readonly causes: readonly ShownCause[];
  readonly tokens: readonly ShownToken[];
  readonly gaps: readonly ShownGap[];
}

/** What the page Falhas shows. Writes nothing, whatever was deleted: it is read without the lock. */
export function readFailuresPage(services: Services): FailuresPage {
  const all = services.properties.getAll();
  const ledger = findLedger(services, all);
  const accounts = ledger === null ? undefined : stoppedAccounts(ledger);
  const causes = readCauses(services, configFrom(all), accounts);
  return {
    causes,
    tokens: ledger === null ? [] : showTokens(services, ledger, causes),
    gaps: readGaps(services, all),
  };
}

/** What a person may choose to replay: a cause of Falhas by its key, one request by its id, the journal from a number on. */
function readSelection(kind: string, value: string): Selection | null {
  if (value === '') return null;
  if (kind === 'cause') return { kind, key: value };
  if (kind === 'request') return { kind, id: value };
  const [, id, after = value] = /^(\w+) (\d+)$/.exec(value) ?? [];
  const afterNumber = Number(after);
  if (kind === 'connection' && id !== undefined) return { kind, id, afterNumber };
  return kind === 'all' && Number.isSafeInteger(afterNumber) ? { kind, afterNumber } : null;
}

/** The rows that a replay would touch. Writes nothing. */
export function previewSelected(services: Services, kind: string, value: string): Outcome<DryRun> {
  const selection = readSelection(kind, value);
  if (selection === null) return refused(speaker(services)('nothingChosen'));
  return dryRun(services, selection);
}

/** Replays what was chosen, as far as one run goes. Pressing twice is harmless. */
export function replaySelected(
  services: Services,
  kind: string,
  value: string,
): Outcome<ReplayReport> {
  const selection = readSelection(kind, value);
  if (selection === null) return refused(speaker(services)('nothingChosen'));
  return whileLocked(services, () => {
    recheckTabs(services);
    return done(replayInHold(services, selection));
  });
}

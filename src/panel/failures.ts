import { rememberToken } from '../settings/connections';
import { findLedger, openLedger, type Ledger } from '../intake/repair/ledger';
import { configFrom, type Config } from '../settings/config';
import { quarantinedTokens, type QuarantinedToken } from '../intake/replay/quarantined-tokens';
import { recheckTabs } from '../intake/repair/repair';
import { previewReplay, replay, type ReplayReport, type Selection } from '../intake/replay/replay';
import { saveSweepState, sweepStateFrom, withRest, type SweepRest } from '../settings/sweep-state';
import { withWholeTabs } from '../intake/repair/whole-tabs';
import type { PlannedRow } from '../intake/write/write-changes';
import type { Services } from '../platform/services';
import { findSheet } from '../sheets/find-sheet';
import { readRows } from '../sheets/read-rows';
import { tabs } from '../tabs/tabs';
import { whileLocked } from './change';
import { readGaps, type ShownGap } from './check';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';

/** A cause of Falhas as the page shows it. */
interface FailureCause {
  readonly key: string;
  readonly vendor: string;
  readonly event: string;
  readonly cause: string;
  readonly advice: string;
  readonly count: number;
  readonly situation: string;
}

/** A quarantined token; only its end is shown. */
interface ShownToken {
  readonly connectionId: string;
  readonly digest: string;
  readonly ending: string;
  readonly count: number;
}

export interface FailuresPage {
  readonly causes: readonly FailureCause[];
  readonly tokens: readonly ShownToken[];
  readonly gaps: readonly ShownGap[];
}

/** What the page Falhas shows. Writes nothing, whatever was deleted: it is read without the lock. */
export function readFailuresPage(services: Services): FailuresPage {
  const all = services.properties.getAll();
  const ledger = findLedger(services, all);
  const quarantined = ledger === null ? [] : quarantinedTokens(ledger, services.codec);
  return {
    causes: readCauses(services, configFrom(all)),
    tokens: quarantined.map(showToken),
    gaps: readGaps(services, all),
  };
}

function showToken({ connectionId, digest, token, count }: QuarantinedToken): ShownToken {
  return { connectionId, digest, ending: token.slice(-4), count };
}

const currentLedger = (services: Services): Ledger =>
  openLedger(services, services.properties.getAll());

function readCauses(services: Services, { settings }: Config): readonly FailureCause[] {
  const sheet = findSheet(services.workbook, tabs.failures, settings.sheetIds['failures']);
  const rows = sheet === null ? [] : readRows(tabs.failures, sheet);
  return rows.map(({ key, cells }) => ({
    key,
    vendor: String(cells['vendor']),
    event: String(cells['event']),
    cause: String(cells['cause']),
    advice: String(cells['advice']),
    count: Number(cells['count']),
    situation: String(cells['situation']),
  }));
}

/** What a person may choose to replay: a cause of Falhas by its key, one request by its id, the journal from a number on. */
function readSelection(kind: string, value: string): Selection | null {
  if (value === '') return null;
  if (kind === 'cause') return { kind, key: value };
  if (kind === 'request') return { kind, id: value };
  const afterNumber = Number(value);
  return kind === 'all' && Number.isSafeInteger(afterNumber) ? { kind, afterNumber } : null;
}

/** The rows that a replay would touch. Writes nothing. */
export function previewSelected(
  services: Services,
  kind: string,
  value: string,
): Outcome<readonly PlannedRow[]> {
  const selection = readSelection(kind, value);
  if (selection === null) return refused(speaker(services)('nothingChosen'));
  const ledger = findLedger(services, services.properties.getAll());
  return done(ledger === null ? [] : previewReplay(services, selection, ledger));
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

/** Accepts a quarantined token, told by its digest, and replays what was quarantined for its connection. */
export function acceptToken(
  services: Services,
  connectionId: string,
  digest: string,
): Outcome<ReplayReport> {
  return whileLocked(services, () => {
    const ledger = currentLedger(services);
    const connection = ledger.config.connections.find(({ id }) => id === connectionId);
    const quarantined = quarantinedTokens(ledger, services.codec).find(
      (one) => one.connectionId === connectionId && one.digest === digest,
    );
    if (connection === undefined || quarantined === undefined)
      return refused(speaker(services)('tokenGone'));
    rememberToken(services, connection, quarantined.token);
    return done(replayInHold(services, { kind: 'quarantined', connectionId }));
  });
}

function replayInHold(services: Services, selection: Selection): ReplayReport {
  const { report, rest } = withWholeTabs(services, () =>
    replay(services, selection, currentLedger(services)),
  );
  leaveToSweep(services, rest);
  return report;
}

/** The sweep goes on with what a replay could not finish. Stored before the flush: a crash in between only makes it look twice. */
function leaveToSweep({ properties }: Services, rest: SweepRest): void {
  if (rest.openAbove === null && rest.nextTryMs === null) return;
  saveSweepState(properties, withRest(sweepStateFrom(properties.getAll()), rest));
}

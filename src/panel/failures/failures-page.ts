import { rememberToken } from '../../settings/connections';
import { findLedger, openLedger, type Ledger } from '../../intake/repair/ledger';
import { configFrom, type Config } from '../../settings/config';
import { quarantinedTokens, type QuarantinedToken } from '../../intake/replay/quarantined-tokens';
import { recheckTabs } from '../../intake/repair/repair';
import { replay, type ReplayReport, type Selection } from '../../intake/replay/replay';
import {
  saveSweepState,
  sweepStateFrom,
  withRest,
  type SweepRest,
} from '../../settings/sweep-state';
import { withWholeTabs } from '../../intake/repair/whole-tabs';
import type { Services } from '../../platform/services';
import { findVendor } from '../../vendors/registry';
import { whileLocked } from '../change';
import { readGaps, type ShownGap } from '../check';
import { readCauses, type ShownCause } from './cause';
import { dryRun, type DryRun } from './dry-run';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';

/** A quarantined token; only its end is shown. */
interface ShownToken {
  readonly connectionId: string;
  readonly digest: string;
  readonly ending: string;
  /** Whose it is. */
  readonly platform: string;
  readonly account: string;
  readonly count: number;
}

export interface FailuresPage {
  readonly causes: readonly ShownCause[];
  readonly tokens: readonly ShownToken[];
  readonly gaps: readonly ShownGap[];
}

/** What the page Falhas shows. Writes nothing, whatever was deleted: it is read without the lock. */
export function readFailuresPage(services: Services): FailuresPage {
  const all = services.properties.getAll();
  const config = configFrom(all);
  const ledger = findLedger(services, all);
  const quarantined = ledger === null ? [] : quarantinedTokens(ledger, services.codec);
  return {
    causes: readCauses(services, config),
    tokens: quarantined.map((token) => showToken(token, config)),
    gaps: readGaps(services, all),
  };
}

function showToken(
  { connectionId, digest, token, count }: QuarantinedToken,
  { connections }: Config,
): ShownToken {
  const connection = connections.find(({ id }) => id === connectionId);
  return {
    connectionId,
    digest,
    ending: token.slice(-4),
    platform: connection === undefined ? '' : findVendor(connection.vendor).name,
    account: connection?.account ?? '',
    count,
  };
}

const currentLedger = (services: Services): Ledger =>
  openLedger(services, services.properties.getAll());

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

import { updateBooks } from '../../intake/books/books';
import { ignoreCauses } from '../../intake/books/ignore-cause';
import { openLedger, type Ledger } from '../../intake/repair/ledger';
import { withWholeTabs } from '../../intake/repair/whole-tabs';
import { quarantinedTokens, type QuarantinedToken } from '../../intake/replay/quarantined-tokens';
import type { ReplayReport } from '../../intake/replay/replay';
import type { Services } from '../../platform/services';
import type { Config, Connection } from '../../settings/config';
import { rememberToken } from '../../settings/connections';
import { findVendor } from '../../vendors/registry';
import { whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { sayWhen } from '../say-when';
import { speaker } from '../speak';
import { readCauses, type ShownCause } from './cause';
import { replayInHold } from './replay-in-hold';

/** A quarantined token that waits for a decision; only its end is shown. */
export interface ShownToken {
  readonly connectionId: string;
  readonly digest: string;
  readonly ending: string;
  /** Ends of those that are accepted. */
  readonly known: readonly string[];
  /** Whose it is. */
  readonly platform: string;
  readonly account: string;
  readonly count: number;
  /** When the first of its events came. */
  readonly since: string;
}

const endOf = (token: string): string => token.slice(-4);

/** The tokens that nobody has decided about. */
export function showTokens(
  services: Services,
  ledger: Ledger,
  causes: readonly ShownCause[],
): readonly ShownToken[] {
  const { config } = ledger;
  return quarantinedTokens(ledger, services.codec)
    .filter((token) => !isRefused(token, causes))
    .map((token) => showToken(token, config, services));
}

/** What is refused stands in the reasons of its causes: when it comes again, the reason goes and the question is back. */
function isRefused({ token, causes }: QuarantinedToken, all: readonly ShownCause[]): boolean {
  const isNamed = (key: string): boolean =>
    all.some((one) => one.key === key && one.reason.includes(endOf(token)));
  return causes.length > 0 && causes.every(isNamed);
}

function showToken(
  { connectionId, digest, token, count, firstMs }: QuarantinedToken,
  { connections, settings: { offsetMinutes } }: Config,
  { clock }: Services,
): ShownToken {
  const connection = connections.find(({ id }) => id === connectionId);
  return {
    connectionId,
    digest,
    ending: endOf(token),
    known: connection?.tokens.map(endOf) ?? [],
    platform: connection === undefined ? '' : findVendor(connection.vendor).name,
    account: connection?.account ?? '',
    count,
    since: sayWhen(firstMs, { nowMs: clock.now(), offsetMinutes }),
  };
}

interface Asked {
  readonly connectionId: string;
  readonly digest: string;
}

/** What somebody decided about, as it stands now. */
interface Found {
  readonly ledger: Ledger;
  readonly connection: Connection;
  readonly quarantined: QuarantinedToken;
}

/** Looks the token up again, since it may be decided meanwhile, and decides with the lock in hand. */
function decide<T>(
  services: Services,
  { connectionId, digest }: Asked,
  act: (found: Found) => Outcome<T>,
): Outcome<T> {
  return whileLocked(services, () => {
    const ledger = openLedger(services, services.properties.getAll());
    const connection = ledger.config.connections.find(({ id }) => id === connectionId);
    const quarantined = quarantinedTokens(ledger, services.codec).find(
      (one) => one.connectionId === connectionId && one.digest === digest,
    );
    if (connection === undefined || quarantined === undefined)
      return refused(speaker(services)('tokenGone'));
    return act({ ledger, connection, quarantined });
  });
}

/** Accepts a quarantined token, told by its digest, and replays what was quarantined for its connection. */
export const acceptToken = (services: Services, asked: Asked): Outcome<ReplayReport> =>
  decide(services, asked, ({ connection, quarantined }) => {
    rememberToken(services, connection, quarantined.token);
    const { connectionId } = asked;
    return done(replayInHold(services, { kind: 'quarantined', connectionId }));
  });

/** Ignores the causes of a quarantined token, which is named in their reason; beside another one where that is refused, too. */
export const refuseToken = (services: Services, asked: Asked): Outcome =>
  decide(services, asked, ({ ledger, quarantined: { token, causes } }) => {
    const speak = speaker(services);
    const own = speak('failTokenReason', { ending: endOf(token) });
    withWholeTabs(services, () => {
      updateBooks(services, ledger);
      const all = readCauses(services, ledger.config);
      const reasons = causes.map((key) => {
        const known = all.find((one) => one.key === key)?.reason ?? '';
        return [key, known === '' ? own : `${known}; ${own}`] as const;
      });
      return ignoreCauses(services, ledger, new Map(reasons));
    });
    return done(null, speak('failTokenRefused'));
  });

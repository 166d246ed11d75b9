import { failureCodes } from '../../events/failure';
import { failureTexts } from '../../events/failure-texts';
import { readCount, type CauseState } from '../../intake/books/failure-rows';
import type { Services } from '../../platform/services';
import type { Config } from '../../settings/config';
import { findSheet } from '../../sheets/find-sheet';
import { readRows, type ReadRow } from '../../sheets/read-rows';
import { tabs } from '../../tabs/tabs';
import { findVendor, vendors } from '../../vendors/registry';
import { languageOf } from '../language';
import { sayEvent } from '../say-event';
import { sayWhen } from '../say-when';
import { speaker } from '../speak';

/** A cause of Falhas as the page shows it, in the person's language. */
export interface ShownCause {
  /** Names it in calls; never shown. */
  readonly key: string;
  readonly vendor: string;
  /** Labels of the accounts whose events are stopped; blank when that is not known. */
  readonly account: string;
  /** As users know it, with its name on the wire. */
  readonly event: string;
  readonly code: string;
  readonly cause: string;
  readonly advice: string;
  /** How many of it there were, the solved ones too, and how many are stopped now. */
  readonly count: number;
  readonly stopped: number;
  readonly first: string;
  readonly last: string;
  readonly state: CauseState;
  /** The state in words. */
  readonly situation: string;
  /** When it is tried again by itself; blank when it is not. */
  readonly nextTry: string;
  /** Why a person ignores it; blank when nobody does. */
  readonly reason: string;
}

const stateTexts = {
  waiting: 'failStateWaiting',
  retrying: 'failStateRetrying',
  solved: 'failStateSolved',
  ignored: 'failStateIgnored',
} as const;

type Accounts = ReadonlyMap<string, ReadonlySet<string>>;

/** Every cause, the latest first. Whose events are stopped is read from the journal, where the caller has it. */
export function readCauses(
  services: Services,
  config: Config,
  accounts: Accounts = new Map(),
): readonly ShownCause[] {
  const { settings } = config;
  const sheet = findSheet(services.workbook, tabs.failures, settings.sheetIds['failures']);
  const rows = sheet === null ? [] : readRows(tabs.failures, sheet);
  return rows
    .map((row) => ({ row, lastMs: readCount(row.state).lastMs }))
    .sort((a, b) => b.lastMs - a.lastMs)
    .map(({ row }) => ({
      ...showCause(row, services, settings.offsetMinutes),
      account: accountOf(row, config, accounts),
    }));
}

/** What is solved has left the journal's list: then the account is known where the platform has only one. */
function accountOf({ key, cells }: ReadRow, { connections }: Config, accounts: Accounts): string {
  const stopped = accounts.get(key);
  if (stopped !== undefined) return [...stopped].join(', ');
  const own = connections.filter(({ vendor }) => findVendor(vendor).name === cells['vendor']);
  return own.length === 1 ? (own[0]?.account ?? '') : '';
}

function showCause(
  row: ReadRow,
  services: Services,
  offsetMinutes: number,
): Omit<ShownCause, 'account'> {
  const { key, cells } = row;
  const speak = speaker(services);
  const counted = readCount(row.state);
  const { count, solved, firstMs, lastMs, nextTryMs, state, reason } = counted;
  const when = (atMs: number | null): string =>
    atMs === null ? '' : sayWhen(atMs, { nowMs: services.clock.now(), offsetMinutes });
  const nextTry = state === 'retrying' ? when(nextTryMs) : '';
  const vendorName = String(cells['vendor']);
  const vendor = Object.values(vendors).find(({ name }) => name === vendorName);
  return {
    key,
    vendor: vendorName,
    event: sayEvent(vendor, String(cells['event']), languageOf(services.host.locale())),
    ...sentencesOf(row, services),
    count,
    stopped: Math.max(0, count - solved),
    first: when(firstMs),
    last: when(lastMs),
    state,
    situation: speak(stateTexts[state], { time: nextTry }),
    nextTry,
    reason: state === 'ignored' ? reason : '',
  };
}

/** The key names the code; of one that this version does not know, the cells' own words are told. */
function sentencesOf(
  { key, cells }: ReadRow,
  { host }: Services,
): Pick<ShownCause, 'code' | 'cause' | 'advice'> {
  const [, , named = ''] = key.split('|');
  const code = failureCodes.find((one) => one === named);
  const language = languageOf(host.locale());
  if (code === undefined)
    return { code: '', cause: String(cells['cause']), advice: String(cells['advice']) };
  const { cause, advice } = failureTexts[code];
  return { code, cause: cause[language], advice: advice[language] };
}

import type { Services } from '../../platform/services';
import { overdraw } from '../../sheets/look-up';
import type { CheckState } from '../../settings/sweep-state';
import { derivations } from '../../rows/derivations';
import { registers } from '../../tabs/registers';
import type { TabId } from '../../tabs/tabs';
import { openStatuses } from '../journal/journal';
import { nextLines, readRequests } from '../journal/journal-lines';
import { isTestRequest } from '../journal/request';
import type { Ledger } from '../repair/ledger';
import { judgeAgain, replayContext } from '../replay/replay';
import { writeChanges } from '../write/write-changes';
import type { RequestedChanges } from '../write/write-run';
import { nextStep, type Step } from './check-step';
import { isNoted, maxNoted, noteKey } from './note-key';

/** Requests that one step judges again, and what that takes by the published costs. */
const requestsPerStep = 300;
const stepMs = 1500;

/**
 * Where something has come or gone since the last check: lets the rows that are there learn what the journal knows (one may have been
 * overwritten that knew more), and notes which rows it knows that the tabs lack.
 */
export const askJournal: Step = ({ services, ledger, state, budget }) => {
  const isAsked = Object.keys(state.lost).length > 0;
  const page = isAsked ? readPage(services, ledger, state.from) : null;
  if (page === null) return nextStep(state);
  overdraw(budget, stepMs);
  let { lost } = state;
  writeChanges(page.requested, {
    ...replayContext(services, ledger),
    rewrites: false,
    only: (tab, { key, existing }) => {
      const isOpen = lost[tab] !== undefined;
      if (existing !== null) return isOpen || followsAny(tab, lost);
      if (isOpen) lost = noteKey(lost, tab, key);
      return false;
    },
  });
  return { ...state, lost, from: page.last };
};

/** Whether rows of that tab follow from rows of a tab that is asked for. */
const followsAny = (tab: TabId, asked: CheckState['lost']): boolean =>
  derivations.some((one) => one.tab === tab && asked[registers[one.from].tab] !== undefined);

/**
 * Whether a tab's missing rows are surely those that were overwritten: there are no more of them than rows that stand in the place of
 * others. What a person deleted does not come back by itself.
 */
export const isOverwritten = ({ lost, surplus }: CheckState, tab: string): boolean => {
  const count = lost[tab]?.length ?? 0;
  return count > 0 && count < maxNoted && count <= (surplus[tab] ?? 0);
};

/** Writes those rows again. */
export const restoreRows: Step = ({ services, ledger, state, budget }) => {
  const tabs = Object.keys(state.lost).filter((tab) => isOverwritten(state, tab));
  const last =
    tabs.length === 0 ? null : writeMissing(services, ledger, { tabs, after: state.from });
  overdraw(budget, stepMs);
  if (last !== null) return { ...state, from: last };
  const mended = tabs.reduce((sum, tab) => sum + (state.lost[tab]?.length ?? 0), state.mended);
  return nextStep({ ...state, mended });
};

/** Writes long texts again that have gone from their cells: their rows know only how they begin. */
export const rewriteTexts: Step = ({ services, ledger, state, budget }) => {
  const isAsked = Object.keys(state.texts).length > 0;
  const page = isAsked ? readPage(services, ledger, state.from) : null;
  if (page === null) return nextStep(state);
  overdraw(budget, stepMs);
  const written = new Set<string>();
  writeChanges(page.requested, {
    ...replayContext(services, ledger),
    only: (tab, { key, existing }) => {
      const isMeant = existing !== null && isNoted(state.texts, tab, key);
      if (isMeant) written.add(`${tab} ${key}`);
      return isMeant;
    },
  });
  return { ...state, from: page.last, mended: state.mended + written.size };
};

interface Missing {
  readonly tabs: readonly string[];
  readonly after: number;
}

/**
 * Works off the next lines of the journal again, as far as rows are concerned that stand nowhere in these tabs. Gives the number of
 * the last one; null when there was none left. Buffered; callers hold the lock and flush.
 */
export function writeMissing(
  services: Services,
  ledger: Ledger,
  { tabs, after }: Missing,
): number | null {
  const page = readPage(services, ledger, after);
  if (page === null) return null;
  writeChanges(page.requested, {
    ...replayContext(services, ledger),
    only: (tab: TabId, { existing }) => existing === null && tabs.includes(tab),
  });
  return page.last;
}

interface Page {
  readonly requested: readonly RequestedChanges[];
  readonly last: number;
}

/** What the next lines ask for, save test events and those that the sweep has still to work off. */
function readPage(services: Services, ledger: Ledger, after: number): Page | null {
  const { lines, last } = nextLines(ledger.journal, after, requestsPerStep);
  if (last === null) return null;
  const settled = lines.filter(
    ({ status, requestId }) => !openStatuses.has(status) && !isTestRequest(requestId),
  );
  const stored = readRequests(ledger.journal, settled);
  return { requested: judgeAgain(services, stored, ledger), last };
}

import type { Services } from '../../platform/services';
import type { Config } from '../../settings/config';
import {
  findingsAt,
  type CheckState,
  type Findings,
  type SweepState,
} from '../../settings/sweep-state';
import { MissingTab } from '../../tabs/missing-tab';
import type { TabId } from '../../tabs/tabs';
import type { Ledger } from '../repair/ledger';
import { overdraw } from '../../sheets/look-up';
import { askJournal, isOverwritten, restoreRows, rewriteTexts } from './ask-journal';
import { dataTabs, nextStep, openData, type Step } from './check-step';
import { mendCells } from './mend-cells';
import { survey } from './survey';
import { uniteRows } from './unite-rows';

/** Counts what is wrong with a tab. */
const countFaults: Step = (hand, tab) => {
  const { state } = hand;
  const open = openData(hand, tab);
  if (open === null) return nextStep(state);
  const { surplus, absent, headers } = survey(open, hand);
  // Before the first count nothing is known to have been gone already.
  const isLess = surplus + headers.length > 0 || absent > (state.absent[tab] ?? 0);
  return nextStep({
    ...state,
    surplus: { ...state.surplus, [tab]: surplus + headers.length },
    // What is united leaves numbers without a row.
    absent: { ...state.absent, [tab]: absent + surplus },
    lost: isLess ? { ...state.lost, [tab]: [] } : state.lost,
  });
};

/** What was counted is stored before anything is touched, so that a crash forgets nothing: here a hold ends. */
const storeCounts: Step = ({ state, budget }) => {
  if (Object.keys(state.lost).length > 0) overdraw(budget, Infinity);
  return nextStep(state);
};

const inEach = (step: Step): readonly (readonly [Step, TabId])[] =>
  dataTabs.map((tab) => [step, tab] as const);

/** All steps in their order. */
const steps: readonly (readonly [Step, TabId])[] = [
  ...inEach(countFaults),
  [storeCounts, 'journal'],
  ...inEach(uniteRows),
  [askJournal, 'journal'],
  [restoreRows, 'journal'],
  ...inEach(mendCells),
  [rewriteTexts, 'journal'],
];

/** The tab at which the check is; null when none is under way. */
export const tabAt = ({ step }: CheckState): TabId | null => steps[step]?.[1] ?? null;

const hourMs = 3_600_000;
/** The night, by the wall clock of the settings. */
const [fromHour, untilHour] = [2, 5];
const localMs = ({ settings }: Config, nowMs: number): number =>
  nowMs + settings.offsetMinutes * 60_000;
const dayOf = (config: Config, nowMs: number): number =>
  Math.floor(localMs(config, nowMs) / (24 * hourMs));

/** At night: one that is under way goes on, and each night begins one. */
export function isCheckDue({ check }: SweepState, config: Config, nowMs: number): boolean {
  const hour = Math.floor(localMs(config, nowMs) / hourMs) % 24;
  const isNight = fromHour <= hour && hour < untilHour;
  return isNight && (check.step >= 0 || check.day !== dayOf(config, nowMs));
}

/** How far the check is, and what there is to tell. */
export type Checked = Pick<SweepState, 'check' | 'findings'>;

interface Begun {
  readonly state: SweepState;
  readonly budgetMs: number;
}

/**
 * Goes on with the self-check, or begins one: as many steps as fit into so many milliseconds of Google's time, by the published
 * costs. Buffered; callers hold the lock, flush, and store what is given. What is cut short is looked at again.
 */
export function checkOn(services: Services, ledger: Ledger, { state, budgetMs }: Begun): Checked {
  const budget = { leftMs: budgetMs };
  const nowMs = services.clock.now();
  let check: CheckState =
    state.check.step >= 0 ? state.check : begin(state.check, dayOf(ledger.config, nowMs));
  for (let at = steps[check.step]; at !== undefined && budget.leftMs > 0; at = steps[check.step]) {
    const [step, tab] = at;
    try {
      check = step({ services, ledger, state: check, budget }, tab);
      services.workbook.flush();
    } catch (error) {
      if (error instanceof MissingTab) throw error;
      // What Google refuses here must not stop the sweep, tonight and every night.
      services.logError(error instanceof Error ? error.message : 'unknown fault');
      check = nextStep(check);
    }
  }
  if (steps[check.step] !== undefined) return { check, findings: state.findings };
  const findings = tell(check, findingsAt(state, nowMs), nowMs);
  return { check: { ...check, step: -1 }, findings };
}

const begin = ({ absent }: CheckState, day: number): CheckState => ({
  day,
  step: 0,
  from: 0,
  surplus: {},
  absent,
  lost: {},
  texts: {},
  mended: 0,
});

/** What was found now; where nothing was, what was found before goes on being told. */
function tell(check: CheckState, before: Findings, nowMs: number): Findings {
  const asked = Object.entries(check.lost);
  if (asked.length === 0 && check.mended === 0) return before;
  const open = asked.filter(([tab, keys]) => keys.length > 0 && !isOverwritten(check, tab));
  const gaps = Object.fromEntries(open.map(([tab, keys]) => [tab, keys.length] as const));
  const kept = asked.length === 0 ? before.gaps : gaps;
  return { atMs: nowMs, mended: check.mended || before.mended, gaps: kept };
}

import { paceOf } from '../../budget/budget';
import type { Services } from '../../platform/services';
import type { Config } from '../../settings/config';
import { earlier, withRest, type SweepState } from '../../settings/sweep-state';
import { updateBooks } from '../books/books';
import { visitsIn } from '../journal/journal-lines';
import { openLedger } from '../repair/ledger';
import { replay } from '../replay/replay';
import { checkOn, isCheckDue } from '../self-check/self-check';
import { updateTotals } from '../totals/update-totals';
import { migrate } from '../upgrade/migrate';
import { updateRows } from '../views/views';
import { serveWaiting, type Desk, type Swept } from './desk';
import { isRenderingDue, renderAgain } from './render-again';
import { areLooksDue, looksOf, renewLooks } from './renew-looks';
import { removeTestRows } from './test-rows';
import { trimJournal } from './trim';
import { waitingIn } from './watch';
import { workOffOpen } from './work-off-open';

/** Google's time that one sweep of the night spends on the self-check; a step that has begun is ended. */
const checkMs = 1000;

/** Once in ten minutes the sweep does all of its work, and waits for the lock, so that load cannot starve it. */
export const fullEveryMs = 10 * 60_000;

/** Something a sweep does when it is due. */
interface Task {
  /** Nothing is lost without it: it waits while much of Google's day is used. */
  readonly isExtra?: true;
  isDue(state: SweepState, config: Config, nowMs: number): boolean;
  run(services: Services, desk: Desk): Desk;
}

const always = (): boolean => true;

const tasks: readonly Task[] = [
  { isDue: always, run: (services, desk) => workOffOpen(services, upgrade(services, desk)) },
  { isDue: always, run: retryDue },
  {
    isExtra: true,
    isDue: ({ rendering }, config) => isRenderingDue(rendering, config),
    run: renderNext,
  },
  { isDue: (state, config) => areLooksDue(state, config), run: renewRules },
  // Rows must be as they are rendered now before their cells are compared.
  {
    isExtra: true,
    isDue: (state, config, nowMs) =>
      isCheckDue(state, config, nowMs) && !isRenderingDue(state.rendering, config),
    run: checkAtNight,
  },
  { isDue: ({ trimmedMs }, _config, nowMs) => nowMs - trimmedMs >= fullEveryMs, run: trim },
  { isDue: always, run: countTotals },
  { isDue: always, run: showRows },
];

/** Does what is due; those who come meanwhile are written between the tasks, so that nobody waits for all of them. */
export function doTasks(services: Services, begun: Desk): Swept {
  const nowMs = services.clock.now();
  const { hasExtras } = paceOf(begun.state.budget);
  let desk = begun;
  for (const { isExtra, isDue, run } of tasks) {
    if (isExtra && !hasExtras) continue;
    if (!isDue(desk.state, desk.ledger.config, services.clock.now())) continue;
    desk = run(services, serveWaiting(services, desk));
  }
  const journalRows = rowsWorkedThrough(desk);
  const { hold, boards, state } = desk;
  return { hold, boards, state: { ...state, journalRows, lastRunMs: nowMs } };
}

/** Rows of the journal when no line is left for the next sweep, so that a look at its length tells whether there is work; else 0. */
const rowsWorkedThrough = ({ ledger: { journal }, state }: Desk): number =>
  journal.saidNumber === state.doneNumber ? journal.sheet.lastRow() : 0;

function upgrade(services: Services, desk: Desk): Desk {
  const state = migrate(services, desk.ledger, desk.state);
  if (state === desk.state) return desk;
  desk.memory.kept.clear();
  // A step may have given numbers to lines.
  return { ...desk, state, ledger: openLedger(services, services.properties.getAll()) };
}

function renderNext(services: Services, desk: Desk): Desk {
  services.workbook.flush();
  desk.memory.kept.clear();
  const rendering = renderAgain(services, desk.ledger, desk.state.rendering);
  services.workbook.flush();
  return { ...desk, state: { ...desk.state, rendering } };
}

function renewRules(services: Services, desk: Desk): Desk {
  const { config } = desk.ledger;
  renewLooks(services.workbook, config);
  return { ...desk, state: { ...desk.state, looks: looksOf(config) } };
}

function checkAtNight(services: Services, desk: Desk): Desk {
  const { ledger, memory, state } = desk;
  memory.kept.clear();
  const checked = checkOn(services, ledger, { state, budgetMs: checkMs });
  return { ...desk, state: { ...state, ...checked } };
}

function trim(services: Services, desk: Desk): Desk {
  trimJournal(services, desk.ledger);
  return { ...desk, state: { ...desk.state, trimmedMs: services.clock.now() } };
}

function countTotals(services: Services, desk: Desk): Desk {
  const { ledger, state } = desk;
  services.workbook.flush();
  const counted = updateTotals(services, ledger.config, state.totals);
  const waitingMs =
    counted.rows === null
      ? state.alarms.waitingMs
      : waitingIn(counted.rows, ledger.config.connections);
  const alarms = { ...state.alarms, waitingMs };
  return { ...desk, counted, state: { ...state, alarms, totals: counted.state } };
}

function showRows(services: Services, desk: Desk): Desk {
  const { ledger, state, counted } = desk;
  const numbers = counted ?? { state: state.totals, rows: null };
  const boards = updateRows(services, ledger.config, { shown: state.views, counted: numbers });
  return { ...desk, boards, state: { ...state, views: { days: boards.mark } } };
}

export const isRetryDue = ({ nextRetryMs }: SweepState, nowMs: number): boolean =>
  nextRetryMs !== null && nextRetryMs <= nowMs;

/**
 * Visits again what is due, brings Falhas and Saúde up to date, and learns when the next visit is. A full run asks the journal for
 * it: a crash may have come between counting a line and remembering its next visit, a sort when the mark of a line was struck out.
 */
function retryDue(services: Services, desk: Desk): Desk {
  const { ledger, memory, state } = desk;
  const nowMs = services.clock.now();
  if (isRetryDue(state, nowMs)) {
    memory.kept.clear();
    const { rest } = replay(services, { kind: 'due', nowMs }, ledger);
    services.workbook.flush();
    removeTestRows(services, ledger, nowMs);
    const { soonestMs: nextRetryMs } = visitsIn(ledger.journal);
    return { ...desk, state: { ...withRest(state, rest), nextRetryMs } };
  }
  const { found, watch } = desk;
  const { soonestMs, alarms } = updateBooks(services, ledger, { found, watch });
  const told = { ...state, alarms: alarms ?? state.alarms };
  if (nowMs - state.lastRunMs < fullEveryMs)
    return { ...desk, state: { ...told, nextRetryMs: earlier(told.nextRetryMs, soonestMs) } };
  const visits = visitsIn(ledger.journal);
  const above = visits.left === null ? null : visits.left - 1;
  const known = withRest(told, { openAbove: above, nextTryMs: null });
  const nextRetryMs = earlier(visits.soonestMs, soonestMs);
  return { ...desk, state: { ...known, nextRetryMs } };
}

import type { Services } from '../../platform/services';
import { withRest } from '../../settings/sweep-state';
import { readMissing } from '../books/books';
import { openAbove, workOffAndRecount, writeLeftAndRecount } from '../books/recount';
import type { Line } from '../journal/journal';
import { linesAbove, readRequests, returnedLines } from '../journal/journal-lines';
import { lastNumberOf } from '../journal/journal-number';
import { sayLastNumber } from '../journal/journal-write';
import { memoryOf } from '../repair/ledger';
import { restOf } from '../replay/sweep-rest';
import { serveWaiting, type Desk } from './desk';
import { openIn } from './open-lines';

/** How many lines of the journal are taken: looked at, worked off whole, of which rows that were left are written. */
interface Portion {
  readonly looked: number;
  readonly open: number;
  readonly left: number;
}

const perSweep: Portion = { looked: 2000, open: 500, left: 2000 };
/** About two seconds by the published costs: those who come meanwhile wait for it. */
const perStep: Portion = { looked: 2000, open: 100, left: 200 };

/** A part of the work, and whether there is more of it for this sweep. */
interface Step {
  readonly desk: Desk;
  readonly taken: Portion;
  readonly isMore: boolean;
}

/** Works off open lines above those that are done, and those that had been given up for missing, some at a time. */
export function workOffOpen(services: Services, desk: Desk): Desk {
  let step = workOffSome(services, desk, smaller(perStep, perSweep));
  if (!step.isMore) return step.desk;
  let room = without(perSweep, step.taken);
  while (step.isMore && Math.min(room.looked, room.open, room.left) > 0) {
    const portion = smaller(perStep, room);
    step = workOffSome(services, serveWaiting(services, step.desk), portion);
    room = without(room, step.taken);
  }
  return { ...step.desk, found: null };
}

const smaller = (a: Portion, b: Portion): Portion => ({
  looked: Math.min(a.looked, b.looked),
  open: Math.min(a.open, b.open),
  left: Math.min(a.left, b.left),
});

const without = (all: Portion, taken: Portion): Portion => ({
  looked: all.looked - taken.looked,
  open: all.open - taken.open,
  left: all.left - taken.left,
});

const isLeftIn =
  (isOpen: IsOpen) =>
  (line: Line): boolean =>
    line.isLeft && !isOpen(line);

type IsOpen = ReturnType<typeof openIn>;

/** The first lines that fit into a portion. */
function takeSome(lines: readonly Line[], isOpen: IsOpen, portion: Portion): readonly Line[] {
  const isLeft = isLeftIn(isOpen);
  let [open, left] = [0, 0];
  const some = lines.slice(0, portion.looked);
  const end = some.findIndex((line) => {
    open += isOpen(line) ? 1 : 0;
    left += isLeft(line) ? 1 : 0;
    return open > portion.open || left > portion.left;
  });
  return end === -1 ? some : some.slice(0, end);
}

function workOffSome(services: Services, desk: Desk, portion: Portion): Step {
  const { state } = desk;
  const ledger = { ...desk.ledger, kept: desk.memory.kept };
  const { journal } = ledger;
  const memory = memoryOf(services, ledger);
  const last = lastNumberOf(journal, { memory, doneNumber: state.doneNumber });
  const range = { after: state.doneNumber, last };
  const { lines, missing } = linesAbove(journal, range);
  const isOpen = openIn(ledger.config);
  const looked = takeSome(lines, isOpen, portion);
  const highest = Math.max(last, lines[lines.length - 1]?.number ?? 0);
  const isAll = looked.length === lines.length;
  const doneNumber = isAll ? highest : (looked[looked.length - 1]?.number ?? highest);
  const returned = returnedLines(journal, readMissing(services, ledger));
  const open = [...looked, ...returned].filter(isOpen);
  const stored = readRequests(journal, open);
  const left = readRequests(journal, looked.filter(isLeftIn(isOpen)));
  if (highest !== journal.saidNumber) sayLastNumber(journal, highest, memory);
  // First what was told first: else a repeated delivery that is open would bring the news, and both count as written.
  const later = writeLeftAndRecount(services, left, ledger);
  const worked =
    later.openAbove === null
      ? restOf(workOffAndRecount(services, stored, ledger))
      : openAbove(stored);
  const isUntouched = stored.length === 0 && later.openAbove === null;
  const found = isUntouched ? { range, lines, missing } : null;
  const after = withRest(withRest({ ...state, doneNumber }, worked), later);
  return {
    desk: { ...desk, found, state: after },
    taken: { looked: looked.length, open: stored.length, left: left.length },
    // What stays open must not be tried again at once.
    isMore: !isAll && looked.length > 0 && after.doneNumber === doneNumber,
  };
}

import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { textAt } from './oracle/reading';
import { journalWords } from './oracle/titles';
import { readJournal } from './read-tabs';
import { readStored } from './stored';

const minuteMs = 60_000;
const quickRounds = 4;
const slowRounds = 12;
/** Long tabs are rendered again block by block, a sweep for each. */
const renderingRounds = 30;

/** What a quiet time is to see to, beside what waits. */
export interface QuietTime {
  /** Hears of each sweep as it begins, counted from 0. */
  readonly onSweep: (round: number, executionId: string) => void;
  /** Whether something went wrong in that execution: then another sweep follows. */
  readonly isHarmed: (executionId: string) => boolean;
  /** Sweeps that run whatever waits. */
  readonly atLeast: number;
  /** The language of the rows was changed: all are to be rendered again. */
  readonly rendersAgain: boolean;
}

/** Lets the sweep run by itself, minute after minute, until nothing waits; later in longer steps, as the retry plan's are. */
export async function quietDown(
  twin: Twin,
  clock: VirtualClock,
  { onSweep, isHarmed, atLeast, rendersAgain }: QuietTime,
): Promise<void> {
  for (let round = 0; round < quickRounds + slowRounds + renderingRounds; round += 1) {
    clock.moveTo(clock.now() + (round < quickRounds ? minuteMs : 20 * minuteMs));
    const { info, done } = twin.start('sweep_', [], 'trigger');
    onSweep(round, info.id);
    await done;
    const rounds = round + 1;
    const isQuiet = rounds >= quickRounds + slowRounds || whatWaits(twin).length === 0;
    if (rounds >= atLeast && !isHarmed(info.id) && isQuiet && (!rendersAgain || isRendered(twin)))
      return;
  }
}

/** Registers are rendered one after the other; so many are all. */
const all = '6';

function isRendered(twin: Twin): boolean {
  const { language } = readStored(twin, 'settings');
  const state = readStored(twin, 'sweep');
  const wanted = textAt(state, 'rendering.wanted') ?? '';
  return wanted.includes(`"${String(language)}"`) && textAt(state, 'rendering.register') === all;
}

const openStatuses: ReadonlySet<string> = new Set([journalWords.received, journalWords.waiting]);

/** What still asks for a sweep: full or emptied keys of the waiting room, open or retrying lines of the journal. */
export function whatWaits(twin: Twin): readonly string[] {
  const keys = [...twin.services.properties.entries('script').keys()].filter((key) =>
    key.startsWith('q.'),
  );
  const lines = readJournal(twin.workbook).filter(
    ({ status, nextTryMs }) => openStatuses.has(status) || nextTryMs !== null,
  );
  return [
    ...keys.map((key) => `property ${key}`),
    ...lines.map(({ number, status }) => `journal line ${number} is ${status}`),
  ];
}

import { journalStatuses } from '../../src/intake/journal/journal';
import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { readJournal } from './read-tabs';

const minuteMs = 60_000;
const quickRounds = 4;
const slowRounds = 12;

/** Lets the sweep run by itself, minute after minute, until nothing waits; later in longer steps, as the retry plan's are. */
export async function quietDown(twin: Twin, clock: VirtualClock): Promise<void> {
  for (let round = 0; round < quickRounds + slowRounds; round += 1) {
    clock.moveTo(clock.now() + (round < quickRounds ? minuteMs : 20 * minuteMs));
    await twin.start('sweep_', [], 'trigger').done;
    if (round > 0 && whatWaits(twin).length === 0) return;
  }
}

const openStatuses: ReadonlySet<string> = new Set([
  journalStatuses.received,
  journalStatuses.waiting,
]);

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

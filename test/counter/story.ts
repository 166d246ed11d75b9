import fc from 'fast-check';
import { bodyOf, eventKinds, type EventKind } from '../simulation/event-kinds';
import { modelOf, type ModelRow } from '../simulation/oracle/model';
import { readJournal } from '../simulation/read-tabs';
import type { Plantao } from '../support/plantao';

/** Friday 20 November 2026, 15:00 in GMT-3: after the events, and after the night's recount. */
export const nowMs = Date.UTC(2026, 10, 20, 18);
const noonMs = Date.UTC(2026, 10, 20, 12);

interface Event {
  readonly kind: EventKind;
  readonly entity: number;
  readonly minute: number;
}

/** What a day's events are sent like. */
export interface Story {
  readonly sent: readonly Event[];
  readonly sweepEvery: number;
}

const counted = eventKinds.filter(({ vendor }) => vendor !== 'generic');

const event: fc.Arbitrary<Event> = fc.record({
  kind: fc.constantFrom(...counted),
  entity: fc.integer({ min: 0, max: 14 }),
  minute: fc.integer({ min: 0, max: 300 }),
});

/** Events in any order, some of them again, with sweeps in between. */
export const story: fc.Arbitrary<Story> = fc
  .uniqueArray(event, {
    minLength: 5,
    maxLength: 40,
    // Whose clocks tie is decided by the order of arrival: that is another test's affair.
    selector: ({ kind, entity, minute }) => `${kind.vendor} ${entity % 2} ${minute}`,
  })
  .chain((events) =>
    fc.record({
      sent: fc.shuffledSubarray([...events, ...events], { minLength: events.length }),
      sweepEvery: fc.integer({ min: 2, max: 9 }),
    }),
  );

/** Sends a story's events and lets everything settle. */
export async function live(plantao: Plantao, { sent, sweepEvery }: Story): Promise<void> {
  for (const [index, { kind, entity, minute }] of sent.entries()) {
    const body = bodyOf(kind, { entity, atMs: noonMs + minute * 60_000 });
    await plantao.post(kind.vendor, body, { webhook: kind.webhook });
    if (index % sweepEvery === 0) await plantao.twin.run('sweep_', [], 'trigger');
  }
  await plantao.settle();
}

/** What the rows must know of all that was sent. */
export const rowsOf = ({ twin }: Plantao): readonly ModelRow[] => [
  ...modelOf(readJournal(twin.workbook)).values(),
];

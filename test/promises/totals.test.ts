import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVirtualClock, isVirtualClock } from '../../src/twin/runtime/clock';
import { differences, readTotals } from '../counter/read-totals';
import { countRows } from '../counter/totals';
import { bodyOf, eventKinds, type EventKind } from '../simulation/event-kinds';
import { modelOf } from '../simulation/oracle/model';
import { readJournal } from '../simulation/read-tabs';
import { startPlantao, type Plantao } from '../support/plantao';

/** Friday 20 November 2026, 15:00 in GMT-3: after the events, and after the night's recount. */
const nowMs = Date.UTC(2026, 10, 20, 18);
const noonMs = Date.UTC(2026, 10, 20, 12);

const started: Plantao[] = [];
async function start(): Promise<Plantao> {
  const plantao = await startPlantao({ clock: createVirtualClock(nowMs) });
  started.push(plantao);
  return plantao;
}

const counted = eventKinds.filter(({ vendor }) => vendor !== 'generic');

interface Event {
  readonly kind: EventKind;
  readonly entity: number;
  readonly minute: number;
}

const event: fc.Arbitrary<Event> = fc.record({
  kind: fc.constantFrom(...counted),
  entity: fc.integer({ min: 0, max: 14 }),
  minute: fc.integer({ min: 0, max: 300 }),
});

/** Events in any order, some of them again, with sweeps in between. */
const story = fc
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

async function live(
  plantao: Plantao,
  { sent, sweepEvery }: { readonly sent: readonly Event[]; readonly sweepEvery: number },
): Promise<void> {
  for (const [index, { kind, entity, minute }] of sent.entries()) {
    const body = bodyOf(kind, { entity, atMs: noonMs + minute * 60_000 });
    await plantao.post(kind.vendor, body, { webhook: kind.webhook });
    if (index % sweepEvery === 0) await plantao.twin.run('sweep_', [], 'trigger');
  }
  await plantao.settle();
}

const expectedOf = ({ twin }: Plantao) =>
  countRows([...modelOf(readJournal(twin.workbook)).values()]);

/** Reasons of failed messages are sentences of ours: their count is told by the whole. */
const isCompared = (place: string): boolean => !place.includes('|cause|');

const wrongIn = (plantao: Plantao): readonly string[] =>
  differences(readTotals(plantao.twin.workbook), expectedOf(plantao), isCompared);

/** The night after: the days are counted anew from the rows. */
async function sleep({ twin }: Plantao, nights = 1): Promise<void> {
  const { clock } = twin;
  if (isVirtualClock(clock)) clock.moveTo(nowMs + (nights * 24 - 11.5) * 3_600_000);
  for (let run = 0; run < 4; run += 1) await twin.run('sweep_', [], 'trigger');
}

describe('Totais', () => {
  afterAll(async () => {
    for (const { twin } of started) await twin.stop();
  });

  it('equals an independent count, in any order and repetition, before and after the recount', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const plantao = await start();
        await live(plantao, told);
        expect(wrongIn(plantao)).toEqual([]);
        expect(readTotals(plantao.twin.workbook).size).toBeGreaterThan(0);
        await sleep(plantao);
        expect(wrongIn(plantao)).toEqual([]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

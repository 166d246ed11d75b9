import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVirtualClock, isVirtualClock } from '../../src/twin/runtime/clock';
import { differences, readTotals } from '../counter/read-totals';
import { live, nowMs, rowsOf, story } from '../counter/story';
import { countRows } from '../counter/totals';
import { startPlantao, type Plantao } from '../support/plantao';

const started: Plantao[] = [];
async function start(): Promise<Plantao> {
  const plantao = await startPlantao({ clock: createVirtualClock(nowMs) });
  started.push(plantao);
  return plantao;
}

/** Reasons of failed messages are sentences of ours: their count is told by the whole. */
const isCompared = (place: string): boolean => !place.includes('|cause|');

const wrongIn = (plantao: Plantao): readonly string[] =>
  differences(readTotals(plantao.twin.workbook), countRows(rowsOf(plantao)), isCompared);

/** The night after: the days are counted anew from the rows. */
async function sleep({ twin }: Plantao): Promise<void> {
  const { clock } = twin;
  if (isVirtualClock(clock)) clock.moveTo(nowMs + 12.5 * 3_600_000);
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

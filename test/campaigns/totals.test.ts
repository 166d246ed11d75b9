import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVirtualClock, isVirtualClock } from '../../src/twin/runtime/clock';
import { differences, readTotals } from '../counter/read-totals';
import { live, nowMs, rowsOf, story } from '../counter/story';
import { countRows } from '../counter/totals';
import { bodyOf, eventKinds } from '../simulation/event-kinds';
import { startHands, type Hands } from '../support/hands';
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

const day = (atMs: number): number => Math.floor((atMs - 3 * 3_600_000) / 86_400_000);

/** PlugChat tells that an attendance has ended, and all settles. */
async function finishOne(hands: Hands, entity: number, atMs: number): Promise<void> {
  const kind = eventKinds.find(({ name }) => name === 'plug.finishAttendance');
  if (kind === undefined) throw new Error('There is no such kind.');
  await hands.post('plug', bodyOf(kind, { entity, atMs }), { webhook: kind.webhook });
  await hands.settle();
}

const resolved = (hands: Hands, atMs: number): number =>
  readTotals(hands.twin.workbook)
    .get(`${day(atMs)}|plug|all|`)
    ?.get('a.out') ?? 0;

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

  it('forgets deleted rows with the next recount, and counts late events on their own day', async () => {
    const hands = await startHands();
    const startMs = hands.twin.clock.now();
    const finish = (entity: number, atMs: number) => finishOne(hands, entity, atMs);
    const resolvedOn = (atMs: number) => resolved(hands, atMs);
    const twoDaysAgo = startMs - 2 * 86_400_000;
    await finish(1, startMs);
    await finish(2, startMs);
    await finish(3, twoDaysAgo);
    expect([resolvedOn(startMs), resolvedOn(twoDaysAgo)]).toEqual([2, 1]);
    await hands.do('deleteRows', 'Atendimentos', 2, 1);
    await hands.settle();
    expect(resolvedOn(startMs)).toBe(2);
    hands.wait(24 * 3_600_000);
    await hands.settle();
    expect([resolvedOn(startMs), resolvedOn(twoDaysAgo)]).toEqual([1, 1]);
    await hands.stop();
  });

  it('keeps sealed days when their rows are gone', async () => {
    const hands = await startHands();
    const startMs = hands.twin.clock.now();
    await finishOne(hands, 1, startMs);
    hands.wait(70 * 86_400_000);
    await hands.settle();
    await hands.do('deleteRows', 'Atendimentos', 2, 1);
    hands.wait(86_400_000);
    await hands.settle();
    expect(resolved(hands, startMs)).toBe(1);
    await hands.stop();
  });

  it('is made again, and counted again, when somebody deletes the hidden books', async () => {
    const hands = await startHands();
    const startMs = hands.twin.clock.now();
    await finishOne(hands, 1, startMs);
    for (const title of ['Totais', 'Movimentos']) {
      await hands.do('deleteTab', title);
      await finishOne(hands, 1, startMs + 1000);
      expect([title, resolved(hands, startMs)]).toEqual([title, 1]);
    }
    await hands.stop();
  });

  it('counts the rows of a workbook that was there before the numbers', async () => {
    const hands = await startHands();
    const startMs = hands.twin.clock.now();
    await finishOne(hands, 1, startMs);
    await hands.do('deleteTab', 'Totais');
    await hands.do('deleteTab', 'Movimentos');
    await hands.do('forgetSweep');
    await hands.settle();
    expect(resolved(hands, startMs)).toBe(1);
    await hands.stop();
  });
});

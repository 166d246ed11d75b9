import { afterAll, describe, expect, it } from '@jest/globals';
import { runLoad, type LoadResult } from '../../src/cli/bench/loads';
import { measureFill } from '../../src/cli/bench/scale';
import type { Load } from '../../src/cli/bench/senders';
import { openSubject, type SubjectName } from '../../src/cli/bench/subject';
import type { CostMode } from '../../src/twin/runtime/cost-model';

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
});

async function run(
  name: SubjectName,
  load: Load,
  costMode: CostMode = 'sampled',
): Promise<LoadResult> {
  const subject = await openSubject(name, { seed: 'smoke', costMode });
  stops.push(subject.stop);
  return runLoad(subject, load, 'smoke');
}

const burst: Load = { kind: 'burst', events: 60, overS: 2 };

describe('the bench', () => {
  it('finds nothing lost or doubled in a burst, and few operations by event', async () => {
    const result = await run('ours', burst);
    expect(result).toMatchObject({ sent: 60, failed: 0, lost: 0, doubled: 0 });
    expect(result.accepted + result.refused).toBe(60);
    expect(result.operationsPerEvent).toBeLessThanOrEqual(2.5);
    expect(result.answerP95Ms).toBeLessThanOrEqual(4000);
  });

  it('gives the same figures for the same seed', async () => {
    const load: Load = { kind: 'closedLoop', senders: 5, durationS: 3 };
    expect(await run('ours', load)).toEqual(await run('ours', load));
  });

  it.each([
    ['median', 1300],
    ['sampled', 1600],
  ] as const)(
    'answers an event of two tabs when nothing else happens, every call at its %s cost, within %i ms',
    async (costMode, limitMs) => {
      const result = await run('ours', { kind: 'idle', events: 15 }, costMode);
      expect(result).toMatchObject({ accepted: 15, lost: 0, doubled: 0 });
      expect(result.answerP50Ms).toBeLessThanOrEqual(limitMs);
    },
  );

  it('sees the rows that appending without a lock loses, and those a lock keeps', async () => {
    const few: Load = { kind: 'burst', events: 15, overS: 1 };
    const unlocked = await run('unlocked', few);
    const locked = await run('locked', few);
    expect(unlocked.lost).toBeGreaterThan(0);
    expect(locked).toMatchObject({ lost: 0, doubled: 0 });
  });

  it('finds the cost of an event independent of the rows of Mensagens', async () => {
    const small = await measureFill({ messages: 1000, chats: 100 }, 3);
    const large = await measureFill({ messages: 10_000, chats: 100 }, 3);
    for (const { case: name, calls, answerMs } of small) {
      const other = large.find((result) => result.case === name);
      expect(other?.calls ?? Infinity).toBeLessThanOrEqual(calls * 1.1);
      expect(other?.answerMs ?? Infinity).toBeLessThanOrEqual(answerMs * 1.1);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFilledStorage } from '../../src/cli/bench/filled-workbook';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { callPanel, takeToken, valueOf } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { bundleDir } from '../support/plantao';
import { threads } from '../support/threads';

/** What a step of a search may take at Google, by the published costs. */
const mostMs = 10_000;

describe('Procurar in a workbook of 60,000 messages', () => {
  let twin: Twin;
  beforeAll(async () => {
    const storage = await makeFilledStorage({ messages: 60_000, chats: 6000 });
    const clock = createVirtualClock(Date.UTC(2026, 9, 1, 12));
    twin = startTwin({ bundleDir, storage, clock, threads, costMode: 'sampled', seed: 'search' });
  });
  afterAll(() => twin.stop());

  /** All steps: how long each took, and what was found. */
  async function searchAll(typed: string) {
    const token = await takeToken(twin, 'openSearch_');
    const steps: number[] = [];
    const ids = new Set<string>();
    for (let cursor: unknown = ''; typeof cursor === 'string';) {
      const call = { token, action: 'search', args: [typed, cursor] };
      const step = valueOf((await callPanel(twin, call)).outcome);
      const findings = fieldOf(step, 'findings');
      for (const one of Array.isArray(findings) ? findings : [])
        ids.add(String(fieldOf(one, 'id')));
      const { modelMs } = twin.executions()[0] ?? { modelMs: Infinity };
      steps.push(modelMs);
      cursor = fieldOf(step, 'cursor');
    }
    return { steps, ids };
  }

  it.each([
    ['an id of a row in the middle', '30000', ['messages|huggy|30000']],
    ['nothing that is there', 'zz-nada-77', []],
  ])('%s: found, in steps of at most 10 s', async (_what, typed, wanted) => {
    const { steps, ids } = await searchAll(typed);
    console.log(`${typed}: ${steps.length} steps, ${steps.join(', ')} ms`);
    expect([...ids]).toEqual(wanted);
    for (const ms of steps) expect(ms).toBeLessThanOrEqual(mostMs);
    expect(steps.length).toBeGreaterThan(2);
  });
});

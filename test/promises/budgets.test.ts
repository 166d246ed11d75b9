import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEventSource } from '../../src/cli/bench/bodies';
import { openSubject, sampleQuery, startMs, type Subject } from '../../src/cli/bench/subject';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { createRandom } from '../../src/twin/runtime/random';
import { parseObject } from '../../src/events/decode-record';
import { askPanel } from '../support/ask-panel';
import { agentStatus, startPlantao } from '../support/plantao';

const seed = 'budgets';
const minuteMs = 60_000;
const encoder = new TextEncoder();

interface Counted {
  readonly operations: number;
  readonly triggerMs: number;
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  parseObject(JSON.stringify(value));

/** What the app itself has counted since the first use: what its sweep has noted, and what the cache keeps for its next note. */
function countedBy({ twin }: Subject): Counted {
  const { properties, cache } = twin.services;
  const budget = objectIn(parseObject(properties.entries('script').get('sweep'))['budget']);
  const noted = objectIn(objectIn(budget['usage'])['fromFirst']);
  const known = objectIn(budget['stray']);
  const kept = cache.items('script').get('budget.stray')?.value ?? '0 0';
  const [operations = 0, triggerMs = 0] = kept.split(' ').map(Number);
  return {
    operations: Number(noted['operations']) + operations - Number(known['operations']),
    triggerMs: Number(noted['triggerMs']) + triggerMs - Number(known['triggerMs']),
  };
}

const isSweep = ({ kind }: { readonly kind: string }): boolean => kind === 'trigger';

/** What the twin knows of it: every operation by every execution, and the sweeps from entry to return. */
function trueOf({ twin, seam }: Subject): Counted {
  const spans = seam.timings
    .filter(({ execution }) => isSweep(execution))
    .map(({ enteredAtMs, endedAtMs }) => endedAtMs - enteredAtMs);
  const triggerMs = spans.reduce((sum, span) => sum + span, 0);
  return { operations: twin.services.properties.quota.spentEver, triggerMs };
}

const minus = (after: Counted, before: Counted): Counted => ({
  operations: after.operations - before.operations,
  triggerMs: after.triggerMs - before.triggerMs,
});

/** Four senders who wait for each other's holds, a stranger with a wrong secret, somebody who looks at Falhas now and then. */
async function mixMinutes(subject: Subject, minutes: number): Promise<void> {
  const { clock, seam, twin } = subject;
  const source = createEventSource();
  const random = createRandom(seed);
  const endMs = clock.now() + minutes * minuteMs;
  const repeat = async (pauseMs: number, act: () => Promise<unknown>): Promise<void> => {
    while (clock.now() < endMs) {
      await act();
      await seam.sleep(pauseMs * (0.5 + random.next()));
    }
  };
  const send = () => subject.post(source.next(clock.now()).body);
  const intrude = () =>
    twin.webOutput({
      method: 'POST',
      query: sampleQuery.replace('exemplo-local', 'x'.repeat(32)),
      contentType: 'application/json',
      body: encoder.encode('{}'),
    });
  await Promise.all([
    ...[3000, 4000, 5000, 20_000].map((pauseMs) => repeat(pauseMs, send)),
    repeat(7000, intrude),
    repeat(50_000, () => askPanel(twin, 'readFailures')),
  ]);
}

describe('the budgets of a day', () => {
  let subject: Subject;
  let counted: Counted;
  let spent: Counted;
  beforeAll(async () => {
    subject = await openSubject('ours', { seed, operationsPerDay: 50_000 });
    await subject.post(createEventSource().status(subject.clock.now()).body);
    await subject.twin.advance(2 * minuteMs);
    const before = [countedBy(subject), trueOf(subject)] as const;
    await mixMinutes(subject, 8);
    // The last sweep with work writes down what came before it.
    await subject.twin.advance(11 * minuteMs);
    counted = minus(countedBy(subject), before[0]);
    spent = minus(trueOf(subject), before[1]);
  });
  afterAll(() => subject.stop());

  it('were put to use: requests waited, strangers were refused, the sweep worked', () => {
    const { counts } = subject.seam;
    expect(counts.get('Properties.setProperty') ?? 0).toBeGreaterThan(40);
    expect(counts.get('Properties.deleteProperty') ?? 0).toBeGreaterThan(20);
    expect(spent.triggerMs).toBeGreaterThan(10_000);
  });

  it('the operations that the app counts are the twin’s own, within 2 %', () => {
    expect(Math.abs(counted.operations / spent.operations - 1)).toBeLessThanOrEqual(0.02);
  });

  it('the trigger time that the app counts is the twin’s own, within 2 %', () => {
    expect(Math.abs(counted.triggerMs / spent.triggerMs - 1)).toBeLessThanOrEqual(0.02);
  });
});

describe('when the operations of a day are used up', () => {
  const agents = 60;

  it('nothing that was accepted is lost, and Saúde tells why rows are late', async () => {
    const clock = createVirtualClock(startMs);
    const services = { properties: { operationsPerDay: 180 } };
    const plantao = await startPlantao({ clock, services });
    const { twin } = plantao;
    const alarm = (): string =>
      String(plantao.rows('Saúde').find((row) => row['Plataforma'] === 'Plantão')?.['Alarme']);
    const answers: string[] = [];
    for (let id = 1; id <= agents; id += 1) {
      const output = await plantao.post('huggy', agentStatus({ agents: [{ id }] }));
      answers.push(output.kind === 'text' ? output.text : '');
      await twin.advance(minuteMs);
    }
    expect(answers.filter((answer) => answer !== 'OK')).toEqual([]);
    expect(twin.services.properties.quota.remaining('owner@example.com', twin.clock.now())).toBe(0);
    expect(plantao.rows('Agora').length).toBeLessThan(agents);
    expect(alarm()).toContain('O Google recusa por ora');
    // Triggers that nobody needs to see are passed over.
    clock.moveTo(clock.now() + 24 * 60 * minuteMs);
    await twin.advance(30 * minuteMs);
    expect(plantao.rows('Agora')).toHaveLength(agents);
    expect(alarm()).toContain('de 50.000 operações');
    await twin.stop();
  });
});

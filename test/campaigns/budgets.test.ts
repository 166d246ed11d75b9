import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEventSource } from '../../src/cli/bench/bodies';
import { openSubject, sampleQuery, startMs, type Subject } from '../../src/cli/bench/subject';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { createRandom } from '../../src/twin/runtime/random';
import { askPanel } from '../support/ask-panel';
import { countedBy, differenceOf, usedSince, type Used } from '../support/counted-budget';
import { agentStatus, startPlantao } from '../support/plantao';

const seed = 'budgets';
const minuteMs = 60_000;
const encoder = new TextEncoder();

const isSweep = ({ kind }: { readonly kind: string }): boolean => kind === 'trigger';

/** What the twin knows of it: every operation by every execution, and the sweeps from entry to return. */
function trueOf({ twin, seam }: Subject): Used {
  const spans = seam.timings
    .filter(({ execution }) => isSweep(execution))
    .map(({ enteredAtMs, endedAtMs }) => endedAtMs - enteredAtMs);
  const triggerMs = spans.reduce((sum, span) => sum + span, 0);
  return { operations: twin.services.properties.quota.spentEver, triggerMs };
}

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

/** Five events a second. */
async function pourMinutes(subject: Subject, minutes: number): Promise<void> {
  const { clock, seam } = subject;
  const source = createEventSource();
  const random = createRandom(seed);
  const endMs = clock.now() + minutes * minuteMs;
  const posts: Promise<unknown>[] = [];
  while (clock.now() < endMs) {
    posts.push(subject.post(source.next(clock.now()).body));
    await seam.sleep(400 * random.next());
  }
  await Promise.all(posts);
}

const loads = [
  ['beside strangers and open pages', mixMinutes, 8],
  // So long that the last calls of the runs, which no run can time, even out.
  ['at five events a second', pourMinutes, 6],
] as const;

describe.each(loads)('the budgets of a day, %s', (_name, load, minutes) => {
  let subject: Subject;
  let counted: Used;
  let spent: Used;
  beforeAll(async () => {
    subject = await openSubject('ours', { seed, operationsPerDay: 50_000 });
    const { twin, clock } = subject;
    // A sweep with work notes what came before it.
    const note = async (): Promise<void> => {
      await subject.post(createEventSource().status(clock.now()).body);
      await twin.advance(minuteMs);
    };
    await note();
    await twin.advance(2 * minuteMs);
    await note();
    const before = [countedBy(twin), trueOf(subject)] as const;
    await load(subject, minutes);
    await twin.advance(11 * minuteMs);
    await note();
    counted = usedSince(before[0], countedBy(twin));
    spent = usedSince(before[1], trueOf(subject));
  });
  afterAll(() => subject.stop());

  it('were put to use: requests waited, the sweep worked', () => {
    const { counts } = subject.seam;
    expect(counts.get('Properties.setProperty') ?? 0).toBeGreaterThan(40);
    expect(counts.get('Properties.deleteProperty') ?? 0).toBeGreaterThan(20);
    expect(spent.triggerMs).toBeGreaterThan(10_000);
  });

  it('the operations that the app counts are the twin’s own, within 2 %', () => {
    expect(differenceOf(counted.operations, spent.operations)).toBeLessThanOrEqual(0.02);
  });

  it('the trigger time that the app counts is the twin’s own, within 2 %', () => {
    expect(differenceOf(counted.triggerMs, spent.triggerMs)).toBeLessThanOrEqual(0.02);
  });
});

describe('when the operations of a day are used up', () => {
  const agents = 60;

  it('nothing that was accepted is lost, and Saúde tells why rows are late', async () => {
    const clock = createVirtualClock(startMs);
    const services = { properties: { operationsPerDay: 180 } };
    const plantao = await startPlantao({ clock, services });
    const { twin } = plantao;
    const told = (): string =>
      JSON.stringify(plantao.rows('Saúde').filter((row) => row['Plataforma'] === 'Plantão'));
    const answers: string[] = [];
    for (let id = 1; id <= agents; id += 1) {
      const output = await plantao.post('huggy', agentStatus({ agents: [{ id }] }));
      answers.push(output.kind === 'text' ? output.text : '');
      await twin.advance(minuteMs);
    }
    expect(answers.filter((answer) => answer !== 'OK')).toEqual([]);
    expect(twin.services.properties.quota.remaining('owner@example.com', twin.clock.now())).toBe(0);
    expect(plantao.rows('Agora').length).toBeLessThan(agents);
    expect(told()).toContain('O Google recusa por ora');
    // Triggers that nobody needs to see are passed over.
    clock.moveTo(clock.now() + 24 * 60 * minuteMs);
    await twin.advance(30 * minuteMs);
    expect(plantao.rows('Agora')).toHaveLength(agents);
    expect(told()).toContain('de 50.000 operações');
    await twin.stop();
  });
});

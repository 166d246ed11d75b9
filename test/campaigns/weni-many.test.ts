import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeRecord } from '../../src/events/decode-record';
import { createRandom } from '../../src/twin/runtime/random';
import type { Fault, Seam } from '../../src/twin/runtime/seam';
import { readWeniSettings } from '../../src/settings/weni';
import { goodToken } from '../support/strict-weni/workspace';
import { createPricedTime } from '../support/priced-time';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';

const count = Number(process.env['PLANTAO_CONTACTS'] ?? 5000);
const perBody = 250;
const seed = process.env['PLANTAO_SEED'] ?? 'weni';
/** Of the runs of the trigger so many die, at any of their calls. */
const diesOnceIn = 15;
const callsOfRun = 150;

/** Kills runs of the trigger by chance once it is told to. */
function makeSeam(): Seam & {
  isOn: boolean;
  died: number;
  readonly time: ReturnType<typeof createPricedTime>;
} {
  const random = createRandom(seed);
  const fate = new Map<string, number>();
  const time = createPricedTime(seed);
  const seam = {
    time,
    afterCall: time.charge,
    isOn: false,
    died: 0,
    beforeCall: ({
      execution,
      index,
    }: Parameters<NonNullable<Seam['beforeCall']>>[0]): Fault | undefined => {
      if (!seam.isOn || execution.functionName !== 'sweep_') return undefined;
      if (!fate.has(execution.id))
        fate.set(
          execution.id,
          random.next() < 1 / diesOnceIn ? Math.floor(random.next() * callsOfRun) : -1,
        );
      if (fate.get(execution.id) !== index) return undefined;
      seam.died += 1;
      return { kind: 'kill', when: index % 2 === 0 ? 'before' : 'after' };
    },
  };
  return seam;
}

describe(`${count} contacts, seed ${seed}`, () => {
  const seam = makeSeam();
  let desk: PlantaoWithWeni;
  beforeAll(async () => {
    desk = await startWithWeni({ seam, seed });
    seam.time.clock = desk.plantao.twin.clock;
    for (let from = 0; from < count; from += perBody) {
      const people = Array.from({ length: Math.min(perBody, count - from) }, (_one, index) => ({
        id: String(from + index),
        name: `Pessoa ${from + index}`,
        phone: `+55119${String(70_000_000 + from + index)}`,
      }));
      await desk.plantao.post('generic', people, { webhook: 'contacts' });
      await desk.minutes();
    }
    await desk.minutes(20);
  });
  afterAll(() => desk.stop());

  it('are all there once, within the pace of the hour and the minutes of the day, although runs die', async () => {
    expect(desk.plantao.rows('Contatos')).toHaveLength(count);
    switchOn(desk);
    seam.isOn = true;
    const days = new Map<number, number>();
    let minutes = 0;
    while (desk.workspace.contacts.length < count || minutes % 30 > 0) {
      await desk.minutes().catch(() => undefined);
      minutes += 1;
      const { day, spentMs } = readJob(desk);
      days.set(day, Math.max(days.get(day) ?? 0, spentMs));
      if (minutes > 4000) break;
    }
    seam.isOn = false;
    await desk.minutes(60);
    const group = desk.workspace.groups[0]?.uuid ?? '';
    const { contacts } = desk.workspace;
    expect(contacts).toHaveLength(count);
    expect(new Set(contacts.flatMap(({ urns }) => urns)).size).toBe(count);
    expect(contacts.filter(({ groups }) => groups.join() !== group)).toEqual([]);
    const states = new Set(desk.plantao.shown('Contatos').map((row) => row['Weni situação']));
    expect([...states]).toEqual(['Enviado']);
    expect(Math.max(...days.values())).toBeLessThanOrEqual(15 * 60_000 + 30_000);
  });

  it('no call was one too many for an hour', () => {
    const { buckets, options } = desk.workspace;
    expect(options.callsPerHour).toBe(2500);
    expect(buckets.contacts.length).toBeLessThanOrEqual(2500);
  });
});

/** As the panel stores it: its page has no place beside executions that sleep. */
function switchOn({ plantao }: PlantaoWithWeni): void {
  const groups = [{ name: 'Clientes', connectionId: '' }];
  const settings = { ...readWeniSettings(undefined), isOn: true, edition: 1, groups };
  plantao.twin.services.properties.write('script', [
    ['weni', JSON.stringify(settings)],
    ['token.weni', goodToken],
  ]);
}

function readJob({ plantao }: PlantaoWithWeni): { readonly day: number; readonly spentMs: number } {
  const text = plantao.twin.services.properties.entries('script').get('job.weni');
  return decodeRecord(text, { day: 0, spentMs: 0 });
}

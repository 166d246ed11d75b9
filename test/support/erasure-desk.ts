import { scriptStore } from '../../src/cli/connections';
import { isVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { callPanel, takeToken, valueOf } from './ask-panel';
import { makeReaper, type Moment } from './dying-runs';
import { startPlantao, type Plantao } from './plantao';

export interface ErasureDesk {
  readonly plantao: Plantao;
  /**
   * A new person writes on several platforms; the run that erases them dies at that moment, and an event about them comes. Then it is gone
   * on with. Gives what is left of them anywhere, and whether the run got so far at all.
   */
  tryMoment(moment: Moment): Promise<{ readonly died: boolean; readonly left: readonly string[] }>;
}

interface Person {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly id: number;
}

const personOf = (round: number): Person => ({
  name: `Zuleica Q${round}uaresma`,
  phone: `55119${String(61_000_000 + round)}`,
  email: `zuleica${round}@example.com`,
  id: 77_000_000 + round,
});

const said = (round: number): string => `minha conta é a de ${round} mesmo`;

/** Everything by which the person would be known. */
export const tracesOf = (round: number): readonly string[] => {
  const { name, phone, email, id } = personOf(round);
  return [name, email, phone, phone.slice(2), phone.slice(4), String(id), said(round)];
};

async function write({ post }: Plantao, round: number, part: number): Promise<void> {
  const { name, phone, email, id } = personOf(round);
  const atMs = Date.UTC(2026, 9, 1, 12) + round * 60_000 + part * 1000;
  const customer = { id, name, mobile: phone, phone: `+${phone}`, email };
  await post('huggy', {
    time: Math.floor(atMs / 1000),
    messages: {
      receivedMessage: [
        {
          id: round * 1000 + part,
          body: said(round),
          is_internal: false,
          send_at: new Date(atMs).toISOString(),
          sender: customer,
          customer,
          senderType: 'whatsapp-enterprise',
          channel: 'whatsapp-enterprise',
          chat: { id: round * 1000, situation: 'in_chat' },
        },
      ],
    },
    token: 'da-huggy',
  });
  const contact = { event: 'client.updated', id: `c-${id}`, name, phone: `+${phone}`, email };
  await post('generic', contact, { webhook: 'contacts' });
}

/** Asks as the page does, part by part, until there is nothing more. */
async function ask(twin: Twin, action: string, ...args: readonly string[]): Promise<unknown> {
  const token = await takeToken(twin, 'openPrivacy_');
  return valueOf((await callPanel(twin, { token, action, args })).outcome);
}

const part = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

async function findEntries(twin: Twin, query: string): Promise<string> {
  let entries = '';
  let place: unknown = { register: 0, row: 0 };
  while (place !== null) {
    const { people, next } = part(await ask(twin, 'findSubject', query, JSON.stringify(place)));
    if (Array.isArray(people)) for (const one of people) entries += String(part(one)['entries']);
    place = next ?? null;
  }
  return entries;
}

/** Everything that anybody could read: cells, formulas, notes, properties, the cache, the log. */
function everythingIn({ twin }: Plantao): string {
  const cells: unknown[] = [];
  for (const sheet of twin.workbook.sheets) sheet.eachCell((cell) => cells.push(cell));
  const cache = [...twin.services.cache.items('script')].map(([key, item]) => [key, item]);
  const properties = [...twin.services.properties.entries(scriptStore)];
  return JSON.stringify([cells, cache, properties, twin.executions()]);
}

/** Minutes go by until nobody is being erased. */
async function letTriggerGoOn({ twin }: Plantao): Promise<void> {
  const { clock } = twin;
  for (;;) {
    if (part(await ask(twin, 'readPrivacy'))['isErasing'] !== true) return;
    if (isVirtualClock(clock)) clock.moveTo(clock.now() + 60_000);
    await twin.run('sweep_', [], 'trigger');
  }
}

export async function openErasureDesk(options: { dataDir?: string } = {}): Promise<ErasureDesk> {
  const reaper = makeReaper('panel');
  const plantao = await startPlantao({ seam: reaper.seam, ...options });
  const { twin } = plantao;
  let round = 0;
  return {
    plantao,
    tryMoment: async (moment) => {
      round += 1;
      await write(plantao, round, 1);
      await twin.run('sweep_', [], 'trigger');
      const known = everythingIn(plantao);
      const missing = tracesOf(round).filter((trace) => !known.includes(trace));
      if (missing.length > 0) throw new Error(`Nobody has ever known ${missing.join(', ')}.`);
      const entries = await findEntries(twin, `+${personOf(round).phone}`);
      reaper.await(moment);
      let state: unknown = await ask(twin, 'eraseSubject', entries, '365', 'eliminar').catch(
        () => 0,
      );
      const died = reaper.rest();
      await write(plantao, round, 2);
      // One that died before it began is asked for again, as a person would.
      const again = await findEntries(twin, `+${personOf(round).phone}`);
      // Half of them are gone on with by the page, the others by the trigger.
      if (moment.when === 'after') await letTriggerGoOn(plantao);
      else while (state !== null) state = await ask(twin, 'goOnErasing');
      if (again !== '' && (await findEntries(twin, `+${personOf(round).phone}`)) !== '')
        await ask(twin, 'eraseSubject', again, '365', 'eliminar');
      await write(plantao, round, 3);
      await twin.run('sweep_', [], 'trigger');
      const everything = everythingIn(plantao);
      return { died, left: tracesOf(round).filter((trace) => everything.includes(trace)) };
    },
  };
}

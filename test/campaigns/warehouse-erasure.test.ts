import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel, valueOf } from '../support/ask-panel';
import { letDie, makeReaper } from '../support/dying-runs';
import { fieldOf } from '../support/field-of';
import { startWithBigQuery, type PlantaoWithBigQuery } from '../support/plantao-with-bigquery';
import { drawTraffic } from '../support/traffic';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const startMs = Date.UTC(2026, 9, 1, 12);
const reaper = makeReaper();
const tables = ['messages', 'attendances', 'conversations', 'contacts', 'templates'] as const;

/** Whoever is erased: by a phone that stands in rows of the warehouse, and by what is told of them there. */
interface Victim {
  readonly phone: string;
  readonly traces: readonly string[];
}

/** A row that tells the phone of somebody else, whatever the form. */
function isOfAnother(line: string, phone: string): boolean {
  const [, told = ''] = /"phone":"([^"]+)"/.exec(line) ?? [];
  return told !== '' && told.slice(-8) !== phone.slice(-8);
}

describe('people who were erased leave BigQuery, too', () => {
  let desk: PlantaoWithBigQuery;

  const ask = async (action: string, ...args: string[]): Promise<unknown> =>
    valueOf(await askPanel(desk.plantao.twin, action, ...args));

  /** Everything that the warehouse holds, as text. */
  async function everything(): Promise<string> {
    const rows = await Promise.all(
      tables.map((table) => desk.bigQuery.query(`SELECT TO_JSON_STRING(T) FROM \`${table}\` AS T`)),
    );
    return rows.flat(2).join('\n');
  }

  async function numbers(): Promise<readonly unknown[]> {
    const sums = tables.slice(0, 3).map((table) => `SELECT * FROM \`${table}\``);
    const counted = await Promise.all(
      sums.map((rows) =>
        desk.bigQuery.query(
          `SELECT CAST(day AS STRING), COUNT(*), SUM(LENGTH(TO_JSON_STRING(numbers))) FROM (${rows}) GROUP BY 1 ORDER BY 1`,
        ),
      ),
    );
    return counted;
  }

  /** The phone that stands in most rows of conversations, and all that their rows tell of its person. */
  async function chooseVictim(): Promise<Victim> {
    const [[phone = ''] = []] = await desk.bigQuery.query(
      'SELECT phone FROM `conversations` WHERE LENGTH(phone) > 8 GROUP BY 1 ORDER BY COUNT(*) DESC, 1',
    );
    const told = await desk.bigQuery.query(
      `SELECT contact, email, conversation, row_key FROM \`conversations\` WHERE phone = '${String(phone)}'`,
    );
    const written = await desk.bigQuery.query(
      `SELECT text, message FROM \`messages\` WHERE phone = '${String(phone)}'`,
    );
    const traces = [...told, ...written]
      .flat()
      .flatMap((value) => (typeof value === 'string' ? [value] : []));
    return { phone: String(phone), traces: traces.filter((text) => text.length > 7) };
  }

  async function erase(phone: string): Promise<void> {
    let place: unknown = { register: 0, row: 0, number: 0 };
    let entries = '';
    while (place !== null) {
      const found = await ask('findSubject', phone, JSON.stringify(place));
      const [people, typed] = [fieldOf(found, 'people'), fieldOf(found, 'typed', 'entries')];
      for (const one of Array.isArray(people) ? people : [])
        entries += String(fieldOf(one, 'entries'));
      if (entries === '' && typeof typed === 'string') entries = typed;
      place = fieldOf(found, 'next');
    }
    let left = await ask('eraseSubject', entries, '1', 'ELIMINAR');
    while (left !== null) left = await ask('goOnErasing');
  }

  beforeAll(async () => {
    desk = await startWithBigQuery(startMs, { seam: reaper.seam });
    for (const { platform, webhook, body } of drawTraffic('erased').posts)
      await desk.plantao.post(platform, body, { webhook });
    await desk.plantao.settle();
    desk.clock.moveTo(Math.ceil(desk.clock.now() / dayMs + 40) * dayMs + 8 * 3_600_000);
    await desk.minutes(4);
    await desk.save();
    await desk.minutes(40);
  });
  afterAll(() => desk.stop());

  it('whatever their rows told is gone there, the numbers stay, and a line says so', async () => {
    const [victim, before, known] = [await chooseVictim(), await numbers(), await everything()];
    expect(victim.traces.length).toBeGreaterThan(4);
    for (const trace of victim.traces) expect(known).toContain(trace);
    const others = known.split('\n').filter((line) => isOfAnother(line, victim.phone));
    expect(others.length).toBeGreaterThan(50);
    const keys = (await desk.keys('messages')).length;
    await erase(victim.phone);
    await desk.minutes(20);
    const text = await everything();
    expect([victim.phone, ...victim.traces].filter((trace) => text.includes(trace))).toEqual([]);
    expect(await numbers()).toEqual(before);
    expect(await desk.keys('messages')).toHaveLength(keys);
    const lines = new Set(text.split('\n'));
    expect(others.filter((line) => !lines.has(line))).toEqual([]);
    const told = desk.plantao.rows('Privacidade').map((row) => JSON.stringify(row));
    expect(told.filter((line) => line.includes('do BigQuery'))).toHaveLength(1);
  });

  it('also when answers are lost, Google is out of order, and runs die at any of their calls', async () => {
    const [victim, before] = [await chooseVictim(), await numbers()];
    await erase(victim.phone);
    const calls = desk.bigQuery.server.calls.length;
    desk.bigQuery.server.trouble = () => {
      const count = desk.bigQuery.server.calls.length - calls;
      if (count % 9 === 4) return 'loseAnswer';
      return count % 13 === 6 ? { status: 503, body: '' } : null;
    };
    const deaths = await letDie(reaper, desk, { from: 6, to: 90, step: 5 });
    desk.bigQuery.server.trouble = null;
    // A refusal is tried again within the hour.
    desk.clock.moveTo(desk.clock.now() + 2 * hourMs);
    await desk.minutes(40);
    expect(deaths).toBeGreaterThan(5);
    const text = await everything();
    expect([victim.phone, ...victim.traces].filter((trace) => text.includes(trace))).toEqual([]);
    expect(await numbers()).toEqual(before);
    for (const table of tables) {
      const keys = await desk.keys(table);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('nobody else loses anything, and nothing is left to be done', async () => {
    const text = await everything();
    const others = (await desk.keys('conversations')).filter((key) => !/\|x[\w-]{16}/.test(key));
    expect(others.length).toBeGreaterThan(3);
    const [[named] = []] = await desk.bigQuery.query(
      "SELECT COUNT(*) FROM `conversations` WHERE row_state IS NOT NULL AND phone <> ''",
    );
    expect(Number(named)).toBeGreaterThan(3);
    expect(text).toContain('row_state');
    const page = await ask('readWarehouse');
    expect(String(fieldOf(page, 'standing'))).not.toContain('sendo eliminada');
  });
});

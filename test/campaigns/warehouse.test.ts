import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTotals } from '../counter/read-totals';
import { letDie, makeReaper } from '../support/dying-runs';
import { startWithBigQuery, type PlantaoWithBigQuery } from '../support/plantao-with-bigquery';
import { drawTraffic } from '../support/traffic';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 9, 1, 12);
const reaper = makeReaper();

/** What Mensagens, Atendimentos and Conversas hold, as the warehouse names their rows. */
const keyOf = {
  messages: ['Mensagens', 'Mensagem'],
  attendances: ['Atendimentos', 'Atendimento'],
  conversations: ['Conversas', 'Conversa'],
} as const;
type Table = keyof typeof keyOf;
const tables: readonly Table[] = ['messages', 'attendances', 'conversations'];

describe('the archive in BigQuery', () => {
  let desk: PlantaoWithBigQuery;
  let sent = 0;

  const idsIn = (table: Table): readonly string[] => {
    const [title, column] = keyOf[table];
    return desk.plantao
      .rows(title)
      .map((row) => String(row[column]))
      .sort();
  };
  const idsThere = async (table: Table): Promise<readonly string[]> => {
    const [, column] = {
      messages: ['', 'message'],
      attendances: ['', 'attendance'],
      conversations: ['', 'conversation'],
    }[table];
    return (await desk.bigQuery.query(`SELECT ${column} FROM \`${table}\` ORDER BY 1`))
      .map(([id]) => String(id))
      .sort();
  };

  /** A morning of every platform; then so many days pass, up to five in the morning. */
  async function live(seed: string, days = 40): Promise<void> {
    for (const { platform, webhook, body } of drawTraffic(seed).posts)
      await desk.plantao.post(platform, body, { webhook });
    sent += 1;
    await desk.plantao.settle();
    desk.clock.moveTo(Math.ceil(desk.clock.now() / dayMs + days) * dayMs + 8 * 3_600_000);
    // The night's counting comes first.
    await desk.minutes(4);
  }

  /** What has left since is in the warehouse, and every key of it once. */
  async function expectEachOnce(
    before: ReadonlyMap<Table, readonly string[]>,
    there: ReadonlyMap<string, number>,
  ): Promise<void> {
    for (const table of tables) {
      const keys = await desk.keys(table);
      expect(new Set(keys).size).toBe(keys.length);
      const left = keys.length - (there.get(table) ?? 0);
      expect(left + idsIn(table).length).toBe(before.get(table)?.length);
    }
  }

  beforeAll(async () => {
    desk = await startWithBigQuery(startMs, { seam: reaper.seam });
  });
  afterAll(() => desk.stop());

  it('moves each old row once, and the counts stay', async () => {
    expect(sent).toBe(0);
    await live('first');
    const before = new Map(tables.map((table) => [table, idsIn(table)] as const));
    const totals = readTotals(desk.plantao.twin.workbook);
    expect(await desk.save()).toMatchObject({ kind: 'done' });
    await desk.minutes(12);
    for (const table of tables) {
      const [there, left] = [await idsThere(table), idsIn(table)];
      expect(there.length).toBeGreaterThan(3);
      expect([...there, ...left].sort()).toEqual(before.get(table));
      expect(new Set(await desk.keys(table)).size).toBe(there.length);
    }
    expect([...desk.bigQuery.jobs.values()].filter(({ error }) => error !== null)).toEqual([]);
    desk.clock.moveTo(desk.clock.now() + dayMs);
    await desk.minutes(4);
    expect(readTotals(desk.plantao.twin.workbook)).toEqual(totals);
  });

  it('sees each row once when calls are lost, hang up, or Google is out of order', async () => {
    await live('second');
    const before = new Map(tables.map((table) => [table, idsIn(table)] as const));
    const [calls, there] = [desk.bigQuery.server.calls.length, new Map<string, number>()];
    for (const table of tables) there.set(table, (await desk.keys(table)).length);
    desk.bigQuery.server.trouble = () => {
      const count = desk.bigQuery.server.calls.length - calls;
      if (count % 5 === 1) return 'loseAnswer';
      if (count % 7 === 3) return { status: 503, body: '' };
      return count % 11 === 5 ? 'hangUp' : null;
    };
    await desk.minutes(60);
    desk.bigQuery.server.trouble = null;
    await desk.minutes(70);
    await expectEachOnce(before, there);
    expect(idsIn('messages')).toEqual([]);
  });

  it('sees each row once when the run dies at any of its calls', async () => {
    await live('third');
    const before = new Map(tables.map((table) => [table, idsIn(table)] as const));
    const there = new Map<string, number>();
    for (const table of tables) there.set(table, (await desk.keys(table)).length);
    const deaths = await letDie(reaper, desk, { from: 20, to: 160, step: 7 });
    expect(deaths).toBeGreaterThan(5);
    await desk.minutes(20);
    await expectEachOnce(before, there);
    expect(idsIn('messages')).toEqual([]);
  });
});

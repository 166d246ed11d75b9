import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { archivedEntities } from '../../src/archive/read-part';
import {
  byValue,
  heatOf,
  listAgents,
  num,
  onlineOf,
  shownHours,
  totalOf,
  type BoardInput,
} from '../../src/intake/views/dashboard/numbers';
import { quantile } from '../../src/measures/histogram';
import { dayOf } from '../../src/projections/agent-days';
import { metricTexts } from '../../src/tabs/dashboard/metrics';
import { registers } from '../../src/tabs/registers';
import { schemaOf } from '../../src/warehouse/schema';
import { viewsOf } from '../../src/warehouse/views';
import { boardOf, linesOf } from '../support/archived-lines';
import { faultIn } from '../support/bigquery-rows';
import { send } from '../support/erasing';
import { startInProcess, type InProcess } from '../support/in-process';
import { agentStatus } from '../support/plantao';
import { openEngine, place } from '../support/strict-bigquery';
import { drawTraffic } from '../support/traffic';

const offsetMinutes = -180;
const settings = { ...place, isOn: true, days: 30 };

describe('the archive in a warehouse', () => {
  let desk: InProcess;
  let engine: ReturnType<typeof openEngine>;
  let day: number;
  let today: number;
  let nowMs: number;
  let boards: Readonly<Record<'ofDay' | 'now', BoardInput>>;
  let dayAfter: BoardInput;

  /** In a view of the engine the present is the moment at which it was made. */
  const makeViews = async (): Promise<void> => {
    for (const { sql } of viewsOf(settings, offsetMinutes)) await engine.run(sql);
  };
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const rejected: string[] = [];
  const loaded = new Map<string, number>();

  beforeAll(async () => {
    desk = startInProcess();
    for (const seed of ['a', 'b']) send(desk, drawTraffic(seed));
    const endMs = desk.nowMs;
    today = dayOf(endMs, offsetMinutes);
    for (const [id, minutesAgo, isOnline, isAvailable] of [
      [1, 300, true, true],
      [2, 290, true, true],
      [3, 280, true, true],
      [2, 100, true, false],
      [3, 50, false, false],
    ] as const) {
      const time = Math.floor(endMs / 1000) - minutesAgo * 60;
      const name = `Agente ${id}`;
      const email = `agente.${id}@example.com`;
      desk.post(
        'huggy',
        agentStatus({ time, agents: [{ id, name, email, isOnline, isAvailable }] }),
      );
    }
    for (let run = 0; run < 4; run += 1) desk.sweep();
    day = dayOf(Date.UTC(2026, 9, 1, 18), offsetMinutes);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    engine = openEngine(connection, () => nowMs);
    const lines = linesOf(desk);
    for (const entity of archivedEntities) {
      const { tab } = registers[entity];
      const [fields, own] = [schemaOf(entity), lines.get(tab) ?? []];
      for (const line of own) rejected.push(...[faultIn(JSON.parse(line), fields) ?? []].flat());
      const file = join(folder, `${tab}.ndjson`);
      writeFileSync(file, own.join('\n'));
      await engine.create(tab, fields);
      if (own.length > 0) await engine.fill(tab, fields, file);
      const [[count] = []] = await engine.run(`SELECT COUNT(*) FROM \`${tab}\``);
      loaded.set(tab, Number(count) - own.length);
    }
    boards = {
      ofDay: boardOf(desk, day),
      now: boardOf(desk, today),
    };
    nowMs = desk.nowMs;
    await makeViews();
    desk.nowMs += 86_400_000;
    dayAfter = boardOf(desk, today + 1);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = async (
    view: string,
    columns: string,
    where = '',
  ): Promise<readonly (readonly unknown[])[]> =>
    engine.run(`SELECT ${columns} FROM \`${view}\` ${where} ORDER BY 1, 2`);
  const ofDay = (more = '', of = day): string =>
    `WHERE day = CAST('${new Date(of * 86_400_000).toISOString().slice(0, 10)}' AS DATE) ${more}`;
  const numbers = async (
    view: string,
    columns: string,
    where = ofDay(),
  ): Promise<readonly number[]> =>
    ((await ask(view, `${columns}, 1`, where))[0] ?? []).slice(0, -1).map(Number);

  it('takes every line without a rejected row', () => {
    expect(rejected).toEqual([]);
    expect([...loaded.values()]).toEqual(archivedEntities.map(() => 0));
  });

  it('has a view for every number of docs/metricas.md', () => {
    const shown = new Set(viewsOf(settings, offsetMinutes).flatMap(({ metrics }) => metrics));
    expect(metricTexts.filter((text) => !shown.has(text))).toEqual([]);
  });

  it('counts what Painel counts', async () => {
    const board = boards.ofDay;
    const total = totalOf(board, board.days);
    expect(num(total, 'in')).toBeGreaterThan(5);
    expect(num(total, 'reply.n')).toBeGreaterThan(0);
    expect(await numbers('received', 'received')).toEqual([num(total, 'in')]);
    expect(await numbers('resolved', 'resolved')).toEqual([num(total, 'out')]);
    expect(await numbers('to_solution', 'received, assigned, answered, resolved')).toEqual(
      ['in', 'in.assigned', 'in.answered', 'in.resolved'].map((name) => num(total, name)),
    );
    expect(await numbers('to_answer', 'sent, delivered, was_read, answered')).toEqual(
      ['messages.out', 'messages.delivered', 'messages.read', 'messages.answered'].map((name) =>
        num(total, name),
      ),
    );
    const all = ofDay("AND dimension = 'all'");
    const seconds = async (view: string): Promise<number> =>
      (await numbers(view, 'seconds', all))[0] ?? -1;
    expect(await seconds('first_reply')).toBeCloseTo(
      (quantile(total, 'reply', 0.5) ?? -1000) / 1000,
      6,
    );
    expect(await seconds('first_reply_90')).toBeCloseTo(
      (quantile(total, 'reply', 0.9) ?? -1000) / 1000,
      6,
    );
    expect(await seconds('duration')).toBeCloseTo(
      (quantile(total, 'length', 0.5) ?? -1000) / 1000,
      6,
    );
  });

  it('counts by team, agent and cause as Painel does', async () => {
    const board = boards.ofDay;
    const teams = [...byValue(board, 'team', board.days)].map(([team, own]) => [
      team,
      num(own, 'in'),
      num(own, 'out'),
    ]);
    expect(teams.length).toBeGreaterThan(0);
    const sorted = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) => row.map(String).join()).sort();
    const some = teams.filter(([, received, resolved]) => received !== 0 || resolved !== 0);
    expect(sorted(await ask('by_team', 'value, received, resolved', ofDay()))).toEqual(
      sorted(some),
    );
    const agents = [...byValue(board, 'agent', board.days)];
    const rated = agents.flatMap(([agent, own]) => {
      const count = num(own, 'rating.n');
      return count === 0 ? [] : [[agent, num(own, 'rating.s') / count]];
    });
    expect(sorted(await ask('ratings', 'agent, rating', ofDay()))).toEqual(sorted(rated));
    const failed = [...byValue(board, 'cause', board.days)].map(([cause, own]) => [
      cause,
      num(own, 'messages.failed'),
    ]);
    expect(sorted(await ask('causes', 'value, failed', ofDay()))).toEqual(sorted(failed));
    expect((await numbers('left_alone', 'people'))[0] ?? 0).toBe(
      num(totalOf(board, board.days), 'contacts.left'),
    );
  });

  it('shows who is there, who waits and who is served as Painel does', async () => {
    const board = boards.now;
    const agents = listAgents(board);
    const count = (doing: string): number => agents.filter((one) => one.doing === doing).length;
    expect(agents.length).toBeGreaterThan(0);
    expect(await numbers('available', 'agents', '')).toEqual([count('available')]);
    expect(await numbers('paused', 'agents', '')).toEqual([count('paused')]);
    const open = (situation: string): number =>
      board.open.filter((one) => one.situation === situation).length;
    expect(await numbers('waiting', 'COUNT(*)', '')).toEqual([open('waiting')]);
    expect(await numbers('serving', 'COUNT(*)', '')).toEqual([open('active')]);
    const served = await ask('agent_conversations', 'agent, conversations');
    for (const { name, conversations } of agents)
      expect(Number(served.find(([agent]) => agent === name)?.[1] ?? 0)).toBe(conversations);
    const online = new Map(
      (await ask('online', 'person, seconds', ofDay('', today))).map(([name, s]) => [
        name,
        Number(s),
      ]),
    );
    for (const [name, ms] of onlineOf(board))
      // The desk's clock goes on by a millisecond at each look.
      expect(online.get(name) ?? 0).toBeCloseTo(ms / 1000, 1);
    expect(Math.max(...online.values())).toBeGreaterThan(0);
  });

  it('has the hours of the week as Painel has them, the day after', async () => {
    nowMs += 86_400_000;
    await makeViews();
    const board = dayAfter;
    const means = await ask('received_by_hour', 'weekday, hour, mean');
    const mean = (weekday: number, hour: number): number =>
      Number(means.find(([w, h]) => Number(w) === weekday && Number(h) === hour)?.[2] ?? 0);
    const hours = shownHours(board);
    const expected = heatOf(board);
    const total = totalOf(board, { from: day, until: day });
    const weekday = ((new Date(day * 86_400_000).getUTCDay() + 6) % 7) + 1;
    const since = today + 1 - day;
    const sameDays = Array.from({ length: 30 }, (_one, index) => index + 1).filter(
      (before) => (before - since) % 7 === 0,
    ).length;
    for (const hour of hours)
      expect(mean(weekday, hour)).toBeCloseTo(num(total, `in.h${hour}`) / sameDays, 9);
    expect(hours.some((hour) => mean(weekday, hour) > 0)).toBe(true);
    expected.forEach((row, index) =>
      row.forEach((value, column) =>
        expect(Math.round(mean(column + 1, hours[index] ?? 0))).toBe(value),
      ),
    );
  });
});

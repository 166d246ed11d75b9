import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMs, startWithApis, type PlantaoWithApis } from '../../support/plantao-with-apis';
import { evolvyAgent } from '../../support/strict-apis/evolvy';
import { chatsAgent } from '../../support/strict-apis/weni-chats';

const minuteMs = 60_000;
const iso = (atMs: number): string => new Date(atMs).toISOString().replace('Z', '+00:00');
/** As Agora and the log show a moment: the wall clock of São Paulo. */
const shownAt = (atMs: number): string =>
  new Date(atMs - 180 * minuteMs).toISOString().slice(11, 19);

describe('The status of agents, asked of platforms that have no webhook for it', () => {
  let desk: PlantaoWithApis;
  beforeAll(async () => {
    desk = await startWithApis();
  });
  afterAll(() => desk.stop());

  const now = () =>
    desk.plantao
      .shown('Agora')
      .map((row) => [row['Agente'], row['Situação']].join(' '))
      .sort();
  const log = () =>
    desk.plantao
      .shown('Status dos agentes')
      .map((row) => [row['Agente'], row['Situação'], row['Data e hora']?.slice(-8)].join(' '));

  it('asks nobody before somebody switches it on', async () => {
    await desk.minutes(2);
    const servers = [desk.evolvy, desk.plug, desk.chats];
    expect(servers.flatMap(({ calls }) => calls)).toEqual([]);
  });

  it('PlugChat: every operator with the exact moment, and no row while nothing changes', async () => {
    desk.plug.account.operators = [
      { id: 'op1', name: 'Ana ', state: 'online', lastChanged: startMs - 90_000 },
      { id: 'op2', name: 'Beto', state: 'offline', lastChanged: startMs - 3_600_000 },
    ];
    await desk.switchOn('plug');
    await desk.minutes();
    expect(now()).toEqual(['Ana Disponível', 'Beto Offline']);
    const first = [
      `Ana Disponível ${shownAt(startMs - 90_000)}`,
      `Beto Offline ${shownAt(startMs - 3_600_000)}`,
    ];
    expect(log()).toEqual(first);
    const lines = desk.plantao.rows('Diário').length;
    await desk.minutes(3);
    expect(log()).toEqual(first);
    expect(desk.plantao.rows('Diário')).toHaveLength(lines);
    expect(desk.plug.calls).toHaveLength(4);
    const changedMs = desk.plantao.twin.clock.now() + 7000;
    desk.plug.account.operators[1] = {
      id: 'op2',
      name: 'Beto',
      state: 'online',
      lastChanged: changedMs,
    };
    await desk.minutes();
    expect(log()).toEqual([...first, `Beto Disponível ${shownAt(changedMs)}`]);
    desk.plug.account.operators = [];
  });

  it('Evolvy: a change counts when two answers agree, and began when it was first seen', async () => {
    const { account } = desk.evolvy;
    const [carla, davi] = [evolvyAgent(1, 'Carla'), evolvyAgent(2, 'Davi')];
    account.agents = [carla, davi, { ...evolvyAgent(3, 'Convidada'), confirmed: false }];
    carla.availability_status = 'online';
    await desk.switchOn('evolvy');
    await desk.minutes();
    const firstMs = desk.plantao.twin.clock.now();
    expect(now().join()).not.toContain('Carla');
    await desk.minutes();
    expect(now()).toEqual(expect.arrayContaining(['Carla Disponível', 'Davi Offline']));
    expect(now().join()).not.toContain('Convidada');
    expect(log()).toContain(`Carla Disponível ${shownAt(firstMs)}`);
    const rows = log().length;
    // A laptop that is closed for a moment.
    carla.availability_status = 'offline';
    await desk.minutes();
    carla.availability_status = 'online';
    await desk.minutes(2);
    expect(log()).toHaveLength(rows);
    carla.availability_status = 'busy';
    await desk.minutes();
    const busyMs = desk.plantao.twin.clock.now();
    await desk.minutes();
    expect(log().slice(rows)).toEqual([`Carla Em pausa ${shownAt(busyMs)}`]);
  });

  it('Weni: all pages, pauses by their names, and who is no longer in the list is offline', async () => {
    const { project } = desk.chats;
    const nowMs = desk.plantao.twin.clock.now();
    project.longestPage = 10;
    project.agents = Array.from({ length: 23 }, (_none, index) => ({
      ...chatsAgent(index, `Weni${index}`),
      status: 'ONLINE',
      last_status_change: iso(nowMs - index * minuteMs),
    }));
    const paused = project.agents[22];
    if (paused === undefined) throw new Error('nobody');
    paused.status = 'OFFLINE';
    paused.active_custom_status = { name: 'Almoço', since: iso(nowMs - 5 * minuteMs) };
    await desk.switchOn('weni');
    await desk.minutes();
    expect(desk.chats.calls.map(({ query }) => query['offset'])).toEqual(['0', '10', '20']);
    expect(now().filter((one) => one.startsWith('Weni'))).toHaveLength(23);
    expect(now()).toContain('Weni22 Almoço');
    expect(log()).toContain(`Weni3 Disponível ${shownAt(nowMs - 3 * minuteMs)}`);
    // After midnight in Greenwich nothing is said of when.
    for (const agent of project.agents) agent.last_status_change = null;
    const rows = log().length;
    await desk.minutes();
    expect(log()).toHaveLength(rows);
    project.agents = project.agents.slice(1);
    await desk.minutes();
    const missingMs = desk.plantao.twin.clock.now();
    expect(log()).toHaveLength(rows);
    await desk.minutes();
    expect(log().slice(rows)).toEqual([`Weni0 Offline ${shownAt(missingMs)}`]);
    expect(now()).toContain('Weni0 Offline');
  });

  it('tells Jornada, where a pause has the name that the platform gives it', async () => {
    const back = desk.chats.project.agents[21];
    if (back === undefined) throw new Error('nobody');
    back.active_custom_status = null;
    back.status = 'ONLINE';
    await desk.minutes(2);
    const day = desk.plantao.shown('Jornada').find((row) => row['Agente'] === 'Weni22');
    expect(Object.values(day ?? {}).join(' ')).toContain('Almoço 0:');
  });

  it('says where it came from, and keeps no token in a cell', () => {
    const [row] = desk.plantao.shown('Status dos agentes');
    expect(row?.['Origem']).toBe('consulta');
    const cells = desk.plantao.twin.workbook.sheets.map(({ title }) =>
      JSON.stringify(desk.plantao.rows(title)),
    );
    expect(cells.join()).not.toMatch(/evolvy-token|plug-token|0b2c1f5e/);
  });
});

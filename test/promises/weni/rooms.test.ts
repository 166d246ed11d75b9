import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roomPost } from '../../../src/cli/demo/bodies/weni';
import { drawDay } from '../../../src/cli/demo/day';
import { dayStart } from '../../../src/cli/demo/shop-time';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import { countRooms } from '../../counter/rooms';
import { readTotals } from '../../counter/read-totals';
import { startPlantao, type Plantao } from '../../support/plantao';

/** Tuesday 24 November 2026, 14:22 in GMT-3. */
const atMs = Date.UTC(2026, 10, 24, 17, 22);
const day = Math.floor((atMs - 3 * 3_600_000) / 86_400_000);

/** What Chats sends of a day's rooms until now: in the queue, with an agent, at the end. */
const bodies = drawDay('plantao', dayStart(atMs))
  .conversations.filter(({ platform, openedMs }) => platform === 'weni' && openedMs < atMs)
  .flatMap((room) =>
    [room.openedMs, room.takenMs, room.closedMs].flatMap((sentMs) =>
      sentMs === null || sentMs > atMs ? [] : [roomPost(room, sentMs)],
    ),
  )
  .toSorted((a, b) => a.atMs - b.atMs)
  .map(({ body }) => body);

describe('Rooms of Weni Chats', () => {
  let plantao: Plantao;
  const counts = countRooms(bodies);
  beforeAll(async () => {
    plantao = await startPlantao({ clock: createVirtualClock(atMs) });
    for (const body of bodies) await plantao.post('weni', body, { webhook: 'flow' });
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it('count in Totais when they open and when they end', () => {
    const totals = readTotals(plantao.twin.workbook);
    const all = totals.get(`${day}|weni|all|`);
    expect(counts.resolved).toBeGreaterThan(5);
    expect([all?.get('e.in'), all?.get('e.out'), all?.get('e.in.resolved')]).toEqual([
      counts.received,
      counts.resolved,
      counts.resolved,
    ]);
    const byAgent = Object.keys(counts.byAgent).map((name) => [
      name,
      totals.get(`${day}|weni|agent|${name}`)?.get('e.in'),
    ]);
    expect(byAgent).toEqual(Object.entries(counts.byAgent));
  });

  it('are in Painel while they are open: with an agent, or waiting', () => {
    const sheet = plantao.twin.workbook.sheets.find(({ title }) => title === 'Painel');
    const [waiting, serving] = [10, 14].map((column) => sheet?.cell(5, column)?.value);
    expect(counts.serving).toBeGreaterThan(0);
    expect([waiting, serving]).toEqual([counts.waiting, counts.serving]);
  });
});

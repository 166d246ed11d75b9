import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { readSheet } from '../../src/twin/web/sheet-json';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';

/** Tuesday 24 November 2026, 11:22 in GMT-3. */
const nowMs = Date.UTC(2026, 10, 24, 14, 22);
const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 24, hour + 3, minute);

const told = [
  ['Ana', at(8, 0), true, true],
  ['Ana', at(9, 20), true, false],
  ['Ana', at(9, 38), true, true],
  ['Karina', at(8, 2), true, true],
  ['Karina', at(10, 30), false, false],
] as const;

/** What an agent did most of the time in a quarter of an hour, minute by minute; blank before they came. */
function countQuarter(name: string, quarter: number): string {
  const own = told.filter(([whose]) => whose === name);
  const minutes = Array.from({ length: 15 }, (_unused, index) =>
    at(0, quarter * 15 + index),
  ).filter((atMs) => atMs < nowMs);
  const words = minutes.flatMap((minute) => {
    const last = own.findLast(([, atMs]) => atMs <= minute);
    if (last === undefined) return [];
    return [!last[2] ? '' : last[3] ? '=' : '/'];
  });
  const counts = ['=', '/', ''].map((word) => words.filter((one) => one === word).length);
  const most = Math.max(...counts);
  return most === 0 ? '' : (['=', '/', ''][counts.indexOf(most)] ?? '');
}

describe('Linha do tempo', () => {
  let plantao: Plantao;
  const shown = (row: number): readonly string[] => {
    const { twin } = plantao;
    const sheet = twin.workbook.sheets.find(({ title }) => title === 'Linha do tempo');
    if (sheet === undefined) throw new Error('There is no timeline.');
    const { display } = readSheet(sheet, { workbook: twin.workbook, engine: twin.engine });
    return display[row - 2] ?? [];
  };
  beforeAll(async () => {
    plantao = await startPlantao({ clock: createVirtualClock(nowMs) });
    for (const [name, atMs, isOnline, isAvailable] of told)
      await plantao.post(
        'huggy',
        agentStatus({
          time: atMs / 1000,
          agents: [{ id: name.length, name, isOnline, isAvailable }],
        }),
      );
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it('has a row for each agent, in the order of their coming', () => {
    expect([5, 6, 7].map((row) => shown(row)[0])).toEqual(['Ana', 'Karina', '']);
  });

  it.each([
    ['Ana', 5],
    ['Karina', 6],
  ])('shows what %s did longest in each quarter of an hour', (name, row) => {
    const quarters = Array.from({ length: 96 }, (_unused, index) => index);
    expect(
      shown(row)
        .slice(1, 97)
        .map((sign) => sign.replace('-', '')),
    ).toEqual(quarters.map((quarter) => countQuarter(name, quarter)));
  });

  it('shows offline after the first coming, today up to now', () => {
    expect(
      shown(6)
        .slice(1, 97)
        .filter((sign) => sign === '-'),
    ).toEqual(['-', '-', '-', '-']);
  });

  it('sums a day up at the right, and the team below', () => {
    expect(shown(5).slice(98, 103)).toEqual(['3:22', '3:04', '0:18', '1', '0:18']);
    expect(shown(6).slice(98, 103)).toEqual(['2:28', '2:28', '0:00', '0', '0:00']);
    expect(shown(66)[0]).toBe('Equipe');
    expect(shown(66).slice(98, 103)).toEqual(['5:50', '5:32', '0:18', '1', '0:18']);
  });

  it('says the fewest that were available in each hour so far', () => {
    const fewest = Array.from({ length: 24 }, (_unused, hour) => shown(67)[1 + hour * 4]);
    expect(fewest.slice(8, 12)).toEqual(['2', '1', '1', '1']);
    expect(fewest[13]).toBe('');
  });

  it('hides the rows that no agent needs', () => {
    const sheet = plantao.twin.workbook.sheets.find(({ title }) => title === 'Linha do tempo');
    expect([6, 7, 64, 66, 68].map((row) => sheet?.hiddenRows.has(row))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

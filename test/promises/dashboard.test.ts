import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { readSheet } from '../../src/twin/web/sheet-json';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';

/** Tuesday 24 November 2026, 11:22 in GMT-3. */
const nowMs = Date.UTC(2026, 10, 24, 14, 22);
const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 24, hour + 3, minute);

/** What a person sees in a cell of the dashboard, by its address. */
function shownAt({ twin }: Plantao, address: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const sheet = twin.workbook.sheets.find(({ title }) => title === 'Painel');
  if (sheet === undefined) throw new Error('There is no dashboard.');
  const { header, display } = readSheet(sheet, { workbook: twin.workbook, engine: twin.engine });
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return row === '1'
    ? String(header[column - 1] ?? '')
    : (display[Number(row) - 2]?.[column - 1] ?? '');
}

describe('Painel', () => {
  let plantao: Plantao;
  const shown = (address: string): string => shownAt(plantao, address);
  beforeAll(async () => {
    plantao = await startPlantao({ clock: createVirtualClock(nowMs) });
    const people = [
      [1, 'Ana Beatriz Souza', 8, 30, true, true],
      [2, 'Bruno Lima', 9, 0, true, true],
      [3, 'Gabriela Pinto', 11, 4, true, false],
      [4, 'Karina Dias', 10, 30, false, false],
    ] as const;
    for (const [id, name, hour, minute, isOnline, isAvailable] of people)
      await plantao.post(
        'huggy',
        agentStatus({ time: at(hour, minute) / 1000, agents: [{ id, name, isOnline, isAvailable }] }),
      );
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it('is the first tab', () => {
    expect(plantao.twin.workbook.sheets[0]?.title).toBe('Painel');
  });

  it('shows it', () => {
    const sheet = plantao.twin.workbook.sheets[0];
    if (sheet === undefined) throw new Error('no');
    const { header, display } = readSheet(sheet, {
      workbook: plantao.twin.workbook,
      engine: plantao.twin.engine,
    });
    console.log([header.map(String), ...display].map((r, i) => `${i + 1}: ${r.map((c, j) => [c, j] as const).filter(([c]) => c !== '' && c !== 'null').map(([c, j]) => `${String.fromCharCode(65 + j)}=${c}`).join(' | ')}`).join('\n'));
    expect(shown('B12')).toBe('Ana Beatriz Souza');
  });
});

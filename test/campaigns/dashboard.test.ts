import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVirtualClock, isVirtualClock } from '../../src/twin/runtime/clock';
import { readSheet, type SheetJson } from '../../src/twin/web/sheet-json';
import { live, nowMs, rowsOf, story } from '../counter/story';
import { countRows, servedIn, type Counts } from '../counter/totals';
import { agentStatus, bundleDir, startPlantao, type Plantao } from '../support/plantao';

/** What a person does: chooses in a dropdown, upon which Google runs the simple trigger. */
const handiwork = `
function sheetCalled(title) { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title); }
function choose(row, column, value) {
  var range = sheetCalled('Painel').getRange(row, column);
  range.setValue(value);
  onEdit({ range: range, value: value });
}
function chooseGone(row, column, value) {
  sheetCalled('Painel').getRange(row, column).clearDataValidations();
  choose(row, column, value);
}
function chooseDay(column, day) { choose(2, column, day === null ? '' : new Date(2026, 10, day, 12)); }
function write(row, column, value) { sheetCalled('Painel').getRange(row, column).setValue(value); }
function insertColumn() { sheetCalled('Painel').insertColumnBefore(2); }
`;

const folders: string[] = [];
function bundleWithHands(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-'));
  folders.push(folder);
  cpSync(bundleDir, folder, { recursive: true });
  const file = join(folder, 'Code.js');
  writeFileSync(file, readFileSync(file, 'utf8') + handiwork);
  return folder;
}

const readPainel = ({ twin }: Plantao): SheetJson => {
  const sheet = twin.workbook.sheets.find(({ title }) => title === 'Painel');
  if (sheet === undefined) throw new Error('There is no dashboard.');
  return readSheet(sheet, { workbook: twin.workbook, engine: twin.engine });
};

function placeOf(address: string): readonly [row: number, column: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(row), column];
}

/** What a person sees in a cell of the dashboard below its first row. */
function shownAt(plantao: Plantao, address: string): string {
  const [row, column] = placeOf(address);
  return readPainel(plantao).display[row - 2]?.[column - 1] ?? '';
}

/** The number in a cell below the first row; nothing is 0, and so is what no platform has told. */
function numberAt(plantao: Plantao, address: string): number {
  const [row, column] = placeOf(address);
  const sheet = plantao.twin.workbook.sheets.find(({ title }) => title === 'Painel');
  return Number(sheet?.cell(row, column)?.value ?? 0) || 0;
}

describe('Painel', () => {
  let plantao: Plantao;
  const atMs = Date.UTC(2026, 10, 24, 14, 22);
  const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 24, hour + 3, minute);
  const shown = (address: string): string => shownAt(plantao, address);

  beforeAll(async () => {
    const bundle = bundleWithHands();
    plantao = await startPlantao({ clock: createVirtualClock(atMs), bundleDir: bundle });
    for (const [id, name, time, isOnline, isAvailable] of [
      [1, 'Ana Beatriz Souza', at(8, 30), true, true],
      [2, 'Bruno Lima', at(9, 0), true, true],
      [3, 'Gabriela Pinto', at(11, 4), true, false],
      [4, 'Karina Dias', at(10, 30), false, false],
    ] as const)
      await plantao.post(
        'huggy',
        agentStatus({ time: time / 1000, agents: [{ id, name, isOnline, isAvailable }] }),
      );
    await plantao.settle();
  });
  afterAll(async () => {
    await plantao.twin.stop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('is the first tab', () => {
    expect(plantao.twin.workbook.sheets[0]?.title).toBe('Painel');
  });

  it('shows who is there, the available first, the longest first', () => {
    expect([shown('B5'), shown('F5'), shown('J5')]).toEqual([' 2/4', ' 1', ' 0']);
    expect(shown('F7')).toBe('    Gabriela Pinto há 18 min');
    expect(
      [12, 13, 14, 15].map((row) => [shown(`B${row}`), shown(`E${row}`), shown(`G${row}`)]),
    ).toEqual([
      ['Ana Beatriz Souza', ' Disponível', '2:52'],
      ['Bruno Lima', ' Disponível', '2:22'],
      ['Gabriela Pinto', ' Em pausa', '0:18'],
      ['Karina Dias', ' Offline', '0:52'],
    ]);
  });

  it('goes on by itself while nothing happens', async () => {
    const { clock } = plantao.twin;
    if (isVirtualClock(clock)) clock.moveTo(atMs + 5 * 60_000);
    expect(shown('G14')).toBe('0:23');
    expect(shown('F7')).toBe('    Gabriela Pinto há 23 min');
  });

  it('says that all is well, and when it is not', () => {
    expect(shown('V2')).toBe('✓ Saúde OK');
  });

  it('has three charts that draw its hidden block', () => {
    const sheet = plantao.twin.workbook.sheets[0];
    expect(sheet?.charts.map(({ type }) => type)).toEqual(['COMBO', 'COMBO', 'BAR']);
    expect(sheet?.charts.map(({ options }) => options['hiddenDimensionStrategy'])).toHaveLength(3);
  });

  it('shows another choice at once', async () => {
    await plantao.twin.run('choose', [2, 14, 'Treble']);
    expect([shown('B5'), shown('B12')]).toEqual([' 0/0', '']);
    await plantao.twin.run('choose', [2, 14, 'Huggy']);
    expect([shown('B5'), shown('B12')]).toEqual([' 2/4', 'Ana Beatriz Souza']);
    await plantao.twin.run('choose', [2, 10, 'Ontem']);
    expect(shown('B2')).toBe('segunda-feira, 23 de novembro');
    await plantao.twin.run('choose', [2, 10, 'Hoje']);
  });

  it('asks for two dates, and has a place for them while it does', async () => {
    const merged = (): boolean =>
      plantao.twin.workbook.sheets[0]?.merges.some(
        ({ row, column }) => row === 2 && column === 5,
      ) ?? false;
    expect(merged()).toBe(false);
    await plantao.twin.run('choose', [2, 10, 'De–até']);
    expect([shown('B3').slice(0, 22), merged()]).toEqual(['Escolha as duas datas,', true]);
    await plantao.twin.run('chooseDay', [5, 18]);
    await plantao.twin.run('chooseDay', [7, 24]);
    expect([shown('B2'), shown('B3')]).toEqual(['7 dias', '']);
    for (const column of [5, 7]) await plantao.twin.run('chooseDay', [column, null]);
    await plantao.twin.run('choose', [2, 10, '7 dias']);
    expect([shown('B2'), merged()]).toEqual(['18/11 – 24/11', false]);
    await plantao.twin.run('choose', [2, 10, 'Hoje']);
  });

  it('shows nothing, and says why, where no connection is chosen', async () => {
    await plantao.twin.run('chooseGone', [2, 18, 'Outra']);
    expect(shown('B5')).toBe(' 0/0');
    expect(shown('B3')).toBe('Nenhuma conexão tem essa plataforma e essa conta.');
    await plantao.twin.run('choose', [2, 18, 'Todas']);
  });

  it('leaves what a person writes beside it', async () => {
    await plantao.twin.run('write', [66, 26, 'minha nota']);
    await plantao.twin.run('write', [64, 9, 42]);
    await plantao.settle();
    expect([shown('Z66'), shown('I64')]).toEqual(['minha nota', '42']);
  });

  it('does nothing for whoever calls the trigger without a range', async () => {
    const before = JSON.stringify(readPainel(plantao).display);
    for (const event of [undefined, null, 7, {}, { range: { getRow: 2, getColumn: 10 } }])
      await plantao.twin.run('onEdit', [event]);
    expect(JSON.stringify(readPainel(plantao).display) === before).toBe(true);
  });

  it('writes nothing where somebody has moved its columns', async () => {
    await plantao.twin.run('insertColumn');
    const before = JSON.stringify(readPainel(plantao).display);
    await plantao.post(
      'huggy',
      agentStatus({ time: at(11, 20) / 1000, agents: [{ id: 9, name: 'Nova' }] }),
    );
    await plantao.settle();
    expect(JSON.stringify(readPainel(plantao).display) === before).toBe(true);
  });
});

/** The day of the stories. */
const day = Math.floor((nowMs - 3 * 3_600_000) / 86_400_000);

const sumOf = (
  counts: Counts,
  [dimension, value]: readonly [string, string],
  name: string,
): number =>
  [...counts].reduce((sum, [place, numbers]) => {
    const [at, connection = '', kind, ...rest] = place.split('|');
    const isMeant = Number(at) === day && kind === dimension && rest.join('|') === value;
    const unit = ['treble', 'plug', 'generic'].includes(connection) ? 'a' : 'e';
    const own = /^(?:in|out)/.test(name) ? `${unit}.${name}` : name;
    return isMeant ? sum + (numbers.get(own) ?? 0) : sum;
  }, 0);

const medianOf = (sorted: readonly number[]): number =>
  sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;

describe('The numbers of Painel', () => {
  it('equal an independent count', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const plantao = await startPlantao({ clock: createVirtualClock(nowMs) });
        await live(plantao, told);
        const rows = rowsOf(plantao);
        const counts = countRows(rows);
        const total = (name: string): number => sumOf(counts, ['all', ''], name);
        expect({
          resolved: numberAt(plantao, 'V5'),
          requests: [26, 27, 28, 29].map((row) => numberAt(plantao, `G${row}`)),
          messages: [32, 33, 34, 35].map((row) => numberAt(plantao, `G${row}`)),
        }).toEqual({
          resolved: total('out'),
          requests: ['in', 'in.assigned', 'in.answered', 'in.resolved'].map(total),
          messages: ['out', 'delivered', 'read', 'answered'].map((name) =>
            total(`messages.${name}`),
          ),
        });
        const agents = Array.from({ length: 15 }, (_unused, index) => 40 + index).flatMap((row) => {
          const name = shownAt(plantao, `B${row}`);
          return name === '' || name === 'nada no período'
            ? []
            : [[name, numberAt(plantao, `E${row}`)] as const];
        });
        expect(agents).toEqual(
          agents.map(([name]) => [name, sumOf(counts, ['agent', name], 'out')]),
        );
        const replies = rows
          .flatMap(servedIn)
          .flatMap(({ from, answered }) =>
            from === null || answered === null ? [] : [[from, answered] as const],
          )
          .filter(([, answered]) => Math.floor((answered - 3 * 3_600_000) / 86_400_000) === day)
          .map(([from, answered]) => answered - from)
          .filter((ms) => ms >= 0)
          .sort((a, b) => a - b);
        const wanted = replies.length === 0 ? 0 : medianOf(replies);
        const found = replies.length === 0 ? 0 : numberAt(plantao, 'R5') * 86_400_000;
        expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.max(1000, wanted * 0.05));
        await plantao.twin.stop();
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import type { ViewerSheet, ViewerWorkbook } from '../../../src/twin/engine/viewer-data';
import { exportForViewer } from '../../../src/twin/engine/workbook-json';
import { MemorySheet, MemoryWorkbook } from '../../support/memory-workbook';

function show(...sheets: MemorySheet[]): ViewerWorkbook {
  const book = new MemoryWorkbook(sheets);
  return exportForViewer(book, createFormulaEngine(book, { now: () => 0 }));
}

function firstSheet({ sheets: [sheet] }: ViewerWorkbook): ViewerSheet {
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const valueAt = (sheet: ViewerSheet, row: number, column: number): unknown =>
  sheet.cells.find(([cellRow, cellColumn]) => cellRow === row && cellColumn === column)?.[2];

describe('the workbook for the viewer', () => {
  it('evaluates formulas and what they spill, and keeps their text', () => {
    const sheet = new MemorySheet({});
    sheet.putRow(1, [3, 1, 2]);
    sheet.put(2, 1, '=SORT(TRANSPOSE(A1:C1))');
    const shown = firstSheet(show(sheet));
    expect([2, 3, 4].map((row) => valueAt(shown, row, 1))).toEqual([1, 2, 3]);
    expect(shown.formulas).toEqual([[2, 1, '=SORT(TRANSPOSE(A1:C1))']]);
  });

  it.each([
    ['dd/MM/yyyy - HH:mm:ss', 'dd/mm/yyyy - hh:mm:ss'],
    ['[h]:mm:ss', 'hhhh:mm:ss'],
    ['0.0%', '0.0%'],
    ['#,##0', '#,##0'],
    ['"R$" #,##0.00', '"R$" #,##0.00'],
    ['R$ #,##0.00', '[$R$ ]#,##0.00'],
  ])('hands the format %s on as %s', (numberFormat, expected) => {
    const sheet = new MemorySheet({});
    sheet.put(1, 1, { value: 1.5, style: { numberFormat } });
    const { looks } = show(sheet);
    expect(looks).toEqual([{ style: {}, numberFormat: expected }]);
  });

  it('sends the text where the grid could not make it', () => {
    const sheet = new MemorySheet({});
    sheet.put(1, 1, { value: 46346, style: { numberFormat: 'mmmm yyyy' } });
    const shown = show(sheet);
    expect(valueAt(firstSheet(shown), 1, 1)).toBe(46346);
    expect(firstSheet(shown).cells[0]?.[4]).toBe('novembro 2026');
    expect(shown.looks[0]?.style.horizontalAlignment).toBe('right');
  });

  it('sends the header and the last 2,000 rows of a long sheet', () => {
    const sheet = new MemorySheet({ maxRows: 6_000, frozenRows: 1 });
    sheet.putRow(1, ['Agente']);
    for (let row = 2; row <= 5_001; row += 1) sheet.putRow(row, [`agente ${row}`]);
    const shown = firstSheet(show(sheet));
    expect(shown.omitted).toEqual({ from: 2, to: 3_001 });
    expect(shown.cells).toHaveLength(2_001);
    expect(shown.lastRow).toBe(5_001);
    expect(shown.cells[1]?.[0]).toBe(3_002);
  });

  it('sends only the sheets asked for, with the order of all', () => {
    const book = new MemoryWorkbook([
      new MemorySheet({ id: 4, title: 'Agora' }),
      new MemorySheet({ id: 9, title: 'Diário', hidden: true }),
    ]);
    const shown = exportForViewer(book, createFormulaEngine(book, { now: () => 0 }), new Set([9]));
    expect(shown.order).toEqual([4, 9]);
    expect(shown.sheets.map(({ title, hidden }) => [title, hidden])).toEqual([['Diário', true]]);
  });

  it('colours bands under own colours, and below the content', () => {
    const area = { row: 1, column: 1, rows: 6, columns: 1 };
    const sheet = new MemorySheet({
      bandings: [{ id: 'b', area, header: '#111111', first: '#ffffff', second: '#eeeeee' }],
    });
    sheet.putRow(1, ['Agente']);
    sheet.putRow(2, ['João Alves']);
    sheet.putRow(3, ['Ana Lima'], { background: '#ff0000' });
    const shown = show(sheet);
    const colorAt = (row: number): unknown =>
      shown.looks[firstSheet(shown).cells.find(([at]) => at === row)?.[3] ?? -1]?.style.background;
    expect([1, 2, 3].map(colorAt)).toEqual(['#111111', '#ffffff', '#ff0000']);
    expect(firstSheet(shown).bands).toEqual([
      { area: { row: 4, column: 1, rows: 3, columns: 1 }, first: '#ffffff', second: '#eeeeee' },
    ]);
  });

  it('puts rules and charts into the words of the grid', () => {
    const area = { row: 1, column: 1, rows: 3, columns: 2 };
    const sheet = new MemorySheet({
      title: "Painel d'água",
      conditionalRules: [
        { areas: [area], criteria: 'TEXT_EQUAL_TO', values: ['Offline'], style: {} },
        { areas: [area], criteria: 'DATE_NOT_A_CRITERION', values: [], style: {} },
        {
          areas: [area],
          criteria: '',
          values: [],
          style: {},
          gradient: [
            { color: '#ffffff', type: 'MIN', value: '' },
            { color: '#ffee00', type: 'PERCENT', value: '50' },
            { color: '#ff0000', type: 'NUMBER', value: '9' },
          ],
        },
      ],
      charts: [
        {
          id: 'c',
          type: 'BAR',
          sources: [{ sheetId: 1, area }],
          row: 5,
          column: 2,
          options: { title: 'Agentes', legend: { position: 'none' }, width: 300 },
        },
      ],
    });
    sheet.putRow(1, ['Situação', 'Agentes']);
    sheet.putRow(2, ['Offline', 3]);
    const shown = firstSheet(show(sheet));
    expect(shown.rules).toEqual([
      { ranges: ['A1:B3'], operator: 'isEqual', values: ['Offline'], style: {} },
      {
        ranges: ['A1:B3'],
        minimum: { type: 'value', color: '#ffffff', value: '' },
        midpoint: { type: 'percentage', color: '#ffee00', value: '50' },
        maximum: { type: 'number', color: '#ff0000', value: '9' },
      },
    ]);
    expect(shown.charts[0]).toMatchObject({ row: 5, column: 2, widthPx: 300, heightPx: 371 });
    expect(shown.charts[0]).toMatchObject({
      type: 'BAR',
      title: 'Agentes',
      legend: { position: 'none' },
      labels: ['Offline'],
      series: [{ name: 'Agentes', values: [3] }],
    });
  });
});

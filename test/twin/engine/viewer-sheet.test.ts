import { describe, expect, it } from '@jest/globals';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import type { ViewerSheet } from '../../../src/twin/engine/viewer-data';
import { exportForViewer } from '../../../src/twin/engine/workbook-json';
import { openDesk, type Desk } from '../spreadsheet/support';

function show({ shared: { workbook } }: Desk): ViewerSheet {
  const engine = createFormulaEngine(workbook, { now: () => Date.UTC(2026, 10, 24) });
  const [sheet] = exportForViewer(workbook, engine).sheets;
  if (!sheet) throw new Error('There is no sheet.');
  return sheet;
}

const data = [
  ['Hora', 'Recebidas', 'Resolvidas'],
  ['8h', 38, 21],
  ['9h', '=B2*2', ''],
  ['', '', ''],
];

function openData(): { desk: Desk; run: ReturnType<Desk['start']> } {
  const desk = openDesk();
  const run = desk.start();
  run.range('A1:C4').call('setValues', data);
  return { desk, run };
}

describe('a chart as the viewer draws it', () => {
  it('has the values, formulas evaluated, without the blank end, in Google’s looks', () => {
    const { desk, run } = openData();
    const chart = run.sheet
      .open('newChart')
      .open('setChartType', 'COMBO')
      .open('addRange', run.range('A1:C4').target)
      .open('setNumHeaders', 1)
      .open('setOption', 'series', { 0: { type: 'bars', color: '#1a73e8' }, 1: { type: 'line' } })
      .open('setOption', 'legend', { position: 'top', textStyle: { fontSize: 11 } })
      .open('setOption', 'vAxis.gridlines.color', '#e8eaed')
      .open('setPosition', 5, 2, 0, 4)
      .call('build');
    run.sheet.call('insertChart', chart);
    run.flush();
    expect(show(desk).charts).toMatchObject([
      {
        type: 'COMBO',
        row: 5,
        column: 2,
        offsetYPx: 4,
        widthPx: 600,
        labels: ['8h', '9h'],
        legend: { position: 'top', fontSizePx: 11 },
        vAxis: { gridColor: '#e8eaed' },
        series: [
          { name: 'Recebidas', values: [38, 76], kind: 'bars', color: '#1a73e8' },
          { name: 'Resolvidas', values: [21, null], kind: 'line', color: '#ea4335' },
        ],
      },
    ]);
  });

  it('leaves hidden rows and columns out unless it is told to show both', () => {
    const { desk, run } = openData();
    run.sheet.call('hideRows', 2);
    run.sheet.call('hideColumns', 3);
    const builder = run.sheet
      .open('newChart')
      .open('asColumnChart')
      .open('addRange', run.range('A1:C3').target)
      .open('setNumHeaders', 1);
    run.sheet.call('insertChart', builder.call('build'));
    const both = builder.open('setHiddenDimensionStrategy', 'SHOW_BOTH').call('build');
    run.sheet.call('insertChart', both);
    run.flush();
    expect(show(desk).charts.map(({ labels, series }) => [labels, series.length])).toEqual([
      [['9h'], 1],
      [['8h', '9h'], 2],
    ]);
  });
});

describe('cells as the viewer draws them', () => {
  it('carry lines, the later over the earlier, each on the side where it stands', () => {
    const desk = openDesk();
    const run = desk.start();
    const around = [true, true, true, true, null, null, '#dadce0', 'SOLID'];
    const left = [null, true, null, null, null, null, '#0b8043', 'SOLID_THICK'];
    run.range('B2:C3').call('setBorder', ...around);
    run.range('B2:B3').call('setBorder', ...left);
    run.flush();
    const lines = new Map(
      show(desk).borders.map(([row, column, sides]) => [`${row},${column}`, sides]),
    );
    expect(lines.get('2,2')).toEqual({
      top: { style: 'thin', color: '#dadce0' },
      left: { style: 'thick', color: '#0b8043' },
    });
    expect(Object.keys(lines.get('3,3') ?? {})).toEqual(['bottom', 'right']);
  });

  it('offer the values of their rule: a list, a range, a date', () => {
    const desk = openDesk();
    const run = desk.start();
    const rule = (method: string, ...args: readonly unknown[]) =>
      run.app
        .open('newDataValidation')
        .open(method, ...args)
        .call('build');
    run.range('D1:D3').call('setValues', [['Ana'], [''], ['Bia']]);
    run.range('A1').call('setDataValidation', rule('requireValueInList', ['Hoje', 7], true));
    run
      .range('A2')
      .call('setDataValidation', rule('requireValueInRange', run.range('D1:D3').target));
    run.range('A3').call('setDataValidation', rule('requireDate'));
    run.range('A4').call('setDataValidation', rule('requireNumberGreaterThan', 3));
    run.flush();
    expect(show(desk).dropdowns.map(({ kind, choices }) => [kind, choices])).toEqual([
      ['list', ['Hoje', '7']],
      ['list', ['Ana', 'Bia']],
      ['date', []],
    ]);
  });

  it('bring the text where the grid cannot read the format: numbers keep their value', () => {
    const desk = openDesk();
    const run = desk.start();
    run
      .range('A1')
      .open('setValue', 168 / 86_400)
      .call('setNumberFormat', '" "[m]"m "ss"s"');
    run.range('A2').open('setValue', 'dentro').call('setNumberFormat', '"   "@');
    run.range('A3').open('setValue', 9).call('setNumberFormat', '0');
    run.flush();
    expect(show(desk).cells.map(([, , value, , text]) => [value, text])).toEqual([
      [168 / 86_400, ' 2m 48s'],
      ['dentro', '   dentro'],
      [9, undefined],
    ]);
  });
});

describe('a text of several looks', () => {
  it('is read back in its parts, shown so, and is one text again after the next write', () => {
    const desk = openDesk();
    const run = desk.start();
    const small = run.app.open('newTextStyle').open('setFontSize', 9).call('build');
    const text = run.app
      .open('newRichTextValue')
      .open('setText', 'Agentes hoje')
      .open('setTextStyle', 8, 12, small)
      .call('build');
    run.range('A1').call('setRichTextValue', text);
    run.flush();
    expect(show(desk).runs).toEqual([[1, 1, [{ start: 8, end: 12, style: { fontSize: 9 } }]]]);
    const parts = run.range('A1').open('getRichTextValue').call('getRuns');
    const list = Array.isArray(parts) ? parts.map((part: unknown) => run.mark(part)) : [];
    expect(list.map((part) => [part.call('getText'), part.call('getStartIndex')])).toEqual([
      ['Agentes ', 0],
      ['hoje', 8],
    ]);
    run.range('A1').call('setValue', 'Equipe');
    run.flush();
    expect(show(desk).runs).toEqual([]);
  });
});

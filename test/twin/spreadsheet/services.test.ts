import { describe, expect, it } from '@jest/globals';
import { openDesk, type Run } from './support';

function wrapAll(run: Run, list: unknown) {
  return Array.isArray(list) ? list.map((item: unknown) => run.mark(item)) : [];
}

describe('filter, banding, protection', () => {
  it('one filter a sheet', () => {
    const run = openDesk().start();
    expect(run.sheet.call('getFilter')).toBeNull();
    run.range('A1:B5').call(
      'setValues',
      Array.from({ length: 5 }, (_, row) => [`v${row}`, row]),
    );
    const filter = run.mark(run.range('A1:B5').call('createFilter'));
    expect(() => run.range('D1').call('createFilter')).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    );
    const criteria = run.app
      .open('newFilterCriteria')
      .open('setHiddenValues', ['v2'])
      .open('build');
    filter.call('setColumnFilterCriteria', 1, criteria.target);
    expect([1, 2, 3, 4].map((row) => run.sheet.call('isRowHiddenByFilter', row))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    filter.call('remove');
    expect(run.sheet.call('getFilter')).toBeNull();
  });

  it('bandings do not overlap', () => {
    const run = openDesk().start();
    run.range('A1:B9').call('applyRowBanding', 'CYAN', true, false);
    expect(() => run.range('B9:C12').call('applyRowBanding')).toThrow(
      'alternating background colors',
    );
    const [banding] = wrapAll(run, run.sheet.call('getBandings'));
    expect(banding?.call('getHeaderRowColor')).toBe('#4dd0e1');
    expect(banding?.call('getFooterRowColor')).toBeNull();
    banding?.call('setHeaderRowColor', 'navy');
    expect(banding?.call('getHeaderRowColor')).toBe('#000080');
    banding?.call('remove');
    expect(run.sheet.call('getBandings')).toEqual([]);
  });

  it('a protection never shuts the current user out', () => {
    const run = openDesk().start();
    const protection = run.sheet
      .open('protect')
      .open('setDescription', 'Diário')
      .open('setWarningOnly', true);
    protection.call('addEditors', ['a@example.com']);
    protection.call('removeEditors', ['a@example.com', 'owner@example.com']);
    const editors = wrapAll(run, protection.call('getEditors')).map((user) =>
      user.call('getEmail'),
    );
    expect(editors).toEqual(['owner@example.com']);
    expect(run.sheet.call('getProtections', 'SHEET')).toHaveLength(1);
    expect(run.sheet.call('getProtections', 'RANGE')).toHaveLength(0);
  });
});

describe('rules', () => {
  it('conditional formats keep conditions and colour scales', () => {
    const desk = openDesk();
    const run = desk.start();
    const target = [run.range('A1:A9').target];
    const text = run.app.open('newConditionalFormatRule').open('whenTextEqualTo', 'on');
    const scale = run.app
      .open('newConditionalFormatRule')
      .open('setGradientMinpoint', '#fff')
      .open('setGradientMidpointWithValue', 'yellow', 'PERCENT', '50')
      .open('setGradientMaxpoint', '#f00');
    const built = [
      text.open('setBold', true).open('setRanges', target).call('build'),
      scale.open('setRanges', target).call('build'),
    ];
    run.sheet.call('setConditionalFormatRules', built);
    expect(wrapAll(run, run.sheet.call('getConditionalFormatRules'))).toHaveLength(2);
    expect(desk.shared.workbook.sheets[0]?.conditionalRules).toEqual([
      expect.objectContaining({
        criteria: 'TEXT_EQUAL_TO',
        values: ['on'],
        style: { fontWeight: 'bold' },
      }),
      expect.objectContaining({
        gradient: [
          { color: '#ffffff', type: 'MIN', value: '' },
          { color: '#ffff00', type: 'PERCENT', value: '50' },
          { color: '#ff0000', type: 'MAX', value: '' },
        ],
      }),
    ]);
    expect(() => run.app.open('newConditionalFormatRule').call('build')).toThrow(
      'at least one range',
    );
  });

  it('a validation warns by default and refuses when told to', () => {
    const run = openDesk().start();
    const list = run.app.open('newDataValidation').open('requireValueInList', ['Hoje', '7 dias']);
    run.range('A1').call('setDataValidation', list.call('build'));
    run.range('A1').call('setValue', 'outro');
    run.range('A2').call('setDataValidation', list.open('setAllowInvalid', false).call('build'));
    expect(() => run.range('A2').call('setValue', 'outro')).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
    run.range('A2').call('setValue', 'Hoje');
    expect(run.range('A1:A2').call('getValues')).toEqual([['outro'], ['Hoje']]);
    expect(run.range('A1:A3').call('getDataValidations')).toEqual([
      [expect.anything()],
      [expect.anything()],
      [null],
    ]);
    run.range('A1:A2').call('clearDataValidations');
    expect(run.range('A2').call('getDataValidation')).toBeNull();
  });

  it('checkboxes are false and count as content', () => {
    const run = openDesk().start();
    run.range('B300').call('insertCheckboxes');
    expect(run.range('B300').call('getValue')).toBe(false);
    expect(run.sheet.call('getLastRow')).toBe(300);
  });
});

describe('charts', () => {
  it('are built by type, put in, changed and taken out', () => {
    const desk = openDesk();
    const run = desk.start();
    const builder = run.sheet.open('newChart').open('asColumnChart');
    builder.open('addRange', run.range('A1:B9').target).open('setTitle', 'Por dia');
    builder.open('setPosition', 5, 2, 0, 0).call('setOption', 'legend.position', 'none');
    run.sheet.call('insertChart', builder.call('build'));
    const [chart] = wrapAll(run, run.sheet.call('getCharts'));
    expect(desk.shared.workbook.sheets[0]?.charts).toEqual([
      {
        id: String(chart?.call('getChartId')),
        type: 'COLUMN',
        sources: [{ sheetId: 0, area: { row: 1, column: 1, rows: 9, columns: 2 } }],
        row: 5,
        column: 2,
        options: { title: 'Por dia', 'legend.position': 'none', offsetX: 0, offsetY: 0 },
      },
    ]);
    const changed = chart?.open('modify').open('asLineChart').open('setTitle', 'Novo');
    run.sheet.call('updateChart', changed?.call('build'));
    expect(desk.start().sheet.call('getCharts')).toHaveLength(1);
    const [updated] = wrapAll(run, run.sheet.call('getCharts'));
    expect(updated?.open('getOptions').call('get', 'title')).toBe('Novo');
    run.sheet.call('removeChart', updated?.target);
    expect(run.sheet.call('getCharts')).toEqual([]);
  });

  it('have typed options only after as…Chart(), and an x range only for scatter', () => {
    const run = openDesk().start();
    expect(() => run.sheet.open('newChart').call('setTitle', 'x')).toThrow('no method setTitle');
    expect(() =>
      run.sheet.open('newChart').open('asLineChart').call('setXAxisRange', 0, 1),
    ).toThrow('no method setXAxisRange');
    const scatter = run.sheet.open('newChart').open('asScatterChart');
    expect(scatter.call('setXAxisRange', 0, 1)).toBe(scatter.target);
  });
});

describe('text finder', () => {
  const fill = (run: Run) =>
    run.range('A1:A5').call('setValues', [['Ação'], ['acao'], ["'10"], ['AÇÃO 2'], [10]]);

  it.each([
    ['ação', {}, ['A1', 'A4']],
    ['ação', { matchEntireCell: true }, ['A1']],
    ['Ação', { matchCase: true }, ['A1']],
    ['acao', { ignoreDiacritics: true }, ['A1', 'A2', 'A4']],
    ['10', { matchEntireCell: true }, ['A3', 'A5']],
    ['^a.*2$', { useRegularExpression: true }, ['A4']],
    ['nada', {}, []],
  ])('%s with %j finds %j', (text, flags, expected) => {
    const run = openDesk().start();
    fill(run);
    const finder = run.sheet.open('createTextFinder', text);
    for (const [flag, on] of Object.entries(flags)) finder.call(flag, on);
    const found = wrapAll(run, finder.call('findAll')).map((range) => range.call('getA1Notation'));
    expect(found).toEqual(expected);
  });

  it('steps through and replaces', () => {
    const run = openDesk().start();
    run.range('A1:A3').call('setValues', [['x1'], ['y'], ['x2 x']]);
    const finder = run.range('A:A').open('createTextFinder', 'x');
    expect(finder.open('findNext').call('getRow')).toBe(1);
    expect(finder.open('findNext').call('getRow')).toBe(3);
    expect(finder.call('findNext')).toBeNull();
    expect(finder.call('replaceAllWith', 'z')).toBe(3);
    expect(run.range('A1:A3').call('getValues')).toEqual([['z1'], ['y'], ['z2 z']]);
  });

  it('looks at what is stored, not at what this execution read before', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.range('A1').call('getValue');
    b.range('A1').call('setValue', 'key');
    b.flush();
    expect(a.sheet.open('createTextFinder', 'key').open('findNext').call('getRow')).toBe(1);
    expect(a.range('A1').call('getValue')).toBe('');
  });
});

describe('developer metadata', () => {
  it('is on the spreadsheet, a sheet, a whole row or column, and nowhere else', () => {
    const run = openDesk().start();
    run.spreadsheet.call('addDeveloperMetadata', 'k', 'book');
    run.sheet.call('addDeveloperMetadata', 'k', 'sheet', 'PROJECT');
    run.range('2:2').call('addDeveloperMetadata', 'k', 'row');
    run.range('B:B').call('addDeveloperMetadata', 'k');
    expect(() => run.range('A1:A5').call('addDeveloperMetadata', 'k')).toThrow('arbitrary ranges');
    const values = (scope: ReturnType<Run['range']>, ...steps: [string, unknown][]) => {
      const finder = scope.open('createDeveloperMetadataFinder');
      for (const [step, value] of steps) finder.call(step, value);
      return wrapAll(run, finder.call('find')).map((item) => item.call('getValue'));
    };
    expect(values(run.spreadsheet, ['withKey', 'k'])).toEqual(['book', 'sheet', 'row', null]);
    expect(values(run.sheet)).toEqual(['sheet', 'row', null]);
    expect(values(run.spreadsheet, ['withLocationType', 'COLUMN'])).toEqual([null]);
    expect(values(run.spreadsheet, ['withVisibility', 'PROJECT'])).toEqual(['sheet']);
    const [item] = wrapAll(run, run.sheet.call('getDeveloperMetadata'));
    item?.call('setValue', 'new');
    expect(item?.call('getValue')).toBe('new');
    item?.call('remove');
    expect(() => item?.call('getValue')).toThrow('deleted');
  });
});

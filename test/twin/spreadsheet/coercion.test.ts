import { describe, expect, it } from '@jest/globals';
import { openDesk, type DeskSettings } from './support';

/** What a cell holds after `setValue(input)`, in the model's own terms. */
function typed(input: unknown, settings: DeskSettings & { format?: string } = {}): unknown {
  const desk = openDesk(settings);
  const run = desk.start();
  if (settings.format !== undefined) run.range('A1').call('setNumberFormat', settings.format);
  run.range('A1').call('setValue', input);
  run.flush();
  const cell = desk.shared.workbook.sheets[0]?.cell(1, 1) ?? null;
  return cell && (cell.formula ?? cell.value);
}

describe('texts typed in pt_BR', () => {
  it.each([
    ['=A1', '=A1'],
    [' =1+1', '=1+1'],
    ['＝1+1', '=1+1'],
    ['=', '='],
    ['+5511999990000', 5511999990000],
    ['+55 11 99999-0000', '=+55 11 99999-0000'],
    ['-5', -5],
    ['-a', '=-a'],
    ['-', '-'],
    ['@x', '@x'],
    ['01234', 1234],
    ['22 34', 2234],
    ['12E3', 12000],
    ['1e5', 100000],
    ['12345678901234567890', 12345678901234567000],
    ['R$ 1.234,56', 1234.56],
    ['1,5', 1.5],
    ['1.500', 1500],
    ['10%', 0.1],
    ['(5)', -5],
    ['true', true],
    ['VERDADEIRO', true],
    ['Falso', false],
    ["'abc", 'abc'],
    ["'=1+1", '=1+1'],
    ["'01234", '01234'],
    ["''x", "'x"],
    ["'", null],
    ['', null],
    ['João Alves', 'João Alves'],
    ['  a ', '  a '],
    ['33/33', '33/33'],
    ['1.2.3', '1.2.3'],
    ['2026-01-02T10:30:00Z', '2026-01-02T10:30:00Z'],
    ['2024-05-01', 45413],
    ['01/02/2024', 45323],
    ['1/2', 46054],
    ['12/2024', 45627],
    ['1 de março de 2016', 42430],
    ['Mar 1 2016', 42430],
    ['14:30', 0.6041666666666666],
    ['2:30 PM', 0.6041666666666666],
    ['26:30:00', 1.1041666666666667],
    ['2026-01-02 10:30', 46024.4375],
    ['a\tb', 'a\tb'],
  ])('%j gives %j', (input, expected) => {
    expect(typed(input)).toBe(expected);
  });
});

describe('texts typed in other locales', () => {
  it.each([
    ['en_US', '1,5', 15],
    ['en_US', '1.5', 1.5],
    ['en_US', '01/02/2024', 45293],
    ['en_US', '$2.99', 2.99],
    ['en_US', '1,000,000', 1000000],
    ['en_US', 'VERDADEIRO', 'VERDADEIRO'],
    ['es_ES', '1,5', 1.5],
    ['es_ES', 'verdadero', true],
    ['es_MX', '1.5', 1.5],
    ['es_MX', '01/02/2024', 45323],
    ['es_ES', '3 de enero de 2024', 45294],
    ['xx_YY', '1.5', 1.5],
  ])('%s %j gives %j', (locale, input, expected) => {
    expect(typed(input, { locale })).toBe(expected);
  });
});

describe('values that are no text', () => {
  it.each([
    [5.25, 5.25],
    [true, true],
    [null, null],
    [undefined, null],
    [Number.NaN, '#NUM!'],
    [Number.POSITIVE_INFINITY, '#NUM!'],
    [{ a: 1, b: 'x' }, '{a=1, b=x}'],
    [[1, 2], '[Ljava.lang.Object;@1b2c3d4e'],
    [new Date(Number.NaN), '#NUM!'],
  ])('%j gives %j', (input, expected) => {
    expect(typed(input)).toBe(expected);
  });
});

describe('plain text cells', () => {
  it.each([
    ['01234', '01234'],
    ['+5511999990000', '+5511999990000'],
    ['1/2', '1/2'],
    ["'x", "'x"],
    ['=1+1', '=1+1'],
  ])('%j gives %j', (input, expected) => {
    expect(typed(input, { format: '@' })).toBe(expected);
  });

  it('keep a formula as text and eat the apostrophe on the other side', () => {
    const options = { formulaInTextCell: false, apostropheInTextCell: false };
    const desk = openDesk({ options });
    const run = desk.start();
    run.range('A1:B1').call('setNumberFormat', '@');
    run.range('A1:B1').call('setValues', [['=1+1', "'x"]]);
    expect(run.range('A1:B1').call('getValues')).toEqual([['=1+1', 'x']]);
    expect(run.range('A1').call('getFormula')).toBe('');
  });

  it('are not honoured by appendRow', () => {
    const run = openDesk().start();
    run.range('A:B').call('setNumberFormat', '@');
    run.sheet.call('appendRow', ['01234', '1/2/2024']);
    const [[number, day] = []] = rows(run.range('A1:B1').call('getValues'));
    expect(number).toBe(1234);
    expect(day).toBeInstanceOf(Date);
    expect(run.range('A1').call('getNumberFormat')).toBe('0.###############');
  });
});

function rows(value: unknown): unknown[][] {
  if (!Array.isArray(value)) throw new Error('no rows');
  return value.map((line: unknown) => (Array.isArray(line) ? Array.from<unknown>(line) : []));
}

describe('an automatic cell takes the format of what was typed', () => {
  it.each([
    ['10%', '0%'],
    ['10,5%', '0.00%'],
    ['12E3', '0.00E+00'],
    ['2024-05-01', 'dd/MM/yyyy'],
    ['2024-05-01 10:00', 'dd/MM/yyyy HH:mm:ss'],
    ['14:30', 'HH:mm'],
    ['26:30:00', '[h]:mm:ss'],
    ['5', '0.###############'],
  ])('%j: %s', (input, format) => {
    const run = openDesk().start();
    run.range('A1').call('setValue', input);
    expect(run.range('A1').call('getNumberFormat')).toBe(format);
  });

  it('a preset format stays', () => {
    const run = openDesk().start();
    run.range('A1').call('setNumberFormat', 'dd/MM/yyyy - HH:mm:ss');
    run.range('A1').call('setValue', 45000.5);
    expect(run.range('A1').call('getDisplayValue')).toBe('15/03/2023 - 12:00:00');
  });
});

describe('displayed text', () => {
  it.each([
    [1234.5, '#,##0.00', '1.234,50'],
    [1234.5, '', '1234,5'],
    [5511999990000, '', '5511999990000'],
    [true, '', 'VERDADEIRO'],
    [0.25, '0%', '25%'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    ["'01", '0.00', '01'],
    [null, '', ''],
  ])('%j with %j shows %s', (value, format, text) => {
    const run = openDesk().start();
    run.range('A1').call('setNumberFormat', format);
    run.range('A1').call('setValue', value);
    expect(run.range('A1').call('getDisplayValue')).toBe(text);
  });
});

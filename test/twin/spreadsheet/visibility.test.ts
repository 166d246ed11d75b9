import { describe, expect, it } from '@jest/globals';
import { openDesk } from './support';

describe('writes of one execution', () => {
  it('are seen by itself at once and by others after flush', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.range('A1').call('setValue', 'x');
    expect(b.range('A1').call('getValue')).toBe('');
    b.flush();
    a.flush();
    expect(b.range('A1').call('getValue')).toBe('x');
    expect(a.range('A1').call('getValue')).toBe('x');
  });

  it('go out when it reads, and are counted until then', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.range('A1:C2').call('setValue', 1);
    a.range('D1').call('setNote', 'n');
    expect(desk.shared.pendingCells(a.execution.id)).toBe(7);
    a.sheet.call('getLastRow');
    expect(desk.shared.pendingCells(a.execution.id)).toBe(0);
    expect(b.range('C2').call('getValue')).toBe(1);
  });

  it.each([
    ['completed', 'x'],
    ['failed', 'x'],
    ['killed', ''],
    ['timedOut', ''],
  ] as const)('not flushed, after the execution %s: %j', (outcome, expected) => {
    const desk = openDesk();
    const a = desk.start();
    a.range('A1').call('setValue', 'flushed');
    a.flush();
    a.range('A2').call('setValue', 'x');
    a.execution.end(outcome);
    const b = desk.start();
    expect(b.range('A1:A2').call('getValues')).toEqual([['flushed'], [expected]]);
    expect(desk.shared.sessions.has(a.execution.id)).toBe(false);
  });

  it('are one commit that tells which sheets it touched', () => {
    const desk = openDesk();
    const a = desk.start();
    const touched: (readonly number[])[] = [];
    const stop = desk.shared.workbook.onCommit((ids) => touched.push(ids));
    const { version } = desk.shared.workbook;
    a.range('A1').call('setValue', 1);
    a.range('B7').call('setValue', 2);
    a.flush();
    a.flush();
    stop();
    expect(touched).toEqual([[0]]);
    expect(desk.shared.workbook.version).toBe(version + 1);
  });
});

describe('reads of one execution', () => {
  it('stay as they were until its flush', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    expect(a.range('A1').call('getValue')).toBe('');
    expect(a.sheet.call('getLastRow')).toBe(0);
    b.range('A1:A3').call('setValue', 'new');
    b.flush();
    expect(a.range('A1').call('getValue')).toBe('');
    expect(a.sheet.call('getLastRow')).toBe(0);
    a.flush();
    expect(a.range('A1').call('getValue')).toBe('new');
    expect(a.sheet.call('getLastRow')).toBe(3);
  });

  it('stay stale when a read forces its writes out, but show its own writes', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.range('A1:A9').call('getValues');
    a.sheet.call('getLastRow');
    b.range('A1:A5').call('setValue', 'b');
    b.flush();
    a.range('A2').call('setValue', 'a');
    expect(a.range('A1:A3').call('getValues')).toEqual([[''], ['a'], ['']]);
    expect(a.sheet.call('getLastRow')).toBe(2);
  });

  it('are fresh after a forced flush on the other side', () => {
    const desk = openDesk({ options: { readsKeptOnForcedFlush: false } });
    const [a, b] = [desk.start(), desk.start()];
    a.range('A1').call('getValue');
    b.range('A1').call('setValue', 'b');
    b.flush();
    a.range('A2').call('setValue', 'a');
    expect(a.range('A1').call('getValue')).toBe('b');
  });

  it('of the last row go back when its own write cleared the content', () => {
    const a = openDesk().start();
    a.range('A1:A5').call('setValue', 1);
    expect(a.sheet.call('getLastRow')).toBe(5);
    a.range('A3:A5').call('clearContent');
    expect(a.sheet.call('getLastRow')).toBe(2);
  });
});

describe('appendRow', () => {
  it('loses a row between two executions without a lock', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.sheet.call('appendRow', ['a']);
    b.sheet.call('appendRow', ['b']);
    a.execution.end();
    b.execution.end();
    expect(desk.shared.workbook.sheets[0]?.lastRow).toBe(1);
    expect(desk.shared.workbook.sheets[0]?.cell(1, 1)).toEqual({ value: 'b' });
  });

  it('keeps both rows when one after the other holds the lock and flushes', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.sheet.call('appendRow', ['a']);
    a.flush();
    b.sheet.call('appendRow', ['b']);
    b.flush();
    expect(desk.start().sheet.open('getDataRange').call('getValues')).toEqual([['a'], ['b']]);
  });

  it('writes over a row when the last row was read before another wrote', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.sheet.call('getLastRow');
    b.sheet.call('appendRow', ['b']);
    b.flush();
    a.sheet.call('appendRow', ['a']);
    a.flush();
    expect(desk.start().sheet.open('getDataRange').call('getValues')).toEqual([['a']]);
  });

  it('goes below formulas and checkboxes, and makes the grid larger', () => {
    const desk = openDesk();
    const a = desk.start();
    a.range('B999').call('setFormula', '=IF(1=1,"","")');
    a.sheet.call('appendRow', ['x']);
    a.range('C1000').call('insertCheckboxes');
    a.sheet.call('appendRow', ['y', ...Array.from({ length: 29 }, () => 1)]);
    expect(a.sheet.call('getLastRow')).toBe(1001);
    expect([a.sheet.call('getMaxRows'), a.sheet.call('getMaxColumns')]).toEqual([1001, 30]);
    expect(a.range('A1000:A1001').call('getValues')).toEqual([['x'], ['y']]);
  });

  it('refuses an empty row', () => {
    expect(() => openDesk().start().sheet.call('appendRow', [])).toThrow('Service error');
  });
});

describe('a write by row number', () => {
  it('lands on another row when another execution put rows in', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    a.range('A1:A2').call('setValues', [['one'], ['two']]);
    a.flush();
    a.range('B2').call('setValue', 'for two');
    b.sheet.call('insertRowBefore', 1);
    a.flush();
    expect(desk.start().range('A1:B3').call('getValues')).toEqual([
      ['', ''],
      ['one', 'for two'],
      ['two', ''],
    ]);
  });

  it('is dropped when the sheet is gone, and the object says so', () => {
    const desk = openDesk();
    const [a, b] = [desk.start(), desk.start()];
    const extra = a.spreadsheet.open('insertSheet', 'Extra');
    const cell = extra.open('getRange', 1, 1);
    cell.call('setValue', 1);
    b.spreadsheet.call('deleteSheet', b.spreadsheet.open('getSheetByName', 'Extra').target);
    a.flush();
    expect(() => cell.call('getValue')).toThrow(/^Sheet \d+ not found$/);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import { writeXlsx } from '../../../src/twin/engine/xlsx';
import { MemorySheet, MemoryWorkbook } from '../../support/memory-workbook';

const DATE_FORMAT = 'dd/MM/yyyy - HH:mm:ss';

function createBook(): MemoryWorkbook {
  const data = new MemorySheet({
    id: 1,
    title: 'Status dos agentes',
    frozenRows: 1,
    columnWidths: new Map([[1, 210]]),
    hiddenColumns: new Set([5]),
    filter: { row: 1, column: 1, rows: 100, columns: 4 },
    conditionalRules: [
      {
        areas: [{ row: 2, column: 3, rows: 99, columns: 1 }],
        criteria: 'TEXT_EQUAL_TO',
        values: ['Disponível'],
        style: { background: '#d7f0e2' },
      },
    ],
  });
  data.putRow(1, ['Agente', 'Online', 'Situação', 'Data e hora', 'Chave'], { fontWeight: 'bold' });
  data.put(1, 4, { value: 'Data e hora', note: 'Hora do evento' });
  data.putRow(2, [{ value: '=cmd' }, true, 'Disponível', 46346.5, 'k1']);
  data.put(2, 4, { value: 46346.5, style: { numberFormat: DATE_FORMAT } });
  data.putRow(3, ['João Alves', false, 'Offline', 46347, 'k2']);
  const board = new MemorySheet({ id: 2, title: 'Painel', hidden: true });
  board.put(1, 1, `=COUNTIF('Status dos agentes'!C2:C,"Offline")`);
  board.put(2, 1, `=SORT('Status dos agentes'!D2:D3,1,FALSE)`);
  board.put(5, 1, '=REGEXMATCH("a1","\\d")');
  board.put(6, 1, '=NA()');
  return new MemoryWorkbook([data, board]);
}

describe('the workbook as an Excel file', () => {
  const read = new ExcelJS.Workbook();
  beforeAll(async () => {
    const book = createBook();
    const bytes = await writeXlsx(book, createFormulaEngine(book, { now: () => 0 }));
    await read.xlsx.load(new Uint8Array(bytes).buffer);
  });
  const cell = (sheet: string, address: string): ExcelJS.Cell => {
    const found = read.getWorksheet(sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    return found.getCell(address);
  };

  it('keeps values, text that looks like a formula, and formats', () => {
    expect(cell('Status dos agentes', 'A2').value).toBe('=cmd');
    expect(cell('Status dos agentes', 'A2').formula).toBeUndefined();
    expect(cell('Status dos agentes', 'B2').value).toBe(true);
    expect(cell('Status dos agentes', 'D2').numFmt).toBe(DATE_FORMAT);
    expect(cell('Status dos agentes', 'A1').font.bold).toBe(true);
    expect(cell('Status dos agentes', 'D1').note).toBe('Hora do evento');
  });

  it('closes open ranges, prefixes later functions and sorts in the words of Excel', () => {
    expect(cell('Painel', 'A1').formula).toBe(
      `COUNTIF('Status dos agentes'!C2:C1048576,"Offline")`,
    );
    expect(cell('Painel', 'A1').result).toBe(1);
    expect(cell('Painel', 'A2').formula).toBe(`_xlfn._xlws.SORT('Status dos agentes'!D2:D3,1,-1)`);
    expect(cell('Painel', 'A2').result).toBe(46347);
    expect(cell('Painel', 'A3').value).toBe(46346.5);
  });

  it('writes the value where only Google has the function, and no result for an error', () => {
    expect(cell('Painel', 'A5').value).toBe(true);
    expect(cell('Painel', 'A6').value).toEqual({ formula: 'NA()' });
  });

  it('keeps what makes a sheet readable', () => {
    const sheet = read.getWorksheet('Status dos agentes');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getColumn(1).width).toBe(30);
    expect(sheet?.getColumn(5).hidden).toBe(true);
    expect(sheet?.autoFilter).toBe('A1:D3');
    expect(read.getWorksheet('Painel')?.state).toBe('hidden');
  });
});

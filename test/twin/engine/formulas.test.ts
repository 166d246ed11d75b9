import { describe, expect, it } from '@jest/globals';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import type { CellValue } from '../../../src/twin/spreadsheet/model';
import { MemorySheet, MemoryWorkbook } from '../../support/memory-workbook';

/** 20 November 2026, 12:00 in GMT-3: serial 46346.5. */
const NOON_EPOCH_MS = Date.UTC(2026, 10, 20, 15);

const SAMPLE: readonly (readonly CellValue[])[] = [
  ['Agente', 'Equipe', 'Espera', 'Ativo', 'Telefone'],
  ['João Alves', 'Vendas', 30, true, '+5511999990000'],
  ['Ana Lima', 'Suporte', 90, false, '001'],
  ['Rui Costa', 'Vendas', 10, true, '=1+1'],
  ['Bia Nunes', 'Suporte', 50, true, '2026-01-02'],
];

function evaluate(formula: string): CellValue {
  const data = new MemorySheet({ id: 1, title: 'Status dos agentes' });
  SAMPLE.forEach((row, index) =>
    row.forEach((value, column) => data.put(index + 1, column + 1, { value })),
  );
  const board = new MemorySheet({ id: 2, title: 'Painel' });
  board.put(1, 1, formula);
  const engine = createFormulaEngine(new MemoryWorkbook([data, board]), {
    now: () => NOON_EPOCH_MS,
  });
  return engine.evaluate(2, 1, 1);
}

const S = `'Status dos agentes'!`;

const CASES: readonly (readonly [formula: string, value: CellValue])[] = [
  // Counting and sums over open ranges
  [`=COUNTA(${S}A2:A)`, 4],
  [`=COUNTIF(${S}B2:B,"Vendas")`, 2],
  [`=COUNTIFS(${S}B2:B,"Suporte",${S}C2:C,">60")`, 1],
  [`=SUMIFS(${S}C2:C,${S}B2:B,"Vendas")`, 40],
  [`=AVERAGEIFS(${S}C2:C,${S}B2:B,"Suporte")`, 70],
  [`=MAXIFS(${S}C2:C,${S}D2:D,TRUE)`, 50],
  [`=SUMPRODUCT((${S}B2:B5="Vendas")*(${S}C2:C5))`, 40],
  [`=PERCENTILE(${S}C2:C,0.5)`, 40],
  [`=COUNTUNIQUE(${S}B2:B)`, 2],
  // Arrays
  [`=INDEX(SORT(UNIQUE(${S}B2:B5),1,FALSE),1)`, 'Vendas'],
  [`=INDEX(FILTER(${S}A2:A,${S}C2:C=10),1)`, 'Rui Costa'],
  [`=IFERROR(FILTER(${S}A2:A,${S}B2:B="Nada"),"nenhum")`, 'nenhum'],
  ['=SUM(ARRAYFORMULA(SEQUENCE(3)*2))', 12],
  [`=TEXTJOIN(", ",TRUE,SORT(${S}A2:A3))`, 'Ana Lima, João Alves'],
  // Text
  [`=${S}E2&""`, '+5511999990000'],
  [`=LEN(${S}E3)`, 3],
  [`=${S}E4`, '=1+1'],
  ['=REPT("ab",3)', 'ababab'],
  ['=REGEXMATCH("Conversa 12","\\d+")', true],
  ['=REGEXEXTRACT("Conversa 12","(\\d+)")', '12'],
  ['=REGEXREPLACE("a-b","(\\w)-(\\w)","\\2-\\1")', 'b-a'],
  ['=REGEXMATCH("ABC","(?i)b")', true],
  // Numbers, dates, lookups
  ['=TEXT(46346.5,"dd/MM/yyyy - HH:mm:ss")', '20/11/2026 - 12:00:00'],
  ['=TEXT(1.5,"[h]:mm:ss")', '36:00:00'],
  ['=NOW()', 46346.5],
  ['=TODAY()', 46346],
  ['=WEEKDAY(TODAY(),2)', 5],
  ['=EOMONTH(DATE(2026,1,31),1)', 46081],
  [`=XMATCH("Rui Costa",${S}A2:A5)`, 3],
  [`=XLOOKUP("Ana Lima",${S}A2:A,${S}C2:C,0)`, 90],
  [`=VLOOKUP("Bia Nunes",${S}A2:C5,3,FALSE)`, 50],
  ['=N("x")', 0],
  ['=MROUND(7,5)', 5],
  // Blanks
  ['=IF(TRUE,"")', ''],
  [`=${S}Z50`, ''],
  [`=ISBLANK(${S}Z50)`, true],
  // What is left open at the end is closed
  ['=SUM(1,2', 3],
];

const ERRORS: readonly (readonly [formula: string, text: string])[] = [
  ['=1/0', '#DIV/0!'],
  ['=NA()', '#N/A'],
  ['=NOPE(1)', '#NAME?'],
  ['=A1', '#REF!'],
  [`='Sem aba'!A1`, '#REF!'],
  ['=SUM(1;2)', '#ERROR!'],
  ['="a"+1', '#VALUE!'],
  ['=REGEXMATCH("a","(")', '#VALUE!'],
  ['=VLOOKUP("zz",{1,2},2,FALSE)', '#N/A'],
];

describe('formulas', () => {
  it.each(CASES)('%s', (formula, value) => {
    expect(evaluate(formula)).toEqual(value);
  });

  it.each(ERRORS)("%s shows Google's error text", (formula, text) => {
    expect(evaluate(formula)).toBe(text);
  });
});

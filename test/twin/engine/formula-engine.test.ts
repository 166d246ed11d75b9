import { describe, expect, it, jest } from '@jest/globals';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import { MemorySheet, MemoryWorkbook } from '../../support/memory-workbook';

const MS_PER_MINUTE = 60_000;

function createBook(): { book: MemoryWorkbook; data: MemorySheet; board: MemorySheet } {
  const data = new MemorySheet({ id: 7, title: 'Conversas' });
  const board = new MemorySheet({ id: 8, title: 'Painel' });
  data.putRow(1, ['Status', 'Espera']);
  data.putRow(2, ['Aberta', 5]);
  data.putRow(3, ['Fechada', 20]);
  board.putRow(1, ['=COUNTIF(Conversas!A2:A,"Aberta")', '=SUM(Conversas!B2:B)']);
  board.put(3, 1, '=FILTER(Conversas!B2:B,Conversas!A2:A="Aberta")');
  return { book: new MemoryWorkbook([data, board]), data, board };
}

const at = (epochMs: number): { now(): number } => ({ now: () => epochMs });

describe('formula engine', () => {
  it('reads nothing until a formula is asked for', () => {
    const { book, data } = createBook();
    const read = jest.spyOn(data, 'eachCell');
    const engine = createFormulaEngine(book, at(0));
    book.commit(7);
    book.commit(7);
    expect(read).not.toHaveBeenCalled();
    expect(engine.evaluate(8, 1, 1)).toBe(1);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('takes many commits at once, when the next value is asked for', () => {
    const { book, data } = createBook();
    const engine = createFormulaEngine(book, at(0));
    engine.evaluate(8, 1, 1);
    const read = jest.spyOn(data, 'eachCell');
    for (let row = 4; row < 54; row += 1) {
      data.putRow(row, ['Aberta', 1]);
      book.commit(7);
    }
    expect(engine.evaluate(8, 1, 1)).toBe(51);
    expect(engine.evaluate(8, 1, 2)).toBe(75);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it.each(["O'Brien & filhos", 'a/b [c]', 'x*y?z', 'Ajustes (2)'])(
    'reads a sheet called %s',
    (title) => {
      const data = new MemorySheet({ id: 1, title });
      const board = new MemorySheet({ id: 2, title: 'Painel' });
      data.putRow(1, [21]);
      board.putRow(1, [`='${title.replaceAll("'", "''")}'!$A$1*2`, `="'it''s'!"&"#REF!"`]);
      const engine = createFormulaEngine(new MemoryWorkbook([data, board]), at(0));
      expect(engine.evaluate(2, 1, 1)).toBe(42);
      expect(engine.evaluate(2, 1, 2)).toBe("'it''s'!#REF!");
    },
  );

  describe('a formula that only joins where a row stands and what is in it', () => {
    const formula =
      "=ROW('Linha do dia'!$2:$2)&CHAR(31)&ROWS('Linha do dia'!$A:$C)&CHAR(31)&IFERROR(MATCH(9999999999999,'Linha do dia'!$B:$B),0)&CHAR(31)&TEXTJOIN(CHAR(31),FALSE,'Linha do dia'!$2:$2)";
    const open = (cells: readonly (string | number | boolean)[]) => {
      const day = new MemorySheet({ id: 1, title: 'Linha do dia', maxRows: 40, maxColumns: 5 });
      const hidden = new MemorySheet({ id: 2, title: 'Ajustes' });
      day.putRow(2, [...cells]);
      [9, 3, 5].forEach((number, index) => day.put(index + 3, 2, number));
      hidden.put(1, 1, formula);
      // The same by the library: a term that is none of the plain ones.
      hidden.put(2, 1, `${formula}&""`);
      return { day, engine: createFormulaEngine(new MemoryWorkbook([day, hidden]), at(0)) };
    };

    it.each([
      [['Nome', '', 'Chave']],
      [['# 12', 7, true]],
      [['Registro {"last":3,"ahead":{}}', 'ação; "aspas"']],
      [[]],
    ])('%j is reckoned as by the library', (cells) => {
      const { engine } = open(cells);
      expect(engine.evaluate(2, 1, 1)).toBe(engine.evaluate(2, 2, 1));
      expect(String(engine.evaluate(2, 1, 1)).split('\u001f')).toHaveLength(3 + 5);
    });

    it('loads no sheet', () => {
      const { day, engine } = open(['Nome']);
      const read = jest.spyOn(day, 'eachCell');
      expect(engine.evaluate(2, 1, 1)).toBe('2\u001f40\u001f5\u001fNome\u001f\u001f\u001f\u001f');
      expect(read).not.toHaveBeenCalled();
    });
  });

  it('a broken reference makes the formula #REF!', () => {
    const board = new MemorySheet({ id: 2, title: 'Painel' });
    board.putRow(1, ['=#REF!', '=1+#REF!', '=SUM(#REF!,2)', '=IFERROR(#REF!,"x")', '=#REF!-A1']);
    const engine = createFormulaEngine(new MemoryWorkbook([board]), at(0));
    const values = [1, 2, 3, 4, 5].map((column) => engine.evaluate(2, 1, column));
    expect(values).toEqual(['#REF!', '#REF!', '#REF!', 'x', '#REF!']);
  });

  it('sees only what is committed', () => {
    const { book, data } = createBook();
    const engine = createFormulaEngine(book, at(0));
    engine.evaluate(8, 1, 1);
    data.putRow(4, ['Aberta', 1]);
    expect(engine.evaluate(8, 1, 1)).toBe(1);
    book.commit(7);
    expect(engine.evaluate(8, 1, 1)).toBe(2);
  });

  it('grows spills, names them, and blocks them with #REF!', () => {
    const { book, data, board } = createBook();
    const engine = createFormulaEngine(book, at(0));
    expect(engine.listSpills(8)).toEqual([]);
    data.putRow(4, ['Aberta', 9]);
    book.commit(7);
    expect(engine.listSpills(8)).toEqual([{ row: 3, column: 1, rows: 2, columns: 1 }]);
    expect(engine.evaluate(8, 4, 1)).toBe(9);

    board.put(4, 1, 'no caminho');
    book.commit(8);
    expect(engine.evaluate(8, 3, 1)).toBe('#REF!');

    board.put(4, 1, null);
    book.commit(8);
    expect(engine.evaluate(8, 3, 1)).toBe(5);
    expect(engine.evaluate(8, 4, 1)).toBe(9);
  });

  it('follows new rows, titles, sheets and named ranges', () => {
    const { book, data, board } = createBook();
    const engine = createFormulaEngine(book, at(0));
    board.put(2, 1, '=ROWS(Conversas!A1:A)');
    book.commit(8);
    expect(engine.evaluate(8, 2, 1)).toBe(100);

    data.configure({ maxRows: 150 });
    data.putRow(150, ['Aberta', 1]);
    book.commit(7);
    expect(engine.evaluate(8, 2, 1)).toBe(150);
    expect(engine.evaluate(8, 1, 1)).toBe(2);

    data.configure({ title: 'Chamados' });
    book.commit(7);
    expect(engine.evaluate(8, 1, 2)).toBe('#REF!');

    book.namedRanges.set('esperas', {
      sheetId: 7,
      area: { row: 2, column: 2, rows: 2, columns: 1 },
    });
    board.put(2, 1, '=SUM(esperas)');
    book.commit(8);
    expect(engine.evaluate(8, 2, 1)).toBe(25);
  });

  it('takes up a sheet once a formula names it, and a commit of many cells at once', () => {
    const { book, board } = createBook();
    const archive = new MemorySheet({ id: 9, title: 'Arquivo', maxRows: 9_000, maxColumns: 20 });
    archive.put(1, 1, 40);
    book.sheets.push(archive);
    const engine = createFormulaEngine(book, at(0));
    expect(engine.evaluate(8, 1, 2)).toBe(25);
    archive.put(2, 1, 2);
    book.commit(9);
    expect(engine.evaluate(8, 1, 2)).toBe(25);
    board.put(2, 1, '=SUM(arquivo!A1:A)');
    book.commit(8);
    expect(engine.evaluate(8, 2, 1)).toBe(42);
    for (let row = 3; row <= 9_000; row += 1)
      archive.putRow(
        row,
        Array.from({ length: 20 }, () => 1),
      );
    book.commit(9);
    expect(engine.evaluate(8, 2, 1)).toBe(42 + 8_998);
  });

  it("lets NOW follow the clock, by the minute, in the spreadsheet's zone", () => {
    const { book, board } = createBook();
    let now = Date.UTC(2026, 10, 20, 3);
    board.put(2, 1, '=TEXT(NOW(),"dd/mm/yyyy hh:mm")');
    board.put(2, 2, '=A2&"!"');
    const engine = createFormulaEngine(book, { now: () => now });
    expect(engine.evaluate(8, 2, 1)).toBe('20/11/2026 00:00');
    now += 5 * MS_PER_MINUTE;
    expect(engine.evaluate(8, 2, 2)).toBe('20/11/2026 00:05!');
  });

  it('reads the same after many small changes as after one fresh load', () => {
    const { book, data, board } = createBook();
    const engine = createFormulaEngine(book, at(0));
    let seed = 1;
    const draw = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    const statuses = ['Aberta', 'Fechada', 'Espera', null];
    for (let step = 0; step < 300; step += 1) {
      const row = 2 + draw(40);
      data.put(row, 1, statuses[draw(4)] ?? null);
      data.put(row, 2, draw(5) === 0 ? null : draw(100));
      book.commit(7);
      if (step % 10 === 0) engine.evaluate(8, 1, 1);
    }
    const fresh = createFormulaEngine(book, at(0));
    const places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((row) => [row, row === 1 ? 2 : 1] as const);
    const read = (from: typeof engine): unknown =>
      places.map(([row, column]) => from.evaluate(8, row, column));
    expect(read(engine)).toEqual(read(fresh));
    expect(engine.listSpills(8)).toEqual(fresh.listSpills(8));
    expect(board.cell(3, 1)?.formula).toContain('FILTER');
  });
});

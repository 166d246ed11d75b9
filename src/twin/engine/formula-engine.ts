import type { FormulaEngine, SheetView, WorkbookView } from '../spreadsheet/model';
import { isVolatile, toEngineTitle, toGoogleError } from './cell-content';
import { evaluatePlain } from './plain-formula';
import { compareCells, type FedCells, listFormulas, readCells } from './fed-cells';
import { type EngineCell, type EngineModel, type EngineSheet, openModel } from './o-spreadsheet';
import { areaToSheetA1 } from '../spreadsheet/a1';
import { serialFromEpoch } from '../spreadsheet/values/zone';

/** Beyond this many changes a fresh load is quicker, and the library's revision log is dropped with the old model. */
const REBUILD_AFTER_CHANGES = 20_000;
const MS_PER_MINUTE = 60_000;

interface LoadedSheet {
  /** As formulas write it between quotes. */
  readonly quotedTitle: string;
  readonly shape: EngineSheet;
  readonly cells: FedCells;
  readonly formulas: readonly EngineCell[];
}

interface Loaded {
  readonly model: EngineModel;
  readonly structure: string;
  readonly sheets: Map<number, LoadedSheet>;
  /** Sheets whose cells the model was given. */
  readonly read: ReadonlySet<number>;
  changes: number;
  minute: number;
}

/** What makes a fresh load necessary when it changes: which sheets there are, their titles, widths, named ranges. */
function describeStructure(workbook: WorkbookView): string {
  const sheets = workbook.sheets.map(({ id, title, maxColumns }) => [id, title, maxColumns]);
  return JSON.stringify([sheets, [...workbook.namedRanges], workbook.timeZone, workbook.locale]);
}

function loadSheet(sheet: SheetView): LoadedSheet {
  const cells = readCells(sheet);
  const { id, title, maxRows: rows, maxColumns: columns } = sheet;
  const shape = { id, title: toEngineTitle(title), rows, columns, cells: [] };
  const quotedTitle = title.replaceAll("'", "''");
  return { quotedTitle, shape, cells, formulas: listFormulas(id, cells) };
}

/** Functions that reach cells by an address made at run time. */
const REACHES_ANYWHERE = /\b(?:INDIRECT|OFFSET)\s*\(/i;

/** Sheets with formulas or named in one: no other sheet's cells (the journal's long texts, for one) can change a result. */
function findReadSheets(
  sheets: ReadonlyMap<number, LoadedSheet>,
  { namedRanges }: WorkbookView,
): Set<number> {
  const formulas = [...sheets.values()].flatMap((sheet) => sheet.formulas);
  const text = formulas.map(({ content }) => content.toLowerCase()).join('\n');
  const named = new Set([...namedRanges.values()].map(({ sheetId }) => sheetId));
  const reachesAnywhere = REACHES_ANYWHERE.test(text);
  const isRead = ({ quotedTitle, shape: { id }, formulas: own }: LoadedSheet): boolean =>
    own.length > 0 || named.has(id) || reachesAnywhere || text.includes(quotedTitle.toLowerCase());
  return new Set([...sheets.values()].filter(isRead).map(({ shape }) => shape.id));
}

function readNamedRanges(workbook: WorkbookView): Record<string, string> {
  const titles = new Map(workbook.sheets.map(({ id, title }) => [id, title]));
  return Object.fromEntries(
    [...workbook.namedRanges].flatMap(([name, { sheetId, area }]) => {
      const title = titles.get(sheetId);
      return title === undefined ? [] : [[name, areaToSheetA1(toEngineTitle(title), area)]];
    }),
  );
}

function load(workbook: WorkbookView, clock: { now(): number }): Loaded {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, loadSheet(sheet)]));
  const read = findReadSheets(sheets, workbook);
  const toLoad = [...sheets.values()].map(({ shape, cells }) => ({
    ...shape,
    cells: read.has(shape.id) ? compareCells(shape.id, new Map(), cells) : [],
  }));
  const model = openModel(
    { sheets: toLoad, namedRanges: readNamedRanges(workbook) },
    { locale: workbook.locale, nowSerial: () => serialFromEpoch(clock.now(), workbook.timeZone) },
  );
  return { model, sheets, read, structure: describeStructure(workbook), changes: 0, minute: 0 };
}

function hasFormulas(sheet: SheetView | undefined): boolean {
  let found = false;
  sheet?.eachCell(({ formula }) => {
    found ||= formula !== undefined;
  });
  return found;
}

/**
 * A formula engine over the committed workbook. Nothing is loaded until a formula is asked for; commits only
 * mark sheets as stale, and the next question brings the model up to date with what changed.
 * `NOW` and `TODAY` follow `clock` in the workbook's zone, to the minute.
 */
export function createFormulaEngine(
  workbook: WorkbookView,
  clock: { now(): number },
): FormulaEngine {
  const stale = new Set<number>();
  let loaded: Loaded | null = null;
  workbook.onCommit((sheetIds) => {
    if (loaded) for (const id of sheetIds) stale.add(id);
  });

  const bringUpToDate = (): Loaded => {
    const minute = Math.floor(clock.now() / MS_PER_MINUTE);
    if (loaded && stale.size === 0 && loaded.minute === minute) return loaded;
    if (!loaded || !refresh(loaded, workbook, stale)) loaded = load(workbook, clock);
    loaded.minute = minute;
    stale.clear();
    return loaded;
  };

  return {
    evaluate(sheetId, row, column) {
      const plain = evaluatePlain(workbook, formulaAt(workbook, { sheetId, row, column }));
      if (plain !== null) return plain;
      const { model } = bringUpToDate();
      const { value, isError } = model.read(sheetId, row, column);
      return isError ? toGoogleError(String(value)) : value;
    },
    listSpills(sheetId) {
      // A sheet without formulas is no reason to load anything.
      if (!hasFormulas(workbook.sheets.find(({ id }) => id === sheetId))) return [];
      const { model, sheets } = bringUpToDate();
      return (sheets.get(sheetId)?.formulas ?? []).flatMap(({ row, column }) => {
        const { rows, columns } = model.readSpill(sheetId, row, column);
        return rows * columns > 1 ? [{ row, column, rows, columns }] : [];
      });
    },
  };
}

/** Reckons plain formulas only, and never loads the library; any other is shown as a name that nobody knows. */
export const createPlainEngine = (workbook: WorkbookView): FormulaEngine => ({
  evaluate: (sheetId, row, column) =>
    evaluatePlain(workbook, formulaAt(workbook, { sheetId, row, column })) ?? '#NAME?',
  listSpills: () => [],
});

interface CellPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

const formulaAt = ({ sheets }: WorkbookView, { sheetId, row, column }: CellPlace): string =>
  sheets.find(({ id }) => id === sheetId)?.cell(row, column)?.formula ?? '';

/** Gives the model what changed in the stale sheets; false when it must be loaded afresh. */
function refresh(loaded: Loaded, workbook: WorkbookView, stale: ReadonlySet<number>): boolean {
  if (describeStructure(workbook) !== loaded.structure) return false;
  const updates: EngineCell[] = [];
  for (const sheet of workbook.sheets.filter(({ id }) => stale.has(id))) {
    const before = loaded.sheets.get(sheet.id);
    if (!before || sheet.maxRows < before.shape.rows) return false;
    const after = loadSheet(sheet);
    if (sheet.maxRows > before.shape.rows) {
      loaded.model.addRows(before.shape, sheet.maxRows - before.shape.rows);
    }
    loaded.sheets.set(sheet.id, after);
    const changes = loaded.read.has(sheet.id)
      ? compareCells(sheet.id, before.cells, after.cells)
      : [];
    if (loaded.changes + updates.length + changes.length > REBUILD_AFTER_CHANGES) return false;
    for (const change of changes) updates.push(change);
  }
  if ([...findReadSheets(loaded.sheets, workbook)].some((id) => !loaded.read.has(id))) return false;
  if (updates.length > 0) loaded.model.update(updates);
  loaded.changes += updates.length;
  recalculate(loaded);
  return true;
}

/** Volatile formulas, and those whose spill was blocked (the library misses when a blocking cell is cleared). */
function recalculate({ model, sheets }: Loaded): void {
  const cells = [...sheets.values()].flatMap(({ formulas }) =>
    formulas.filter(
      ({ sheetId, row, column, content }) =>
        isVolatile(content) || model.read(sheetId, row, column).value === '#SPILL!',
    ),
  );
  if (cells.length > 0) model.recalculate(cells);
}

import type { DocumentChange } from '../../storage/storage';
import type { MetadataData } from '../model';
import type { Row } from './row';
import type { SheetState } from './sheet-state';
import type { NamedArea, WorkbookSettings } from './workbook-settings';

/** Collection of the workbook's own settings: one document. */
export const workbookCollection = 'workbook';
/** Collection of the sheets' settings: one document a sheet, by id. */
export const sheetsCollection = 'sheets';

/** Collection of one sheet's rows: one document a row, by row id. */
export function rowsCollection(sheetId: number): string {
  return `rows.${sheetId}`;
}

/** A workbook as far as it is stored. */
export interface StorableWorkbook {
  readonly settings: WorkbookSettings;
  readonly sheets: readonly SheetState[];
  readonly namedRanges: ReadonlyMap<string, NamedArea>;
  readonly metadata: readonly MetadataData[];
  /** Keys of a collection as stored. */
  storedKeys(collection: string): Iterable<string>;
}

/** Text of a row: a plain array when it holds values only. */
function encodeRow(row: Row): string {
  if (!row.extras) return JSON.stringify(row.values);
  const extras = Object.fromEntries(
    row.extras.flatMap((extra, index) => (extra ? [[index, extra] as const] : [])),
  );
  return JSON.stringify({ v: row.values, x: extras });
}

function encodeSheet(sheet: SheetState): string {
  const { rows: _rows, layers, runs, changes: _changes, ...rest } = sheet;
  const settings: Record<string, unknown> = { ...rest };
  delete settings['knownLastRow'];
  delete settings['knownLastColumn'];
  delete settings['knownSpiller'];
  return JSON.stringify({ ...settings, layers: layers.toJson(), runs: runs.toJson() }, plainJson);
}

function plainJson(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}

function encodeWorkbook(workbook: StorableWorkbook): string {
  const { goneSheetIds: _gone, touched: _touched, ...settings } = workbook.settings;
  return JSON.stringify({
    ...settings,
    sheetIds: workbook.sheets.map((sheet) => sheet.id),
    namedRanges: [...workbook.namedRanges],
    metadata: workbook.metadata,
  });
}

/** What one commit writes, the sheets it touched, and what to call once it is stored. */
export interface CollectedChanges {
  readonly documents: readonly DocumentChange[];
  readonly sheetIds: readonly number[];
  settle(): void;
}

/** Collects everything that changed since the last stored commit. */
export function collectChanges(workbook: StorableWorkbook): CollectedChanges {
  const touched = workbook.sheets.filter(isTouched);
  const gone = [...workbook.settings.goneSheetIds];
  return {
    documents: [
      ...workbookChanges(workbook),
      ...gone.flatMap((id) => goneSheetChanges(workbook, id)),
      ...touched.flatMap(sheetChanges),
    ],
    sheetIds: [...gone, ...touched.map((sheet) => sheet.id)],
    settle: () => {
      workbook.settings.goneSheetIds.clear();
      workbook.settings.touched = false;
      touched.forEach(settleSheet);
    },
  };
}

function workbookChanges(workbook: StorableWorkbook): DocumentChange[] {
  if (!workbook.settings.touched) return [];
  return [{ collection: workbookCollection, key: 'workbook', json: encodeWorkbook(workbook) }];
}

function isTouched({ changes }: SheetState): boolean {
  return changes.settings || changes.rowIds.size > 0 || changes.goneRowIds.size > 0;
}

function settleSheet({ changes }: SheetState): void {
  changes.settings = false;
  changes.rowIds.clear();
  changes.goneRowIds.clear();
}

function sheetChanges(sheet: SheetState): DocumentChange[] {
  const collection = rowsCollection(sheet.id);
  const changes: DocumentChange[] = [...sheet.changes.goneRowIds].map((id) => ({
    collection,
    key: String(id),
    json: null,
  }));
  if (sheet.changes.settings) {
    changes.push({ collection: sheetsCollection, key: String(sheet.id), json: encodeSheet(sheet) });
  }
  if (sheet.changes.rowIds.size === 0) return changes;
  sheet.runs.each(([first, count], firstRow) => {
    for (const id of sheet.changes.rowIds) {
      if (id < first || id >= first + count) continue;
      const row = sheet.rowAt(firstRow + id - first);
      changes.push({ collection, key: String(id), json: row ? encodeRow(row) : null });
    }
  });
  return changes;
}

/** The rows of a removed sheet are read back only to learn their keys; removing a sheet is rare. */
function goneSheetChanges(workbook: StorableWorkbook, id: number): DocumentChange[] {
  const collection = rowsCollection(id);
  const rows = [...workbook.storedKeys(collection)].map((key) => ({ collection, key, json: null }));
  return [{ collection: sheetsCollection, key: String(id), json: null }, ...rows];
}

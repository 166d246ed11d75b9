import type { Storage } from '../../storage/storage';
import type { CellValue, MetadataData } from '../model';
import { FormatLayers, type FormatLayer } from './format-layers';
import { rowsCollection, sheetsCollection, workbookCollection } from './persist';
import { packExtra, type Extra, type Row } from './row';
import { RowRuns, type RowRun } from './row-runs';
import type { SheetSettings } from './sheet-settings';
import { SheetState } from './sheet-state';
import type { NamedArea, WorkbookSettings } from './workbook-settings';
import { WorkbookState } from './workbook-state';

interface StoredWorkbook extends Omit<WorkbookSettings, 'goneSheetIds' | 'touched'> {
  readonly sheetIds: readonly number[];
  readonly namedRanges: readonly (readonly [string, NamedArea])[];
  readonly metadata: readonly MetadataData[];
}

type Lists = 'columnWidths' | 'rowHeights' | 'hiddenColumns' | 'hiddenRows';
interface StoredSheet extends Omit<SheetSettings, Lists> {
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly layers: readonly FormatLayer[];
  readonly runs: readonly [number, readonly RowRun[]];
}

type StoredRow =
  | readonly CellValue[]
  | { readonly v: readonly CellValue[]; readonly x: Readonly<Record<string, Extra>> };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isStoredWorkbook = (value: unknown): value is StoredWorkbook =>
  isObject(value) && 'sheetIds' in value && 'metadata' in value;
const isStoredSheet = (value: unknown): value is StoredSheet =>
  isObject(value) && 'runs' in value && 'layers' in value;
const isStoredRow = (value: unknown): value is StoredRow =>
  Array.isArray(value) || (isObject(value) && 'v' in value && 'x' in value);

/** Parses a stored document; one that is not what it should be cannot come from a commit of ours. */
function parse<T>(json: string, is: (value: unknown) => value is T): T {
  const value: unknown = JSON.parse(json);
  if (is(value)) return value;
  throw new Error(`A stored document has the wrong shape: ${json.slice(0, 80)}`);
}

/** Reads back a workbook that was stored; null when the storage has none. */
export function loadWorkbook(storage: Storage): WorkbookState | null {
  const json = storage.read(workbookCollection).get('workbook');
  if (json === undefined) return null;
  const { sheetIds, namedRanges, metadata, ...settings } = parse(json, isStoredWorkbook);
  const workbook = new WorkbookState(storage, {
    ...settings,
    touched: false,
    goneSheetIds: new Set(),
  });
  const stored = storage.read(sheetsCollection);
  workbook.sheets = sheetIds.map((id) => loadSheet(storage, stored.get(String(id)) ?? ''));
  workbook.namedRanges = new Map(namedRanges);
  workbook.metadata = metadata;
  return workbook;
}

function loadSheet(storage: Storage, json: string): SheetState {
  const { layers, runs, ...settings } = parse(json, isStoredSheet);
  const [nextId, list] = runs;
  const sheet = new SheetState(settings.id, new RowRuns([...list], nextId));
  Object.assign(sheet, settings, {
    columnWidths: new Map(settings.columnWidths),
    rowHeights: new Map(settings.rowHeights),
    hiddenColumns: new Set(settings.hiddenColumns),
    hiddenRows: new Set(settings.hiddenRows),
    layers: new FormatLayers(layers),
  });
  loadRows(storage, sheet);
  sheet.forgetExtent();
  sheet.changes.settings = false;
  return sheet;
}

/** Rows by id of documents that were decoded before: many twins that begin with the same documents share them. */
const decoded = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<number, Row>>();

function decodeRows(documents: ReadonlyMap<string, string>): ReadonlyMap<number, Row> {
  const known = decoded.get(documents);
  if (known) return known;
  const rows = new Map<number, Row>();
  for (const [key, json] of documents) rows.set(Number(key), decodeRow(parse(json, isStoredRow)));
  decoded.set(documents, rows);
  return rows;
}

function loadRows(storage: Storage, sheet: SheetState): void {
  const found = decodeRows(storage.read(rowsCollection(sheet.id)));
  const rows: (Row | undefined)[] = [];
  sheet.runs.each(([first, count]) => {
    for (let id = first; id < first + count; id++) rows.push(found.get(id));
  });
  while (rows.length > 0 && rows.at(-1) === undefined) rows.pop();
  sheet.rows = rows;
}

function decodeRow(stored: StoredRow): Row {
  if (!('v' in stored)) return { values: stored, extras: null };
  const extras: (Extra | undefined)[] = [];
  for (const [index, extra] of Object.entries(stored.x)) {
    while (extras.length <= Number(index)) extras.push(undefined);
    extras[Number(index)] = packExtra(extra);
  }
  return { values: stored.v, extras };
}

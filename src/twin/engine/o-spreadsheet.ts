import { createRequire } from 'node:module';
import type * as OSpreadsheet from '@odoo/o-spreadsheet';
import type { CellValue } from '../spreadsheet/model';
import type {
  EngineArgument,
  EngineFunction,
  EngineValue,
  FunctionContext,
} from './function-types';
import { isMatrix } from './function-values';
import { ENGINE_FUNCTIONS } from './functions';

type Library = typeof OSpreadsheet;
type Model = InstanceType<Library['Model']>;
type FunctionDescription = Parameters<Library['addFunction']>[1];
type ComputeArguments = Parameters<FunctionDescription['compute']>;

/** A cell's content as the engine reads it, at a 1-based place; blank removes it. */
export interface EngineCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly content: string;
}

/** One sheet to load. */
export interface EngineSheet {
  readonly id: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly EngineCell[];
}

/** Everything the engine loads at once. */
export interface EngineWorkbook {
  readonly sheets: readonly EngineSheet[];
  /** Name of the range, then its address with the sheet's title. */
  readonly namedRanges: Readonly<Record<string, string>>;
}

/** A loaded model. Places are 1-based. */
export interface EngineModel {
  update(cells: readonly EngineCell[]): void;
  addRows(sheet: EngineSheet, count: number): void;
  /** Evaluates these formula cells again. */
  recalculate(cells: readonly EngineCell[]): void;
  /** The value there; the engine's own error texts. */
  read(sheetId: number, row: number, column: number): { value: CellValue; isError: boolean };
  /** Rows and columns that the formula there fills, itself included. */
  readSpill(sheetId: number, row: number, column: number): { rows: number; columns: number };
}

const SILENT = ['debug', 'group', 'groupEnd', 'groupCollapsed', 'error', 'warn'] as const;

/** The library reports each load and each formula error on the console; the twin has its own ways to tell. */
function quietly<Result>(run: () => Result): Result {
  const kept = SILENT.map((name) => [name, console[name]] as const);
  for (const name of SILENT) console[name] = () => undefined;
  try {
    return run();
  } finally {
    for (const [name, original] of kept) console[name] = original;
  }
}

/** The library asks for Node 22; on Node 20 this is the one thing it misses. */
function addGroupBy(): void {
  if ('groupBy' in Object) return;
  const groupBy = <Item>(
    items: Iterable<Item>,
    choose: (item: Item, index: number) => PropertyKey,
  ): Record<PropertyKey, Item[]> => {
    const groups: Record<PropertyKey, Item[]> = {};
    let index = 0;
    for (const item of items) (groups[choose(item, index++)] ??= []).push(item);
    return groups;
  };
  Object.defineProperty(Object, 'groupBy', { value: groupBy, configurable: true, writable: true });
}

const BATCH = 'TWIN_BATCH';

/** Without its interface plugins one command costs 0.2 ms instead of 35 (10,000 rows); formulas need none of them. */
function removeInterfacePlugins({ registries }: Library): void {
  for (const registry of [registries.statefulUIPluginRegistry, registries.featurePluginRegistry]) {
    for (const key of registry.getKeys()) registry.remove(key);
  }
  registries.coreViewsPluginRegistry.remove('custom_colors');
}

/** Adds a command that runs many in one evaluation. */
function addBatchCommand(library: Library): void {
  class BatchPlugin extends library.UIPlugin {
    override handle(command: { type: string; commands?: readonly { type: string }[] }): void {
      if (command.type !== BATCH) return;
      for (const { type, ...payload } of command.commands ?? []) {
        Reflect.apply(this.dispatch, this, [type, payload]);
      }
    }
  }
  library.registries.featurePluginRegistry.add('twin_batch', BatchPlugin);
}

function readArgument(argument: unknown): EngineArgument {
  if (Array.isArray(argument)) {
    return argument.map((column: unknown) => (Array.isArray(column) ? column.map(readValue) : []));
  }
  return argument === undefined ? undefined : readValue(argument);
}

function readValue(cell: unknown): EngineValue {
  if (typeof cell !== 'object' || cell === null || !('value' in cell)) return null;
  const { value } = cell;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}

/** Where the library hands a model's own context to its functions. */
const CONTEXT = 'twin';

function isContext(value: unknown): value is FunctionContext {
  return typeof value === 'object' && value !== null && 'nowSerial' in value;
}

function describe(definition: EngineFunction): FunctionDescription {
  return {
    description: definition.name,
    args: definition.parameters.map((parameter) => ({
      name: parameter.replace(/\W/g, ''),
      description: parameter,
      type: ['ANY'],
      optional: parameter.endsWith('?'),
      acceptMatrix: parameter.endsWith('[]'),
      acceptErrors: parameter.endsWith('[]'),
    })),
    compute(...values: ComputeArguments) {
      const context: unknown = this[CONTEXT];
      if (!isContext(context)) throw new Error('The engine was opened without a function context.');
      const result = definition.compute(values.map(readArgument), context);
      if (!isMatrix(result)) return { value: result };
      return result.map((column) => column.map((value) => ({ value })));
    },
  };
}

function addFunctions({ registries }: Library): void {
  for (const definition of ENGINE_FUNCTIONS) {
    registries.functionRegistry.replace(definition.name, describe(definition));
  }
}

let library: Library | null = null;

function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'Model' in value && 'registries' in value;
}

function loadLibrary(): Library {
  if (library) return library;
  addGroupBy();
  const loaded = quietly((): unknown => createRequire(import.meta.url)('@odoo/o-spreadsheet'));
  if (!isLibrary(loaded)) throw new Error('@odoo/o-spreadsheet is not the version expected.');
  removeInterfacePlugins(loaded);
  addBatchCommand(loaded);
  addFunctions(loaded);
  library = loaded;
  return loaded;
}

function toSheetData({ helpers }: Library, sheet: EngineSheet): object {
  const cells: Record<string, string> = {};
  for (const { row, column, content } of sheet.cells) {
    cells[helpers.toXC(column - 1, row - 1)] = content;
  }
  return {
    ...helpers.createEmptySheet(String(sheet.id), sheet.title),
    rowNumber: sheet.rows,
    colNumber: sheet.columns,
    cells,
  };
}

function toUpdate({ sheetId, row, column, content }: EngineCell): object {
  return { type: 'UPDATE_CELL', ...toPosition(sheetId, row, column), content };
}

function toPosition(
  sheetId: number,
  row: number,
  column: number,
): { sheetId: string; row: number; col: number } {
  return { sheetId: String(sheetId), row: row - 1, col: column - 1 };
}

function dispatch(model: Model, type: string, payload: object): void {
  quietly((): unknown => Reflect.apply(model.dispatch, model, [type, payload]));
}

const ERROR_TYPES: ReadonlySet<string> = new Set(['error']);

function bindModel(model: Model): EngineModel {
  const { getters } = model;
  return {
    update: (cells) => dispatch(model, BATCH, { commands: cells.map(toUpdate) }),
    addRows: (sheet, quantity) =>
      dispatch(model, 'ADD_COLUMNS_ROWS', {
        sheetId: String(sheet.id),
        sheetName: sheet.title,
        dimension: 'ROW',
        position: 'after',
        base: sheet.rows - 1,
        quantity,
      }),
    recalculate: (cells) => {
      const ids = cells.flatMap(({ sheetId, row, column }) => {
        const cell = getters.getCell(toPosition(sheetId, row, column));
        return cell ? [cell.id] : [];
      });
      dispatch(model, 'EVALUATE_CELLS', { cellIds: ids });
    },
    read: (sheetId, row, column) => {
      const { type, value } = getters.getEvaluatedCell(toPosition(sheetId, row, column));
      return { value, isError: ERROR_TYPES.has(type) };
    },
    readSpill: (sheetId, row, column) => {
      const zone = getters.getSpreadZone(toPosition(sheetId, row, column));
      if (!zone) return { rows: 1, columns: 1 };
      return { rows: zone.bottom - zone.top + 1, columns: zone.right - zone.left + 1 };
    },
  };
}

/**
 * Loads a workbook into a new model of `@odoo/o-spreadsheet` (the only file that names the library).
 * 10,000 rows of 12 columns take about a second.
 */
export function openModel(workbook: EngineWorkbook, context: FunctionContext): EngineModel {
  const loaded = loadLibrary();
  const data = {
    ...loaded.helpers.createEmptyWorkbookData(),
    sheets: workbook.sheets.map((sheet) => toSheetData(loaded, sheet)),
    namedRanges: workbook.namedRanges,
  };
  return quietly(() => bindModel(new loaded.Model(data, { custom: { [CONTEXT]: context } })));
}

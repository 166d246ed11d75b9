/** What a call costs on Google's side, in milliseconds. */
export interface Cost {
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Added for each cell of the answer. */
  readonly perCellMs?: number;
  /** What the call leaves in the execution's write buffer, to be paid at the next flush. */
  readonly buffers?: 'values' | 'formats';
  /** The call needs the buffer written first, and pays for it. */
  readonly flushes?: boolean;
  /** Asked again of the same object, it is free until something is written or flushed. */
  readonly kept?: boolean;
  /** The first such call of an execution opens the spreadsheet and pays the price above; each further one pays this. */
  readonly thereafter?: Cost;
  /** Added for each cell that was searched; with `stopsAtHit` only when nothing was found. */
  readonly perSearchedCellMs?: number;
  readonly stopsAtHit?: boolean;
  /** Added for each thousand characters of the answer's keys and values. */
  readonly perThousandCharactersMs?: number;
  /** Takes next to nothing beside a round trip: paid, and not counted among the calls. */
  readonly isMinor?: boolean;
}

const free = { medianMs: 0, p95Ms: 0 };
/** 2 ms each, and the flush that follows; [G] in the platform facts. */
const format: Cost = { medianMs: 2, p95Ms: 6, buffers: 'formats' };
/** A buffered write took 1.2–1.3 ms, whatever its size; its flush is paid apart. */
const values: Cost = { medianMs: 1.25, p95Ms: 4, buffers: 'values' };
const read: Cost = { medianMs: 180, p95Ms: 540, perCellMs: 0.0085, flushes: true };
const lastCell: Cost = { medianMs: 60, p95Ms: 250, flushes: true, kept: true };
/** The first sheet looked up opens the spreadsheet; getActiveSheet took 8 ms where it was open already. */
const open: Cost = { medianMs: 150, p95Ms: 600, thereafter: { medianMs: 8, p95Ms: 30 } };
/** getSheetId took 2 ms; getName waits for formulas that are being recalculated. */
const sheetId: Cost = { medianMs: 2, p95Ms: 8, isMinor: true };
const sheetName: Cost = { medianMs: 150, p95Ms: 600 };
/** No measurement found: our guess, a getter of the sheet that is open. */
const gridSize: Cost = { medianMs: 8, p95Ms: 30, kept: true, isMinor: true };
/** No measurement found: our guess for digests, gzip, UUIDs and outputs. */
const local: Cost = { medianMs: 1, p95Ms: 3, isMinor: true };
const search: Cost = { medianMs: 300, p95Ms: 600, perSearchedCellMs: 0.006, flushes: true };
const propertyRead: Cost = { medianMs: 30, p95Ms: 84 };
/** No measurement of a large store was found: our guess, 100 ms for a full one. */
const propertyReadAll: Cost = { ...propertyRead, perThousandCharactersMs: 0.2 };
const propertyWrite: Cost = { medianMs: 62, p95Ms: 231 };
const cacheRead: Cost = { medianMs: 5, p95Ms: 40 };
const cacheWrite: Cost = { medianMs: 60, p95Ms: 280 };
const lockTake: Cost = { medianMs: 40, p95Ms: 150 };
const triggerChange: Cost = { medianMs: 300, p95Ms: 1_000 };
/** No measurement found: our guess. */
const metadataFind: Cost = { medianMs: 150, p95Ms: 600, flushes: true };

/** Before any user code runs: thread start and load on Google's side. */
export const startCosts = {
  warm: { medianMs: 400, p95Ms: 1_500 },
  cold: { medianMs: 2_500, p95Ms: 8_000 },
} as const;

/** Evaluating the script, by its size; [G]: 50 to 150 ms per MB, and no code cache is known of. */
export const evaluationMsPerMb = 100;

/** Share of executions that start cold; [G]: one in ten where the script is called less than once a minute. */
export const coldShares = { busy: 0.03, idle: 0.1, idleAfterMs: 60_000 } as const;

/** Writing the buffer: values (and per cell above 10,000), formats and structure. */
export const flushCosts = {
  values: { medianMs: 120, p95Ms: 500 },
  formats: { medianMs: 150, p95Ms: 450 },
  freeCells: 10_000,
  perCellMs: 0.058,
} as const;

const each = (owner: string, methods: string, cost: Cost): readonly (readonly [string, Cost])[] =>
  methods.split(' ').map((method) => [`${owner}.${method}`, cost] as const);

/**
 * Published and estimated costs by `Class.method`; what is not named is free (getters of handles).
 * Sources: docs/platform-facts.md, "What calls cost".
 */
export const costTable: ReadonlyMap<string, Cost> = new Map<string, Cost>([
  ...each(
    'SpreadsheetApp',
    'getActiveSpreadsheet getActive openById openByUrl getActiveSheet',
    free,
  ),
  ...each('SpreadsheetApp', 'flush', { ...free, flushes: true }),
  ...each('Spreadsheet', 'getSheetByName getSheets getSheetById getActiveSheet', open),
  ...each('Spreadsheet', 'insertSheet deleteSheet setNamedRange removeNamedRange', format),
  ...each('Spreadsheet', 'setSpreadsheetLocale setSpreadsheetTimeZone moveActiveSheet', format),
  ...each('Spreadsheet', 'getRangeByName getNamedRanges', lastCell),
  ...each('Sheet', 'appendRow', { medianMs: 110, p95Ms: 400, flushes: true }),
  ...each('Sheet', 'getLastRow getLastColumn getDataRange', lastCell),
  ...each('Sheet', 'getName', sheetName),
  ...each('Sheet', 'getSheetId', sheetId),
  ...each('Sheet', 'getMaxRows getMaxColumns', gridSize),
  ...each('Sheet', 'getSheetValues', read),
  ...each('Sheet', 'insertRowBefore insertRowAfter insertRowsBefore insertRowsAfter', format),
  ...each('Sheet', 'insertColumnBefore insertColumnAfter insertColumnsBefore', format),
  ...each('Sheet', 'insertColumnsAfter insertRows insertColumns deleteRow deleteRows', format),
  ...each('Sheet', 'deleteColumn deleteColumns clear clearContents clearFormats', format),
  ...each('Sheet', 'setName setFrozenRows setFrozenColumns hideSheet showSheet', format),
  ...each('Sheet', 'hideColumns showColumns hideRows showRows hideColumn hideRow', format),
  ...each('Sheet', 'setColumnWidth setColumnWidths setRowHeight setRowHeights', format),
  ...each(
    'Sheet',
    'setTabColor setHiddenGridlines setConditionalFormatRules insertChart updateChart',
    format,
  ),
  ...each('Sheet', 'removeChart sort moveColumns moveRows protect addDeveloperMetadata', format),
  ...each('Range', 'getValues getValue getDisplayValues getDisplayValue', read),
  ...each('Range', 'getFormulas getFormula getNotes getNote getNumberFormats', read),
  ...each('Range', 'getBackgrounds getBackground getNumberFormat getDataValidations', read),
  ...each('Range', 'setValues setValue setFormulas setFormula clearContent clear', values),
  ...each('Range', 'setNumberFormat setNumberFormats setBackground setBackgrounds', format),
  ...each('Range', 'setFontColor setFontColors setFontWeight setFontWeights setFontStyle', format),
  ...each('Range', 'setFontSize setFontFamily setHorizontalAlignment setWrap', format),
  ...each('Range', 'setVerticalAlignment setWrapStrategy setNote setNotes merge', format),
  ...each('Range', 'setDataValidation setDataValidations createFilter applyRowBanding', format),
  ...each('Range', 'copyTo moveTo sort protect setBorder clearFormat', format),
  ...each('Range', 'insertCheckboxes removeCheckboxes breakApart deleteCells', format),
  ...each('TextFinder', 'findNext findPrevious', { ...search, stopsAtHit: true }),
  ...each('TextFinder', 'findAll replaceAllWith', search),
  ...each('DeveloperMetadataFinder', 'find', metadataFind),
  ...each('Spreadsheet', 'getDeveloperMetadata addDeveloperMetadata', metadataFind),
  ...each('Sheet', 'getDeveloperMetadata', metadataFind),
  ...each('Range', 'getDeveloperMetadata', metadataFind),
  ...each('Properties', 'getProperty getKeys', propertyRead),
  ...each('Properties', 'getProperties', propertyReadAll),
  ...each(
    'Properties',
    'setProperty setProperties deleteProperty deleteAllProperties',
    propertyWrite,
  ),
  ...each('Cache', 'get getAll', cacheRead),
  ...each('Cache', 'put putAll remove removeAll', cacheWrite),
  ...each('Lock', 'tryLock waitLock', lockTake),
  ...each('Lock', 'releaseLock', { medianMs: 20, p95Ms: 150 }),
  ...each('UrlFetchApp', 'fetch fetchAll', { medianMs: 500, p95Ms: 1_500 }),
  ...each('ClockTriggerBuilder', 'create', triggerChange),
  ...each('SpreadsheetTriggerBuilder', 'create', triggerChange),
  ...each('ScriptApp', 'deleteTrigger', triggerChange),
  ...each('ScriptApp', 'getProjectTriggers', { medianMs: 100, p95Ms: 400 }),
  ...each('Utilities', 'computeDigest computeHmacSha256Signature getUuid newBlob', local),
  ...each('Utilities', 'gzip ungzip base64Encode base64EncodeWebSafe base64Decode', local),
  ...each('Utilities', 'formatDate', local),
  ...each('Blob', 'getBytes getDataAsString', local),
  ...each('ContentService', 'createTextOutput', local),
  ...each('HtmlService', 'createHtmlOutput', local),
  ...each('MailApp', 'sendEmail', { medianMs: 400, p95Ms: 1_500 }),
]);

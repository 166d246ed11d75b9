import type { Area, CellLook, CellValue, Columns } from './cells';
import type { Drawing, LookRule, RuleFormula } from './drawing';
import type { Http } from './http';
import type { Meter } from './meter';

export type { Area, CellLook, CellValue, Columns } from './cells';
export type { LookRule, RuleFormula } from './drawing';

/**
 * The services of Apps Script as this app uses them. Everything outside this folder sees only these types, so the whole app
 * can be read (and tested) without knowing Google's API. `connect.ts` binds them to the real thing.
 */
export interface Services {
  readonly clock: Clock;
  readonly codec: Codec;
  readonly lock: Lock;
  readonly cache: Cache;
  readonly properties: Properties;
  /** Of the operations on properties. */
  readonly meter: Meter;
  readonly workbook: Workbook;
  readonly answers: Answers;
  readonly triggers: Triggers;
  readonly host: Host;
  readonly http: Http;
  /** Writes a line to the execution's log. Never personal data. */
  logError(text: string): void;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(durationMs: number): void;
  /** Minutes by which the zone's wall clock is ahead of UTC at that moment (GMT-3: -180). */
  offsetMinutes(zone: string, atMs: number): number;
}

export interface Codec {
  /** SHA-256 of the UTF-8 text, 64 hex digits. */
  sha256(text: string): string;
  /** SHA-256 of the UTF-8 text, web-safe base64 without padding (43 characters). */
  sha256WebSafe(text: string): string;
  /** HMAC-SHA256 of the text under the key, as `sha256WebSafe` writes digests. */
  hmacSha256WebSafe(text: string, key: string): string;
  uuid(): string;
  /** gzip of the UTF-8 text as base64, and back. */
  compress(text: string): string;
  decompress(packed: string): string;
}

/** The script's one lock. Not counted: one release frees it. */
export interface Lock {
  /** Waits at most that long; 0 asks once. */
  tryAcquire(waitMs: number): boolean;
  release(): void;
}

/** Fast memory that may forget anything at any time. Values up to 100 KB. */
export interface Cache {
  get(key: string): string | null;
  /** Several keys in one call; those that are not there are missing. */
  getMany(keys: readonly string[]): Readonly<Record<string, string>>;
  put(key: string, value: string, lifetimeSeconds: number): void;
  putMany(values: Readonly<Record<string, string>>, lifetimeSeconds: number): void;
  remove(key: string): void;
}

/** Durable text by key, atomic per key. 9 KB a value, 500 KB in all, a daily limit of operations. */
export interface Properties {
  getAll(): Readonly<Record<string, string>>;
  get(key: string): string | null;
  set(key: string, value: string): void;
  /** Several keys in one call; never removes others. */
  setMany(values: Readonly<Record<string, string>>): void;
  remove(key: string): void;
}

/** The spreadsheet that contains this script. */
export interface Workbook {
  /** Applies everything written so far and forgets everything read. */
  flush(): void;
  sheets(): readonly Sheet[];
  sheetById(id: number): Sheet | null;
  sheetByTitle(title: string): Sheet | null;
  /** Adds a sheet of that size at the end. */
  addSheet(title: string, rows: number, columns: number): Sheet;
  timeZone(): string;
  setTimeZone(zone: string): void;
  /** Lets `NOW()` tick every minute. */
  recalculateEveryMinute(): void;
  toast(text: string, title: string): void;
}

export interface Sheet extends Drawing {
  id(): number;
  title(): string;
  setTitle(title: string): void;
  maxRows(): number;
  maxColumns(): number;
  /** Last row with any content, the user's too; 0 when empty. */
  lastRow(): number;
  read(area: Area): readonly (readonly CellValue[])[];
  /** Writes a block; blank text empties a cell; text that begins with `=` is a formula. */
  write(area: Area, values: readonly (readonly CellValue[])[]): void;
  /** The formulas of the cells as the spreadsheet shows them (signs of its locale); blank where there is none. */
  formulas(area: Area): readonly (readonly string[])[];
  /** Row of the first cell in the area whose whole content is the text; null when there is none. */
  find(area: Area, text: string): number | null;
  /** The rows, from the top, of all cells that contain the text. */
  findAll(area: Area, text: string): readonly number[];
  addRows(count: number): void;
  /** Moves a row up to another place; what stands there goes down. */
  moveRow(row: number, to: number): void;
  /** Moves a column behind all others. */
  moveColumnToEnd(column: number): void;
  /** Takes merged cells apart. */
  unmerge(area: Area): void;
  addColumns(count: number): void;
  /** Inserts a blank row above that one. */
  insertRow(row: number): void;
  deleteRows(row: number, count: number): void;
  hide(): void;
  isHidden(): boolean;
  hideColumns(column: number, count: number): void;
  setColumnWidth(column: number, widthPx: number): void;
  setRowHeight(row: number, heightPx: number): void;
  freeze(rows: number, columns: number): void;
  setLook(area: Area, look: CellLook): void;
  setColumnLook(over: Columns, look: CellLook): void;
  setNote(row: number, column: number, note: string): void;
  /** Replaces the sheet's conditional formats. */
  setLookRules(rules: readonly LookRule[]): void;
  /** Gives rules with a formula another one; null leaves a rule as it is. Nothing is written when all stay. */
  renewLookRules(renew: (rule: RuleFormula) => string | null): void;
  setTabColor(color: string): void;
  /** A filter, unless the sheet has one already. */
  dress(over: Columns): void;
  /** Lets the filter reach to the last column: a sort by it takes whole rows along. What it shows and hides stays. */
  spreadFilter(): void;
  deleteColumn(column: number): void;
  /** Marks the sheet, or one of its columns, so that it is found again after being renamed or moved. */
  mark(key: string, value: string): void;
  markColumn(column: number, key: string, value: string): void;
  /** The mark of the sheet itself; null when it has none. */
  markOf(key: string): string | null;
  /** Columns that carry the mark: value → column. */
  markedColumns(key: string): ReadonlyMap<string, number>;
  activate(): void;
  /** The same, with the cell chosen. */
  activateCell(row: number, column: number): void;
}

/** What a web call returns. Only Apps Script can make one. */
export interface Answer {
  getContent(): string;
}

export interface Answers {
  /** ContentService text: reaches the sender through a 302. */
  text(body: string): Answer;
  json(value: unknown): Answer;
  /** HtmlService page: 200 without a redirect. The body is escaped. */
  html(body: string): Answer;
  /** One of the app's own pages, as a page of the web app. */
  page(page: Pick<Page, 'title' | 'name' | 'values'>): Answer;
}

export interface Triggers {
  /** Triggers of the user who runs this; others' are invisible. */
  list(): readonly OwnTrigger[];
  /** Runs the function every minute. */
  everyMinute(functionName: string): void;
  removeAll(functionName: string): void;
  /** Whether the person who runs this has yet to approve a permission of the manifest. */
  isApprovalMissing(): boolean;
}

interface OwnTrigger {
  readonly id: string;
  readonly functionName: string;
}

/** One line of the menu: null is a separator. */
export type MenuItem = { readonly title: string; readonly functionName: string } | null;

/** The open spreadsheet in front of the user. Only menu functions and the panel may call it. */
export interface Host {
  /** Whether there is one: not in web calls and not in triggers, which is how a stranger's call is told. */
  isOpen(): boolean;
  addMenu(title: string, items: readonly MenuItem[]): void;
  alert(title: string, text: string): void;
  /** Yes/no question. */
  confirm(title: string, text: string): boolean;
  /** A line of text; null when the user cancelled. */
  ask(title: string, text: string): string | null;
  /** Shows one of the app's own pages; it talks to the app by the entry point `panel`. */
  showDialog(page: DialogPage): void;
  /** The same beside the spreadsheet, 300 px wide; it takes the place of the one before. */
  showSidebar(page: Page): void;
  /** The address of the editor with this script in it. */
  editorUrl(): string;
  /** Language of the user's account, such as `pt` or `pt_BR`. */
  locale(): string;
}

export interface Page {
  readonly title: string;
  /** Name of a page of `panel/client/`. */
  readonly name: string;
  /** What stands in the page for `{{name}}`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface DialogPage extends Page {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The spreadsheet beside it can be used while it is open. */
  readonly isModeless?: boolean;
}

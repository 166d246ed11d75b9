import { jest } from '@jest/globals';
import { sampleConnections } from '../../src/cli/sample';
import { saveConnection } from '../../src/settings/config';
import * as app from '../../src/main';
import { runAction } from '../../src/panel/actions';
import { changeSettings } from '../../src/panel/change';
import type { Outcome } from '../../src/panel/outcome';
import { makeTabs } from '../../src/panel/start/set-up';
import { connectServices } from '../../src/platform/connect';
import type { Host } from '../../src/platform/services';
import type { ExecutionContext, ServiceDefinition } from '../../src/twin/runtime/host-object';
import { createRandom } from '../../src/twin/runtime/random';
import { createServiceState, makeServices } from '../../src/twin/services/all-services';
import type { LockTable } from '../../src/twin/services/stores/lock';
import { createSharedWorkbook } from '../../src/twin/spreadsheet/shared-workbook';
import { chartsService, makeSpreadsheetService } from '../../src/twin/spreadsheet/service';
import type { SheetView, WorkbookView } from '../../src/twin/spreadsheet/model';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import { makeExecution } from './execution-context';
import { makeLocks } from './locks-at-once';
import { plainTitle } from './plain-title';

const sampleAddress = 'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec';

/** The app's own modules on the twin's services, in this process: so that coverage sees them and a test can stand in between. */
export interface InProcess {
  /** Runs code as one execution: what it left unflushed is applied at its end, its locks are freed. */
  execute<T>(work: () => T): T;
  /** Posts a body; gives the answer's text. An object is sent as JSON. */
  post(vendor: string, body: unknown, query?: string): string;
  /** Runs the sweep; `minutes` pass before. */
  sweep(minutes?: number): void;
  /** What a page asks of the app; an unknown action is an error. */
  ask(action: string, ...args: readonly string[]): Outcome<unknown>;
  /** Pauses writing, or resumes it. */
  pause(isPaused: boolean): void;
  /** Rows of a tab by the titles of its header; blank rows are left out. */
  rows(title: string): readonly Readonly<Record<string, unknown>>[];
  /** Every formula of a tab. */
  formulas(title: string): readonly string[];
  /** The user deletes a tab. */
  deleteTab(title: string): void;
  /** Everything that stands in the spreadsheet and in the properties: what looking must not change. */
  everything(): unknown;
  /** Somebody else takes the lock, or gives it back. */
  occupyLock(isOccupied: boolean): void;
  /** Lets a service's method do something else for the executions to come; null puts it back. */
  interpose(service: string, method: string, instead: (() => unknown) | null): void;
  /** How long each who asked for the lock would have waited for it. */
  readonly lockWaits: number[];
  readonly properties: () => Readonly<Record<string, string>>;
  nowMs: number;
}

const settings = {
  manifestScopes: null,
  locale: 'pt_BR',
  readHtml: () => '<p></p>',
  scriptId: 'script-1',
  timeZone: 'America/Sao_Paulo',
  webAppUrls: () => ({ exec: sampleAddress, dev: sampleAddress }),
} as const;

/** A new spreadsheet with the app in it, not set up yet. */
export function openInProcess(): InProcess {
  const storage = createMemoryStorage();
  const state = createServiceState(storage, settings);
  const { timeZone, locale } = settings;
  const shared = createSharedWorkbook({ storage, timeZone, locale, title: 'Plantão' });
  const definitions = [
    ...makeServices(state, settings),
    makeSpreadsheetService(shared, {}),
    chartsService,
  ];
  const interposed = new Map<string, () => unknown>();
  const lockWaits: number[] = [];
  const desk: InProcess = {
    lockWaits,
    nowMs: Date.UTC(2026, 9, 1, 12),
    execute: (work) =>
      runExecution(work, { definitions, locks: state.locks, interposed, lockWaits }),
    post: (vendor, body, query = `k=${vendor}.exemplo-local&w=main`) =>
      desk.execute(() => {
        const contents = typeof body === 'string' ? body : JSON.stringify(body);
        return app.doPost({ queryString: query, postData: { contents } }).getContent();
      }),
    sweep: (minutes = 1) => {
      desk.nowMs += minutes * 60_000;
      desk.execute(() => app.sweep_());
    },
    ask: (action, ...args) => {
      const outcome = desk.execute(() => runAction(connectServices(), action, args));
      if (outcome === null) throw new Error(`There is no action ${action} with such arguments.`);
      return outcome;
    },
    pause: (isPaused) =>
      desk.execute(() => {
        changeSettings(connectServices(), (current) => ({ ...current, isPaused }));
      }),
    rows: (title) => readRows(findSheet(shared.workbook, title)),
    formulas: (title) => readFormulas(findSheet(shared.workbook, title)),
    deleteTab: (title) => desk.execute(() => deleteSheet(title)),
    everything: () => [desk.properties(), desk.execute(readWorkbook)],
    occupyLock: (isOccupied) => {
      if (isOccupied) state.locks.take('script', 'somebody else');
      else state.locks.release('script', 'somebody else');
    },
    interpose: (service, method, instead) => {
      if (instead === null) interposed.delete(`${service}.${method}`);
      else interposed.set(`${service}.${method}`, instead);
    },
    properties: () => desk.execute(() => connectServices().properties.getAll()),
  };
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(Date, 'now').mockImplementation(() => (desk.nowMs += 1));
  return desk;
}

/** The same, set up with the sample connections. */
export function startInProcess(): InProcess {
  const desk = openInProcess();
  desk.execute(() => {
    const services = connectServices();
    for (const connection of sampleConnections) saveConnection(services.properties, connection);
    makeTabs({ ...services, host: personAtStart }, 'keep');
    changeSettings(services, (current) => ({ ...current, execUrl: sampleAddress }));
  });
  return desk;
}

const personAtStart: Host = {
  isOpen: () => true,
  addMenu: () => undefined,
  alert: () => undefined,
  confirm: () => false,
  ask: () => null,
  showDialog: () => undefined,
  showSidebar: () => undefined,
  editorUrl: () => 'https://script.google.com/home/projects/script-1/edit',
  locale: () => 'pt_BR',
};

interface Machinery {
  readonly definitions: readonly ServiceDefinition[];
  readonly locks: LockTable;
  readonly interposed: ReadonlyMap<string, () => unknown>;
  readonly lockWaits: number[];
}

let executions = 0;

function runExecution<T>(work: () => T, machinery: Machinery): T {
  const { definitions, locks, interposed } = machinery;
  executions += 1;
  const context = makeExecution({
    kind: 'menu',
    activeUser: 'owner@example.com',
    random: createRandom(`execution ${executions}`),
  });
  for (const definition of definitions)
    Object.assign(globalThis, { [definition.name]: openGlobal(definition, context, interposed) });
  Object.assign(globalThis, { LockService: makeLocks(machinery, context.id) });
  try {
    return work();
  } finally {
    context.end();
    locks.releaseAll(context.id);
  }
}

/** The service's global with its enums; values of enums are their names, as host objects take them. */
function openGlobal(
  definition: ServiceDefinition,
  context: ExecutionContext,
  interposed: ReadonlyMap<string, () => unknown>,
): object {
  const enums = new Map(
    Object.entries(definition.enums).map(([name, members]) => [
      name,
      Object.fromEntries(members.map((member) => [member, member])),
    ]),
  );
  const wrap = (target: object): object =>
    new Proxy(target, {
      get: (_target, name): unknown => {
        const instead = interposed.get(`${definition.name}.${String(name)}`);
        if (instead !== undefined) return instead;
        const member: unknown = enums.get(String(name)) ?? Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...values: readonly unknown[]): unknown => {
          const result: unknown = Reflect.apply(member, target, values);
          return isStore(result) ? wrap(result) : result;
        };
      },
    });
  return wrap(definition.create(context));
}

/** Stores are reached through their service; what is put in between must reach them, too. */
const isStore = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  ['Properties', 'Cache'].includes(value.constructor.name);

function deleteSheet(title: string): void {
  const call = (target: unknown, method: string, ...values: readonly unknown[]): unknown => {
    const found: unknown = Reflect.get(Object(target), method);
    return typeof found === 'function' ? Reflect.apply(found, target, values) : undefined;
  };
  const spreadsheet = call(Reflect.get(globalThis, 'SpreadsheetApp'), 'getActiveSpreadsheet');
  call(spreadsheet, 'deleteSheet', call(spreadsheet, 'getSheetByName', title));
}

function readWorkbook(): unknown {
  return connectServices()
    .workbook.sheets()
    .map((sheet) => {
      const [rows, columns] = [sheet.lastRow(), sheet.maxColumns()];
      const area = { row: 1, column: 1, rows, columns };
      return [sheet.id(), sheet.title(), rows === 0 ? [] : sheet.read(area)];
    });
}

function findSheet({ sheets }: WorkbookView, title: string): SheetView {
  const sheet = sheets.find((one) => one.title === title);
  if (sheet === undefined) throw new Error(`There is no sheet ${title}.`);
  return sheet;
}

function readFormulas(sheet: SheetView): readonly string[] {
  const formulas: string[] = [];
  sheet.eachCell(({ formula }) => {
    if (formula !== undefined) formulas.push(formula);
  });
  return formulas;
}

function readRows(sheet: SheetView): readonly Readonly<Record<string, unknown>>[] {
  const columns = Array.from({ length: sheet.maxColumns }, (_unused, index) => index + 1);
  const read = (row: number): readonly unknown[] =>
    columns.map((column) => sheet.cell(row, column)?.value ?? null);
  const header = read(1).map((title) => plainTitle(String(title)));
  return Array.from({ length: Math.max(0, sheet.lastRow - 1) }, (_unused, index) => read(index + 2))
    .filter((row) => row.some((cell) => cell !== null))
    .map((row) => Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell])));
}

import {
  createSharedWorkbook,
  type SharedWorkbook,
} from '../../../src/twin/spreadsheet/shared-workbook';
import { makeSpreadsheetService } from '../../../src/twin/spreadsheet/service';
import type { SpreadsheetOptions } from '../../../src/twin/spreadsheet/options';
import { createMemoryStorage } from '../../../src/twin/storage/memory-storage';
import type { Storage } from '../../../src/twin/storage/storage';
import {
  makeExecution,
  makeHandle,
  openService,
  type ExecutionSettings,
  type FakeExecution,
  type ServiceHandle,
} from '../../support/execution-context';

/** A spreadsheet that several executions can open. */
export interface Desk {
  readonly shared: SharedWorkbook;
  readonly storage: Storage;
  /** Starts an execution of its own. */
  start(settings?: ExecutionSettings): Run;
}

/** One execution at work on the spreadsheet. */
export interface Run {
  readonly app: ServiceHandle;
  readonly spreadsheet: ServiceHandle;
  readonly sheet: ServiceHandle;
  readonly execution: FakeExecution;
  range(a1: string): ServiceHandle;
  /** Wraps a host object that came in a list. */
  mark(target: unknown): ServiceHandle;
  flush(): void;
}

export interface DeskSettings {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly storage?: Storage;
  readonly options?: Partial<SpreadsheetOptions>;
}

export function openDesk(settings: DeskSettings = {}): Desk {
  const { locale = 'pt_BR', timeZone = 'America/Sao_Paulo', options = {} } = settings;
  const storage = settings.storage ?? createMemoryStorage();
  const shared = createSharedWorkbook({ storage, timeZone, locale, title: 'Plantão' });
  const service = makeSpreadsheetService(shared, options);
  return {
    shared,
    storage,
    start: (execution) => openRun(openServiceFor(service, execution)),
  };
}

type Opened = { readonly app: ServiceHandle; readonly execution: FakeExecution };

function openServiceFor(
  service: ReturnType<typeof makeSpreadsheetService>,
  settings: ExecutionSettings = {},
): Opened {
  const execution = makeExecution(settings);
  return { app: openService(service, execution), execution };
}

function openRun({ app, execution }: Opened): Run {
  const spreadsheet = app.open('getActiveSpreadsheet');
  const sheet = spreadsheet.open('getActiveSheet');
  return {
    app,
    execution,
    spreadsheet,
    sheet,
    mark: makeHandle,
    range: (a1) => sheet.open('getRange', a1),
    flush: () => void app.call('flush'),
  };
}

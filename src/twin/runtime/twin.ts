import type { ViewerWorkbook } from '../engine/viewer-data';
import type { ServiceState } from '../services/all-services';
import type { FormulaEngine, WorkbookView } from '../spreadsheet/model';
import type { TypedEdit } from '../spreadsheet/edit/typed-edit';
import type { StorageError } from '../storage/storage-error';
import type { WebApp } from '../web/web-app';
import type { WebAnswer, WebOutput } from '../web/web-answer';
import type { WebRequest } from '../web/web-request';
import type { TwinClock } from './clock';
import type { StartedRun } from './engine';
import type { ExecutionRecord } from './executions-log';
import type { ExecutionKind } from './host-object';
import type { OwnerSession } from './owner-session';
import type { RunEnd } from './run';
import type { ExecutionInfo } from './seam';

/** An execution that did not complete; the message is what its owner reads in the executions list. */
export class ExecutionError extends Error {
  constructor(
    message: string,
    readonly end: RunEnd | null,
  ) {
    super(message);
  }
}

/** A running twin: one script with its spreadsheet, for one owner. */
export interface Twin {
  readonly clock: TwinClock;
  readonly workbook: WorkbookView;
  readonly engine: FormulaEngine;
  /** The owner's open spreadsheet: menus, sidebars, questions. */
  readonly session: OwnerSession;
  /** State behind the services: caches, triggers, properties, sent mail, authorisation. */
  readonly services: ServiceState;
  readonly webApp: WebApp;
  readonly deploymentId: string;
  /** The web app's address; null before `listen`. */
  execUrl(): string | null;
  /** The first answer on the wire to a call of the web app. */
  webCall(request: WebRequest): Promise<WebAnswer>;
  /** What the code answered, without redirect or wrapping page. */
  webOutput(request: WebRequest): Promise<WebOutput>;
  /**
   * Runs a function of the latest code as the owner (`menu` unless told) and gives what it returns.
   * @throws {ExecutionError} when the execution fails, times out or is killed
   * @throws {TooManyExecutions} when all slots are taken
   */
  run(functionName: string, args?: readonly unknown[], kind?: ExecutionKind): Promise<unknown>;
  /**
   * What `google.script.run` does for a page: of a dialog or sidebar (`clientCall`, the latest code), or of the web app (`webApp`,
   * the deployed code, as the owner, for whoever looks at the page). Names ending in `_` and unknown ones are refused.
   * Source: https://developers.google.com/apps-script/guides/html/communication#private_functions
   * @throws {ExecutionError} as `run`
   */
  runForPage(
    functionName: string,
    args: readonly unknown[],
    kind: 'clientCall' | 'webApp',
  ): Promise<unknown>;
  /** Starts a function and does not wait; `kind` decides which code runs: web calls the deployed one. */
  start(functionName: string, args: readonly unknown[], kind: ExecutionKind): StartedRun;
  /** Kills an execution; false when none of that id runs. */
  kill(id: string): boolean;
  /** What opening the spreadsheet in a browser does: runs `onOpen`, if there is one. */
  openSpreadsheet(): Promise<void>;
  /**
   * What a person does who types a text into a cell: it is stored as typed, then `onEdit` and the installed triggers of edits run. Those
   * executions are waited for.
   * @throws {Error} when the cell's validation refuses it, or there is no such cell
   */
  edit(edit: TypedEdit): Promise<void>;
  /** Executions that have started and not ended, oldest first. */
  running(): readonly ExecutionInfo[];
  /** Newest first. */
  executions(): readonly ExecutionRecord[];
  onExecution(listener: (record: ExecutionRecord) => void): () => void;
  /** Moves a virtual clock; triggers on the way fire and run to their end. */
  advance(durationMs: number): Promise<void>;
  /** The workbook for the viewer; null for all sheets. */
  show(sheetIds: ReadonlySet<number> | null): ViewerWorkbook;
  writeXlsx(): Promise<Uint8Array>;
  /** What `GET /api/connections` answers; a list that whoever started the twin makes. */
  connections(): unknown;
  /** Serves the HTTP surface on loopback; gives its address. Port 0 takes any free one. */
  listen(port: number): Promise<string>;
  /** Fulfilled when a commit could not be stored. From then on web calls and runs are refused with it, and nothing is written. */
  readonly storageFailed: Promise<StorageError>;
  stop(): Promise<void>;
}

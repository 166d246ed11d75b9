import type { UserInterfaceSession } from '../runtime/ui-session';
import type { FormulaEngine } from './model';
import type { CoercionOptions } from './values/coerce';

/** Sides the twin takes where sources are silent or disagree; see the evidence page. */
export interface SpreadsheetSides extends CoercionOptions {
  /** `getActiveSpreadsheet()` answers null in web calls. */
  readonly activeNullInWebCalls: boolean;
  /** A read that forces the pending writes out keeps what was read before (it may be stale). */
  readonly readsKeptOnForcedFlush: boolean;
  /**
   * `getUi()` works in web calls. Google's page says that it needs an open editor; nobody has told of a signed-in editor who opens
   * the web app's page, so tests of what a stranger may do take both sides.
   */
  readonly uiInWebCalls: boolean;
  /** `appendRow` goes by the number formats that cells have: a text stays one in a `@` cell. */
  readonly appendRowKeepsFormats: boolean;
  /** What an execution had not flushed when it was killed or timed out is applied all the same. */
  readonly unflushedOutlivesKill: boolean;
}

/** What the spreadsheet service is given from outside. */
export interface SpreadsheetOptions extends SpreadsheetSides {
  /** Made on the first read of a formula cell, never before. */
  readonly engine: (() => FormulaEngine) | null;
  /** The open spreadsheet of an execution that has one (menu, sidebar, simple trigger); null elsewhere. */
  readonly userInterface: (executionId: string) => UserInterfaceSession | null;
  /** Called before an alert or a prompt opens: the execution's locks do not outlive one. */
  readonly beforeDialog: (executionId: string) => void;
}

/** The sides taken unless asked otherwise: those that are worse for an app, and what Google's page says of `getUi()`. */
const worseSides: SpreadsheetSides = {
  formulaAfterBlanks: true,
  fullWidthSigns: true,
  formulaInTextCell: true,
  apostropheInTextCell: true,
  activeNullInWebCalls: false,
  readsKeptOnForcedFlush: true,
  uiInWebCalls: false,
  appendRowKeepsFormats: false,
  unflushedOutlivesKill: false,
};

/** Options with every side worse, no engine and no person at the keyboard. */
export const defaultOptions: SpreadsheetOptions = {
  ...worseSides,
  engine: null,
  userInterface: () => null,
  beforeDialog: () => undefined,
};

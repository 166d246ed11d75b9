/** An entry of a spreadsheet menu: an item that runs a function, a separator, or a sub menu. */
export type MenuEntry =
  | { readonly type: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly type: 'separator' }
  | { readonly type: 'menu'; readonly menu: Menu };

/** A menu as `Ui.createMenu(...)…addToUi()` leaves it. A menu with the same caption replaces the earlier one. */
export interface Menu {
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}

/** What the person pressed; the names are those of Apps Script's `Ui.Button`. */
export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

/** The buttons of an alert or prompt; the names are those of Apps Script's `Ui.ButtonSet`. */
export type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

/** What a person typed into a prompt, and how they left it. */
export interface PromptAnswer {
  readonly button: ButtonName;
  readonly text: string;
}

/** A page shown in a dialog. Sizes are null when the script set none. */
export interface DialogPage {
  readonly html: string;
  readonly title: string;
  readonly modal: boolean;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

/** A question that stops the script until a person answers it. */
export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: ButtonSetName;
}

/** A cell, 1-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The open spreadsheet in an owner's browser, as the `Ui` service reaches it. The viewer shows what arrives here;
 * `alert` and `prompt` wait until somebody answers in the viewer (or a test answers for them).
 */
export interface UserInterfaceSession {
  /** The sheet in front of the person; null while nothing was chosen. */
  readonly activeSheetId: number | null;
  /** Brings a sheet to the front, and chooses a cell of it where the script has. */
  showSheet(sheetId: number, cell: CellPlace | null): void;
  addMenu(menu: Menu): void;
  /** Sidebars are always 300 px wide. */
  showSidebar(html: string, title: string): void;
  showDialog(page: DialogPage): void;
  alert(question: Question): Promise<ButtonName>;
  prompt(question: Question): Promise<PromptAnswer>;
  /** `seconds` null: the default (5 s); negative: stays until closed. */
  toast(text: string, title: string, seconds: number | null): void;
}

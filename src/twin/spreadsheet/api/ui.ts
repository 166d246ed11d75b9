import { EnumValue, HostObject } from '../../runtime/host-object';
import type {
  ButtonSetName,
  MenuEntry,
  PromptAnswer,
  Question,
  UserInterfaceSession,
} from '../../runtime/ui-session';
import { HtmlOutput } from '../../services/web/html';
import { hostOf, listOf, memberOf, plainObject, string } from './arguments';
import type { Spreadsheet, SpreadsheetApp } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';

/** Menus, dialogs and questions of the open spreadsheet. */
export class Ui extends HostObject {
  constructor(
    readonly _window: UserInterfaceSession,
    readonly _beforeDialog: () => void,
  ) {
    super();
  }
}

/** A menu being built. */
export class Menu extends HostObject {
  _entries: readonly MenuEntry[] = [];

  constructor(
    readonly _window: UserInterfaceSession,
    readonly _caption: string,
  ) {
    super();
  }
}

/** What a person answered to a prompt. */
export class PromptResponse extends HostObject {
  constructor(readonly _answer: PromptAnswer) {
    super();
  }
}

const on = signaturesOf<Ui>();
const onMenu = signaturesOf<Menu>();
const onResponse = signaturesOf<PromptResponse>();
const onApp = signaturesOf<SpreadsheetApp>();
const onSpreadsheet = signaturesOf<Spreadsheet>();
const buttonSets = memberOf(['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
const pages = hostOf(HtmlOutput);

function question(title: string, text: string, buttons: ButtonSetName = 'OK'): Question {
  return { title, prompt: text, buttons };
}

async function alert({ _window, _beforeDialog }: Ui, asked: Question): Promise<EnumValue> {
  _beforeDialog();
  return new EnumValue('Button', await _window.alert(asked));
}

async function prompt({ _window, _beforeDialog }: Ui, asked: Question): Promise<PromptResponse> {
  _beforeDialog();
  return new PromptResponse(await _window.prompt(asked));
}

function showDialog(
  { _window }: Ui,
  page: HtmlOutput,
  { title, modal }: { readonly title: string; readonly modal: boolean },
): void {
  _window.showDialog({
    html: page.getContent(),
    title,
    modal,
    widthPx: page.getWidth(),
    heightPx: page.getHeight(),
  });
}

/** `SpreadsheetApp.getUi()`. Questions give a promise; the execution waits for it. */
export const uiMethods: MethodTable<Ui> = {
  createMenu: on([string], ({ _window }, caption) => new Menu(_window, caption)),
  createAddonMenu: on([], ({ _window }) => new Menu(_window, 'Plantão')),
  alert: [
    on([string], (self, text) => alert(self, question('', text))),
    on([string, buttonSets], (self, text, buttons) => alert(self, question('', text, buttons))),
    on([string, string, buttonSets], (self, ...parts) => alert(self, question(...parts))),
  ],
  prompt: [
    on([string], (self, text) => prompt(self, question('', text))),
    on([string, buttonSets], (self, text, buttons) => prompt(self, question('', text, buttons))),
    on([string, string, buttonSets], (self, ...parts) => prompt(self, question(...parts))),
  ],
  showSidebar: on([pages], ({ _window }, page) =>
    _window.showSidebar(page.getContent(), page.getTitle()),
  ),
  showModalDialog: on([pages, string], (self, page, title) =>
    showDialog(self, page, { title, modal: true }),
  ),
  showModelessDialog: on([pages, string], (self, page, title) =>
    showDialog(self, page, { title, modal: false }),
  ),
};

function addEntry(menu: Menu, entry: MenuEntry): Menu {
  menu._entries = [...menu._entries, entry];
  return menu;
}

/** A menu being built. */
export const menuMethods: MethodTable<Menu> = {
  addItem: onMenu([string, string], (self, caption, functionName) =>
    addEntry(self, { type: 'item', caption, functionName }),
  ),
  addSeparator: onMenu([], (self) => addEntry(self, { type: 'separator' })),
  addSubMenu: onMenu([hostOf(Menu)], (self, { _caption: caption, _entries: entries }) =>
    addEntry(self, { type: 'menu', menu: { caption, entries } }),
  ),
  addToUi: onMenu([], ({ _window, _caption: caption, _entries: entries }) =>
    _window.addMenu({ caption, entries }),
  ),
};

/** The answer to a prompt. */
export const promptResponseMethods: MethodTable<PromptResponse> = {
  getResponseText: onResponse([], ({ _answer }) => _answer.text),
  getSelectedButton: onResponse([], ({ _answer }) => new EnumValue('Button', _answer.button)),
};

/** `getUi`: only where a person has the spreadsheet open. */
export const appUiMethods: MethodTable<SpreadsheetApp> = {
  getUi: onApp([], ({ _session }) => {
    const { kind, id } = _session.context;
    const isAway = kind === 'trigger' || (kind === 'webApp' && !_session.options.uiInWebCalls);
    const window = isAway ? null : _session.options.userInterface(id);
    if (!window) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
    return new Ui(window, () => _session.options.beforeDialog(id));
  }),
};

function toEntry(item: Readonly<Record<string, unknown>> | null): MenuEntry {
  if (item === null) return { type: 'separator' };
  return {
    type: 'item',
    caption: String(item['name']),
    functionName: String(item['functionName']),
  };
}

const menuItems = listOf({
  is: (value): value is Readonly<Record<string, unknown>> | null =>
    value === null || plainObject.is(value),
});

/** The older way to add a menu. */
export const spreadsheetMenuMethods: MethodTable<Spreadsheet> = {
  addMenu: onSpreadsheet([string, menuItems], ({ _session }, caption, items) => {
    const window = _session.options.userInterface(_session.context.id);
    window?.addMenu({ caption, entries: items.map(toEntry) });
  }),
};

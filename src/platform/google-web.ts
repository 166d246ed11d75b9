import { escapeHtml, readPage } from './pages';
import type { Answers, DialogPage, Host, MenuItem, Page, Triggers } from './services';

export const googleAnswers: Answers = {
  text: (body) => ContentService.createTextOutput(body),
  json: (value) =>
    ContentService.createTextOutput(JSON.stringify(value)).setMimeType(
      ContentService.MimeType.JSON,
    ),
  html: (body) => HtmlService.createHtmlOutput(escapeHtml(body)),
  // A tag in the page itself has no effect: https://developers.google.com/apps-script/reference/html/html-output#addMetaTag(String,String)
  page: ({ title, name, values }) =>
    HtmlService.createHtmlOutput(readPage(name, values))
      .setTitle(title)
      .addMetaTag('viewport', 'width=device-width, initial-scale=1'),
};

export const googleTriggers: Triggers = {
  list: () =>
    ScriptApp.getProjectTriggers().map((trigger) => ({
      id: trigger.getUniqueId(),
      functionName: trigger.getHandlerFunction(),
    })),
  everyMinute: (functionName) =>
    void ScriptApp.newTrigger(functionName).timeBased().everyMinutes(1).create(),
  removeAll: (functionName) => {
    for (const trigger of ScriptApp.getProjectTriggers()) {
      if (trigger.getHandlerFunction() === functionName) ScriptApp.deleteTrigger(trigger);
    }
  },
  isApprovalMissing: () =>
    ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() ===
    ScriptApp.AuthorizationStatus.REQUIRED,
};

export const googleHost: Host = {
  isOpen: () => {
    try {
      return Boolean(SpreadsheetApp.getUi());
    } catch {
      return false;
    }
  },
  addMenu: (title, items) => {
    const menu = SpreadsheetApp.getUi().createMenu(title);
    for (const item of items) addMenuItem(menu, item);
    menu.addToUi();
  },
  alert: (title, text) => {
    const ui = SpreadsheetApp.getUi();
    ui.alert(title, text, ui.ButtonSet.OK);
  },
  confirm: (title, text) => {
    const ui = SpreadsheetApp.getUi();
    return ui.alert(title, text, ui.ButtonSet.YES_NO) === ui.Button.YES;
  },
  ask: (title, text) => {
    const ui = SpreadsheetApp.getUi();
    const response = ui.prompt(title, text, ui.ButtonSet.OK_CANCEL);
    return response.getSelectedButton() === ui.Button.OK ? response.getResponseText() : null;
  },
  showDialog: (page) => showDialog(page),
  showSidebar: (page) => SpreadsheetApp.getUi().showSidebar(toOutput(page)),
  editorUrl: () => `https://script.google.com/home/projects/${ScriptApp.getScriptId()}/edit`,
  locale: () => Session.getActiveUserLocale(),
};

function addMenuItem(menu: GoogleAppsScript.Base.Menu, item: MenuItem): void {
  if (item === null) menu.addSeparator();
  else menu.addItem(item.title, item.functionName);
}

const toOutput = (page: Page): GoogleAppsScript.HTML.HtmlOutput =>
  HtmlService.createHtmlOutput(readPage(page.name, page.values)).setTitle(page.title);

function showDialog(page: DialogPage): void {
  const output = toOutput(page).setWidth(page.widthPx).setHeight(page.heightPx);
  const ui = SpreadsheetApp.getUi();
  if (page.isModeless === true) ui.showModelessDialog(output, page.title);
  else ui.showModalDialog(output, page.title);
}

import { askQuestion, showPageDialog, withdrawQuestion } from './dialogs';
import { createElement, findElement } from './elements';
import { createExecutions, type ExecutionsPanel } from './executions';
import { createFormulaBar } from './formula-bar';
import { createGrid, type Grid, type GridEvents } from './grid';
import { isRecord, readList, readNumber, readText } from './json';
import { LiveWorkbook } from './live-workbook';
import { addMenu, closeMenusOutside } from './menus';
import { listen, runFunction, tellSheet, typeText } from './server';
import { showSidebar } from './sidebar';
import { chooseTexts } from './texts';
import { showToast } from './toasts';
import { toggleWall } from './wall';

const texts = chooseTexts(navigator.language);
const toasts = findElement('toasts');
const menus = findElement('menus');

const notify = (title: string, text: string, seconds: number | null): (() => void) =>
  showToast(toasts, { title, text, seconds }, texts.close);

async function runItem(functionName: string): Promise<void> {
  const stop = notify('', texts.running, -1);
  const result = await runFunction(functionName).catch((error: unknown) => ({
    ok: false as const,
    message: String(error),
  }));
  stop();
  if (!result.ok) notify(texts.failed, result.message, -1);
}

async function typeIn(cell: Parameters<typeof typeText>[0], text: string): Promise<void> {
  const result = await typeText(cell, text).catch((error: unknown) => ({
    ok: false as const,
    message: String(error),
  }));
  if (!result.ok) notify(texts.refused, result.message, -1);
}

type UiMessage = Readonly<Record<string, unknown>>;

const showMenus = (message: UiMessage): void => {
  for (const menu of readList(message, 'menus')) addMenu(menus, menu, (name) => void runItem(name));
};

/** Tells the server when the person turns to another sheet; the first one shown is nobody's choice. */
function createSheetTeller(): (sheetId: number) => void {
  let known: number | null = null;
  return (sheetId) => {
    if (known !== null && sheetId !== known) void tellSheet(sheetId);
    known = sheetId;
  };
}

/** What the script's `Ui` asks the open spreadsheet to show, by the message's type. */
const UI_MESSAGES: Readonly<Record<string, (message: UiMessage) => void>> = {
  menus: showMenus,
  sidebar: (message) =>
    showSidebar(
      findElement('sidebar'),
      { html: readText(message, 'html'), title: readText(message, 'title') },
      texts,
    ),
  dialog: (message) => showPageDialog(message, texts),
  alert: (message) => askQuestion(message, texts),
  prompt: (message) => askQuestion(message, texts),
  answered: (message) => withdrawQuestion(readNumber(message, 'id')),
  toast: (message) =>
    void notify(
      readText(message, 'title'),
      readText(message, 'text'),
      readNumber(message, 'seconds'),
    ),
};

function createToggle(caption: string, toggle: (pressed: boolean) => void): HTMLElement {
  const button = createElement('button', {
    attributes: { type: 'button', class: 'action', 'aria-pressed': 'false' },
    onClick: () => {
      const pressed = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(pressed));
      toggle(pressed);
    },
    children: [caption],
  });
  return button;
}

/** The sheet in front on the whole screen; Escape, or the same button at the upper edge, ends it. */
async function showOnWall(grid: Grid, isOn: boolean): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await toggleWall(isOn);
  grid.fill(isOn);
}

function showConnection(connected: boolean): void {
  const status = findElement('connection');
  status.textContent = connected ? texts.live : texts.offline;
  status.dataset['connected'] = String(connected);
}

function addActions(grid: Grid, executions: ExecutionsPanel): void {
  const wall = createToggle(texts.wall, (isOn) => void showOnWall(grid, isOn));
  // Escape ends the full screen without asking the page.
  document.addEventListener('fullscreenchange', () => {
    const isOver = document.fullscreenElement === null;
    if (isOver && document.body.classList.contains('wall')) wall.click();
  });
  findElement('actions').append(
    wall,
    createToggle(texts.hiddenTabs, (shown) => grid.showHiddenSheets(shown)),
    createToggle(texts.executions, () => executions.toggle()),
    createElement('a', {
      attributes: { class: 'action', href: 'workbook.xlsx', download: '' },
      children: [texts.download],
    }),
  );
}

function listenToServer(grid: Grid, workbook: LiveWorkbook, executions: ExecutionsPanel): void {
  const handlers: typeof UI_MESSAGES = {
    ...UI_MESSAGES,
    sheet: (message) => {
      const sheetId = readNumber(message, 'sheetId');
      const row = readNumber(message['cell'], 'row');
      const column = readNumber(message['cell'], 'column');
      const cell = row === null || column === null ? undefined : { row, column };
      if (sheetId !== null) grid.turnTo(sheetId, cell);
    },
  };
  listen({
    onCommit: (sheetIds) => workbook.changed(sheetIds),
    onExecutions: () => void executions.refresh(),
    onUi: (message) => {
      if (isRecord(message)) handlers[readText(message, 'type')]?.(message);
    },
    onConnection: (connected) => {
      showConnection(connected);
      if (connected) workbook.reload();
    },
  });
}

function start(): void {
  document.documentElement.lang = navigator.language;
  const gridArea = findElement('grid');
  gridArea.setAttribute('aria-label', texts.sheetArea);
  const bar = createFormulaBar(findElement('formula-bar'), findElement('notice'), texts);
  const noteSheet = createSheetTeller();
  const events: GridEvents = {
    onSelect: (selection) => {
      bar(selection);
      noteSheet(selection.sheet.source.id);
      workbook.look();
    },
    onChoose: ({ sheetId, row, col }, text) =>
      void typeIn({ sheetId: Number(sheetId), row: row + 1, column: col + 1 }, text),
  };
  const grid = createGrid(gridArea, events, texts);
  const executions = createExecutions(findElement('executions'), texts);
  const workbook = new LiveWorkbook(grid, ({ title, timeZone }) => {
    executions.setTimeZone(timeZone);
    findElement('title').textContent = title;
    document.title = title;
    document.body.dataset['ready'] = 'true';
  });
  addActions(grid, executions);
  closeMenusOutside(menus);
  listenToServer(grid, workbook, executions);
}

start();

import type { ViewerHead, ViewerWorkbook } from '../engine/viewer-data';
import { registerDropdowns, type ChooseInCell } from './cells/dropdown-cells';
import { createCellFinder, type CellFinder } from './cells/find-cell';
import { dropNarrowHeaders } from './cells/narrow-headers';
import { drawRichTexts } from './cells/rich-text';
import { chartBoard } from './charts/chart-figure';
import { canChangeInPlace, type GridCommand, listChanges } from './grid-changes';
import { toWorkbookData } from './grid-data';
import { type MountedGrid, mountGrid } from './grid-mount';
import { type GridSheet, resolveSheets, toKey } from './grid-sheet';
import type { Texts } from './texts';
import { chooseZoom } from './wall';

/** What is selected, as the bar above the grid shows it. */
export interface Selection {
  readonly sheet: GridSheet;
  readonly address: string;
  /** Formula, or content as stored. */
  readonly content: string;
  readonly note: string;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The live grid. */
export interface Grid {
  /** Shows a workbook, or brings the shown one up to date; the given sheets replace those of the same id. */
  show(workbook: ViewerWorkbook): Promise<void>;
  showHiddenSheets(shown: boolean): void;
  /** Enlarges each sheet so that it fills the page's width, or shows it in its own size. */
  fill(isOn: boolean): void;
  /** Turns to a sheet, as soon as it is there and visible, and to a cell of it (1-based). */
  turnTo(sheetId: number, cell?: Cell): void;
  /** Id of the sheet in front; null before there is one. */
  readFront(): number | null;
  /** Whether a tab is shown as this head says. */
  hasTab(head: ViewerHead | undefined): boolean;
  /** Ids of sheets with formulas: any commit may change them. */
  listFormulaSheets(): number[];
}

/** The library keeps every change it was sent; a page open for days would fill. */
const REBUILD_AFTER_COMMANDS = 50_000;

/** More changes at once are quicker drawn afresh. */
const MOST_COMMANDS = 5_000;

interface State {
  sent: number;
  order: readonly number[];
  locale: string;
  showHidden: boolean;
  fills: boolean;
  readonly sheets: Map<number, GridSheet>;
  readonly finder: CellFinder;
  mounted: MountedGrid | null;
  /** A sheet to turn to that was not there yet. */
  wanted: { readonly sheetId: string; readonly cell: Cell | undefined } | null;
}

function listSheets({ order, sheets }: State): GridSheet[] {
  return order.flatMap((id) => {
    const sheet = sheets.get(id);
    return sheet ? [sheet] : [];
  });
}

function readSelection({ mounted, sheets }: State): Selection | null {
  if (!mounted) return null;
  const { sheetId, col, row } = mounted.model.getters.getActivePosition();
  const sheet = sheets.get(Number(sheetId));
  if (!sheet) return null;
  const key = toKey(row + 1, col + 1);
  return {
    sheet,
    address: o_spreadsheet.helpers.toXC(col, row),
    content: sheet.formulas.get(key) ?? sheet.cells.get(key)?.content.replace(/^'/, '') ?? '',
    note: sheet.notes.get(key) ?? '',
  };
}

/** Brings the size in which the sheet in front is shown up to date. */
function zoom({ mounted, sheets, fills }: State, target: HTMLElement): void {
  const sheet = sheets.get(Number(mounted?.model.getters.getActiveSheetId()));
  if (!mounted || !sheet) return;
  const wanted = fills ? chooseZoom(sheet, target.clientWidth) : 1;
  if (mounted.model.getters.getViewportZoomLevel() !== wanted)
    mounted.model.dispatch('SET_ZOOM', { zoom: wanted });
}

function isShown({ sheets }: State, { id, title, hidden, color }: ViewerHead): boolean {
  const source = sheets.get(id)?.source;
  return source?.title === title && source.hidden === hidden && source.color === color;
}

/** Turns to the wanted sheet, if it is there by now. */
function turnToWanted(state: State): void {
  const { wanted, mounted } = state;
  if (wanted === null || !mounted) return;
  const { getters, dispatch, selection } = mounted.model;
  const { sheetId, cell } = wanted;
  if (!getters.tryGetSheet(sheetId) || !getters.isSheetVisible(sheetId)) return;
  state.wanted = null;
  const sheetIdFrom = getters.getActiveSheetId();
  if (sheetId !== sheetIdFrom) dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetId });
  if (cell !== undefined) selection.selectCell(cell.column - 1, cell.row - 1);
}

/** Where the person was, so that a grid built again stays there. */
function readPlace({ model }: MountedGrid): (grid: MountedGrid) => void {
  const { getters } = model;
  const sheetId = getters.getActiveSheetId();
  const { col, row } = getters.getActivePosition();
  const { scrollX, scrollY } = getters.getActiveSheetScrollInfo();
  return (grid) => {
    const { getters: now, dispatch, selection } = grid.model;
    if (!now.tryGetSheet(sheetId) || !now.isSheetVisible(sheetId)) return;
    dispatch('ACTIVATE_SHEET', { sheetIdFrom: now.getActiveSheetId(), sheetIdTo: sheetId });
    // To select a cell that is not drawn scrolls to somewhere else.
    if (now.isRowHidden(sheetId, row) || now.isColHidden(sheetId, col)) return;
    selection.selectCell(col, row);
    if (scrollX + scrollY > 0)
      dispatch('SET_VIEWPORT_OFFSET', { offsetX: scrollX, offsetY: scrollY });
  };
}

function listAllChanges(state: State, incoming: readonly GridSheet[]): GridCommand[] | null {
  const commands: GridCommand[] = [];
  for (const after of incoming) {
    const before = state.sheets.get(after.source.id);
    if (!before || !canChangeInPlace(before, after)) return null;
    for (const command of listChanges(before, after, state.showHidden)) commands.push(command);
    if (commands.length > MOST_COMMANDS) return null;
  }
  return commands;
}

async function rebuild(state: State, target: HTMLElement): Promise<void> {
  const goBack = state.mounted ? readPlace(state.mounted) : null;
  state.mounted?.unmount();
  state.sent = 0;
  const { locale, showHidden } = state;
  state.mounted = await mountGrid(
    target,
    toWorkbookData({ sheets: listSheets(state), locale, showHidden }),
    { locale, finder: state.finder },
  );
  goBack?.(state.mounted);
}

/** What the grid tells the page. */
export interface GridEvents {
  /** Each selection, and changes under it. */
  onSelect(selection: Selection): void;
  /** A choice in a cell's list. */
  readonly onChoose: ChooseInCell;
}

interface Surroundings {
  readonly target: HTMLElement;
  readonly events: GridEvents;
  readonly texts: Texts;
}

function dressCells(state: State, { target, events, texts }: Surroundings): void {
  const finder = () => state.finder;
  const model = () => state.mounted?.model ?? null;
  registerDropdowns({ finder, model, grid: target, texts, choose: events.onChoose });
  drawRichTexts(finder);
  dropNarrowHeaders();
}

function makeState(): State {
  const sheets = new Map<number, GridSheet>();
  return {
    sent: 0,
    order: [],
    locale: 'pt_BR',
    showHidden: false,
    fills: false,
    sheets,
    finder: createCellFinder(sheets),
    mounted: null,
    wanted: null,
  };
}

/** Takes a workbook in; gives the commands that bring the grid there, null when it must be built anew. */
function takeIn(state: State, workbook: ViewerWorkbook): GridCommand[] | null {
  const incoming = resolveSheets(workbook);
  const sameOrder = JSON.stringify(workbook.order) === JSON.stringify(state.order);
  const commands = sameOrder && state.mounted ? listAllChanges(state, incoming) : null;
  for (const sheet of incoming) {
    state.sheets.set(sheet.source.id, sheet);
    chartBoard.take(sheet.source.charts);
  }
  Object.assign(state, { order: workbook.order, locale: workbook.locale });
  state.sent += commands?.length ?? 0;
  return commands;
}

/** Makes the grid in an element. */
export function createGrid(target: HTMLElement, events: GridEvents, texts: Texts): Grid {
  const state = makeState();
  const tell = (): void => {
    zoom(state, target);
    const selection = readSelection(state);
    if (selection) events.onSelect(selection);
  };
  dressCells(state, { target, events, texts });
  window.addEventListener('resize', () => zoom(state, target));
  const build = async (): Promise<void> => {
    await rebuild(state, target);
    turnToWanted(state);
    state.mounted?.model.on('update', state, tell);
    tell();
  };
  return {
    async show(workbook) {
      const commands = takeIn(state, workbook);
      if (commands === null || state.sent > REBUILD_AFTER_COMMANDS) await build();
      else if (commands.length > 0) state.mounted?.apply(commands);
      turnToWanted(state);
      tell();
    },
    showHiddenSheets(shown) {
      state.showHidden = shown;
      const type = shown ? 'SHOW_SHEET' : 'HIDE_SHEET';
      const hidden = listSheets(state).filter(({ source }) => source.hidden);
      state.mounted?.apply(hidden.map(({ source }) => ({ type, sheetId: String(source.id) })));
    },
    fill(isOn) {
      state.fills = isOn;
      zoom(state, target);
    },
    turnTo(sheetId, cell) {
      state.wanted = { sheetId: String(sheetId), cell };
      turnToWanted(state);
    },
    readFront: () =>
      state.mounted ? Number(state.mounted.model.getters.getActiveSheetId()) : null,
    hasTab: (head) => head !== undefined && isShown(state, head),
    listFormulaSheets: () =>
      listSheets(state).flatMap(({ source }) => (source.formulas.length > 0 ? [source.id] : [])),
  };
}

import { SheetState } from '../cells/sheet-state';
import { checkGrowth, sheetLimit } from '../limits';
import { hostOf, number, orNull, plainObject, string } from './arguments';
import { Sheet, type Range, type Spreadsheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { sameTitle, takenTitle } from './sheet-basics';
import { makeRange } from './range-support';
import { rangeByText } from './sheet-grid';
import { copySheet } from '../cells/copy-sheet';
import { breakFormulas } from '../cells/formulas';
import type { Session } from '../session';

const on = signaturesOf<Spreadsheet>();

function sheets({ _session }: Spreadsheet): Sheet[] {
  return _session.workbook.sheets.map(({ id }) => new Sheet(_session, id));
}

/** The sheet the person looks at, or the script activated; the first visible one else. */
export function activeSheet(session: Session): Sheet {
  const { workbook, active } = session;
  const known = active === null ? undefined : workbook.sheetById(active.sheetId);
  const shown = known ?? workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0];
  if (!shown) throw new Error('The spreadsheet has no sheets.');
  return new Sheet(session, shown.id);
}

/** The range the script activated last; A1 of the active sheet else. */
export function activeRange(session: Session): Range {
  const area = session.active?.area ?? { row: 1, column: 1, rows: 1, columns: 1 };
  return makeRange(session, activeSheet(session)._id, area);
}

interface Insertion {
  readonly title?: string;
  /** Place among the sheets, from 0. */
  readonly index?: number;
  readonly template?: Sheet;
}

/** Puts a sheet in; after the active one unless told where. */
export function insertSheet(
  { _session }: Spreadsheet,
  { title, index, template }: Insertion,
): Sheet {
  const { workbook } = _session;
  const wanted = title ?? freeTitle(workbook.sheets, workbook.locale);
  if (workbook.sheets.some((sheet) => sameTitle(sheet.title, wanted))) {
    throw new Error(takenTitle(wanted));
  }
  if (workbook.sheets.length >= sheetLimit) {
    throw new Error(`You can't have more than ${sheetLimit} sheets in a workbook.`);
  }
  const model = template && _session.sheet(template._id);
  checkGrowth(workbook, model ? model.maxRows * model.maxColumns : 26_000);
  const id = freeId(_session);
  const sheet = new SheetState(id);
  const active = workbook.sheets.findIndex((one) => one.id === activeSheet(_session)._id);
  _session.changeNow(() => {
    if (model) copySheet(model, sheet);
    sheet.title = wanted;
    workbook.sheets.splice(index ?? active + 1, 0, sheet);
    workbook.settings.touched = true;
  });
  _session.activate(id);
  return new Sheet(_session, id);
}

function freeTitle(taken: readonly SheetState[], locale: string): string {
  const base = { pt: 'Página', es: 'Hoja ' }[locale.slice(0, 2)] ?? 'Sheet';
  let count = taken.length + 1;
  while (taken.some(({ title }) => sameTitle(title, `${base}${count}`))) count++;
  return `${base}${count}`;
}

function freeId({ context, workbook }: Session): number {
  let id = Math.floor(context.random.next() * 2_000_000_000) + 1;
  while (workbook.sheetById(id)) id++;
  return id;
}

function deleteSheet({ _session }: Spreadsheet, sheet: Sheet): void {
  const { workbook } = _session;
  const state = _session.sheet(sheet._id);
  if (workbook.sheets.length === 1) {
    throw new Error("You can't remove all the sheets in a document.");
  }
  _session.changeNow(() => {
    workbook.sheets = workbook.sheets.filter((one) => one !== state);
    workbook.metadata = workbook.metadata.filter(
      ({ location }) => !('sheetId' in location && location.sheetId === state.id),
    );
    for (const [name, { sheetId }] of workbook.namedRanges) {
      if (sheetId === state.id) workbook.namedRanges.delete(name);
    }
    breakFormulas(workbook, state.title);
    workbook.settings.goneSheetIds.add(state.id);
    workbook.settings.touched = true;
  });
}

function moveActiveSheet({ _session }: Spreadsheet, position: number): void {
  const { workbook } = _session;
  const state = _session.sheet(activeSheet(_session)._id);
  if (position < 1 || position > workbook.sheets.length) {
    throw new Error('The sheet position is out of bounds.');
  }
  _session.changeNow(() => {
    workbook.sheets = workbook.sheets.filter((one) => one !== state);
    workbook.sheets.splice(position - 1, 0, state);
    workbook.settings.touched = true;
  });
}

function sheetByName({ _session }: Spreadsheet, name: string): Sheet | null {
  const state = _session.workbook.sheets.find(({ title }) => title === name);
  return state ? new Sheet(_session, state.id) : null;
}

function withTemplate(options: Readonly<Record<string, unknown>>): Pick<Insertion, 'template'> {
  const { template } = options;
  return template instanceof Sheet ? { template } : {};
}

/** The sheets of a spreadsheet: found, put in, taken out, moved. */
export const spreadsheetSheetMethods: MethodTable<Spreadsheet> = {
  getSheets: on([], sheets),
  getNumSheets: on([], ({ _session }) => _session.workbook.sheets.length),
  getSheetByName: on([string], sheetByName),
  getSheetById: on([number], ({ _session }, id) =>
    _session.workbook.sheetById(id) ? new Sheet(_session, id) : null,
  ),
  getActiveRange: on([], ({ _session }) => activeRange(_session)),
  getActiveCell: on([], ({ _session }) => activeRange(_session)),
  getActiveSheet: on([], ({ _session }) => activeSheet(_session)),
  setActiveSheet: on([hostOf(Sheet)], ({ _session }, sheet) => {
    _session.sheet(sheet._id);
    _session.activate(sheet._id);
    return sheet;
  }),
  moveActiveSheet: on([number], moveActiveSheet),
  insertSheet: [
    on([], (self) => insertSheet(self, {})),
    on([number], (self, index) => insertSheet(self, { index })),
    on([string], (self, title) => insertSheet(self, { title })),
    on([string, number], (self, title, index) => insertSheet(self, { title, index })),
    on([plainObject], (self, options) => insertSheet(self, withTemplate(options))),
    on([string, plainObject], (self, title, options) =>
      insertSheet(self, { title, ...withTemplate(options) }),
    ),
    on([string, number, plainObject], (self, ...[title, index, options]) =>
      insertSheet(self, { title, index, ...withTemplate(options) }),
    ),
  ],
  deleteSheet: on([hostOf(Sheet)], deleteSheet),
  deleteActiveSheet: on([], (self) => {
    deleteSheet(self, activeSheet(self._session));
    return activeSheet(self._session);
  }),
  duplicateActiveSheet: on([], (self) => {
    const template = activeSheet(self._session);
    return insertSheet(self, { template, title: copyTitle(self, template) });
  }),
  getRange: on([string], ({ _session }, text) =>
    rangeByText(_session, activeSheet(_session)._id, text),
  ),
  getRangeByName: on([orNull(string)], ({ _session }, name) => {
    const named = name !== null && _session.workbook.namedRanges.has(name);
    return named ? rangeByText(_session, null, name) : null;
  }),
};

function copyTitle({ _session }: Spreadsheet, sheet: Sheet): string {
  return `Copy of ${_session.sheet(sheet._id).title}`;
}

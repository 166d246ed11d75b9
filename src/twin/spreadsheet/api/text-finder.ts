import { HostObject } from '../../runtime/host-object';
import { coerceInput } from '../values/coerce';
import { showFormula } from '../values/formula-syntax';
import { localeRules } from '../values/locales';
import { writeCell } from '../cells/contents';
import { bottom, right } from '../cells/areas';
import { contentWidth, draftRow } from '../cells/row';
import type { Area } from '../model';
import { formatAt, readArea, readDisplay, type ReadPlace } from '../read-cells';
import type { Session } from '../session';
import { boolean, hostOf, string } from './arguments';
import { Range, type Sheet, type Spreadsheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';

/** Where a finder looks, and where it found something. */
interface Place {
  readonly sheetId: number;
  readonly area: Area;
}

/** Searches cells for a text. */
export class TextFinder extends HostObject {
  _entireCell = false;
  _matchCase = false;
  _formulas = false;
  _ignoreDiacritics = false;
  _pattern = false;
  _hits: readonly Place[] | null = null;
  _at = -1;

  constructor(
    readonly _session: Session,
    readonly _text: string,
    readonly _scopes: () => readonly Place[],
  ) {
    super();
  }

  /** Cells it looks at; the cost model prices a search by them. */
  get _cellCount(): number {
    return this._scopes().reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  }
}

type Test = (text: string) => boolean;

function fold(finder: TextFinder, text: string): string {
  const cased = finder._matchCase ? text : text.toLowerCase();
  return finder._ignoreDiacritics ? cased.normalize('NFD').replace(/\p{M}/gu, '') : cased;
}

function makeTest(finder: TextFinder): Test {
  if (finder._pattern) {
    const pattern = toPattern(finder, '');
    return (text) => pattern.test(text);
  }
  const wanted = fold(finder, finder._text);
  if (finder._entireCell) return (text) => fold(finder, text) === wanted;
  return (text) => fold(finder, text).includes(wanted);
}

function toPattern(finder: TextFinder, flags: string): RegExp {
  const source = finder._pattern
    ? finder._text
    : finder._text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = finder._entireCell ? `^(?:${source})$` : source;
  return new RegExp(whole, `${flags}${finder._matchCase ? '' : 'i'}u`);
}

function textAt(finder: TextFinder, place: ReadPlace): string {
  const { _session: session } = finder;
  const formula = finder._formulas
    ? showFormula(place.known?.extras?.[place.column - 1], localeRules(session.workbook.locale))
    : '';
  return formula === '' ? readDisplay(session, place) : formula;
}

/** Searches on the server: the committed rows, not what this execution read before; only rows that hold something. */
function search(finder: TextFinder): readonly Place[] {
  const { _session: session } = finder;
  const test = makeTest(finder);
  session.beforeRead();
  return finder._scopes().flatMap(({ sheetId, area }) => {
    const sheet = session.sheet(sheetId);
    const hits: Place[] = [];
    const lastRow = Math.min(bottom(area), sheet.rows.length);
    for (let row = area.row; row <= lastRow; row++) {
      const known = sheet.rowAt(row);
      const last = Math.min(right(area), Math.max(contentWidth(known), area.column));
      for (let column = area.column; column <= last; column++) {
        if (!test(textAt(finder, { sheet, known, row, column }))) continue;
        hits.push({ sheetId, area: { row, column, rows: 1, columns: 1 } });
      }
    }
    return hits;
  });
}

function hitsOf(finder: TextFinder): readonly Place[] {
  return (finder._hits ??= search(finder));
}

function step(finder: TextFinder, by: 1 | -1): Range | null {
  const hits = hitsOf(finder);
  const next = finder._at < 0 && by < 0 ? hits.length - 1 : finder._at + by;
  const hit = hits[next];
  if (!hit) return null;
  finder._at = next;
  return toRange(finder, hit);
}

function toRange({ _session }: TextFinder, { sheetId, area }: Place): Range {
  return new Range(_session, sheetId, area);
}

/** Replaces in the cells that were found; formulas only when the finder looks at them. */
function replaceIn(finder: TextFinder, places: readonly Place[], text: string): number {
  const { _session: session } = finder;
  const writing = session.writing();
  let replaced = 0;
  for (const { sheetId, area } of places) {
    const [[old = ''] = []] = readArea(session, { sheetId, area }, (place) =>
      textAt(finder, place),
    );
    const fresh = old.replace(toPattern(finder, 'g'), () => {
      replaced++;
      return text;
    });
    session.write(sheetId, 1, (sheet) => {
      const known = sheet.rowAt(area.row);
      const draft = draftRow(known);
      const format = formatAt({ sheet, known, row: area.row, column: area.column });
      writeCell(draft, area.column, coerceInput(fresh, format, writing));
      sheet.putRow(area.row, draft);
    });
  }
  finder._hits = null;
  finder._at = -1;
  return replaced;
}

const on = signaturesOf<TextFinder>();
type Flag = '_entireCell' | '_matchCase' | '_formulas' | '_ignoreDiacritics' | '_pattern';

const setFlag = (flag: Flag) =>
  on([boolean], (self, value) => {
    self[flag] = value;
    self._hits = null;
    return self;
  });

/** A text finder. */
export const textFinderMethods: MethodTable<TextFinder> = {
  matchEntireCell: setFlag('_entireCell'),
  matchCase: setFlag('_matchCase'),
  matchFormulaText: setFlag('_formulas'),
  ignoreDiacritics: setFlag('_ignoreDiacritics'),
  useRegularExpression: setFlag('_pattern'),
  findAll: on([], (self) => hitsOf(self).map((hit) => toRange(self, hit))),
  findNext: on([], (self) => step(self, 1)),
  findPrevious: on([], (self) => step(self, -1)),
  getCurrentMatch: on([], (self) => {
    const hit = self._hits?.[self._at];
    return hit ? toRange(self, hit) : null;
  }),
  startFrom: on([hostOf(Range)], (self, { _area }) => {
    const hits = hitsOf(self);
    const isAfter = ({ area }: Place): boolean =>
      area.row > _area.row || (area.row === _area.row && area.column > _area.column);
    const next = hits.findIndex(isAfter);
    self._at = (next < 0 ? hits.length : next) - 1;
    return self;
  }),
  replaceAllWith: on([string], (self, text) => replaceIn(self, hitsOf(self), text)),
  replaceWith: on([string], (self, text) => {
    const hit = self._hits?.[self._at];
    return hit ? replaceIn(self, [hit], text) : 0;
  }),
};

function wholeSheet(session: Session, sheetId: number): Place {
  const { maxRows, maxColumns } = session.sheet(sheetId);
  return { sheetId, area: { row: 1, column: 1, rows: maxRows, columns: maxColumns } };
}

const onRange = signaturesOf<Range>();
const onSheet = signaturesOf<Sheet>();
const onSpreadsheet = signaturesOf<Spreadsheet>();

/** Finders over a range. */
export const rangeFinderMethods: MethodTable<Range> = {
  createTextFinder: onRange(
    [string],
    ({ _session, _sheetId, _area }, text) =>
      new TextFinder(_session, text, () => [{ sheetId: _sheetId, area: _area }]),
  ),
};

/** Finders over a sheet. */
export const sheetFinderMethods: MethodTable<Sheet> = {
  createTextFinder: onSheet(
    [string],
    ({ _session, _id }, text) => new TextFinder(_session, text, () => [wholeSheet(_session, _id)]),
  ),
};

/** Finders over the whole spreadsheet. */
export const spreadsheetFinderMethods: MethodTable<Spreadsheet> = {
  createTextFinder: onSpreadsheet(
    [string],
    ({ _session }, text) =>
      new TextFinder(_session, text, () =>
        _session.workbook.sheets.map(({ id }) => wholeSheet(_session, id)),
      ),
  ),
};

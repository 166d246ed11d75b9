import { HostObject } from '../../runtime/host-object';
import { right } from '../cells/areas';
import type { CellValue, FilterCriteriaData } from '../model';
import type { Session } from '../session';
import { coerceList } from './builder-values';
import { anything, hostOf, listOf, number, orNull, string } from './arguments';
import { Range, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';
import { writeArea } from './range-support';

/** The filter of a sheet. */
export class Filter extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
  ) {
    super();
  }
}

/** What a filter shows and hides in one column. */
export class FilterCriteria extends HostObject {
  constructor(readonly _data: Omit<FilterCriteriaData, 'column'>) {
    super();
  }
}

/** Builds filter criteria. */
export class FilterCriteriaBuilder extends HostObject {
  _data: Omit<FilterCriteriaData, 'column'> = { hiddenValues: [], criteria: null, values: [] };
}

const on = signaturesOf<Filter>();

function criteriaOf({ _session, _sheetId }: Filter): readonly FilterCriteriaData[] {
  _session.beforeRead();
  return _session.sheet(_sheetId).filterCriteria;
}

function setCriteria(filter: Filter, column: number, data: FilterCriteriaData | null): Filter {
  filter._session.write(filter._sheetId, 0, (sheet) => {
    const rest = sheet.filterCriteria.filter((item) => item.column !== column);
    sheet.filterCriteria = data ? [...rest, data] : rest;
    sheet.changes.settings = true;
  });
  return filter;
}

/** The filter of a sheet. */
export const filterMethods: MethodTable<Filter> = {
  getRange: on([], ({ _session, _sheetId }) => {
    _session.beforeRead();
    const area = _session.sheet(_sheetId).filter;
    if (!area) throw new Error('The filter was removed.');
    return new Range(_session, _sheetId, area);
  }),
  remove: on([], ({ _session, _sheetId }) =>
    _session.write(_sheetId, 0, (sheet) => {
      sheet.filter = null;
      sheet.filterCriteria = [];
      sheet.changes.settings = true;
    }),
  ),
  setColumnFilterCriteria: on([number, orNull(hostOf(FilterCriteria))], (self, column, criteria) =>
    setCriteria(self, column, criteria && { ...criteria._data, column }),
  ),
  removeColumnFilterCriteria: on([number], (self, column) => setCriteria(self, column, null)),
  getColumnFilterCriteria: on([number], (self, column) => {
    const found = criteriaOf(self).find((item) => item.column === column);
    return found ? new FilterCriteria(found) : null;
  }),
};

function createFilter(range: Range): Filter {
  const { _session: session, _sheetId: sheetId } = range;
  session.beforeRead();
  if (session.sheet(sheetId).filter) {
    throw new Error("You can't create a filter in a sheet that already has a filter.");
  }
  writeArea(range, (sheet, area) => {
    sheet.filter = area;
    sheet.changes.settings = true;
  });
  return new Filter(session, sheetId);
}

function findFilter(session: Session, sheetId: number): Filter | null {
  session.beforeRead();
  return session.sheet(sheetId).filter ? new Filter(session, sheetId) : null;
}

const onRange = signaturesOf<Range>();
const onSheet = signaturesOf<Sheet>();

/** Filters as a range gives them. */
export const rangeFilterMethods: MethodTable<Range> = {
  createFilter: onRange([], createFilter),
  getFilter: onRange([], ({ _session, _sheetId }) => findFilter(_session, _sheetId)),
};

/** Filters as a sheet gives them. */
export const sheetFilterMethods: MethodTable<Sheet> = {
  getFilter: onSheet([], ({ _session, _id }) => findFilter(_session, _id)),
  isRowHiddenByFilter: onSheet([number], ({ _session, _id }, row) => {
    _session.beforeRead();
    const { filter, filterCriteria } = _session.sheet(_id);
    if (!filter || row <= filter.row || row >= filter.row + filter.rows) return false;
    return filterCriteria.some(({ column, hiddenValues }) => {
      if (column < filter.column || column > right(filter)) return false;
      const value = _session.cache.row(_id, row)?.values[column - 1] ?? null;
      return hiddenValues.includes(value === null ? '' : String(value));
    });
  }),
};

const onBuilder = signaturesOf<FilterCriteriaBuilder>();

function condition(
  builder: FilterCriteriaBuilder,
  criteria: string,
  values: readonly CellValue[],
): FilterCriteriaBuilder {
  builder._data = { ...builder._data, criteria, values };
  return builder;
}

const filterConditions: Readonly<Record<string, string>> = {
  whenTextContains: 'TEXT_CONTAINS',
  whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  whenTextEqualTo: 'TEXT_EQUAL_TO',
  whenNumberEqualTo: 'NUMBER_EQUAL_TO',
  whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
  whenNumberLessThan: 'NUMBER_LESS_THAN',
  whenFormulaSatisfied: 'CUSTOM_FORMULA',
};

function conditionMethods(): Record<string, Overload<FilterCriteriaBuilder>> {
  return Object.fromEntries(
    Object.entries(filterConditions).map(([name, criteria]) => [
      name,
      onBuilder([anything], (self, value) => condition(self, criteria, coerceList([value]))),
    ]),
  );
}

/** The builder of filter criteria. */
export const filterCriteriaBuilderMethods: MethodTable<FilterCriteriaBuilder> = {
  ...conditionMethods(),
  whenCellEmpty: onBuilder([], (self) => condition(self, 'CELL_EMPTY', [])),
  whenCellNotEmpty: onBuilder([], (self) => condition(self, 'CELL_NOT_EMPTY', [])),
  setHiddenValues: onBuilder([listOf(string)], (self, hiddenValues) => {
    self._data = { ...self._data, hiddenValues };
    return self;
  }),
  build: onBuilder([], ({ _data }) => new FilterCriteria(_data)),
};

const onCriteria = signaturesOf<FilterCriteria>();

/** Filter criteria. */
export const filterCriteriaMethods: MethodTable<FilterCriteria> = {
  getHiddenValues: onCriteria([], ({ _data }) => _data.hiddenValues),
  getCriteriaValues: onCriteria([], ({ _data }) => _data.values),
};

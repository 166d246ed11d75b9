import { EnumValue, HostObject } from '../../runtime/host-object';
import { bottom, right } from '../cells/areas';
import { spreadsheetEnums } from '../enums';
import type { MetadataData } from '../model';
import type { Session } from '../session';
import { memberOf, number, orNull, string } from './arguments';
import { Range, Sheet, Spreadsheet } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';

type Location = MetadataData['location'];
type Visibility = MetadataData['visibility'];

const visibilities = memberOf(['DOCUMENT', 'PROJECT']);
const locationTypes = memberOf(spreadsheetEnums['DeveloperMetadataLocationType'] ?? []);

/** One piece of developer metadata, by id. */
export class DeveloperMetadata extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _id: number,
  ) {
    super();
  }
}

/** Where a piece of metadata stands. */
export class DeveloperMetadataLocation extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _location: Location,
  ) {
    super();
  }
}

/** Whether a place counts for a search; with `intersecting`, one that only touches it does too. */
export type MetadataScope = (location: Location, intersecting: boolean) => boolean;

/** Searches metadata; its conditions are set one by one. */
export class DeveloperMetadataFinder extends HostObject {
  readonly _conditions: ((data: MetadataData) => boolean)[] = [];
  _intersecting = false;

  constructor(
    readonly _session: Session,
    readonly _scope: MetadataScope,
  ) {
    super();
  }
}

interface MetadataInput {
  readonly key: string;
  readonly value?: string | null;
  readonly visibility?: Visibility;
}

/** Adds metadata at a place. */
function add(
  session: Session,
  location: Location,
  input: Pick<MetadataData, 'key' | 'value' | 'visibility'>,
): void {
  session.writeWorkbook(() => {
    const { workbook } = session;
    const data = { id: workbook.nextId(), ...input, location };
    workbook.metadata = [...workbook.metadata, data];
  });
}

function find(session: Session, id: number): MetadataData {
  session.beforeRead();
  const data = session.workbook.metadata.find((item) => item.id === id);
  if (!data) throw new Error('The developer metadata was deleted.');
  return data;
}

function update(metadata: DeveloperMetadata, patch: Partial<MetadataData>): DeveloperMetadata {
  find(metadata._session, metadata._id);
  metadata._session.writeWorkbook(() => {
    const { workbook } = metadata._session;
    workbook.metadata = workbook.metadata.map((item) =>
      item.id === metadata._id ? { ...item, ...patch } : item,
    );
  });
  return metadata;
}

function sameLocation(one: Location, other: Location): boolean {
  const line = (at: Location): unknown[] => [
    at.type,
    'sheetId' in at ? at.sheetId : null,
    'row' in at ? at.row : null,
    'column' in at ? at.column : null,
  ];
  return line(one).join() === line(other).join();
}

/** What a search from a place looks at: the spreadsheet all, a sheet its rows and columns too. */
export function scopeOf(place: Location): MetadataScope {
  if (place.type === 'SPREADSHEET') return () => true;
  if (place.type === 'SHEET') return (at) => 'sheetId' in at && at.sheetId === place.sheetId;
  return (at) => sameLocation(at, place);
}

/** A range looks at the lines that it covers wholly, or at those that cross it. */
export function scopeOfRange({ _session, _sheetId, _area: area }: Range): MetadataScope {
  const { maxRows, maxColumns } = _session.sheet(_sheetId);
  return (at, intersecting) => {
    if (at.type === 'ROW' && at.sheetId === _sheetId) {
      const whole = intersecting || area.columns === maxColumns;
      return whole && at.row >= area.row && at.row <= bottom(area);
    }
    if (at.type !== 'COLUMN' || at.sheetId !== _sheetId) return false;
    const whole = intersecting || area.rows === maxRows;
    return whole && at.column >= area.column && at.column <= right(area);
  };
}

/** A range that is no whole line carries no metadata. */
function exact<S>(self: S, locate: (self: S) => Location): (location: Location) => boolean {
  if (self instanceof Range && !isWholeLine(self)) return () => false;
  const here = locate(self);
  return (location) => sameLocation(location, here);
}

function isWholeLine({ _session, _sheetId, _area: area }: Range): boolean {
  const { maxRows, maxColumns } = _session.sheet(_sheetId);
  return (
    (area.rows === 1 && area.columns === maxColumns) ||
    (area.columns === 1 && area.rows === maxRows)
  );
}

/** Methods that a spreadsheet, a sheet and a range share. */
export function metadataMethods<S extends HostObject & { readonly _session: Session }>(
  locate: (self: S) => Location,
  scope: (self: S) => MetadataScope = (self) => scopeOf(locate(self)),
): Record<string, Overload<S> | Overload<S>[]> {
  const on = signaturesOf<S>();
  const put = (self: S, data: MetadataInput): S => {
    add(self._session, locate(self), { value: null, visibility: 'DOCUMENT', ...data });
    return self;
  };
  return {
    addDeveloperMetadata: [
      on([string], (self, key) => put(self, { key })),
      on([string, visibilities], (self, key, visibility) => put(self, { key, visibility })),
      on([string, orNull(string)], (self, key, value) => put(self, { key, value })),
      on([string, orNull(string), visibilities], (self, ...[key, value, visibility]) =>
        put(self, { key, value, visibility }),
      ),
    ],
    createDeveloperMetadataFinder: on(
      [],
      (self) => new DeveloperMetadataFinder(self._session, scope(self)),
    ),
    getDeveloperMetadata: on([], (self) => {
      self._session.beforeRead();
      const isHere = exact(self, locate);
      return self._session.workbook.metadata
        .filter(({ location }) => isHere(location))
        .map(({ id }) => new DeveloperMetadata(self._session, id));
    }),
  };
}

/** The whole row or column a range covers; other ranges cannot carry metadata. */
export function locateRange({ _session, _sheetId: sheetId, _area: area }: Range): Location {
  const { maxRows, maxColumns } = _session.sheet(sheetId);
  if (area.rows === 1 && area.columns === maxColumns)
    return { type: 'ROW', sheetId, row: area.row };
  if (area.columns === 1 && area.rows === maxRows) {
    return { type: 'COLUMN', sheetId, column: area.column };
  }
  throw new Error(
    'Adding developer metadata to arbitrary ranges is not currently supported. ' +
      'Developer metadata may only be added to the top-level spreadsheet, an individual sheet, ' +
      'or an entire row or column.',
  );
}

const onMetadata = signaturesOf<DeveloperMetadata>();
const onLocation = signaturesOf<DeveloperMetadataLocation>();
const onFinder = signaturesOf<DeveloperMetadataFinder>();

/** One piece of metadata. */
export const developerMetadataMethods: MethodTable<DeveloperMetadata> = {
  getId: onMetadata([], ({ _id }) => _id),
  getKey: onMetadata([], (self) => find(self._session, self._id).key),
  getValue: onMetadata([], (self) => find(self._session, self._id).value),
  getVisibility: onMetadata([], (self) => {
    const { visibility } = find(self._session, self._id);
    return new EnumValue('DeveloperMetadataVisibility', visibility);
  }),
  getLocation: onMetadata([], (self) => {
    const { location } = find(self._session, self._id);
    return new DeveloperMetadataLocation(self._session, location);
  }),
  setKey: onMetadata([string], (self, key) => update(self, { key })),
  setValue: onMetadata([orNull(string)], (self, value) => update(self, { value })),
  setVisibility: onMetadata([visibilities], (self, visibility) => update(self, { visibility })),
  remove: onMetadata([], (self) => {
    self._session.writeWorkbook(() => {
      const { workbook } = self._session;
      workbook.metadata = workbook.metadata.filter(({ id }) => id !== self._id);
    });
  }),
};

function lineRange(
  { _session, _location: at }: DeveloperMetadataLocation,
  type: string,
): Range | null {
  if (at.type !== type || !('sheetId' in at)) return null;
  const { maxRows, maxColumns } = _session.sheet(at.sheetId);
  const area =
    at.type === 'ROW'
      ? { row: at.row, column: 1, rows: 1, columns: maxColumns }
      : { row: 1, column: 'column' in at ? at.column : 1, rows: maxRows, columns: 1 };
  return new Range(_session, at.sheetId, area);
}

/** Where metadata stands. */
export const metadataLocationMethods: MethodTable<DeveloperMetadataLocation> = {
  getLocationType: onLocation(
    [],
    ({ _location }) => new EnumValue('DeveloperMetadataLocationType', _location.type),
  ),
  getSpreadsheet: onLocation([], ({ _session, _location }) =>
    _location.type === 'SPREADSHEET' ? new Spreadsheet(_session) : null,
  ),
  getSheet: onLocation([], ({ _session, _location }) =>
    _location.type === 'SHEET' ? new Sheet(_session, _location.sheetId) : null,
  ),
  getRow: onLocation([], (self) => lineRange(self, 'ROW')),
  getColumn: onLocation([], (self) => lineRange(self, 'COLUMN')),
};

function withCondition(
  finder: DeveloperMetadataFinder,
  condition: (data: MetadataData) => boolean,
): DeveloperMetadataFinder {
  finder._conditions.push(condition);
  return finder;
}

/** The metadata finder. */
export const metadataFinderMethods: MethodTable<DeveloperMetadataFinder> = {
  withKey: onFinder([string], (self, key) => withCondition(self, (data) => data.key === key)),
  withValue: onFinder([string], (self, value) =>
    withCondition(self, (data) => data.value === value),
  ),
  withId: onFinder([number], (self, id) => withCondition(self, (data) => data.id === id)),
  withVisibility: onFinder([visibilities], (self, visibility) =>
    withCondition(self, (data) => data.visibility === visibility),
  ),
  withLocationType: onFinder([locationTypes], (self, type) =>
    withCondition(self, (data) => data.location.type === type),
  ),
  onIntersectingLocations: onFinder([], (self) => Object.assign(self, { _intersecting: true })),
  find: onFinder([], ({ _session, _scope, _conditions, _intersecting }) => {
    _session.beforeRead();
    return _session.workbook.metadata
      .filter(
        (data) => _scope(data.location, _intersecting) && _conditions.every((test) => test(data)),
      )
      .map(({ id }) => new DeveloperMetadata(_session, id));
  }),
};

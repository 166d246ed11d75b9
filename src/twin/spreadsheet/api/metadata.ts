import type { HostObject } from '../../runtime/host-object';
import { bottom, right } from '../cells/areas';
import type { MetadataData } from '../model';
import type { Session } from '../session';
import { memberOf, orNull, string } from './arguments';
import { Range } from './host-objects';
import {
  DeveloperMetadata,
  DeveloperMetadataFinder,
  type MetadataPlace,
  type MetadataScope,
} from './metadata-objects';
import { signaturesOf, type Overload } from './methods';

type Location = MetadataPlace;
type Visibility = MetadataData['visibility'];

const visibilities = memberOf(['DOCUMENT', 'PROJECT']);

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
function scopeOf(place: Location): MetadataScope {
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

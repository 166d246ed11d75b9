import { EnumValue } from '../../runtime/host-object';
import { spreadsheetEnums } from '../enums';
import type { MetadataData } from '../model';
import type { Session } from '../session';
import { memberOf, number, orNull, string } from './arguments';
import { Range, Sheet, Spreadsheet } from './host-objects';
import {
  DeveloperMetadata,
  DeveloperMetadataLocation,
  type DeveloperMetadataFinder,
} from './metadata-objects';
import { signaturesOf, type MethodTable } from './methods';

const visibilities = memberOf(['DOCUMENT', 'PROJECT']);
const locationTypes = memberOf(spreadsheetEnums['DeveloperMetadataLocationType'] ?? []);

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

import { appMethods } from './app';
import { Range, Sheet, Spreadsheet, SpreadsheetApp } from './host-objects';
import {
  DeveloperMetadata,
  developerMetadataMethods,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
  locateRange,
  metadataFinderMethods,
  metadataLocationMethods,
  metadataMethods,
} from './metadata';
import { installMethods } from './methods';
import { rangeFormatMethods } from './range-formats';
import { rangeGeometryMethods } from './range-geometry';
import { rangeValueMethods } from './range-values';
import { sheetBasicMethods } from './sheet-basics';
import { sheetGridMethods } from './sheet-grid';
import { sheetLineMethods } from './sheet-lines';
import {
  NamedRange,
  namedRangeMethods,
  spreadsheetSettingMethods,
  User,
  userMethods,
} from './spreadsheet-settings';
import { spreadsheetSheetMethods } from './spreadsheet-sheets';

/** Puts all methods on the classes of the service; calling it again changes nothing. */
export function installSpreadsheetMethods(): void {
  installMethods(SpreadsheetApp, appMethods, 'SpreadsheetApp');
  installMethods(Spreadsheet, {
    ...spreadsheetSheetMethods,
    ...spreadsheetSettingMethods,
    ...metadataMethods<Spreadsheet>(() => ({ type: 'SPREADSHEET' })),
  });
  installMethods(Sheet, {
    ...sheetBasicMethods,
    ...sheetGridMethods,
    ...sheetLineMethods,
    ...metadataMethods<Sheet>(({ _id }) => ({ type: 'SHEET', sheetId: _id })),
  });
  installMethods(Range, {
    ...rangeValueMethods,
    ...rangeFormatMethods,
    ...rangeGeometryMethods,
    ...metadataMethods(locateRange),
  });
  installMethods(DeveloperMetadata, developerMetadataMethods);
  installMethods(DeveloperMetadataLocation, metadataLocationMethods);
  installMethods(DeveloperMetadataFinder, metadataFinderMethods);
  installMethods(NamedRange, namedRangeMethods);
  installMethods(User, userMethods);
}

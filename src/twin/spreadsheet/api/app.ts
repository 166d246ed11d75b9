import { Range, Sheet, Spreadsheet, type SpreadsheetApp } from './host-objects';
import { hostOf } from './arguments';
import { signaturesOf, type MethodTable } from './methods';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { FilterCriteriaBuilder } from './filter';
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text';
import { appUiMethods } from './ui';
import { activeSheet } from './spreadsheet-sheets';

const on = signaturesOf<SpreadsheetApp>();

function activeSpreadsheet({ _session }: SpreadsheetApp): Spreadsheet | null {
  const { options, context } = _session;
  if (options.activeNullInWebCalls && context.kind === 'webApp') return null;
  return new Spreadsheet(_session);
}

/** `SpreadsheetApp` itself. */
export const appMethods: MethodTable<SpreadsheetApp> = {
  ...appUiMethods,
  newConditionalFormatRule: on([], () => new ConditionalFormatRuleBuilder()),
  newDataValidation: on([], () => new DataValidationBuilder()),
  newFilterCriteria: on([], () => new FilterCriteriaBuilder()),
  newTextStyle: on([], () => new TextStyleBuilder()),
  newRichTextValue: on([], () => new RichTextValueBuilder()),
  getActiveSpreadsheet: on([], activeSpreadsheet),
  getActive: on([], activeSpreadsheet),
  getActiveSheet: on([], ({ _session }) => activeSheet(_session)),
  setActiveSheet: on([hostOf(Sheet)], ({ _session }, sheet) => {
    _session.activeSheetId = sheet._id;
    return sheet;
  }),
  setActiveRange: on([hostOf(Range)], ({ _session }, range) => {
    _session.activeSheetId = range._sheetId;
    return range;
  }),
  flush: on([], ({ _session }) => _session.flush()),
};

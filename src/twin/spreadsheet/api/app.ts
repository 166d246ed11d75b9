import { Range, Sheet, Spreadsheet, type SpreadsheetApp } from './host-objects';
import { hostOf, string } from './arguments';
import type { Session } from '../session';
import { signaturesOf, type MethodTable } from './methods';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { FilterCriteriaBuilder } from './filter';
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text';
import { appUiMethods } from './ui';
import { activeRange, activeSheet } from './spreadsheet-sheets';

const on = signaturesOf<SpreadsheetApp>();

function activeSpreadsheet({ _session }: SpreadsheetApp): Spreadsheet | null {
  const { options, context } = _session;
  if (options.activeNullInWebCalls && context.kind === 'webApp') return null;
  return new Spreadsheet(_session);
}

/** The twin has this one spreadsheet; any other is one the account may not open. */
function openById(session: Session, id: string): Spreadsheet {
  if (id === session.workbook.settings.id) return new Spreadsheet(session);
  throw new Error('You do not have permission to access the requested document.');
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
  getActiveRange: on([], ({ _session }) => activeRange(_session)),
  openById: on([string], ({ _session }, id) => openById(_session, id)),
  getActiveSheet: on([], ({ _session }) => activeSheet(_session)),
  setActiveSheet: on([hostOf(Sheet)], ({ _session }, sheet) => {
    _session.activate(sheet._id);
    return sheet;
  }),
  setActiveRange: on([hostOf(Range)], ({ _session }, range) => {
    _session.activate(range._sheetId, range._area);
    return range;
  }),
  flush: on([], ({ _session }) => _session.flush()),
};

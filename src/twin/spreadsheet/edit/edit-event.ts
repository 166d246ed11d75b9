import type { MakeArgs } from '../../runtime/run';
import { Range, Spreadsheet, SpreadsheetApp } from '../api/host-objects';
import type { CellValue } from '../model';
import type { DoneEdit } from './typed-edit';

/** A value as an edit's event tells it: text, and absent where the cell was or is blank. */
const told = (name: string, value: CellValue): object =>
  value === null || value === '' ? {} : { [name]: String(value) };

/**
 * The event object of one edit, with ranges of the execution that receives it.
 * Source: https://developers.google.com/apps-script/guides/triggers/events#edit
 */
export function describeEdit(edit: DoneEdit, user: string, triggerUid: string | null): MakeArgs {
  const { sheetId, row, column, value, oldValue } = edit;
  return (service) => {
    const app = service('SpreadsheetApp');
    if (!(app instanceof SpreadsheetApp)) throw new Error('There is no spreadsheet.');
    const area = { row, column, rows: 1, columns: 1 };
    const event = {
      authMode: triggerUid === null ? 'LIMITED' : 'FULL',
      range: new Range(app._session, sheetId, area),
      source: new Spreadsheet(app._session),
      user,
      ...told('value', value),
      ...told('oldValue', oldValue),
      ...(triggerUid === null ? {} : { triggerUid }),
    };
    return [event];
  };
}

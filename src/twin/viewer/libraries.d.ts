import type * as OSpreadsheet from '@odoo/o-spreadsheet';
import type * as Owl from '@odoo/owl';

declare global {
  /** Both come from script tags in viewer.html. */
  const o_spreadsheet: typeof OSpreadsheet;
  const owl: typeof Owl;
}

import type * as OSpreadsheet from '@odoo/o-spreadsheet';
import type * as Owl from '@odoo/owl';
import type { Chart as ChartClass } from 'chart.js';

declare global {
  /** All come from script tags in viewer.html. */
  const o_spreadsheet: typeof OSpreadsheet;
  const owl: typeof Owl;
  const Chart: typeof ChartClass;
}

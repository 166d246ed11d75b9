import { idIdentity } from '../masks/identities';
import { openPseudonyms } from '../masks/pseudonyms';
import { openKey, readOpenKey } from '../measures/total-key';
import { parseObject } from '../events/decode-record';
import type { Area, CellValue, Sheet } from '../platform/services';
import { splitKey } from '../rows/alias';
import { findSheet } from '../sheets/find-sheet';
import { tabs } from '../tabs/tabs';
import type { Eraser } from './eraser';

/** Totais and Movimentos name who waits or is served: they must name an erased one as the rows do. Buffered. */
export function renameOpen(eraser: Eraser): void {
  const rename = (key: string): string => renameKey(key, eraser);
  const totals = sheetOf('totals', eraser);
  if (totals !== null) renameIn(totals, 1, rename);
  const moves = sheetOf('moves', eraser);
  if (moves !== null) renameIn(moves, 2, (text) => renameRecord(text, rename));
}

function sheetOf(tab: 'totals' | 'moves', { services, config }: Eraser): Sheet | null {
  return findSheet(services.workbook, tabs[tab], config.settings.sheetIds[tab]);
}

/** Rewrites the cells of a column that change. */
function renameIn(sheet: Sheet, column: number, rename: (text: string) => string): void {
  const rows = sheet.lastRow();
  if (rows < 2) return;
  const area: Area = { row: 2, column, rows: rows - 1, columns: 1 };
  sheet.read(area).forEach(([cell = ''], index) => {
    const text = String(cell);
    const renamed = text.includes('open|') ? rename(text) : text;
    if (renamed !== text) write(sheet, { ...area, row: 2 + index, rows: 1 }, `'${renamed}`);
  });
}

const write = (sheet: Sheet, area: Area, value: CellValue): void => sheet.write(area, [[value]]);

/** A key of Totais; that of a recount begins with a sign. */
function renameKey(key: string, { services, gone, key: secret }: Eraser): string {
  const [, sign = '', own = key] = /^(\+?)([^]*)$/.exec(key) ?? [];
  const open = readOpenKey(own);
  if (open === null) return key;
  const { connectionId, id } = splitKey(open.id);
  const [, base = id, episode = ''] = /^(.+?)(#\d+)?$/.exec(id) ?? [];
  const names = [
    idIdentity('conversation', connectionId, base),
    idIdentity('attendance', connectionId, id),
  ];
  if (!names.some(gone.has)) return key;
  const pseudonym = openPseudonyms(services.codec, secret).id(base);
  return sign + openKey({ ...open, id: `${connectionId}|${pseudonym}${episode}`, contact: '' });
}

/** A record of Movimentos: blocks of sums by their keys. */
function renameRecord(text: string, rename: (key: string) => string): string {
  const blocks = Object.entries(parseObject(text)).map(([block, sums]) => {
    const keys = Object.entries(parseObject(JSON.stringify(sums)));
    return [block, Object.fromEntries(keys.map(([key, sum]) => [rename(key), sum]))] as const;
  });
  const renamed = JSON.stringify(Object.fromEntries(blocks));
  return renamed;
}

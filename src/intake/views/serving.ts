import type { CellValue } from '../../platform/services';
import { toBlocks } from '../../sheets/blocks';
import type { Config } from '../../settings/config';
import type { TotalRow } from '../totals/totals-sheet';
import { readEntries, sourcesOf } from './dashboard/entries';
import type { Agents } from './read-agents';

/**
 * Writes into Agora how many open conversations each agent has; blank for one who has none and is not online. Buffered; Agora was
 * read under this very lock.
 */
export function writeServing(
  { open, known }: Agents,
  rows: readonly TotalRow[],
  { connections }: Config,
): void {
  const column = open.layout.columns.get('serving');
  if (column === undefined) return;
  const counts = new Map<string, number>();
  for (const { situation, agent, connectionId } of readEntries(rows, sourcesOf(connections)).open) {
    const key = `${connectionId}|${agent}`;
    if (situation === 'active') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = known.map(({ row, connectionId, name, fields }) => {
    const count = counts.get(`${connectionId}|${name}`) ?? 0;
    const value: CellValue = count === 0 && fields.isOnline !== true ? '' : count;
    return { row, cells: new Map([[column, value]]) };
  });
  for (const { row, width, values } of toBlocks(cells.sort((a, b) => a.row - b.row)))
    open.sheet.write({ row, column, rows: values.length, columns: width }, values);
}

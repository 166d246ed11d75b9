import { area } from '../dashboard/layout';
import type { TimelineText } from './labels';

export const quarters = 96;
export const firstQuarter = 2;
export const totalColumn = firstQuarter + quarters + 1;
export const totals: readonly { readonly text: TimelineText; readonly widthPx: number }[] = [
  { text: 'online', widthPx: 54 },
  { text: 'available', widthPx: 66 },
  { text: 'paused', widthPx: 60 },
  { text: 'pauses', widthPx: 50 },
  { text: 'longest', widthPx: 44 },
];
export const gridColumns = totalColumn + totals.length - 1;

export const headRow = 4;
export const firstRow = 5;
/** More agents than that have no room; the team's row counts them all the same. */
export const mostAgents = 60;
export const gutterRow = firstRow + mostAgents;
export const teamRow = gutterRow + 1;
export const fewestRow = teamRow + 1;
/** Hidden: what was set last. */
export const keptRow = fewestRow + 1;

export const choice = area(2, 3, 1, 16);
export const message = area(3, 3);
export const kept = {
  anchors: [area(keptRow, 1), area(keptRow, gridColumns)],
  /** How many rows of agents are shown. */
  rows: area(keptRow, 2),
  /** The hour of now, where the day is today. */
  hour: area(keptRow, 3),
  /** The days that one can choose. */
  days: area(keptRow, 4),
  /** Of what the sweep drew it last. */
  mark: area(keptRow, 5),
} as const;
export const anchorText = 'Plantão.linha.1';

/** What stands in a quarter of an hour: its colour is that of its sign. */
export const signs = { available: '=', paused: '/', offline: '-' } as const;

export { area };

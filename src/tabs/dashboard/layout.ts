import type { Area } from '../../platform/services';
import type { BoardText } from './labels';

/** An area by its first cell and size. */
export const area = (
  ...[row, column, rows = 1, columns = 1]: readonly [number, number, number?, number?]
): Area => ({
  row,
  column,
  rows,
  columns,
});

/** Columns A and Z are margins; every block begins at B, J or R. */
export const gridColumns = 26;
export const columnWidthPx = 45;
/** The rows that people see; below them stands what the charts draw, hidden. */
export const shownRows = 68;
export const hiddenRows = 40;

/** Rows that are not 24 px high. */
export const rowHeightPx = 24;
export const otherHeightsPx: Readonly<Record<number, number>> = {
  1: 32,
  3: 16,
  9: 16,
  24: 16,
  37: 16,
};

/** What people choose, side by side in one row. */
export const choiceRow = 2;
export const choiceColumns = { from: 5, until: 7, period: 10, platform: 14, account: 18 } as const;
export const cardColumns = [2, 6, 10, 14, 18, 22] as const;
export const cardWidth = 4;
export const cardLabels: readonly BoardText[] = [
  'available',
  'paused',
  'waiting',
  'serving',
  'firstReply',
  'resolved',
];

/** Where the parts of the tab stand. */
export const parts = {
  title: area(1, 2),
  subtitle: area(2, 2),
  message: area(3, 2),
  updated: area(1, 22),
  health: area(2, 22),
  /** Beside the first chart's title: of hours or of days. */
  flowUnit: area(10, 14),
  agents: area(12, 2, 12, 7),
  heatHours: area(12, 18, 12, 1),
  heat: area(12, 19, 12, 7),
  requests: area(26, 2, 4, 7),
  messages: area(32, 2, 4, 7),
  agentTable: area(40, 2, 15, 12),
  queueTable: area(40, 15, 7, 11),
  channelTable: area(50, 15, 5, 11),
  labelTable: area(58, 2, 10, 7),
  categoryTable: area(58, 10, 10, 7),
  causeTable: area(58, 18, 10, 8),
} as const;

/** Where the hidden block stands. */
export const dataRow = shownRows + 1;
export const data = {
  /** They say that the tab is as it was made: if one is not there, somebody has moved rows or columns. */
  anchors: [area(dataRow, 1), area(dataRow, gridColumns)],
  flow: area(dataRow, 2, 32, 4),
  replies: area(dataRow, 7, 14, 4),
  teams: area(dataRow, 12, 6, 3),
  /** Minutes that the oldest has waited, minutes of the longest pause, median above target (1), weekday of today (1 Monday). */
  flags: area(dataRow, 16, 4, 1),
} as const;

export const anchorText = 'Plantão.painel.1';

/** A table's columns: the first of the tab, how many, and what they show. */
export interface TableColumn {
  readonly column: number;
  readonly columns: number;
  readonly text: BoardText;
  readonly format?: string;
}

const minutes = '[m]:ss';
const hours = '[h]:mm';

export const agentColumns: readonly TableColumn[] = [
  { column: 2, columns: 3, text: 'agent' },
  { column: 5, columns: 2, text: 'resolved', format: '0' },
  { column: 7, columns: 2, text: 'reply', format: minutes },
  { column: 9, columns: 2, text: 'duration', format: minutes },
  { column: 11, columns: 1, text: 'rating', format: '0.0' },
  { column: 12, columns: 2, text: 'online', format: hours },
];

const placeColumns = (text: BoardText, second: BoardText): readonly TableColumn[] => [
  { column: 15, columns: 3, text },
  { column: 18, columns: 2, text: second, format: '0' },
  { column: 20, columns: 2, text: second === 'waiting' ? 'received' : 'resolved', format: '0' },
  { column: 22, columns: 2, text: 'reply', format: minutes },
  { column: 24, columns: 2, text: 'p90', format: minutes },
];
export const queueColumns = placeColumns('department', 'waiting');
export const channelColumns = placeColumns('channel', 'received');

export const labelColumns: readonly TableColumn[] = [
  { column: 2, columns: 5, text: 'labels' },
  { column: 7, columns: 2, text: 'attendances', format: '0' },
];
export const categoryColumns: readonly TableColumn[] = [
  { column: 10, columns: 5, text: 'categories' },
  { column: 15, columns: 2, text: 'attendances', format: '0' },
];
export const causeColumns: readonly TableColumn[] = [
  { column: 18, columns: 6, text: 'cause' },
  { column: 24, columns: 2, text: 'messages', format: '0' },
];

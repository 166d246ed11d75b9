import { localizeText } from '../../../events/words/word';
import type { Area, CellValue, Services, Sheet } from '../../../platform/services';
import { columnLetter } from '../../../platform/column-letter';
import { dayOf } from '../../../projections/agent-days';
import { findSheet } from '../../../sheets/find-sheet';
import { call, cellOfTab, formula, text } from '../../../sheets/formula';
import { readLayout, topRows } from '../../../sheets/layout';
import type { Config, Settings } from '../../../settings/config';
import { findNowCell } from '../../../settings/now-cell';
import { boardTexts } from '../../../tabs/dashboard/labels';
import {
  anchorText,
  area,
  cardColumns,
  choiceRow,
  data,
  dataRow,
  gridColumns,
  parts,
} from '../../../tabs/dashboard/layout';
import { tabs } from '../../../tabs/tabs';
import type { AgentStints } from '../agent-days';
import { makeCards, type Cards } from './cards';
import { plainText, type Pen } from './cells';
import { before, chosen, daysOf, readChoice, type Choice } from './choice';
import { sourcesOf, type Source } from './entries';
import { messageRows, requestRows } from './funnels';
import { gather } from './gather';
import type { BoardInput } from './numbers';
import * as tables from './tables';
import { writeHead } from './write-head';
import type { TotalRow } from '../../totals/totals-sheet';

/** What the dashboard is made from. */
export interface BoardSources {
  readonly agents: readonly AgentStints[];
  /** Rows of Totais from that local day on; all of them where the day is 0. */
  readTotals(fromDay: number): readonly TotalRow[];
}

/** Rows of the hidden block in which is kept what was set last. */
const keptRows = 14;

/** The dashboard as it stands: what was chosen, and whether it is where it was made. */
export interface OpenDashboard {
  readonly sheet: Sheet;
  readonly top: readonly (readonly CellValue[])[];
  readonly choice: Choice;
}

/** Null where there is none, or where somebody has moved its rows or columns: then it is theirs, and nothing is written. One read. */
export function openDashboard(
  { workbook }: Services,
  { sheetIds }: Settings,
): OpenDashboard | null {
  const sheet = findSheet(workbook, tabs.dashboard, sheetIds['dashboard']);
  if (sheet === null || sheet.maxRows() < dataRow + keptRows || sheet.maxColumns() < gridColumns)
    return null;
  const top = sheet.read(area(1, 1, dataRow + keptRows, gridColumns));
  const isAsMade = data.anchors.every(
    ({ row, column }) => top[row - 1]?.[column - 1] === anchorText,
  );
  return isAsMade ? { sheet, top, choice: readChoice(top) } : null;
}

/** What is chosen by now. One read of one row. */
export function rereadChoice({ sheet, top }: OpenDashboard): Choice {
  const [row = []] = sheet.read(area(choiceRow, 1, 1, gridColumns));
  return readChoice(top.map((cells, index) => (index === choiceRow - 1 ? row : cells)));
}

/** Writes every number of the dashboard for what is chosen. Buffered. */
export function writeDashboard(
  services: Services,
  config: Config,
  { open, from }: { readonly open: OpenDashboard; readonly from: BoardSources },
): void {
  const { settings } = config;
  const nowCell = findNowCell(services.workbook, settings);
  if (nowCell === null) return;
  const pen: Pen = { language: settings.language, offsetMinutes: settings.offsetMinutes, nowCell };
  const sources = sourcesOf(config.connections);
  const meant = chosen(sources, open.choice);
  const input = makeInput(services, config, { open, from, meant });
  const { sheet, top } = open;
  writeHead(sheet, top, { pen, input, sources, meant, choice: open.choice });
  writeHealth(services, settings, { sheet, top, pen });
  writeCards(sheet, top, makeCards(input, pen));
  for (const [at, rows] of partsOf(input, pen)) sheet.write(at, inWords(rows, pen));
}

function makeInput(
  services: Services,
  config: Config,
  {
    open,
    from,
    meant,
  }: {
    readonly open: OpenDashboard;
    readonly from: BoardSources;
    readonly meant: readonly Source[];
  },
): BoardInput {
  const nowMs = services.clock.now();
  const { offsetMinutes } = config.settings;
  const today = dayOf(nowMs, offsetMinutes);
  const days = daysOf(open.choice, today, (atMs) => {
    const zone = services.workbook.timeZone();
    return dayOf(atMs, services.clock.offsetMinutes(zone, atMs));
  });
  const rows = from.readTotals(Math.min(before(days).from, today - 31));
  return gather(config, { agents: from.agents, rows, days, sources: meant, nowMs });
}

/** Channels, labels and the like may be words of ours, of which Totais keeps only which they are. */
const inWords = (rows: tables.Rows, { language }: Pen): tables.Rows =>
  rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? localizeText(cell, language) : cell)),
  );

type Part = readonly [Area, readonly (readonly CellValue[])[]];

const below = (head: Area): Area => ({ ...head, row: head.row + 1, rows: head.rows - 1 });

const partsOf = (input: BoardInput, pen: Pen): readonly Part[] => [
  [parts.agents, tables.agentRows(input, pen)],
  [parts.heatHours, tables.heatHourRows(input)],
  [parts.heat, tables.heatRows(input)],
  [parts.requests, requestRows(input, pen)],
  [parts.messages, messageRows(input, pen)],
  [parts.agentTable, tables.agentTable(input, pen)],
  [parts.queueTable, tables.queueTable(input, pen)],
  [parts.channelTable, tables.channelTable(input, pen)],
  [parts.labelTable, tables.countTable(input, pen, 'label')],
  [parts.categoryTable, tables.countTable(input, pen, 'category')],
  [parts.causeTable, tables.causeTable(input, pen)],
  [below(data.flow), tables.flowData(input)],
  [below(data.replies), tables.replyData(input)],
  [below(data.teams), tables.teamData(input)],
];

interface HealthPlace {
  readonly sheet: Sheet;
  readonly top: OpenDashboard['top'];
  readonly pen: Pen;
}

/** A formula on Saúde, written where there is none or it is in error. */
function writeHealth(
  services: Services,
  settings: Settings,
  { sheet, top, pen }: HealthPlace,
): void {
  const shown = String(top[parts.health.row - 1]?.[parts.health.column - 1] ?? '');
  if (shown !== '' && !shown.startsWith('#')) return;
  const health = findSheet(services.workbook, tabs.health, settings.sheetIds['health']);
  if (health === null) return;
  const rows = Math.min(topRows, health.maxRows());
  const head = health.read(area(1, 1, rows, health.maxColumns()));
  const { columns, headerRow } = readLayout(tabs.health, head, health);
  const column = columns.get('alarm');
  if (column === undefined) return;
  const letter = columnLetter(column);
  const cells = cellOfTab(health.title(), `$${letter}$${headerRow + 1}:$${letter}`);
  const isWell = `${call('COUNTIF', cells, text('?*'))}=0`;
  const words = [boardTexts.healthy, boardTexts.unwell].map((word) => text(word[pen.language]));
  sheet.write(parts.health, [[formula(call('IF', isWell, ...words))]]);
}

/** Formats take a flush of their own, so each is kept beside the data and set when it is another one. */
function writeCards(sheet: Sheet, top: OpenDashboard['top'], { cards, flags }: Cards): void {
  cards.forEach(({ value, format, lines }, index) => {
    const column = cardColumns[index] ?? 2;
    sheet.write(area(5, column), [[value]]);
    sheet.write(
      area(7, column, 2, 1),
      lines.map((line) => [line]),
    );
    const kept = area(data.flags.row + 8 + index, data.flags.column);
    if (top[kept.row - 1]?.[kept.column - 1] === format) return;
    sheet.setLook(area(5, column), { numberFormat: format });
    sheet.write(kept, [[plainText(format)]]);
  });
  sheet.write(
    data.flags,
    flags.map((flag) => [flag]),
  );
}

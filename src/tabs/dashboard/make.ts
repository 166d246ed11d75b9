import type { Language } from '../../events/localized';
import type { Area, CellLook, LookRule, Sheet, Workbook } from '../../platform/services';
import { columnLetter } from '../../platform/column-letter';
import { call, formula, text } from '../../sheets/formula';
import { freeTitle } from '../../sheets/find-sheet';
import { tabMark } from '../../sheets/layout';
import { situationLabels } from '../agents/labels';
import { limits } from '../shared/limits';
import { dashboard } from './definition';
import { metricOf } from './metrics';
import { boardTexts, periodIds, periodLabels, weekdayNames, type BoardText } from './labels';
import {
  agentColumns,
  anchorText,
  area,
  cardColumns,
  cardLabels,
  cardWidth,
  categoryColumns,
  causeColumns,
  channelColumns,
  choiceColumns,
  choiceRow,
  columnWidthPx,
  data,
  dataRow,
  gridColumns,
  hiddenRows,
  labelColumns,
  otherHeightsPx,
  parts,
  queueColumns,
  rowHeightPx,
  shownRows,
  type TableColumn,
} from './layout';

const ink = '#202124';
const secondary = '#5f6368';
const hairline = '#e8eaed';
const input = '#f1f3f4';
const green = '#0d652d';
const red = '#a50e0e';
const overLimit: CellLook = { background: '#fad2cf', fontColor: red };

interface Desk {
  readonly sheet: Sheet;
  readonly say: (id: BoardText) => string;
  readonly language: Language;
}

/** Makes the dashboard as the first tab, without its numbers: the sweep writes those. */
export function makeDashboard(workbook: Workbook, language: Language): Sheet {
  const title = freeTitle(workbook, dashboard.title[language]);
  const sheet = workbook.addSheet(title, shownRows + hiddenRows, gridColumns);
  const desk: Desk = { sheet, language, say: (id) => boardTexts[id][language] };
  sheet.mark(tabMark, dashboard.id);
  makeGrid(sheet);
  makeHead(desk);
  makeCards(desk);
  makeAgents(desk);
  makeHeat(desk);
  makeFunnels(desk);
  makeTables(desk);
  makeCharts(desk);
  sheet.setLookRules(rulesOf());
  sheet.hideRows(dataRow, hiddenRows);
  sheet.setTabColor(dashboard.color);
  sheet.moveToFront();
  return sheet;
}

function makeGrid(sheet: Sheet): void {
  sheet.hideGridlines();
  sheet.setColumnWidths(1, gridColumns, columnWidthPx);
  sheet.setRowHeights(1, shownRows, rowHeightPx);
  for (const [row, heightPx] of Object.entries(otherHeightsPx))
    sheet.setRowHeight(Number(row), heightPx);
  sheet.setLook(area(1, 1, shownRows, gridColumns), { fontColor: ink, verticalAlign: 'middle' });
}

/** What a number counts, as the note of the text beside it. */
function explain({ sheet, language }: Desk, { row, column }: Area, id: BoardText): void {
  const metric = metricOf(id);
  if (metric !== null) sheet.setNote(row, column, metric[language]);
}

const put = (sheet: Sheet, at: Area, value: string | number): void =>
  sheet.write({ ...at, rows: 1, columns: 1 }, [[value]]);

function makeHead({ sheet, say, language }: Desk): void {
  sheet.merge(area(1, 2, 1, 3));
  put(sheet, parts.title, 'Plantão');
  sheet.setLook(parts.title, { isBold: true, sizePt: 18 });
  sheet.setLook(parts.subtitle, { fontColor: secondary });
  sheet.setLook(parts.message, { fontColor: secondary, sizePt: 9 });
  for (const [name, column] of Object.entries(choiceColumns)) {
    const columns = name === 'from' || name === 'until' ? 2 : 3;
    const cells = area(choiceRow, column, 1, columns);
    sheet.merge(cells);
    sheet.merge({ ...cells, row: 1 });
    sheet.setLook(area(1, column), { fontColor: secondary, sizePt: 9, verticalAlign: 'bottom' });
    if (columns === 3) {
      sheet.setLook(cells, { background: input });
      sheet.setBorder(cells, { sides: ['bottom'], color: '#9aa0a6' });
    }
  }
  for (const name of ['period', 'platform', 'account'] as const)
    put(sheet, area(1, choiceColumns[name]), say(name));
  const periods = periodIds.map((id) => periodLabels[id][language]);
  sheet.offer(area(choiceRow, choiceColumns.period), periods);
  put(sheet, area(choiceRow, choiceColumns.period), periodLabels.today[language]);
  for (const name of ['platform', 'account'] as const) {
    sheet.offer(area(choiceRow, choiceColumns[name]), [say('everything')]);
    put(sheet, area(choiceRow, choiceColumns[name]), say('everything'));
  }
  for (const name of ['from', 'until'] as const) {
    sheet.offerDates(area(choiceRow, choiceColumns[name]));
    sheet.setLook(area(choiceRow, choiceColumns[name]), {
      numberFormat: 'dd/MM/yyyy',
      align: 'left',
    });
  }
  for (const cells of [area(1, 22, 1, 4), area(2, 22, 1, 4)]) sheet.merge(cells);
  sheet.setLook(parts.updated, { fontColor: secondary, sizePt: 9, align: 'right' });
  sheet.setLook(parts.health, { fontColor: green, isBold: true, align: 'right' });
}

const cardColors = ['#0b8043', '#b06000', secondary, secondary, secondary, secondary];
const valueColors = [green, '#94520a', ink, ink, ink, ink];

function makeCards(desk: Desk): void {
  const { sheet, say } = desk;
  cardColumns.forEach((column, index) => {
    for (const row of [4, 7, 8]) sheet.merge(area(row, column, 1, cardWidth));
    sheet.merge(area(5, column, 2, cardWidth));
    const label = cardLabels[index];
    put(sheet, area(4, column), `   ${label === undefined ? '' : say(label)}`);
    if (label !== undefined) explain(desk, area(4, column), label);
    sheet.setLook(area(4, column), { fontColor: secondary });
    const fontColor = valueColors[index] ?? ink;
    sheet.setLook(area(5, column), { fontColor, sizePt: 32, align: 'left', numberFormat: '" "0' });
    sheet.setLook(area(7, column, 2, 1), { fontColor: secondary, sizePt: 9, align: 'left' });
    sheet.setBorder(area(4, column, 5, 1), {
      sides: ['left'],
      color: cardColors[index] ?? secondary,
      isThick: true,
    });
  });
}

/** A section's title; what it is of stands beside it. */
function makeTitle(desk: Desk, at: Area, id: BoardText): void {
  const { sheet, say } = desk;
  explain(desk, at, id);
  put(sheet, at, say(id));
  sheet.setLook(at, { isBold: true, sizePt: 11 });
}

const headLook: CellLook = { fontColor: secondary, sizePt: 9 };

function makeAgents(desk: Desk): void {
  const { sheet, say } = desk;
  makeTitle(desk, area(10, 2), 'agents');
  for (const [column, id] of [
    [2, 'agent'],
    [5, 'situation'],
    [7, 'elapsed'],
    [8, 'conversations'],
  ] as const)
    put(sheet, area(11, column), say(id));
  explain(desk, area(11, 8), 'conversations');
  sheet.setLook(area(11, 2, 1, 7), headLook);
  sheet.setLook(area(11, 7, 1, 2), { align: 'right' });
  for (let row = 12; row <= 23; row += 1) {
    sheet.merge(area(row, 2, 1, 3));
    sheet.merge(area(row, 5, 1, 2));
  }
  sheet.setLook(area(12, 7, 12, 1), { numberFormat: '[h]:mm', align: 'right' });
  sheet.setLook(area(12, 8, 12, 1), { numberFormat: '0;;"–"', align: 'right' });
  sheet.setBorder(area(11, 2, 13, 7), { sides: ['bottom', 'inside'], color: hairline });
}

function makeHeat(desk: Desk): void {
  const { sheet, say, language } = desk;
  makeTitle(desk, area(10, 18), 'heat');
  put(sheet, area(10, 22), say('mean30'));
  sheet.setLook(area(10, 22), headLook);
  sheet.write(area(11, 19, 1, 7), [weekdayNames[language].split(' ')]);
  sheet.setLook(area(11, 18, 13, 8), { ...headLook, align: 'center' });
  sheet.setLook(parts.heatHours, { align: 'left' });
  sheet.setLook(parts.heat, { fontColor: ink, numberFormat: '0;;"·"' });
  sheet.setBorder(parts.heat, {
    sides: ['left', 'top', 'right', 'bottom', 'inside'],
    color: '#ffffff',
  });
}

function makeFunnels(desk: Desk): void {
  const { sheet, say } = desk;
  makeTitle(desk, area(25, 2), 'toSolution');
  makeTitle(desk, area(31, 2), 'toAnswer');
  const words: readonly (readonly [Area, readonly BoardText[], string])[] = [
    [parts.requests, ['received', 'assigned', 'answered', 'resolved'], '#1a73e8'],
    [parts.messages, ['sent', 'delivered', 'read', 'answered'], '#0b8043'],
  ];
  for (const [at, ids, fontColor] of words) {
    sheet.write(
      { ...at, columns: 1 },
      ids.map((id) => [say(id)]),
    );
    sheet.setLook({ ...at, column: 4, columns: 1 }, { fontColor, sizePt: 7 });
    sheet.setLook({ ...at, column: 7, columns: 1 }, { numberFormat: '#,##0', align: 'right' });
    sheet.setLook(
      { ...at, column: 8, columns: 1 },
      { ...headLook, numberFormat: '0%', align: 'right' },
    );
  }
}

function makeTables(desk: Desk): void {
  const tables: readonly (readonly [BoardText, Area, readonly TableColumn[]])[] = [
    ['agentsInPeriod', parts.agentTable, agentColumns],
    ['queues', parts.queueTable, queueColumns],
    ['channels', parts.channelTable, channelColumns],
    ['labels', parts.labelTable, labelColumns],
    ['categories', parts.categoryTable, categoryColumns],
    ['failures', parts.causeTable, causeColumns],
  ];
  for (const [title, at, columns] of tables) makeTable(desk, { title, at, columns });
}

interface Table {
  readonly title: BoardText;
  readonly at: Area;
  readonly columns: readonly TableColumn[];
}

function makeTable(desk: Desk, { title, at, columns }: Table): void {
  const { sheet, say } = desk;
  makeTitle(desk, area(at.row - 2, at.column), title);
  for (const { column, columns: width, text: id, format } of columns) {
    for (let row = at.row - 1; row < at.row + at.rows; row += 1)
      if (width > 1) sheet.merge(area(row, column, 1, width));
    put(sheet, area(at.row - 1, column), say(id));
    explain(desk, area(at.row - 1, column), id);
    const align = format === undefined ? 'left' : 'right';
    sheet.setLook(area(at.row - 1, column, at.rows + 1, 1), { align });
    if (format !== undefined)
      sheet.setLook(area(at.row, column, at.rows, 1), { numberFormat: format });
    sheet.setLook(area(at.row - 1, column), headLook);
  }
  const whole = { ...at, row: at.row - 1, rows: at.rows + 1 };
  sheet.setBorder(whole, { sides: ['bottom', 'inside'], color: hairline });
}

function makeCharts(desk: Desk): void {
  const { sheet, say } = desk;
  makeTitle(desk, area(10, 10), 'flow');
  makeTitle(desk, area(25, 10), 'replyByDay');
  makeTitle(desk, area(25, 18), 'byTeam');
  put(sheet, area(25, 14), say('median'));
  sheet.setLook(area(25, 14), headLook);
  for (const anchor of data.anchors) put(sheet, anchor, anchorText);
  sheet.write({ ...data.flow, rows: 1 }, [
    ['', say('received'), say('resolved'), say('receivedBefore')],
  ]);
  sheet.write({ ...data.replies, rows: 1 }, [['', say('within'), say('above'), say('targetLine')]]);
  sheet.write({ ...data.teams, rows: 1 }, [['', say('received'), say('resolved')]]);
  const blue = '#1a73e8';
  const series = '#0b8043';
  const combo = { kind: 'combo', widthPx: 315 } as const;
  const plain = { lines: [], isStacked: false } as const;
  sheet.addChart({
    ...combo,
    data: data.flow,
    at: { row: 11, column: 10, offsetYPx: 4 },
    heightPx: 304,
    colors: [blue, series, '#9aa0a6'],
    lines: [2],
    isStacked: false,
  });
  sheet.addChart({
    ...combo,
    data: data.replies,
    at: { row: 26, column: 10, offsetYPx: 2 },
    heightPx: 258,
    colors: [blue, red, ink],
    lines: [2],
    isStacked: true,
  });
  sheet.addChart({
    ...plain,
    kind: 'bar',
    data: data.teams,
    at: { row: 26, column: 18, offsetYPx: 2 },
    widthPx: 360,
    heightPx: 258,
    colors: [blue, series],
  });
}

const cellAt = ({ row, column }: Area): string => `$${columnLetter(column)}$${row}`;

/** Conditional formats: what is above a limit, situations, steps of the heat map, what is over its target. */
function rulesOf(): readonly LookRule[] {
  const flag = (index: number): string => cellAt(area(data.flags.row + index, data.flags.column));
  const card = (index: number): Area => area(4, cardColumns[index] ?? 2, 5, cardWidth);
  const above = (index: number, limit: number): string => formula(`${flag(index)}>${limit}`);
  return [
    { over: card(2), formula: above(0, limits.waitMinutes), look: overLimit },
    { over: card(1), formula: above(1, limits.pauseMinutes), look: overLimit },
    { over: card(4), formula: formula(`${flag(2)}=1`), look: { fontColor: red } },
    {
      over: parts.health,
      formula: formula(`${call('LEFT', cellAt(parts.health), '1')}=${text('!')}`),
      look: { background: '#fad2cf', fontColor: red },
    },
    ...situationRules(),
    {
      over: area(11, 19, 1, 7),
      formula: formula(`${call('COLUMN')}-18=${flag(3)}`),
      look: { fontColor: ink, isBold: true },
    },
    ...heatRules(),
    ...[agentColumns, queueColumns].flatMap(lateRules),
  ];
}

const situationColors = {
  available: { background: '#ceead6', fontColor: green },
  paused: { background: '#feefc3', fontColor: '#94520a' },
  offline: { background: '#e8eaed', fontColor: secondary },
} as const;

const situationRules = (): readonly LookRule[] =>
  (['available', 'paused', 'offline'] as const).map((name) => {
    const words = [...new Set(Object.values(situationLabels[name]))];
    const tests = words.map((word) => `${call('TRIM', '$E12')}=${text(word)}`);
    return {
      over: area(12, 5, 12, 2),
      formula: formula(call('OR', ...tests)),
      look: situationColors[name],
    };
  });

/** Steps, not a gradient: a gradient cannot change the ink. */
const heatColors = ['#d2e3fc', '#aecbfa', '#669df6', '#1a73e8'];

function heatRules(): readonly LookRule[] {
  const most = call('MAX', '$S$12:$Y$23');
  const steps = heatColors.map((background, index) => {
    const ofFive = index + 1;
    const look = ofFive === 4 ? { background, fontColor: '#ffffff' } : { background };
    return { over: parts.heat, formula: formula(`S12*5>=${ofFive}*${most}`), look };
  });
  const isBlank = { over: parts.heat, formula: formula('S12=0'), look: { background: '#f1f3f4' } };
  return [isBlank, ...steps.reverse()];
}

/** A first answer above its target, in whichever table it stands. */
function lateRules(columns: readonly TableColumn[]): readonly LookRule[] {
  return columns.flatMap(({ column, columns: width, text: id }) => {
    if (id !== 'reply') return [];
    const first = `$${columnLetter(column)}40`;
    const isLate = `${first}>${limits.firstReplyMinutes}/1440`;
    return [
      {
        over: area(40, column, 15, width),
        formula: formula(call('AND', call('ISNUMBER', first), isLate)),
        look: { fontColor: red, isBold: true },
      },
    ];
  });
}

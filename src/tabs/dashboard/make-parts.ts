import type { Area } from '../../platform/services';
import { colors, explain, headLook, put, type Desk } from './desk';
import { weekdayNames, type BoardText } from './labels';
import {
  agentColumns,
  anchorText,
  area,
  categoryColumns,
  causeColumns,
  channelColumns,
  data,
  labelColumns,
  parts,
  queueColumns,
  type TableColumn,
} from './layout';
import { heatFloor } from './rules';

/** A section's title; what it is of stands beside it. */
function makeTitle(desk: Desk, at: Area, id: BoardText): void {
  const { sheet, say } = desk;
  explain(desk, at, id);
  put(sheet, at, say(id));
  sheet.setLook(at, { isBold: true, sizePt: 11 });
}

/** What a section's numbers are of, smaller beside its title. */
function makeQualifier({ sheet, say }: Desk, at: Area, id: BoardText): void {
  put(sheet, at, say(id));
  sheet.setLook(at, headLook);
}

export function makeAgents(desk: Desk): void {
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
  sheet.setBorder(area(11, 2, 13, 7), { sides: ['bottom', 'inside'], color: colors.hairline });
}

export function makeHeat(desk: Desk): void {
  const { sheet, language } = desk;
  makeTitle(desk, area(10, 18), 'heat');
  makeQualifier(desk, area(10, 22), 'mean30');
  sheet.write(area(11, 19, 1, 7), [weekdayNames[language].split(' ')]);
  sheet.setLook(area(11, 18, 13, 8), { ...headLook, align: 'center' });
  sheet.setLook(parts.heatHours, { align: 'left' });
  sheet.setLook(parts.heat, {
    background: heatFloor,
    fontColor: colors.ink,
    numberFormat: '0;;"·"',
  });
  sheet.setBorder(parts.heat, {
    sides: ['left', 'top', 'right', 'bottom', 'inside'],
    color: '#ffffff',
  });
}

export function makeFunnels(desk: Desk): void {
  const { sheet, say } = desk;
  makeTitle(desk, area(25, 2), 'toSolution');
  makeTitle(desk, area(31, 2), 'toAnswer');
  makeQualifier(desk, area(25, 6), 'ofRequests');
  makeQualifier(desk, area(31, 6), 'ofMessages');
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

export function makeTables(desk: Desk): void {
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
  sheet.setBorder(whole, { sides: ['bottom', 'inside'], color: colors.hairline });
}

export function makeCharts(desk: Desk): void {
  const { sheet, say } = desk;
  makeTitle(desk, area(10, 10), 'flow');
  makeTitle(desk, area(25, 10), 'replyByDay');
  makeTitle(desk, area(25, 18), 'byTeam');
  makeQualifier(desk, area(25, 14), 'median');
  makeQualifier(desk, area(25, 20), 'inPeriod');
  sheet.setLook(parts.flowUnit, headLook);
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
    colors: [blue, colors.red, colors.ink],
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

import type { Language } from '../../events/localized';
import type { Sheet, Workbook } from '../../platform/services';
import { freeTitle } from '../../sheets/find-sheet';
import { tabMark } from '../../sheets/layout';
import { dashboard } from './definition';
import { colors, explain, put, type Desk } from './desk';
import { boardTexts, periodIds, periodLabels } from './labels';
import {
  area,
  cardColumns,
  cardLabels,
  cardWidth,
  choiceColumns,
  choiceRow,
  columnWidthPx,
  dataRow,
  gridColumns,
  hiddenRows,
  otherHeightsPx,
  parts,
  rowHeightPx,
  shownRows,
} from './layout';
import { makeAgents, makeCharts, makeFunnels, makeHeat, makeTables } from './make-parts';
import type { Limits } from '../shared/limits';
import { rulesOf } from './rules';

/** Makes the dashboard as the first tab, without its numbers: the sweep writes those. */
export function makeDashboard(
  workbook: Workbook,
  { language, limits }: { readonly language: Language; readonly limits: Limits },
): Sheet {
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
  sheet.setLookRules(rulesOf(limits));
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
  sheet.setLook(area(1, 1, shownRows, gridColumns), {
    fontColor: colors.ink,
    verticalAlign: 'middle',
  });
}

function makeHead({ sheet, say, language }: Desk): void {
  sheet.merge(area(1, 2, 1, 3));
  put(sheet, parts.title, 'Plantão');
  sheet.setLook(parts.title, { isBold: true, sizePt: 18 });
  sheet.setLook(parts.subtitle, { fontColor: colors.secondary });
  sheet.setLook(parts.message, { fontColor: colors.secondary, sizePt: 9 });
  for (const [name, column] of Object.entries(choiceColumns)) {
    const columns = name === 'from' || name === 'until' ? 2 : 3;
    const cells = area(choiceRow, column, 1, columns);
    // The places of two dates are merged when they are asked for: until then the day in words has their room.
    if (columns === 3) for (const row of [1, choiceRow]) sheet.merge({ ...cells, row });
    sheet.setLook(area(1, column), {
      fontColor: colors.secondary,
      sizePt: 9,
      verticalAlign: 'bottom',
    });
    if (columns === 3) {
      sheet.setLook(cells, { background: colors.input });
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
  sheet.setLook(parts.updated, { fontColor: colors.secondary, sizePt: 9, align: 'right' });
  sheet.setLook(parts.health, { fontColor: colors.green, isBold: true, align: 'right' });
}

const cardColors = [
  '#0b8043',
  '#b06000',
  colors.secondary,
  colors.secondary,
  colors.secondary,
  colors.secondary,
];
const valueColors = [colors.green, '#94520a', colors.ink, colors.ink, colors.ink, colors.ink];

function makeCards(desk: Desk): void {
  const { sheet, say } = desk;
  cardColumns.forEach((column, index) => {
    for (const row of [4, 7, 8]) sheet.merge(area(row, column, 1, cardWidth));
    sheet.merge(area(5, column, 2, cardWidth));
    const label = cardLabels[index];
    put(sheet, area(4, column), `   ${label === undefined ? '' : say(label)}`);
    if (label !== undefined) explain(desk, area(4, column), label);
    sheet.setLook(area(4, column), { fontColor: colors.secondary });
    const fontColor = valueColors[index] ?? colors.ink;
    sheet.setLook(area(5, column), { fontColor, sizePt: 32, align: 'left', numberFormat: '" "0' });
    sheet.setLook(area(7, column, 2, 1), { fontColor: colors.secondary, sizePt: 9, align: 'left' });
    sheet.setBorder(area(4, column, 5, 1), {
      sides: ['left'],
      color: cardColors[index] ?? colors.secondary,
      isThick: true,
    });
  });
}

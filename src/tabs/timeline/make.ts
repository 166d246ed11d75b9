import type { Language } from '../../events/localized';
import type { LookRule, Sheet, Workbook } from '../../platform/services';
import { columnLetter } from '../../platform/column-letter';
import { call, formula, text } from '../../sheets/formula';
import { freeTitle } from '../../sheets/find-sheet';
import { tabMark } from '../../sheets/layout';
import { timeline } from './definition';
import { timelineTexts, type TimelineText } from './labels';
import {
  anchorText,
  area,
  choice,
  fewestRow,
  firstQuarter,
  firstRow,
  gridColumns,
  gutterRow,
  headRow,
  kept,
  keptRow,
  mostAgents,
  quarters,
  signs,
  teamRow,
  totalColumn,
  totals,
} from './layout';

const secondary = '#5f6368';
const colors = {
  available: { background: '#0b8043', fontColor: '#0b8043' },
  paused: { background: '#feefc3', fontColor: '#94520a', isBold: true },
  offline: { background: '#e8eaed', fontColor: '#e8eaed' },
} as const;

/** Makes the timeline, without its agents: the sweep writes those. */
export function makeTimeline(workbook: Workbook, language: Language): Sheet {
  const sheet = workbook.addSheet(
    freeTitle(workbook, timeline.title[language]),
    keptRow,
    gridColumns,
  );
  const say = (id: TimelineText): string => timelineTexts[id][language];
  sheet.mark(tabMark, timeline.id);
  makeGrid(sheet);
  makeHead(sheet, say);
  makeFoot(sheet, say);
  sheet.setLookRules(rulesOf());
  for (const { row, column } of kept.anchors) sheet.write(area(row, column), [[anchorText]]);
  sheet.hideRows(keptRow, 1);
  sheet.freeze(headRow, 1);
  sheet.setTabColor(timeline.color);
  return sheet;
}

function makeGrid(sheet: Sheet): void {
  sheet.hideGridlines();
  sheet.setColumnWidth(1, 150);
  sheet.setColumnWidths(firstQuarter, quarters + 1, 8);
  totals.forEach(({ widthPx }, index) => sheet.setColumnWidth(totalColumn + index, widthPx));
  [28, 24, 16, 24].forEach((heightPx, index) => sheet.setRowHeight(index + 1, heightPx));
  sheet.setRowHeights(firstRow, mostAgents, 26);
  sheet.setRowHeight(gutterRow, 8);
  sheet.setLook(area(1, 1, keptRow, gridColumns), {
    verticalAlign: 'middle',
    fontColor: '#202124',
  });
  const strip = area(firstRow, firstQuarter, mostAgents, quarters);
  sheet.setLook(strip, { sizePt: 9, align: 'center' });
  sheet.setBorder(strip, { sides: ['inside', 'top', 'bottom'], color: '#ffffff', isThick: true });
  for (let hour = 0; hour < 24; hour += 1)
    sheet.setBorder(area(firstRow, firstQuarter + hour * 4, mostAgents, 1), {
      sides: ['left'],
      color: hour % 6 === 0 ? '#bdc1c6' : '#e8eaed',
    });
}

function makeHead(sheet: Sheet, say: (id: TimelineText) => string): void {
  sheet.merge(area(1, 1, 2, 1));
  sheet.write(area(1, 1), [[say('title')]]);
  sheet.setLook(area(1, 1), { isBold: true, sizePt: 14 });
  sheet.merge({ ...choice, row: 1 });
  sheet.merge(choice);
  sheet.write(area(1, choice.column), [[say('day')]]);
  sheet.setLook(area(1, choice.column), { fontColor: secondary, sizePt: 9 });
  sheet.offer(area(choice.row, choice.column), [say('today'), say('yesterday')]);
  sheet.write(area(choice.row, choice.column), [[say('today')]]);
  sheet.setLook(choice, { background: '#f1f3f4', numberFormat: 'dd/MM/yyyy', align: 'left' });
  sheet.setBorder(choice, { sides: ['bottom'], color: '#9aa0a6' });
  makeKey(sheet, say);
  for (let hour = 0; hour < 24; hour += 1) {
    const at = area(headRow, firstQuarter + hour * 4, 1, 4);
    sheet.merge(at);
    sheet.write({ ...at, columns: 1 }, [[`'${String(hour).padStart(2, '0')}`]]);
  }
  sheet.write(area(headRow, 1), [[say('agent')]]);
  totals.forEach(({ text: id }, index) =>
    sheet.write(area(headRow, totalColumn + index), [[say(id)]]),
  );
  sheet.setLook(area(headRow, 1, 1, gridColumns), {
    fontColor: secondary,
    sizePt: 9,
    align: 'left',
  });
  const numbers = area(headRow, totalColumn, teamRow - headRow + 1, totals.length);
  sheet.setLook(numbers, { numberFormat: '[h]:mm', align: 'right' });
  sheet.setLook({ ...numbers, column: totalColumn + 3, columns: 1 }, { numberFormat: '0' });
}

/** What the colours mean, each with its sign. */
function makeKey(sheet: Sheet, say: (id: TimelineText) => string): void {
  (['available', 'paused', 'offline'] as const).forEach((name, index) => {
    const column = 22 + index * 15;
    sheet.merge(area(2, column, 1, 3));
    sheet.write(area(2, column), [[name === 'paused' ? "'///" : '']]);
    sheet.setLook(area(2, column), { ...colors[name], align: 'center' });
    sheet.write(area(2, column + 4), [[say(name)]]);
  });
  sheet.write(area(2, 69), [[say('quarter')]]);
  sheet.setLook(area(2, 25, 1, gridColumns - 25), { fontColor: secondary, sizePt: 9 });
}

function makeFoot(sheet: Sheet, say: (id: TimelineText) => string): void {
  sheet.write(area(teamRow, 1), [[say('team')]]);
  sheet.write(area(fewestRow, 1), [[say('fewest')]]);
  sheet.setLook(area(teamRow, 1, 1, gridColumns), { isBold: true });
  sheet.setLook(area(fewestRow, 1), { fontColor: secondary });
  for (let hour = 0; hour < 24; hour += 1) {
    const at = area(fewestRow, firstQuarter + hour * 4, 1, 4);
    sheet.merge(at);
    sheet.setLook(at, { align: 'center', numberFormat: '0' });
  }
}

function rulesOf(): readonly LookRule[] {
  const first = `${columnLetter(firstQuarter)}${firstRow}`;
  const strip = area(firstRow, firstQuarter, mostAgents, quarters);
  const bySign = (['available', 'paused', 'offline'] as const).map((name) => ({
    over: strip,
    formula: formula(`${first}=${text(signs[name])}`),
    look: colors[name],
  }));
  const hour = `$${columnLetter(kept.hour.column)}$${kept.hour.row}`;
  const ownHour = call('ROUNDDOWN', `(${call('COLUMN')}-${firstQuarter})/4`, '0');
  const fewest = `${columnLetter(firstQuarter)}$${fewestRow}`;
  return [
    ...bySign,
    {
      over: area(headRow, firstQuarter, 1, quarters),
      formula: formula(call('AND', call('ISNUMBER', hour), `${ownHour}=${hour}`)),
      look: { fontColor: '#202124', isBold: true },
    },
    {
      over: area(fewestRow, firstQuarter, 1, quarters),
      formula: formula(call('ISNUMBER', fewest)),
      look: { background: '#ceead6', fontColor: '#0d652d' },
    },
  ];
}

import type { CellValue, Sheet } from '../../../platform/services';
import { longDate, monthNames, weekdayLongNames } from '../../../tabs/dashboard/labels';
import { area, choiceColumns, choiceRow, data, parts } from '../../../tabs/dashboard/layout';
import { colors } from '../../../tabs/dashboard/desk';
import { phrase, plainText, type Pen } from './cells';
import { dateOf, type Choice, type Days } from './choice';
import type { Source } from './entries';
import type { BoardInput } from './numbers';

/** What the head is written from. */
export interface Head {
  readonly pen: Pen;
  readonly input: BoardInput;
  readonly sources: readonly Source[];
  /** Those that are chosen. */
  readonly meant: readonly Source[];
  readonly choice: Choice;
}

type Top = readonly (readonly CellValue[])[];

/** The dashboard's first rows: whose numbers, of when, and what can be chosen. */
export function writeHead(sheet: Sheet, top: Top, head: Head): void {
  const { pen, input, choice } = head;
  const time = new Date(input.nowMs + input.offsetMinutes * 60_000).toISOString().slice(11, 16);
  sheet.write(parts.updated, [[plainText(phrase(pen, 'updated', { time }))]]);
  sheet.write(parts.subtitle, [[plainText(nameDays(input.days, choice, pen))]]);
  sheet.write(parts.message, [[adviceOf(head)]]);
  const unit = input.days.from === input.days.until ? 'byHour' : 'byDay';
  sheet.write(parts.flowUnit, [[phrase(pen, unit)]]);
  writeDates(sheet, top, { pen, choice });
  offerSources(sheet, top, head);
}

/** Why there is nothing to see, and what to do. */
function adviceOf({ pen, input, sources, meant, choice }: Head): string {
  if (sources.length > 0 && meant.length === 0) return phrase(pen, 'noMatch');
  const { period, from, until } = choice;
  if (period === 'custom' && (from === null || until === null)) return phrase(pen, 'chooseDates');
  const isNothing = input.people.length === 0 && input.entries.length === 0;
  return isNothing ? phrase(pen, 'nothingYet') : '';
}

const hasDates = ({ period, from, until }: Choice): boolean =>
  period === 'custom' || from !== null || until !== null;

/** The places of two dates are there while they are asked for: else the day in words has their room. */
function writeDates(
  sheet: Sheet,
  top: Top,
  { pen, choice }: { readonly pen: Pen; readonly choice: Choice },
): void {
  const isShown = hasDates(choice);
  const labels = isShown ? [phrase(pen, 'from'), phrase(pen, 'until')] : ['', ''];
  const columns = [choiceColumns.from, choiceColumns.until];
  columns.forEach((column, index) => sheet.write(area(1, column), [[labels[index] ?? '']]));
  const kept = area(data.flags.row + 7, data.flags.column);
  const state = isShown ? 'dates' : 'none';
  if (top[kept.row - 1]?.[kept.column - 1] === state) return;
  for (const cells of columns.flatMap((column) => [
    area(1, column, 1, 2),
    area(choiceRow, column, 1, 2),
  ])) {
    if (isShown) sheet.merge(cells);
    else sheet.unmerge(cells);
  }
  for (const column of columns)
    sheet.setLook(area(choiceRow, column, 1, 2), {
      background: isShown ? colors.input : '#ffffff',
    });
  sheet.write(kept, [[state]]);
}

/** The list of a dropdown is kept beside the data, so that it is set only when it is another one. */
function offerSources(sheet: Sheet, top: Top, { pen, sources }: Head): void {
  const everything = phrase(pen, 'everything');
  const lists = [
    [choiceColumns.platform, sources.map(({ vendorName }) => vendorName)],
    [choiceColumns.account, sources.map(({ account }) => account)],
  ] as const;
  lists.forEach(([column, names], index) => {
    const choices = [...new Set([everything, ...names])];
    const at = area(data.flags.row + 5 + index, data.flags.column);
    const known = top[at.row - 1]?.[at.column - 1] ?? '';
    if (known === choices.join(', ')) return;
    sheet.offer(area(choiceRow, column), choices);
    sheet.write(at, [[plainText(choices.join(', '))]]);
  });
}

/** `terça-feira, 24 de novembro`; of several days the first and the last, short beside the dates: there is no room for more. */
function nameDays({ from, until }: Days, choice: Choice, pen: Pen): string {
  const written = (day: number): string =>
    dateOf(day).toISOString().slice(5, 10).split('-').reverse().join('/');
  if (from !== until && choice.period === 'custom')
    return phrase(pen, 'dayCount', { count: until - from + 1 });
  if (from !== until) return `${written(from)} – ${written(until)}`;
  const date = dateOf(from);
  if (hasDates(choice)) return `${written(from)}/${date.getUTCFullYear()}`;
  return sayDate(date, pen);
}

function sayDate(date: Date, { language }: Pen): string {
  const words: Readonly<Record<string, string>> = {
    weekday: weekdayLongNames[language].split(' ')[(date.getUTCDay() + 6) % 7] ?? '',
    month: monthNames[language].split(' ')[date.getUTCMonth()] ?? '',
    day: String(date.getUTCDate()),
  };
  return longDate[language].replace(/\{(\w+)\}/g, (_whole, name: string) => words[name] ?? '');
}

import { languages } from '../../../events/localized';
import type { CellValue } from '../../../platform/services';
import { boardTexts, periodIds, periodLabels, type PeriodId } from '../../../tabs/dashboard/labels';
import { choiceColumns, choiceRow } from '../../../tabs/dashboard/layout';
import type { Source } from './entries';

/** What people have chosen in the dashboard's dropdowns. */
export interface Choice {
  readonly period: PeriodId;
  /** Epoch ms, as the cells hold it; null for what is no date. */
  readonly from: number | null;
  readonly until: number | null;
  readonly platform: string;
  readonly account: string;
}

/** Reads the choice out of the first rows of the tab; what is none of the choices is the first of them. */
export function readChoice(top: readonly (readonly CellValue[])[]): Choice {
  const at = (column: number): CellValue => top[choiceRow - 1]?.[column - 1] ?? '';
  const period = periodIds.find((id) =>
    languages.some((language) => periodLabels[id][language] === at(choiceColumns.period)),
  );
  const day = (column: number): number | null => {
    const value = at(column);
    return typeof value === 'number' ? value : null;
  };
  return {
    period: period ?? 'today',
    from: day(choiceColumns.from),
    until: day(choiceColumns.until),
    platform: String(at(choiceColumns.platform)),
    account: String(at(choiceColumns.account)),
  };
}

const isEverything = (text: string): boolean =>
  text === '' || Object.values(boardTexts.everything).some((word) => word === text);

/** The connections that a choice means: none where no connection has both. Of everything else the numbers would be another team's. */
export function chosen(
  sources: readonly Source[],
  { platform, account }: Choice,
): readonly Source[] {
  return sources.filter(
    ({ vendorName, account: own }) =>
      (isEverything(platform) || vendorName === platform) &&
      (isEverything(account) || own === account),
  );
}

/** Local days, counted from 1970, both ends included. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

/** The days of a period; `toDay` tells on which day a moment lies. */
export function daysOf(
  { period, from, until }: Choice,
  today: number,
  toDay: (atMs: number) => number,
): Days {
  if (period === 'yesterday') return { from: today - 1, until: today - 1 };
  if (period === 'days7') return { from: today - 6, until: today };
  if (period === 'days30') return { from: today - 29, until: today };
  if (period === 'month') return { from: today - dateOf(today).getUTCDate() + 1, until: today };
  if (period !== 'custom' || from === null || until === null) return { from: today, until: today };
  const [first, last] = [toDay(from), toDay(until)].sort((a, b) => a - b);
  return { from: first ?? today, until: last ?? today };
}

/** The period of the same length before. */
export const before = ({ from, until }: Days): Days => {
  const length = until - from + 1;
  return { from: from - length, until: until - length };
};

/** The date of a local day. */
export const dateOf = (day: number): Date => new Date(day * 86_400_000);

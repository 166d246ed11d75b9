import { shortName } from '../../../events/short-name';
import { quantile } from '../../../measures/histogram';
import type { Measures } from '../../../measures/sums';
import type { CellValue } from '../../../platform/services';
import { asDays, elapsedSince, phrase, plainText, type Pen } from './cells';
import {
  byValue,
  flowOf,
  heatOf,
  listAgents,
  num,
  onlineOf,
  repliesByDay,
  shownHours,
  totalOf,
  type BoardInput,
} from './numbers';
import { situationLabels } from '../../../tabs/agents/labels';
import { dateOf } from './choice';

export type Rows = readonly (readonly CellValue[])[];

const listRows = 12;
const maxName = 18;

/** Name, situation, time and conversations of each agent; the last row says how many more there are. */
export function agentRows(input: BoardInput, pen: Pen): Rows {
  const agents = listAgents(input);
  const hasMore = agents.length > listRows;
  const shown = agents.slice(0, hasMore ? listRows - 1 : listRows);
  const rows = shown.map(({ name, doing, sinceMs, conversations }): readonly CellValue[] => [
    plainText(shortName(name, maxName)),
    '',
    '',
    `' ${situationLabels[doing][pen.language]}`,
    '',
    elapsedSince(pen, sinceMs),
    conversations,
  ]);
  const more = phrase(pen, 'more', { count: agents.length - shown.length });
  const rest = hasMore ? [[plainText(more), '', '', '', '', '', '']] : [];
  return fill([...rows, ...rest], listRows, 7);
}

/** As many rows as there is room for, the last one saying how many more there are; a word where there is none. */
function tell(rows: Rows, pen: Pen, [count, width]: readonly [number, number]): Rows {
  const say = (line: string): Rows[number] => [
    plainText(line),
    ...Array.from({ length: width - 1 }, () => ''),
  ];
  if (rows.length === 0) return fill([say(phrase(pen, 'nothing'))], count, width);
  if (rows.length <= count) return fill(rows, count, width);
  const rest = phrase(pen, 'more', { count: rows.length - count + 1 });
  return [...rows.slice(0, count - 1), say(rest)];
}

/** As many rows as there is room for; blanks below the last one. */
function fill(rows: Rows, count: number, width: number): Rows {
  const blank = Array.from({ length: width }, () => '');
  return [
    ...rows.slice(0, count),
    ...Array.from({ length: Math.max(0, count - rows.length) }, () => blank),
  ];
}

export const heatHourRows = (input: BoardInput): Rows =>
  shownHours(input).map((hour) => [plainText(`${hour}h`)]);
export const heatRows = (input: BoardInput): Rows => heatOf(input);

type Ranked = readonly (readonly [string, Measures])[];

/** The values of a dimension, those with the most of the first number first; where it is the same, of the next one. */
function ranked(sums: ReadonlyMap<string, Measures>, ...names: readonly string[]): Ranked {
  const compare = (x: Measures, y: Measures): number =>
    names.reduce((found, name) => found || num(y, name) - num(x, name), 0);
  return [...sums]
    .filter(([, measures]) => names.some((name) => num(measures, name) > 0))
    .sort(([a, x], [b, y]) => compare(x, y) || (a < b ? -1 : 1));
}

const median = (measures: Measures, name: string): CellValue =>
  asDays(quantile(measures, name, 0.5));

export function agentTable(input: BoardInput, pen: Pen): Rows {
  const online = onlineOf(input);
  const sums = byValue(input, 'agent', input.days);
  const rows = ranked(sums, 'out', 'in').map(([name, own]): readonly CellValue[] => {
    const rated = num(own, 'rating.n');
    return [
      plainText(shortName(name, maxName)),
      '',
      '',
      num(own, 'out'),
      '',
      median(own, 'reply'),
      '',
      median(own, 'length'),
      '',
      rated === 0 ? "'–" : num(own, 'rating.s') / rated,
      asDays(online.get(name) ?? null),
      '',
    ];
  });
  return tell(rows, pen, [15, 12]);
}

export function queueTable(input: BoardInput, pen: Pen): Rows {
  const rows = ranked(byValue(input, 'team', input.days), 'in', 'out').map(
    ([name, own]): readonly CellValue[] => {
      const waiting = input.open.filter((one) => one.situation === 'waiting' && one.team === name);
      return placeRow(name, [waiting.length, num(own, 'in')], own);
    },
  );
  return tell(rows, pen, [7, 11]);
}

export function channelTable(input: BoardInput, pen: Pen): Rows {
  const rows = ranked(byValue(input, 'channel', input.days), 'in', 'out').map(([name, own]) =>
    placeRow(name, [num(own, 'in'), num(own, 'out')], own),
  );
  return tell(rows, pen, [5, 11]);
}

const placeRow = (
  name: string,
  [first, second]: readonly [number, number],
  own: Measures,
): readonly CellValue[] => [
  plainText(name),
  '',
  '',
  first,
  '',
  second,
  '',
  median(own, 'reply'),
  '',
  asDays(quantile(own, 'reply', 0.9)),
  '',
];

export function countTable(input: BoardInput, pen: Pen, dimension: 'label' | 'category'): Rows {
  const width = 7;
  const rows = ranked(byValue(input, dimension, input.days), 'in').map(
    ([name, own]): readonly CellValue[] => [plainText(name), '', '', '', '', num(own, 'in'), ''],
  );
  return tell(rows, pen, [10, width]);
}

/** Why messages failed, and how many people asked to be left alone. */
export function causeTable(input: BoardInput, pen: Pen): Rows {
  const rows = ranked(byValue(input, 'cause', input.days), 'messages.failed').map(([name, own]) =>
    causeRow(name, num(own, 'messages.failed')),
  );
  const left = num(totalOf(input, input.days), 'contacts.left');
  const last = left === 0 ? [] : [causeRow(phrase(pen, 'left'), left)];
  if (last.length === 0) return tell(rows, pen, [10, 8]);
  return fill(
    [...(rows.length === 0 ? [] : tell(rows, pen, [9, 8]).slice(0, rows.length)), ...last],
    10,
    8,
  );
}

const causeRow = (name: string, count: number): readonly CellValue[] => [
  plainText(name),
  '',
  '',
  '',
  '',
  '',
  count,
  '',
];

/** What the first chart draws. */
export function flowData(input: BoardInput): Rows {
  const rows = flowOf(input).map(({ label, received, resolved, before }): readonly CellValue[] => [
    plainText(label),
    received ?? '',
    resolved ?? '',
    before,
  ]);
  return fill(rows, 31, 4);
}

/** What the second one draws: minutes, in one of two columns. */
export function replyData(input: BoardInput): Rows {
  const { firstReplyMinutes } = input.limits;
  const rows = repliesByDay(input).map(({ day, medianMs }): readonly CellValue[] => {
    const minutes = Math.round(medianMs / 6000) / 10;
    const isAbove = minutes > firstReplyMinutes;
    return [
      plainText(dateOf(day).toISOString().slice(8, 10)),
      isAbove ? '' : minutes,
      isAbove ? minutes : '',
      firstReplyMinutes,
    ];
  });
  return fill(rows, 13, 4);
}

/** What the third one draws: the five teams with the most. */
export function teamData(input: BoardInput): Rows {
  const rows = ranked(byValue(input, 'team', input.days), 'in', 'out').map(
    ([name, own]): readonly CellValue[] => [plainText(name), num(own, 'in'), num(own, 'out')],
  );
  return fill(rows, 5, 3);
}

import {
  objectsIn,
  readPosition,
  textOf,
  valueOf,
  type ApiAnswer,
  type ApiWalk,
  type WalkContext,
  type WalkStep,
} from '../kit/api';
import { isObject } from '../kit/object-reader';

type Fields = Readonly<Record<string, unknown>>;

/** More numbers in a row than this are no lost webhooks: another account, or numbers that begin anew. */
const longestGap = 500;
/** A number that the API does not know, or does not show: it answers 500 to a `Ticket` that is none. */
const closed = [400, 403, 404, 500];

const start = { after: 0 };

/**
 * PlugChat lists no attendances, but numbers them one after the other: a number that is missing among those in the tab, or has not come to
 * its end there, is asked for by itself. Such an answer has the whole chat.
 */
export const plugWalk: ApiWalk = {
  start: JSON.stringify(start),
  perMinute: 60,
  open: (context) => {
    const wanted = wantedNumbers(context);
    const names = wanted.length === 0 ? new Map<string, string>() : askNames(context);
    if (names === null) return null;
    return (position) => walkOn(readPosition(position, start).after, wanted, { context, names });
  },
};

interface Row {
  readonly number: number;
  readonly atMs: number;
  readonly isFinished: boolean;
}

/** An attendance that began so long ago and never ended is left. */
const longestOpenMs = 30 * 86_400_000;

/** In order: those that are missing in the window or open in it, and those that are open since before it: their finish may be lost. */
function wantedNumbers({ known, fromMs, untilMs }: WalkContext): readonly number[] {
  const rows = known()
    .map(({ id, atMs, isFinished }): Row => ({ number: Number(id), atMs, isFinished }))
    .filter(({ number }) => Number.isSafeInteger(number) && number > 0);
  const older = rows.filter(
    ({ atMs, isFinished }) => !isFinished && atMs < fromMs && atMs >= untilMs - longestOpenMs,
  );
  const within = missingIn(rows.filter(({ atMs }) => atMs >= fromMs));
  const wanted = new Set([...older.map(({ number }) => number), ...within]);
  return [...wanted].sort((a, b) => a - b);
}

/** Those between the first and the last of the rows that are missing or open. */
function missingIn(rows: readonly Row[]): readonly number[] {
  const inOrder = [...rows].sort((a, b) => a.number - b.number);
  return inOrder.flatMap(({ number, isFinished }, index) => {
    const before = inOrder[index - 1]?.number ?? number - 1;
    const gap = number - before - 1;
    const missing = gap > 0 && gap <= longestGap ? gap : 0;
    const between = Array.from({ length: missing }, (_unused, offset) => before + 1 + offset);
    return isFinished ? between : [...between, number];
  });
}

interface Desk {
  readonly context: WalkContext;
  readonly names: ReadonlyMap<string, string>;
}

function walkOn(after: number, wanted: readonly number[], desk: Desk): WalkStep | null {
  const { context, names } = desk;
  const left = wanted.filter((number) => number > after);
  const some = left.slice(0, context.most);
  if (some.length === 0) return { records: [], unreadable: 0, next: null };
  const answers = context.ask(
    some.map((number) => ({
      path: 'integrations/get-attendence-by-task',
      headers: { Ticket: String(number) },
      closed,
    })),
  );
  if (answers === null) return null;
  const records = some.flatMap((number, index) => toRecord(answers[index], number, names));
  const next = left.length > some.length ? { after: some[some.length - 1] ?? after } : null;
  const unreadable = some.length - records.length;
  return { records, unreadable, next: next && JSON.stringify(next) };
}

/** Only the attendance of that number: whether `Ticket` may mean another number is not documented. */
function toRecord(
  answer: ApiAnswer | undefined,
  number: number,
  names: Desk['names'],
): readonly object[] {
  const value = valueOf(answer);
  if (!isObject(value) || !isObject(value['attendanceData'])) return [];
  const found = objectsIn(Object.values(value['attendanceData'])).find(
    (one) => textOf(one, 'attendanceNumber') === String(number),
  );
  if (found === undefined) return [];
  const { id: _id, trelloTask: _task, operators, finishBy, ...attendance } = found;
  const finisher = names.get(typeof finishBy === 'string' ? finishBy : '');
  const served = isObject(operators)
    ? Object.keys(operators).flatMap((id) => names.get(id) ?? [])
    : [];
  return [
    {
      api: 'attendance',
      attendance: {
        ...attendance,
        ...(finisher === undefined ? {} : { finishBy: finisher }),
        operators: Object.fromEntries(served.map((name) => [name, true])),
      },
      chat: value['chat'],
    },
  ];
}

/** The names of operators, whom attendances tell by their ids; without them they stay unnamed. Null when that had to wait. */
function askNames({ ask }: WalkContext): ReadonlyMap<string, string> | null {
  const question = { path: 'operator/get-all', headers: { Ticket: '1' } };
  const [answer] = ask([{ ...question, closed: [...closed, 401] }]) ?? [];
  if (answer === undefined) return null;
  const value = valueOf(answer);
  const operators: readonly Fields[] = objectsIn(isObject(value) ? value['data'] : value);
  return new Map(operators.map((one) => [textOf(one, 'id'), textOf(one, 'name').trim()]));
}

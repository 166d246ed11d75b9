import type { Area } from '../model';

/** Rows or columns put in or taken out of a sheet; `at` is the first one concerned. */
export interface GridShift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Positive: so many put in before `at`; negative: so many taken out from `at` on. */
  readonly count: number;
}

/** Rows or columns moved within a sheet: `count` from `from` on, to stand before line `to` as counted before the move. */
export interface GridMove {
  readonly axis: 'row' | 'column';
  readonly from: number;
  readonly count: number;
  readonly to: number;
}

/** Adjacent rows or columns. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** Where the lines of a sheet land when some are put in, taken out or moved. */
export interface GridMap {
  readonly axis: 'row' | 'column';
  /** Null when the line was taken out. */
  line(line: number): number | null;
  /** The lines of a span wherever they land, in order; none when all were taken out. */
  pieces(span: Span): readonly Span[];
  /** What a span of lines that belong together becomes; null when all of it was taken out. */
  follow(span: Span): Span | null;
}

/** Where lines land when some are put in or taken out. */
export function mapShift(shift: GridShift): GridMap {
  const follow = (span: Span): Span | null => shiftSpan(span, shift);
  return {
    axis: shift.axis,
    line: (line) => shiftLine(line, shift),
    pieces: (span) => asList(follow(span)),
    follow,
  };
}

function asList(span: Span | null): readonly Span[] {
  return span ? [span] : [];
}

function shiftLine(line: number, { at, count }: GridShift): number | null {
  if (line < at) return line;
  if (count > 0) return line + count;
  return line < at - count ? null : line + count;
}

function shiftSpan({ start, length }: Span, { at, count }: GridShift): Span | null {
  if (count > 0) {
    if (at <= start) return { start: start + count, length };
    return at < start + length ? { start, length: length + count } : { start, length };
  }
  const taken = Math.max(0, Math.min(start + length, at - count) - Math.max(start, at));
  if (taken === length) return null;
  const before = Math.max(0, Math.min(start, at - count) - at);
  return { start: start - before, length: length - taken };
}

/**
 * Where lines land when some are moved. A span that does not stay whole gives up what was moved out of it,
 * and takes in what was moved into it.
 */
export function mapMove(move: GridMove): GridMap {
  const { axis, from, count, to } = move;
  const pieces = (span: Span): readonly Span[] => moveSpan(span, move);
  const target = to > from ? to - count : to;
  return {
    axis,
    line: (line) => pieces({ start: line, length: 1 })[0]?.start ?? line,
    pieces,
    follow: (span) => {
      const [whole, ...others] = pieces(span);
      if (whole && others.length === 0) return whole;
      const rest = shiftSpan(span, { axis, at: from, count: -count });
      return rest && shiftSpan(rest, { axis, at: target, count });
    },
  };
}

/** The moved block and the one it jumps over change places. */
function moveSpan(span: Span, { from, count, to }: GridMove): readonly Span[] {
  const [low, middle, high] = to > from ? [from, from + count, to] : [to, from, from + count];
  const blocks = [
    { start: -Infinity, end: low, by: 0 },
    { start: middle, end: high, by: low - middle },
    { start: low, end: middle, by: high - middle },
    { start: high, end: Infinity, by: 0 },
  ];
  return joinSpans(
    blocks.flatMap(({ start, end, by }) => {
      const first = Math.max(start, span.start);
      const length = Math.min(end, span.start + span.length) - first;
      return length > 0 ? [{ start: first + by, length }] : [];
    }),
  );
}

/** Joins spans that touch; they come in order. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.start + last.length === span.start) {
      joined[joined.length - 1] = { start: last.start, length: last.length + span.length };
    } else joined.push(span);
  }
  return joined;
}

/** What an area that belongs together becomes; null when all of it was taken out. */
export function followArea(area: Area, map: GridMap): Area | null {
  const span = map.follow(spanOf(area, map.axis));
  return span && withSpan(area, map.axis, span);
}

/** The cells of an area wherever they land. */
export function splitArea(area: Area, map: GridMap): readonly Area[] {
  return map.pieces(spanOf(area, map.axis)).map((span) => withSpan(area, map.axis, span));
}

function spanOf(area: Area, axis: GridMap['axis']): Span {
  return axis === 'row'
    ? { start: area.row, length: area.rows }
    : { start: area.column, length: area.columns };
}

function withSpan(area: Area, axis: GridMap['axis'], { start, length }: Span): Area {
  return axis === 'row'
    ? { ...area, row: start, rows: length }
    : { ...area, column: start, columns: length };
}

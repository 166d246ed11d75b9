/** Stands in the state for a long text that is kept in the row's cell. */
export interface LongMark {
  readonly long: number;
  readonly start: string;
}

/** What is shown of a long text that its cell does not hold: its beginning, and how much is missing. */
export function describeMark({ long, start }: LongMark): string {
  return `${start}…[+${long - start.length}]`;
}

/** True for the mark of a long text. */
export function isLongMark(value: unknown): value is LongMark {
  return typeof value === 'object' && value !== null && 'long' in value;
}

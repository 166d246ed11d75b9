/** Above these the tabs show a cell in the colours of a limit. */
export const limits = {
  waitMinutes: 10,
  firstReplyMinutes: 5,
  pauseMinutes: 60,
} as const;

/** Minutes as the days that a cell of time holds, without a decimal: see `formula.ts`. */
export const inDays = (minutes: number): string => `${minutes}/1440`;

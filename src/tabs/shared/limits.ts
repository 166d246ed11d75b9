/** What a team aims at, in minutes; above these the tabs show a cell in the colours of a limit. */
export const limitIds = ['waitMinutes', 'firstReplyMinutes', 'pauseMinutes'] as const;

type LimitId = (typeof limitIds)[number];

/** How long a customer may wait for a person, the target of first replies, how long a pause may be. */
export type Limits = Readonly<Record<LimitId, number>>;

export const defaultLimits: Limits = {
  waitMinutes: 10,
  firstReplyMinutes: 5,
  pauseMinutes: 60,
};

/** A limit's place in the formula of a colour rule. It is filled with what the settings say. */
export const limitPlace = (limit: LimitId): string => `{${limit}}`;

/** The same as the days that a cell of time holds, without a decimal: see `formula.ts`. */
export const inDays = (limit: LimitId): string => `${limitPlace(limit)}/1440`;

/** What the server tells a screen (see `intake/views/screen/board.ts`): times are epoch ms, durations ms. */
export interface Board {
  readonly atMs: number;
  readonly offsetMinutes: number;
  readonly limits: {
    readonly waitMinutes: number;
    readonly firstReplyMinutes: number;
    readonly pauseMinutes: number;
  };
  readonly cards: Cards;
  readonly agents: readonly Agent[];
  readonly waiting: readonly Waiting[];
  readonly day: Day;
}

type Counted =
  | 'available'
  | 'known'
  | 'availableYesterday'
  | 'paused'
  | 'waiting'
  | 'serving'
  | 'online'
  | 'received'
  | 'resolved'
  | 'resolvedUntilHour'
  | 'resolvedYesterday';

/** Medians are null while nobody was answered. */
type Cards = Readonly<Record<Counted, number>> &
  Readonly<Record<'firstReplyMs' | 'firstReplyYesterdayMs', number | null>>;

/** From, until, and whether paused. */
type Stretch = readonly [fromMs: number, untilMs: number, isPaused: 0 | 1];

export interface Agent {
  readonly situation: 'available' | 'paused' | 'offline';
  readonly name: string;
  readonly strip: readonly Stretch[];
  readonly conversations: number;
  readonly sinceMs: number;
}

export interface Waiting {
  readonly sinceMs: number;
  readonly contact: string;
  readonly channel: string;
  readonly team: string;
}

/** Null for what is still to come. */
type Counts = readonly (number | null)[];

export type Day = Readonly<Record<'received' | 'resolved' | 'available', Counts>> & {
  readonly startMs: number;
  readonly firstHour: number;
  readonly receivedYesterday: readonly number[];
};

export type BoardAnswer =
  | { readonly kind: 'board'; readonly nowMs: number; readonly board: Board }
  | { readonly kind: 'refused' }
  | { readonly kind: 'later' };

/** What an alarm is about; each kind has its sentence in `alarm-texts.ts`. */
export type AlarmKind =
  | 'silent'
  | 'disconnected'
  | 'failures'
  | 'late'
  | 'room'
  | 'cells'
  | 'properties'
  | 'triggerTime'
  | 'operations'
  | 'waiting';

/** Something that asks for a person's attention, found by a rule. */
export interface Finding {
  /** One alarm a day is raised of each cause. */
  readonly cause: string;
  readonly kind: AlarmKind;
  /** What its sentence is filled with: counts, moments (epoch ms), ids of connections, names. Nothing of a customer. */
  readonly values: Readonly<Record<string, string | number>>;
  /** What is remembered of it, so that the same is not told every day. */
  readonly mark?: number;
}

/** An alarm that was raised. */
export interface Alarm {
  readonly cause: string;
  readonly kind: AlarmKind;
  readonly values: Finding['values'];
  /** Local day, counted from 1970. */
  readonly day: number;
  readonly atMs: number;
}

/** Tells an alarm from all others. */
export const alarmId = ({ cause, day }: Pick<Alarm, 'cause' | 'day'>): string => `${day} ${cause}`;

/** A channel that is disconnected, as its platform told. */
export interface Down {
  readonly vendor: string;
  readonly account: string;
  readonly instance: string;
  readonly sinceMs: number;
}

/** What the sweep remembers of alarms. */
export interface AlarmState {
  /** Those of the last two days, the oldest first. */
  readonly raised: readonly Alarm[];
  /** What was told last of a cause, see `Finding.mark`. */
  readonly marks: Readonly<Record<string, number>>;
  /** Since when customers wait, epoch ms, the longest first. */
  readonly waitingMs: readonly number[];
  /** Last row of Quedas when it was read, and what it told. */
  readonly outageRow: number;
  readonly down: readonly Down[];
  /** Cells of the spreadsheet, and the local day on which they were counted. */
  readonly cells: number;
  readonly cellsDay: number;
}

export const noAlarms: AlarmState = {
  raised: [],
  marks: {},
  waitingMs: [],
  outageRow: 0,
  down: [],
  cells: 0,
  cellsDay: 0,
};

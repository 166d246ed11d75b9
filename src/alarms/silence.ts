import type { BusinessHours } from '../measures/business-time';
import { unusual, unusualnessOf, type Rhythm } from './rhythm';

const minuteMs = 60_000;

/** No shorter silence is told. */
const shortestMs = 30 * minuteMs;
/** A connection that has been silent for longer is taken for one that nobody uses. */
const abandonedMs = 10 * 24 * 60 * minuteMs;

/** What is known of a connection: when its last event came, epoch ms (0: never), and how it usually speaks. */
export interface Speaker {
  readonly lastMs: number;
  readonly rhythm: Rhythm;
}

/** When it is judged, and within which hours a silence counts. */
export interface Moment {
  readonly nowMs: number;
  readonly offsetMinutes: number;
  readonly hours: BusinessHours | null;
  readonly isPaused: boolean;
}

/** The one rule of silence, for alarms and for the panel. `fromMs`: only what is silent since then is judged. */
export function isSilent({ lastMs, rhythm }: Speaker, moment: Moment, fromMs = lastMs): boolean {
  const { nowMs, offsetMinutes, hours, isPaused } = moment;
  const silentMs = nowMs - lastMs;
  if (isPaused || lastMs === 0 || silentMs < shortestMs || silentMs > abandonedMs) return false;
  return unusualnessOf(rhythm, { fromMs, untilMs: nowMs, hours, offsetMinutes }) >= unusual;
}

/** One word of a platform on what an agent does, epoch ms. */
export interface Seen {
  readonly atMs: number;
  readonly isOnline: boolean;
  readonly isAvailable: boolean;
}

/** What a person would count with a stop watch, in seconds. */
export interface CountedDay {
  readonly onlineS: number;
  readonly availableS: number;
  readonly pausedS: number;
  readonly pauses: number;
  readonly longestPauseS: number;
  /** Epoch ms of the first second online; null when there was none. */
  readonly firstInMs: number | null;
}

const daySeconds = 86_400;
const zoneSeconds = -3 * 3600;

/** Counts a day (GMT-3, counted from 1970) second by second, up to now. It shares no code with the app. */
export function countDay(seen: readonly Seen[], day: number, nowMs: number): CountedDay {
  const inOrder = [...seen].sort((a, b) => a.atMs - b.atMs);
  const startS = day * daySeconds - zoneSeconds;
  const endS = Math.min(startS + daySeconds, Math.floor(nowMs / 1000));
  const counted = { onlineS: 0, availableS: 0, pausedS: 0, pauses: 0, longestPauseS: 0 };
  let firstInMs: number | null = null;
  let pauseS = 0;
  for (let second = startS; second < endS; second += 1) {
    const last = inOrder.findLast(({ atMs }) => atMs <= second * 1000);
    const isHeard = last !== undefined && second - last.atMs / 1000 < daySeconds;
    if (!isHeard || !last.isOnline) {
      pauseS = 0;
      continue;
    }
    firstInMs ??= second * 1000;
    counted.onlineS += 1;
    if (last.isAvailable) {
      counted.availableS += 1;
      pauseS = 0;
    } else {
      counted.pausedS += 1;
      if (pauseS === 0) counted.pauses += 1;
      pauseS += 1;
      counted.longestPauseS = Math.max(counted.longestPauseS, pauseS);
    }
  }
  return { ...counted, firstInMs };
}

const hourMs = 3_600_000;

/** After a failure that may pass: a minute, then twice as long each time, up to an hour. */
export const backOffMs = (faults: number): number =>
  Math.min(hourMs, 60_000 * 2 ** Math.max(0, Math.min(faults, 10) - 1));

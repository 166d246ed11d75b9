/**
 * What this execution has spent of a daily quota of Google's. Each operation is told once: by the execution itself, or by whoever
 * knows of it anyway. Nothing is asked of Google for it.
 */
export interface Meter {
  spend(operations: number): void;
  /** So many are told by somebody else. */
  leaveToOthers(operations: number): void;
  /** Operations that were not told yet, and so many that are sure to follow; both count as told from now on. */
  tell(ahead?: number): number;
}

/** The meter of an execution that begins. */
export function createMeter(): Meter {
  let spent = 0;
  let told = 0;
  return {
    spend: (operations) => void (spent += operations),
    leaveToOthers: (operations) => void (told += operations),
    tell: (ahead = 0) => {
      const untold = spent + ahead - told;
      told += untold;
      return untold;
    },
  };
}

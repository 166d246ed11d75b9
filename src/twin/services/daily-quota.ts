const DAY_MS = 24 * 60 * 60 * 1000;

interface Window {
  readonly startedAtMs: number;
  used: number;
}

/** What a quota is called in Google's error text, and how much of it a user has in a day. */
export interface DailyQuotaOptions {
  readonly name: string;
  readonly perDay: number;
}

/**
 * A quota per user that resets 24 hours after the first request; over it, each call throws
 * `Service invoked too many times for one day: <name>.`
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
export class DailyQuota {
  readonly #windows = new Map<string, Window>();
  #spentEver = 0;

  constructor(private readonly options: DailyQuotaOptions) {}

  spend(user: string, nowMs: number, count = 1): void {
    if (this.remaining(user, nowMs) < count) {
      throw new Error(`Service invoked too many times for one day: ${this.options.name}.`);
    }
    this.#window(user, nowMs).used += count;
    this.#spentEver += count;
  }

  /** By all users, on whatever day. */
  get spentEver(): number {
    return this.#spentEver;
  }

  remaining(user: string, nowMs: number): number {
    return this.options.perDay - this.#window(user, nowMs).used;
  }

  #window(user: string, nowMs: number): Window {
    const current = this.#windows.get(user);
    if (current !== undefined && nowMs - current.startedAtMs < DAY_MS) return current;
    const opened = { startedAtMs: nowMs, used: 0 };
    this.#windows.set(user, opened);
    return opened;
  }
}

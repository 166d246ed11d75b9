import type { Answer, Price, ProbeOptions, ProbeReport } from './report';

/** What the parts of a probe share: where to look, and where to write down what they see. */
export interface Desk {
  readonly options: Required<Omit<ProbeOptions, 'only'>>;
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** A tab that a part may do anything to. */
  readonly scratch: GoogleAppsScript.Spreadsheet.Sheet;
  /** When the probe has to end: Google stops a run after six minutes. */
  readonly endsAtMs: number;
  answer(name: string, value: Answer): void;
  /** Milliseconds of each measurement of a call. */
  price(name: string, samplesMs: readonly number[]): void;
}

/** A report in the making. */
export class Notes {
  readonly answers: Record<string, Answer> = {};
  readonly prices: Record<string, Price> = {};
  readonly missing: Record<string, string> = {};
  private readonly startedAtMs = Date.now();

  price(name: string, samplesMs: readonly number[]): void {
    const sorted = samplesMs.slice().sort((a, b) => a - b);
    const at = (share: number): number =>
      round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    this.prices[name] = { medianMs: at(0.5), p95Ms: at(0.95), samples: sorted.length };
  }

  report(locale: string): ProbeReport {
    const { answers, prices, missing, startedAtMs } = this;
    const at = new Date(startedAtMs).toISOString();
    return {
      probe: 1,
      at,
      durationMs: Date.now() - startedAtMs,
      locale,
      answers,
      prices,
      missing,
    };
  }
}

const round = (ms: number): number => Math.round(ms * 100) / 100;

/** How an attempt ended: `works`, `null`, or `throws`. */
export function tryOut(attempt: () => unknown): 'works' | 'null' | 'throws' {
  try {
    return attempt() === null ? 'null' : 'works';
  } catch {
    return 'throws';
  }
}

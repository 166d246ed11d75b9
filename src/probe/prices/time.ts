import type { Desk } from '../notes';

/** One price: `work` is timed `samples` times, each time `repeat` calls, divided by it; `before` is not timed. */
export interface PriceJob {
  readonly name: string;
  readonly samples: number;
  readonly repeat?: number;
  readonly before?: () => void;
  readonly work: (index: number) => void;
}

export const timed = (
  name: string,
  how: Omit<PriceJob, 'name' | 'work'>,
  work: PriceJob['work'],
): PriceJob => ({ name, ...how, work });

function timeJob({ samples, repeat = 1, before, work }: PriceJob): number[] {
  return Array.from({ length: samples }, (_none, sample) => {
    before?.();
    const startedAtMs = Date.now();
    for (let index = 0; index < repeat; index += 1) work(sample * repeat + index);
    return (Date.now() - startedAtMs) / repeat;
  });
}

/** Measures one after the other. */
export function priceAll(jobs: readonly PriceJob[], { price }: Desk): void {
  for (const job of jobs) price(job.name, timeJob(job));
}

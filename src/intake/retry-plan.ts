import type { FailureCode } from '../events/failure';

/** Minutes until each further attempt; after the last one a person decides. */
const planMinutes = [1, 10, 30, 60];

/** Failures that may pass by themselves. The others need a new version or a person's decision. */
const passing: ReadonlySet<FailureCode> = new Set(['writeFault', 'decoderFault']);

/** When to try again after that many attempts, epoch ms; null when it waits for a person. */
export function nextTry(
  codes: readonly FailureCode[],
  attempts: number,
  nowMs: number,
): number | null {
  const minutes = planMinutes[attempts - 1];
  return minutes === undefined || !codes.some((code) => passing.has(code))
    ? null
    : nowMs + minutes * 60_000;
}

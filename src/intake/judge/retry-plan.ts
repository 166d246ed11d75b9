import type { FailureCode } from '../../events/failure';
import type { JournalEntry } from '../journal/journal';
import { isTestRequest } from '../journal/request';

/** Minutes until each further attempt; after the last one a person decides. */
const planMinutes = [1, 10, 30, 60];

/** Failures that may pass by themselves. The others need a new version or a person's decision. */
const passing: ReadonlySet<FailureCode> = new Set(['writeFault', 'decoderFault']);

/** Such a failure passes when the user mends the tab, and nobody tells when that was. */
const untilMended: FailureCode = 'unreadableTab';
const mendMinutes = 10;

/** When to try again after that many attempts, epoch ms; null when it waits for a person. */
export function nextTry(
  codes: readonly FailureCode[],
  attempts: number,
  nowMs: number,
): number | null {
  if (codes.includes(untilMended)) return nowMs + mendMinutes * 60_000;
  const minutes = planMinutes[attempts - 1];
  return minutes === undefined || !codes.some((code) => passing.has(code))
    ? null
    : nowMs + minutes * 60_000;
}

/** How long the rows of a test event stay. */
const testMinutes = 10;

/** When the sweep comes back to a request: to try it again, or to take the rows of a test event away; epoch ms, null when never. */
export function nextVisit(
  { request, attempts, status }: JournalEntry,
  codes: readonly FailureCode[],
  nowMs: number,
): number | null {
  if (!isTestRequest(request.id)) return nextTry(codes, attempts, nowMs);
  return status === 'waiting' ? null : nowMs + testMinutes * 60_000;
}

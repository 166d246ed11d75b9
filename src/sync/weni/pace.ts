import type { WeniSettings } from '../../settings/weni';
import type { WeniState } from './weni-state';

/**
 * Weni counts the calls of any hour that ends now (2,500 by its documentation). So many may be made at once, and so many more come to
 * be in an hour: together never more than that, in whatever hour one looks.
 */
const atOnceShare = 0.15;
const perHourShare = 0.8;
const hourMs = 3_600_000;

type Pace = Pick<WeniState, 'credit' | 'creditAtMs'>;

/** The most that may be made at once. */
export const mostCredit = ({ callsPerHour }: Pick<WeniSettings, 'callsPerHour'>): number =>
  Math.floor(callsPerHour * atOnceShare);

/** The calls that may be made now. */
export function paceAt(
  { credit, creditAtMs }: Pace,
  settings: Pick<WeniSettings, 'callsPerHour'>,
  nowMs: number,
): Pace {
  const grown = ((nowMs - creditAtMs) * settings.callsPerHour * perHourShare) / hourMs;
  return { credit: Math.min(mostCredit(settings), Math.max(0, credit + grown)), creditAtMs: nowMs };
}

import type { WeniSettings } from './weni-settings';
import type { WeniState } from './weni-state';

/**
 * Weni counts the calls of any hour that ends now (2,500 by its documentation). So many may be made at once, and so many more come to
 * be in an hour: together never more than that, in whatever hour one looks.
 */
const atOnceShare = 0.15;
const perHourShare = 0.8;
const hourMs = 3_600_000;

type Pace = Pick<WeniState, 'tokens' | 'tokensAtMs'>;

/** The most that may be made at once. */
export const mostTokens = ({ callsPerHour }: Pick<WeniSettings, 'callsPerHour'>): number =>
  Math.floor(callsPerHour * atOnceShare);

/** The calls that may be made now. */
export function paceAt(
  { tokens, tokensAtMs }: Pace,
  settings: Pick<WeniSettings, 'callsPerHour'>,
  nowMs: number,
): Pace {
  const grown = ((nowMs - tokensAtMs) * settings.callsPerHour * perHourShare) / hourMs;
  return { tokens: Math.min(mostTokens(settings), Math.max(0, tokens + grown)), tokensAtMs: nowMs };
}

/** After a failure that may pass: a minute, then twice as long each time, up to an hour. */
export const backOffMs = (faults: number): number =>
  Math.min(hourMs, 60_000 * 2 ** Math.max(0, Math.min(faults, 10) - 1));

import type { Services } from '../../platform/services';
import { speaker } from '../speak';
import type { TextId } from '../texts';
import type { Standing } from './standing';

/** A standing in words. */
export interface SaidStanding {
  /** For the pill: a word or two. */
  readonly said: string;
  /** What it means for the person; blank where there is nothing to add. */
  readonly detail: string;
}

/** What a standing is told with. */
export interface StandingNews {
  readonly standing: Standing;
  readonly vendorName: string;
  readonly atRisk: number;
  readonly firstAt: string;
  readonly verifiedAt: string;
  /** The platform was told by its API, and has not checked the address itself. */
  readonly wasRegistered: boolean;
  readonly silence: { readonly sinceMs: number; readonly usualMs: number | null } | null;
  readonly nowMs: number;
}

const words: Readonly<Record<Standing, TextId>> = {
  paused: 'isPausedNow',
  failing: 'isFailing',
  silent: 'isSilent',
  first: 'isFirst',
  receiving: 'isReceiving',
  verified: 'isVerified',
  waiting: 'isWaiting',
};

export function sayStanding(services: Services, news: StandingNews): SaidStanding {
  const speak = speaker(services);
  const { standing, vendorName, firstAt, silence } = news;
  const quiet = silence === null ? '' : span(services, news.nowMs - silence.sinceMs);
  return {
    said: speak(words[standing], { time: firstAt, span: quiet }),
    detail: detailOf(services, news, vendorName),
  };
}

function detailOf(services: Services, news: StandingNews, vendor: string): string {
  const speak = speaker(services);
  const { standing, silence, atRisk, verifiedAt, wasRegistered } = news;
  if (standing === 'failing')
    return speak(atRisk === 1 ? 'oneNotIn' : 'someNotIn', { count: String(atRisk) });
  if (standing === 'silent' && silence?.usualMs)
    return speak('usualRhythm', { span: span(services, silence.usualMs) });
  if (standing !== 'verified') return '';
  return speak(wasRegistered ? 'toldByApi' : 'checkedBy', { vendor, time: verifiedAt });
}

/** `40 s`, `3 min`, `2 h`, `3 dias`. */
function span(services: Services, durationMs: number): string {
  const minutes = Math.round(durationMs / 60_000);
  if (minutes < 1) return `${Math.max(1, Math.round(durationMs / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return speaker(services)('days', { count: String(Math.round(minutes / 1440)) });
}

import { decodeRecord } from '../../events/decode-record';
import type { Services } from '../../platform/services';
import { limitedTabs } from '../../privacy/retention';
import type { Config } from '../../settings/config';
import { defaultPrivacy, type Retention } from '../../settings/privacy';
import { tabs } from '../../tabs/tabs';
import { languageOf } from '../language';
import { refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { changePrivacy } from './change-privacy';

/** Totais takes up to 62 days from the rows anew: they stay longer than that. */
const fewestMonths = 3;
const most = { days: 3650, journalDays: 90, months: 120 } as const;

/** What the page shows of how long things stay: numbers by their names, a tab's with its title. */
export interface RetentionPage {
  readonly days: Readonly<Record<'journalDays' | 'failedDays' | 'textDays', number>>;
  readonly months: readonly {
    readonly tab: string;
    readonly title: string;
    readonly months: number;
  }[];
}

export function readRetention(
  services: Services,
  { privacy = defaultPrivacy }: Config,
): RetentionPage {
  const { journalDays, failedDays, textDays, rowMonths } = privacy.retention;
  const language = languageOf(services.host.locale());
  return {
    days: { journalDays, failedDays, textDays },
    months: limitedTabs.map((tab) => ({
      tab,
      title: tabs[tab].title[language],
      months: rowMonths[tab] ?? 0,
    })),
  };
}

const isWhole = (value: number, highest: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= highest;

/** Stores how long things stay; a number that cannot be is refused, and nothing is stored. */
export function saveRetention(services: Services, text: string): Outcome {
  const speak = speaker(services);
  const retention: Retention = decodeRecord(text, defaultPrivacy.retention);
  const months = limitedTabs.map((tab) => retention.rowMonths[tab] ?? 0);
  const areDays =
    isWhole(retention.journalDays, most.journalDays) &&
    isWhole(retention.failedDays, most.days) &&
    isWhole(retention.textDays, most.days);
  const areMonths = months.every(
    (one) => isWhole(one, most.months) && (one === 0 || one >= fewestMonths),
  );
  if (!areDays || !areMonths) return refused(speak('retentionBad'));
  const rowMonths = Object.fromEntries(
    limitedTabs
      .map((tab, index) => [tab, months[index] ?? 0] as const)
      .filter(([, one]) => one > 0),
  );
  return changePrivacy(services, speak('retentionSaved'), (privacy) => ({
    ...privacy,
    retention: { ...retention, rowMonths, archivedMs: privacy.retention.archivedMs },
  }));
}

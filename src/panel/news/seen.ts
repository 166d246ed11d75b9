import type { Language } from '../../events/localized';
import { buildInfo } from '../../platform/build-info';
import type { Properties } from '../../platform/services';
import { news } from './news';

/** What the panel tells once after an upgrade. */
export interface ShownNews {
  readonly version: string;
  readonly items: readonly string[];
}

/** The property that holds the version whose news were seen last. */
const key = 'news';

/** What is new in this version; null once it was seen, and where there is nothing to tell. */
export function unseenNews(
  all: Readonly<Record<string, string>>,
  language: Language,
): ShownNews | null {
  const { version } = buildInfo;
  const own = all[key] === version ? undefined : news.find((one) => one.version === version);
  return own === undefined ? null : { version, items: own.items.map((item) => item[language]) };
}

/** Tells it no more; a spreadsheet that begins with this version has nothing new to learn either. */
export const noteNewsSeen = ({ set }: Pick<Properties, 'set'>): void => set(key, buildInfo.version);

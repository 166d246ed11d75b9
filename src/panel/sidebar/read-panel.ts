import type { Services } from '../../platform/services';
import { configFrom, type Config, type Settings } from '../../settings/config';
import { sayOffset, zones } from '../../settings/zones';
import { tabs, type TabId } from '../../tabs/tabs';
import { findVendor, vendorIds } from '../../vendors/registry';
import { readCards, readerOf, type Card } from '../connections/cards';
import { testKindsOf } from '../connections/test-event';
import { isStarted } from '../change';
import { readGaps } from '../check';
import { readCauses } from '../failures/cause';
import { languageOf } from '../language';
import { unseenNews, type ShownNews } from '../news/seen';
import { sayMoment } from '../say-moment';
import { progressFrom, stepOf } from '../start/progress';

/** A platform that a connection can be made for. */
interface ShownVendor {
  readonly id: string;
  readonly name: string;
  /** How many addresses it takes: for the account, and all. */
  readonly accountUrls: number;
  readonly urls: number;
  readonly canRegister: boolean;
  readonly tests: readonly string[];
}

/** Where somebody is with Começar. */
interface ShownStart {
  /** 1 to 5; 6: all done. */
  readonly step: number;
  readonly connectionId: string;
  /** When it was last gone on with, as one says it; blank before, and for the first quarter of an hour. */
  readonly leftAt: string;
  readonly execUrl: string;
  readonly editorUrl: string;
  /** Zones to choose the team's from before there are tabs; that of the spreadsheet first, where it is one of them. */
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  /** The spreadsheet's own zone when it is none of them, since its clock changes in summer; else blank. */
  readonly otherZone: string;
  readonly tabs: readonly { readonly title: string; readonly color: string }[];
}

/** What the panel shows. */
export interface PanelPage {
  readonly start: ShownStart;
  readonly cards: readonly Card[];
  readonly vendors: readonly ShownVendor[];
  readonly isPaused: boolean;
  /** When the last event came, of whichever connection; blank when none has. */
  readonly lastAt: string;
  /** When this was read. */
  readonly readAt: string;
  /** Causes in Falhas that wait for somebody, and tabs with gaps. */
  readonly waiting: number;
  readonly news: ShownNews | null;
}

/** Reads all of it: the properties once, the end of the journal and Saúde. Without the lock. */
export function readPanel(services: Services): PanelPage {
  const all = services.properties.getAll();
  const config = configFrom(all);
  const { cards, atRisk, lastAt } = readCards(services, all, config);
  return {
    start: readStart(services, all),
    cards,
    vendors: vendorIds.map((id) => toShown(services, id)),
    isPaused: config.settings.isPaused,
    lastAt,
    readAt: sayMoment(services.clock.now(), readerOf(services, config)),
    waiting: countWaiting(services, config, atRisk) + readGaps(services, all).length,
    news: isStarted(config.settings) ? unseenNews(all, languageOf(services.host.locale())) : null,
  };
}

/** Where Saúde says that nothing waits, Falhas is not read. */
const countWaiting = (services: Services, config: Config, atRisk: number): number =>
  atRisk === 0 ? 0 : readCauses(services, config).filter(({ state }) => state === 'waiting').length;

function toShown({ host }: Services, id: (typeof vendorIds)[number]): ShownVendor {
  const vendor = findVendor(id);
  const language = languageOf(host.locale());
  return {
    id,
    name: vendor.name,
    accountUrls: vendor.webhooks.filter(({ isOfFlow }) => isOfFlow !== true).length,
    urls: vendor.webhooks.length,
    canRegister: vendor.registration !== undefined,
    tests: testKindsOf(vendor).map(({ title }) => title[language]),
  };
}

/** The tabs that people look at, in the order of the step that makes them. */
const shownTabs: readonly TabId[] = [
  'dashboard',
  'agentsNow',
  'agentDays',
  'timeline',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
  'templates',
  'outages',
  'failures',
  'health',
];

const restMs = 15 * 60_000;

function readStart(services: Services, all: Readonly<Record<string, string>>): ShownStart {
  const config = configFrom(all);
  const { settings } = config;
  const progress = progressFrom(all);
  const nowMs = services.clock.now();
  const hasLeft = progress.atMs > 0 && nowMs - progress.atMs > restMs;
  const language = languageOf(services.host.locale());
  return {
    step: stepOf(settings, progress),
    connectionId: progress.connectionId,
    leftAt: hasLeft ? sayMoment(progress.atMs, readerOf(services, config)) : '',
    execUrl: settings.execUrl ?? '',
    editorUrl: services.host.editorUrl(),
    ...readZones(services, settings),
    tabs: shownTabs.map((id) => ({ title: tabs[id].title[language], color: tabs[id].color })),
  };
}

/** The team's zone as the steps ask for it; nothing to choose once there are tabs. */
function readZones(
  { workbook, host }: Services,
  settings: Settings,
): Pick<ShownStart, 'zones' | 'otherZone'> {
  if (isStarted(settings)) return { zones: [], otherZone: '' };
  const own = workbook.timeZone();
  const language = languageOf(host.locale());
  const isKnown = zones.some(({ id }) => id === own);
  const first = isKnown ? own : settings.zone;
  const ordered = [...zones].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  const named = ordered.map(({ id, name, offsetMinutes }) => ({
    id,
    name: `${name[language]} (${sayOffset(offsetMinutes)})`,
  }));
  return { zones: named, otherZone: isKnown ? '' : own };
}

import { lastHours } from '../../intake/books/by-hour';
import { readChoices } from '../../choices/choices';
import type { Services } from '../../platform/services';
import type { Config, Connection } from '../../settings/config';
import {
  firstEventsFrom,
  longAgo,
  saveFirstEvents,
  type FirstEvents,
} from '../../settings/first-events';
import { registeredFrom } from '../../settings/registrations';
import { tokenOf } from '../../settings/tokens';
import { findVendor } from '../../vendors/registry';
import { languageOf } from '../language';
import { localDay, sayMoment, type Reader } from '../say-moment';
import { urlsOf, type ConnectionUrls } from '../connection-urls';
import { lookAtArrivals, type Arrival, type Look } from './arrivals';
import { readRegistration, type ShownRegistration } from './registration';
import { sayStanding, type SaidStanding } from './say-standing';
import { silenceOf, standingOf, type Situation, type Standing } from './standing';

/** A connection as the panel shows it; times as the team reads them, blank where there is none. */
export interface Card extends ConnectionUrls, SaidStanding {
  readonly standing: Standing;
  /** By itself, whatever all of them do. */
  readonly isPaused: boolean;
  readonly verifiedAt: string;
  readonly firstAt: string;
  readonly lastAt: string;
  /** How many came today. */
  readonly today: number;
  /** How many came in each of the last hours, the present one last. */
  readonly hours: readonly number[];
  readonly registration: ShownRegistration | null;
}

type Properties = Readonly<Record<string, string>>;

/** All cards. */
interface Cards {
  readonly cards: readonly Card[];
  /** When the last event came, of whichever connection; blank when none has. */
  readonly lastAt: string;
  /** Events that are not in the tabs until somebody acts. */
  readonly atRisk: number;
}

/** Reads how every connection stands. Remembers when its first event came, so that this outlives the journal's line. */
export function readCards(services: Services, all: Properties, config: Config): Cards {
  const look = lookAtArrivals(services, all);
  const firsts = noteFirsts(services, { all, config, look });
  const reader = readerOf(services, config);
  const cards = config.connections.map((connection) =>
    makeCard(services, connection, { all, config, reader, firsts, look }),
  );
  const arrivals = config.connections.map(({ id }) => look.arrivalOf(id));
  const lastMs = Math.max(0, ...arrivals.map((arrival) => lastOf(arrival) ?? 0));
  const atRisk = arrivals.reduce((sum, arrival) => sum + arrival.atRisk, 0);
  return { cards, lastAt: lastMs === 0 ? '' : sayMoment(lastMs, reader), atRisk };
}

/** The team's zone, the language of the person. */
export function readerOf({ clock, host }: Services, { settings }: Config): Reader {
  const { offsetMinutes } = settings;
  return { nowMs: clock.now(), offsetMinutes, language: languageOf(host.locale()) };
}

interface Seen {
  readonly all: Properties;
  readonly config: Config;
  readonly look: Look;
}

function noteFirsts(services: Services, { all, config, look }: Seen): FirstEvents {
  const known = firstEventsFrom(all);
  const news = config.connections.flatMap(({ id }) => {
    const { lines, isAll, received } = look.arrivalOf(id);
    const [first] = lines;
    if (known[id] !== undefined || (first === undefined && received === 0)) return [];
    return [[id, isAll && first !== undefined ? first.receivedAtMs : longAgo] as const];
  });
  if (news.length === 0) return known;
  const firsts = { ...known, ...Object.fromEntries(news) };
  saveFirstEvents(services.properties, firsts);
  return firsts;
}

interface CardContext extends Seen {
  readonly reader: Reader;
  readonly firsts: FirstEvents;
}

const lastOf = ({ lines }: Arrival): number | undefined => lines[lines.length - 1]?.receivedAtMs;

function makeCard(services: Services, connection: Connection, context: CardContext): Card {
  const { all, config, reader, firsts, look } = context;
  const arrival = look.arrivalOf(connection.id);
  const firstMs = firsts[connection.id] ?? null;
  const registered = registeredFrom(all, connection.id);
  const { isPaused } = readChoices(connection.choices);
  const situation: Situation = {
    connection,
    arrival,
    firstMs,
    isRegistered: registered.atMs > 0,
    isPaused: config.settings.isPaused || isPaused,
    nowMs: reader.nowMs,
    offsetMinutes: reader.offsetMinutes,
    hours: config.settings.hours,
  };
  const standing = standingOf(situation);
  const timeOf = (atMs: number | null | undefined): string =>
    typeof atMs === 'number' && atMs > 0 ? sayMoment(atMs, reader) : '';
  const lastMs = lastOf(arrival);
  const verifiedMs = connection.handshakeAtMs ?? (registered.atMs || null);
  return {
    ...urlsOf(connection, { ...config.settings, language: reader.language }),
    standing,
    isPaused,
    ...sayStanding(services, {
      standing,
      vendorName: findVendor(connection.vendor).name,
      atRisk: arrival.atRisk,
      firstAt: timeOf(firstMs),
      verifiedAt: timeOf(verifiedMs),
      wasRegistered: connection.handshakeAtMs === null,
      silence: silenceOf(situation),
      nowMs: reader.nowMs,
    }),
    verifiedAt: timeOf(verifiedMs),
    firstAt: timeOf(firstMs),
    lastAt: timeOf(lastMs),
    today: countToday(arrival, reader),
    hours: lastHours(arrival.byHour, reader.nowMs, shownHours),
    registration: readRegistration(services, connection, {
      registered,
      hasToken: tokenOf(all, connection.id) !== null,
      reader,
    }),
  };
}

const shownHours = 12;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** By the journal's end; where that does not reach back so far, by what the sweep has counted. */
function countToday({ lines, isAll, byHour }: Arrival, reader: Reader): number {
  const today = localDay(reader.nowMs, reader);
  const count = lines.filter((line) => localDay(line.receivedAtMs, reader) === today).length;
  if (isAll || count < lines.length) return count;
  const beganMs = today * dayMs - reader.offsetMinutes * 60_000;
  const hours = Math.floor(reader.nowMs / hourMs) - Math.floor(beganMs / hourMs) + 1;
  const counted = lastHours(byHour, reader.nowMs, hours).reduce((sum, one) => sum + one, 0);
  return Math.max(count, counted);
}

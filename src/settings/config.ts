import { decodeRecord, parseObject } from '../events/decode-record';
import { languages, type Language } from '../events/localized';
import { findVendor, isVendorId, vendorIds, type VendorId } from '../vendors/registry';
import type { BusinessHours, Shift, SpecialDay } from '../measures/business-time';
import type { PeopleNames } from '../projections/people';
import { gmtMinus3Minutes } from '../events/time';
import { defaultLimits, type Limits } from '../tabs/shared/limits';
import type { Properties } from '../platform/services';
import { privacyFrom, type Privacy } from './privacy';

/** One configured vendor account. Rows are keyed by its id, which never changes; its label may. */
export interface Connection {
  readonly id: string;
  readonly vendor: VendorId;
  /** The label that users see in the column Conta. */
  readonly account: string;
  /** Secrets that the URL may carry: one, or two while they are being changed. */
  readonly secrets: readonly string[];
  /** SHA-256 digests of secrets that are known only so: in the copy of the configuration that the sheet keeps. */
  readonly digests?: readonly string[];
  /** The vendor's own tokens that we accept in bodies; the first one that comes is pinned. */
  readonly tokens: readonly string[];
  /** When the vendor last checked the URL, epoch ms; null when it never did. */
  readonly handshakeAtMs: number | null;
  /** What a person chose for it, as it is stored (see `choices/`); undefined: nothing. */
  readonly choices?: string | undefined;
}

export interface Settings {
  /** Version of what is stored: see `settingsSchema`. */
  readonly schema: number;
  readonly language: Language;
  /** True when a person chose it; until then Start takes that of the account. */
  readonly isLanguageChosen: boolean;
  /** Offset from UTC of the wall clock that the tabs show. */
  readonly offsetMinutes: number;
  /** Id of the zone that it was chosen by, see `zones.ts`. */
  readonly zone: string;
  /** The web app's address as the user pasted it; null before that. */
  readonly execUrl: string | null;
  /** While true the journal goes on and the tabs wait. */
  readonly isPaused: boolean;
  /** Sheet id by tab id; a sheet keeps its id when it is renamed. */
  readonly sheetIds: Readonly<Record<string, number>>;
  /** Title of the hidden tab Ajustes as it was seen last; blank before that. */
  readonly hiddenTitle: string;
  /** Tabs whose rows cannot be told apart any more; nothing is written to them until they are mended. */
  readonly unreadableTabs: readonly string[];
  /** How many visible columns were put back so far: after each all rows are rendered again. */
  readonly addedColumns: number;
  /** When the team works: waits and first answers are counted within it. Null: around the clock. */
  readonly hours: BusinessHours | null;
  readonly limits: Limits;
  /** The user's names for platforms' status codes: vendor id → code → name. */
  readonly statusNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The user's word on who an agent is: an agent's key in Agora → the person's name. */
  readonly people: PeopleNames;
  /** The user's own columns as they are stored (see `choices/own-columns.ts`). */
  readonly ownColumns: readonly unknown[];
  /** How many of them were ever made. */
  readonly lastColumn: number;
}

export interface Config {
  readonly settings: Settings;
  readonly connections: readonly Connection[];
  /** What is done with people's data; absent: nothing beyond what is always done. */
  readonly privacy?: Privacy;
}

/**
 * Raised when settings, journal or ledgers change so that older code would damage them. Code that meets a higher one (the user
 * pasted an older file, or an old deployment answers) journals what comes and touches nothing else.
 */
const settingsSchema = 2;

/** True for settings that earlier code has stored; 0.1.0 knew no schema. */
export const areOlder = ({ schema }: Settings): boolean => schema < settingsSchema;

/** True for settings that newer code has stored. */
export const areNewer = ({ schema }: Settings): boolean => schema > settingsSchema;

/** Whether events wait in the journal instead of becoming rows. */
export const isHalted = (settings: Settings): boolean => settings.isPaused || areNewer(settings);

export const defaultSettings: Settings = {
  schema: 0,
  language: 'pt',
  isLanguageChosen: false,
  offsetMinutes: gmtMinus3Minutes,
  zone: 'America/Sao_Paulo',
  execUrl: null,
  isPaused: false,
  sheetIds: {},
  hiddenTitle: '',
  unreadableTabs: [],
  addedColumns: 0,
  hours: null,
  limits: defaultLimits,
  statusNames: {},
  people: {},
  ownColumns: [],
  lastColumn: 0,
};

const settingsKey = 'settings';
const connectionPrefix = 'connection.';
/** Stored apart: earlier code, which knows nothing of it, leaves it as it is. */
export const choicesPrefix = 'connection.choices.';

/** Reads the configuration out of all properties; what is damaged or of an unknown vendor is left out. */
export function configFrom(all: Readonly<Record<string, string>>): Config {
  const connections = Object.keys(all)
    .filter((key) => key.startsWith(connectionPrefix))
    .sort()
    .flatMap((key) => toConnection(all[key]))
    .map((connection) => ({
      ...connection,
      handshakeAtMs: handshakeOf(connection.id, all),
      choices: all[choicesPrefix + connection.id],
    }))
    .sort((a, b) => vendorIds.indexOf(a.vendor) - vendorIds.indexOf(b.vendor));
  return { settings: toSettings(all[settingsKey]), connections, privacy: privacyFrom(all) };
}

/** A language we do not speak or a sheet id that is no number would stop every hold. */
function toSettings(text: string | undefined): Settings {
  const stored = decodeRecord(text, defaultSettings);
  const ids = Object.entries(stored.sheetIds).filter(([, id]) => Number.isSafeInteger(id));
  const language = languages.find((one) => one === stored.language) ?? defaultSettings.language;
  const hours = toHours(parseObject(text)['hours']);
  const limits = decodeRecord(JSON.stringify(stored.limits), defaultLimits);
  return { ...stored, language, hours, limits, sheetIds: Object.fromEntries(ids) };
}

interface StoredHours {
  readonly week: readonly unknown[];
  readonly holidays: string;
  readonly days: readonly unknown[];
}

const noHours: StoredHours = { week: [], holidays: 'none', days: [] };

/** Null where none are stored. */
function toHours(stored: unknown): BusinessHours | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { week, holidays, days } = decodeRecord(JSON.stringify(stored), noHours);
  if (week.length !== 7) return null;
  return {
    week: week.map(toShift),
    holidays: holidays === 'brazil' ? 'brazil' : 'none',
    days: days.map(toSpecialDay),
  };
}

const noShift: Shift = { fromMinute: 0, untilMinute: 0 };

const toShift = (stored: unknown): Shift | null =>
  typeof stored === 'object' && stored !== null
    ? decodeRecord(JSON.stringify(stored), noShift)
    : null;

function toSpecialDay(stored: unknown): SpecialDay {
  const text = JSON.stringify(stored);
  const { day, name } = decodeRecord(text, { day: '', name: '' });
  return { day, name, shift: toShift(parseObject(text)['shift']) };
}

/** Stored apart from the connection, because it is written without the lock. */
function handshakeOf(id: string, all: Readonly<Record<string, string>>): number | null {
  const stored = all[`handshake.${id}`];
  return stored === undefined ? null : Number(stored);
}

/** Stores the settings as those of this code. Callers that change them hold the lock. */
export function saveSettings(properties: Properties, settings: Settings): void {
  properties.set(
    settingsKey,
    JSON.stringify({ ...settings, schema: Math.max(settings.schema, settingsSchema) }),
  );
}

export function saveConnection(properties: Pick<Properties, 'set'>, connection: Connection): void {
  const { choices: _apart, ...stored } = connection;
  properties.set(connectionPrefix + connection.id, JSON.stringify(stored));
}

/** What a connection is called: `Huggy · Principal`; its id where it is not known any more. */
export function nameOfConnection({ connections }: Config, id: string): string {
  const found = connections.find((one) => one.id === id);
  return found === undefined ? id : `${findVendor(found.vendor).name} · ${found.account}`;
}

interface StoredConnection {
  readonly id: string;
  readonly vendor: string;
  readonly account: string;
  readonly secrets: readonly unknown[];
  readonly digests: readonly unknown[];
  readonly tokens: readonly unknown[];
}

const blankConnection: StoredConnection = {
  id: '',
  vendor: '',
  account: '',
  secrets: [],
  digests: [],
  tokens: [],
};

const texts = (values: readonly unknown[]): readonly string[] =>
  values.filter((item): item is string => typeof item === 'string');

function toConnection(text: string | undefined): Connection[] {
  const { id, vendor, account, ...stored } = decodeRecord(text, blankConnection);
  if (id === '' || !isVendorId(vendor)) return [];
  const [secrets, digests] = [texts(stored.secrets), texts(stored.digests)];
  return [
    {
      id,
      vendor,
      account,
      secrets,
      ...(digests.length === 0 ? {} : { digests }),
      tokens: texts(stored.tokens),
      handshakeAtMs: null,
    },
  ];
}

import { decodeRecord } from '../events/decode-record';
import { shortHash } from '../events/short-hash';
import { isObject } from '../vendors/kit/object-reader';
import type { Properties } from '../platform/services';

/** Whose token it is in the store of tokens. */
export const weniToken = 'weni';

/** How Weni knows a contact: by which of its addresses (URNs) it is looked up. */
export const schemes = ['whatsapp', 'tel', 'mailto', 'ext'] as const;
export type Scheme = (typeof schemes)[number];

/** WhatsApp numbers as the platform tells them, always with the country's extra digit, always without, or as Weni knows them already. */
export const phoneForms = ['kept', 'long', 'short', 'asked'] as const;
type PhoneForm = (typeof phoneForms)[number];

export const fieldTypes = ['text', 'datetime', 'numeric'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What of a contact a field at Weni is filled from; further ones are the user's own (`extra.plan`). */
export const fieldSources = [
  'phone',
  'email',
  'channel',
  'vendor',
  'account',
  'id',
  'createdAt',
  'updatedAt',
  'leftAt',
  'leaveReason',
] as const;
export type FieldSource = (typeof fieldSources)[number] | `extra.${string}`;

/** A field of Weni's, by its label there, and what it is filled from. */
export interface MappedField {
  readonly source: FieldSource;
  readonly label: string;
  readonly type: FieldType;
}

/** A group at Weni and who belongs to it: everybody, or the contacts of one connection. */
interface MappedGroup {
  readonly name: string;
  /** A connection's id; blank: all that are sent. */
  readonly connectionId: string;
}

/** How contacts are sent to Weni. */
export interface WeniSettings {
  readonly isOn: boolean;
  /** Raised with every saving: what stopped the sending is looked at again. */
  readonly edition: number;
  /** Of Weni, or of a RapidPro of one's own: `https://` and the host. */
  readonly address: string;
  readonly version: string;
  /** In the order in which they are tried. */
  readonly schemes: readonly Scheme[];
  /** Of numbers that are written without one. */
  readonly countryCode: string;
  readonly phoneForm: PhoneForm;
  /** Three letters (ISO 639-3); blank: none is sent. */
  readonly language: string;
  readonly fields: readonly MappedField[];
  readonly groups: readonly MappedGroup[];
  /** Ids of the connections whose contacts are sent; none: of all but Weni's own. */
  readonly connectionIds: readonly string[];
  /** Whether a contact that its platform says was deleted is deleted at Weni, too. */
  readonly deletes: boolean;
  readonly callsPerHour: number;
}

const defaultWeniSettings: WeniSettings = {
  isOn: false,
  edition: 0,
  address: 'https://flows.weni.ai',
  version: 'v2',
  schemes: ['whatsapp', 'mailto'],
  countryCode: '55',
  phoneForm: 'kept',
  language: '',
  fields: [],
  groups: [],
  connectionIds: [],
  deletes: false,
  callsPerHour: 2500,
};

const key = 'weni';

/** Reads the settings out of all properties; what is damaged is as it was before anybody set it. */
export function weniSettingsFrom(all: Readonly<Record<string, string>>): WeniSettings {
  return readWeniSettings(all[key]);
}

/** The same from a text; what does not fit is left out. */
export function readWeniSettings(text: string | undefined): WeniSettings {
  const stored = decodeRecord(text, defaultWeniSettings);
  const { schemes: wanted, fields, groups, connectionIds } = stored;
  const known = schemes.filter((scheme) => wanted.includes(scheme));
  return {
    ...stored,
    schemes: [...known].sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b)),
    phoneForm: phoneForms.find((form) => form === stored.phoneForm) ?? 'kept',
    fields: fields.flatMap(readField),
    groups: groups.flatMap(readGroup),
    connectionIds: connectionIds.filter((id) => typeof id === 'string'),
  };
}

export function saveWeniSettings(properties: Properties, settings: WeniSettings): void {
  properties.set(key, JSON.stringify(settings));
}

function readField(value: unknown): readonly MappedField[] {
  if (!isObject(value)) return [];
  const { source, label, type } = value;
  const from = readSource(source);
  const kind = fieldTypes.find((one) => one === type);
  return from === null || kind === undefined || typeof label !== 'string'
    ? []
    : [{ source: from, label, type: kind }];
}

function readSource(value: unknown): FieldSource | null {
  const isExtra = (text: unknown): text is `extra.${string}` =>
    typeof text === 'string' && /^extra\../.test(text);
  return isExtra(value) ? value : (fieldSources.find((one) => one === value) ?? null);
}

function readGroup(value: unknown): readonly MappedGroup[] {
  if (!isObject(value)) return [];
  const { name, connectionId } = value;
  return typeof name === 'string' && typeof connectionId === 'string'
    ? [{ name, connectionId }]
    : [];
}

/** Changes whenever rows may have to be sent anew, or fields and groups to be looked for. */
export function mappingOf(settings: WeniSettings): string {
  const { isOn: _isOn, edition: _edition, callsPerHour: _calls, ...mapping } = settings;
  return shortHash(JSON.stringify(mapping));
}

import { shortHash } from '../../events/short-hash';
import type { WeniWord } from '../../tabs/contacts/labels';
import type { Contact } from './contact';
import { fieldValue } from './field-value';
import { plainText } from './plain-text';
import { hashOf, readTold, type Told } from './told';
import { urnOf } from './urn';
import type { WeniSettings } from '../../settings/weni';

/** What names of the mapping are called at Weni: fields by their label, groups by their name in small letters. */
interface Known {
  readonly keys: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

/** With what contacts are compared. */
export interface Target {
  readonly settings: WeniSettings;
  readonly known: Known;
  readonly offsetMinutes: number;
}

interface PlanBase {
  readonly contact: Contact;
  readonly told: Told;
}

/** What is to be done about one contact. */
export type Plan = PlanBase &
  (
    | {
        readonly kind: 'send';
        readonly urn: string;
        /** Only what changed; a blank value clears. */
        readonly values: Readonly<Record<string, string>>;
        readonly join: readonly string[];
        readonly leave: readonly string[];
        /** Of all that is wanted of it. */
        readonly state: string;
      }
    | { readonly kind: 'delete'; readonly urn: string }
    /** Nothing is sent; the row says why. */
    | { readonly kind: 'note'; readonly word: WeniWord }
  );

/** What is to be done about a contact; null: Weni knows all of it, or it is none of Weni's business. */
export function planContact(contact: Contact, target: Target): Plan | null {
  const { fields } = contact;
  const told = readTold(fields.weniTold);
  const base = { contact, told };
  if (told.isGone) return null;
  if (fields.deletedAt) return planDeletion(base, target);
  const urn = urnOf(contact, target.settings);
  if (urn === null) return note(base, 'noAddress');
  // Another address would make another contact of somebody who wants none.
  if (fields.leftAt && told.urn !== urn) return note(base, 'optedOut');
  return planSending(base, urn, target);
}

const note = (base: PlanBase, word: WeniWord): Plan | null =>
  base.contact.fields.weniState === word || base.told.urn !== ''
    ? null
    : { ...base, kind: 'note', word };

/** Stands for what Weni refused when it was a deletion. */
export const refusedDeletion = 'deletion';

/** Under which address Weni has a contact. */
export const addressOf = ({ urn, as }: Pick<Told, 'urn' | 'as'>): string => (as === '' ? urn : as);

/** Never of one that was not sent; a second time never. */
function planDeletion({ contact, told }: PlanBase, { settings }: Target): Plan | null {
  if (!settings.deletes || told.urn === '' || told.refused === refusedDeletion) return null;
  return { contact, told, kind: 'delete', urn: addressOf(told) };
}

function planSending(base: PlanBase, urn: string, target: Target): Plan | null {
  const { told } = base;
  const wanted = wantedValues(base.contact, target);
  const groups = wantedGroups(base.contact, target);
  const state = shortHash(JSON.stringify([urn, wanted, groups]));
  if (told.refused === state) return null;
  // Another address is another contact at Weni, of which nothing has been told.
  const isSame = told.urn === urn;
  const values = isSame ? changedValues(wanted, told) : withoutBlanks(wanted);
  const before = isSame ? told.groups : [];
  const join = groups.filter((uuid) => !before.includes(uuid));
  const leave = before.filter((uuid) => !groups.includes(uuid));
  const isTold = Object.keys(values).length + join.length + leave.length === 0;
  if (isSame && isTold && base.contact.fields.weniState === 'sent') return null;
  return { ...base, kind: 'send', urn, values, join, leave, state };
}

/** Weni's limit (weni-ai/flows, `temba/api/v2/serializers.py`). */
const longestName = 100;

/** All that Weni shall know; blank: nothing is known. A name that is unknown is none of these: it would wipe one that Weni has. */
function wantedValues(
  contact: Contact,
  { settings, known, offsetMinutes }: Target,
): Readonly<Record<string, string>> {
  const name = plainText((contact.fields.name ?? '').trim(), longestName);
  const fields = settings.fields.flatMap((field) => {
    const key = known.keys[field.label];
    const value = fieldValue(contact, field, offsetMinutes);
    return key === undefined || value === null ? [] : [[`fields.${key}`, value] as const];
  });
  return {
    ...(name === '' ? {} : { name }),
    ...(settings.language === '' ? {} : { language: settings.language }),
    ...Object.fromEntries(fields),
  };
}

/** Who opted out belongs to none. */
function wantedGroups({ connectionId, fields }: Contact, target: Target): readonly string[] {
  if (fields.leftAt) return [];
  const mine = target.settings.groups.filter(
    (group) => group.connectionId === '' || group.connectionId === connectionId,
  );
  const uuids = mine.flatMap(({ name }) => target.known.groups[name.toLowerCase()] ?? []);
  return [...new Set(uuids)].sort();
}

function changedValues(
  wanted: Readonly<Record<string, string>>,
  { values }: Told,
): Readonly<Record<string, string>> {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => (values[name] ?? '') !== hashOf(value),
  );
  return Object.fromEntries(changed);
}

const withoutBlanks = (
  wanted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));

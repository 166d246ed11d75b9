import { addError, textOf, type Errors } from './errors';
import { normalizeUrn } from './urns';
import type { StoredContact, StoredGroup, Workspace } from './workspace';

/** A body that is being read, and what is wrong with it. */
export interface Reading {
  readonly workspace: Workspace;
  readonly errors: Errors;
}

/** The contacts that were not deleted. */
export const active = ({ contacts }: Workspace): StoredContact[] =>
  contacts.filter(({ status }) => status !== 'deleted');

export function readUrns(
  { workspace, errors }: Reading,
  value: unknown,
  mayBeTaken = false,
): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    addError(errors, 'urns', 'Expected a list of items but got type "str".');
    return [];
  }
  if (value.length > 100) {
    addError(errors, 'urns', 'This field can only contain up to 100 items.');
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const place = { field: 'urns', at: String(index) };
    if (typeof item !== 'string') {
      addError(errors, place, 'Not a valid string.');
      return [];
    }
    const normal = normalizeUrn(item);
    if ('error' in normal) {
      addError(errors, place, normal.error);
      return [];
    }
    const isTaken = active(workspace).some(({ urns }) => urns.includes(normal.urn));
    if (isTaken && !mayBeTaken)
      addError(errors, place, `URN belongs to another contact: ${normal.urn}`);
    return [normal.urn];
  });
}

export interface Common {
  readonly name?: string | null;
  readonly language?: string | null;
  readonly groups?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

export function readCommon(reading: Reading, body: Readonly<Record<string, unknown>>): Common {
  const { errors } = reading;
  return {
    ...readName(body['name'], errors),
    ...readLanguage(body['language'], errors),
    ...readGroups(reading, body['groups']),
    ...readFields(reading, body['fields']),
  };
}

function readName(value: unknown, errors: Errors): Common {
  if (value === undefined || value === null) return value === null ? { name: null } : {};
  const name = typeof value === 'string' ? value.trim() : '';
  if (typeof value !== 'string') addError(errors, 'name', 'Not a valid string.');
  else if (name === '') addError(errors, 'name', 'This field may not be blank.');
  else if (name.length > 100)
    addError(errors, 'name', 'Contact name cannot exceed 100 characters.');
  return { name };
}

const knownLanguages = new Set(['por', 'spa', 'eng', 'fra', 'deu', 'ita', 'kin']);

function readLanguage(value: unknown, errors: Errors): Common {
  if (value === undefined || value === null) return value === null ? { language: null } : {};
  const language = textOf(value);
  if (language === '') addError(errors, 'language', 'This field may not be blank.');
  else if (language.length < 3)
    addError(errors, 'language', 'Ensure this field has at least 3 characters.');
  else if (language.length > 3)
    addError(errors, 'language', 'Ensure this field has no more than 3 characters.');
  else if (!knownLanguages.has(language))
    addError(errors, 'language', 'Not a valid ISO639-3 language code.');
  return { language };
}

function readGroups({ workspace, errors }: Reading, value: unknown): Common {
  if (value === undefined) return {};
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (items.length > 100)
    addError(errors, 'groups', 'This field can only contain up to 100 items.');
  const groups = items.flatMap((item) => {
    if (typeof item !== 'string' && typeof item !== 'number') {
      addError(errors, 'groups', 'Must be a string or integer');
      return [];
    }
    const group = findGroup(workspace, textOf(item));
    if (group === undefined) addError(errors, 'groups', `No such object: ${item}`);
    else if (group.query !== null)
      addError(errors, 'groups', `Contact group must not be dynamic: ${group.name}`);
    return group === undefined ? [] : [group.uuid];
  });
  return { groups };
}

export const findGroup = ({ groups }: Workspace, name: string): StoredGroup | undefined =>
  groups.find((one) => one.uuid === name || one.name.toLowerCase() === name.toLowerCase());

function readFields({ workspace, errors }: Reading, value: unknown): Common {
  if (value === undefined || value === null || typeof value !== 'object') return {};
  const entries = Object.entries(value);
  if (entries.length > 100)
    addError(errors, 'fields', 'This field can only contain up to 100 items.');
  const fields: Record<string, string> = {};
  for (const [key, item] of entries) {
    if (!workspace.fields.some((field) => field.key === key))
      addError(errors, 'fields', `Invalid contact field key: ${key}`);
    else if (item !== null && typeof item !== 'string' && typeof item !== 'number')
      addError(errors, { field: 'fields', at: key }, 'Not a valid string.');
    else fields[key] = item === null ? '' : textOf(item);
  }
  return { fields };
}

export function apply(contact: StoredContact, read: Common, { options }: Workspace): void {
  const { name, language, groups, fields = {} } = read;
  if (name !== undefined) contact.name = name;
  if (language !== undefined) contact.language = language;
  if (groups !== undefined) contact.groups = [...groups];
  for (const [key, value] of Object.entries(fields)) {
    if (value === '') delete contact.fields[key];
    else contact.fields[key] = value;
  }
  contact.modifiedOnMs = options.now();
}

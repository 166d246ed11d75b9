import type { HttpRequest } from '../../platform/http';
import type { WeniSettings } from '../../settings/weni';

/** Weni answers within a few seconds; a run has 20. */
const timeoutSeconds = 15;

/** Where and as whom Weni is called. */
export interface Access {
  readonly settings: Pick<WeniSettings, 'address' | 'version'>;
  readonly token: string;
}

/** One call, before it is known where and as whom. */
export interface WeniCall {
  readonly method: 'get' | 'post' | 'delete';
  /** `contacts`, `fields`, `groups` or `contact_actions`. */
  readonly endpoint: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: object | null;
}

/** `/api/v2/contacts.json?urn=tel%3A%2B55…`; without `.json` a GET gives pages for people. */
export function pathOf({ endpoint, query }: WeniCall, version: string): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const path = `/api/${version}/${endpoint}.json`;
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** A POST always has a body in JSON: sent as a form, Weni would read nothing in it and make a blank contact. */
export function requestOf(call: WeniCall, { settings, token }: Access): HttpRequest {
  return {
    url: settings.address + pathOf(call, settings.version),
    method: call.method,
    headers: { Authorization: `Token ${token}`, Accept: 'application/json' },
    value: call.method === 'post' ? (call.body ?? {}) : null,
    timeoutSeconds,
  };
}

/**
 * Updates the contact of that address, or makes it. Neither `urns` nor `groups`: they would replace what Weni has.
 * `values`: `name`, `language`, `fields.<key>`.
 */
export function upsertContact(urn: string, values: Readonly<Record<string, string>>): WeniCall {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('fields.') ? [[name.slice('fields.'.length), value] as const] : [],
  );
  const own = Object.entries(values).filter(([name]) => !name.startsWith('fields.'));
  const body = {
    ...Object.fromEntries(own),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
  };
  return { method: 'post', endpoint: 'contacts', query: { urn }, body };
}

export const findContact = (query: Readonly<Record<string, string>>): WeniCall => ({
  method: 'get',
  endpoint: 'contacts',
  query,
  body: null,
});

export const deleteContact = (query: Readonly<Record<string, string>>): WeniCall => ({
  method: 'delete',
  endpoint: 'contacts',
  query,
  body: null,
});

/** Most contacts of one action. */
export const mostInAction = 100;

/** Puts contacts, by their UUIDs, into a group or takes them out of it; their other groups stay. */
export const changeMembers = (
  action: 'add' | 'remove',
  group: string,
  contacts: readonly string[],
): WeniCall => ({
  method: 'post',
  endpoint: 'contact_actions',
  query: {},
  body: { contacts, action, group },
});

/** A page of all fields, or groups; `cursor` of the page before. */
export const listOf = (endpoint: 'fields' | 'groups', cursor: string | null): WeniCall => ({
  method: 'get',
  endpoint,
  query: cursor === null ? {} : { cursor },
  body: null,
});

export const makeField = (label: string, type: string): WeniCall => ({
  method: 'post',
  endpoint: 'fields',
  query: {},
  body: { label, value_type: type },
});

export const makeGroup = (name: string): WeniCall => ({
  method: 'post',
  endpoint: 'groups',
  query: {},
  body: { name },
});

export const renameGroup = (uuid: string, name: string): WeniCall => ({
  method: 'post',
  endpoint: 'groups',
  query: { uuid },
  body: { name },
});

export const deleteGroup = (uuid: string): WeniCall => ({
  method: 'delete',
  endpoint: 'groups',
  query: { uuid },
  body: null,
});

import type { Errors } from './errors';
import { active, apply, findGroup, readCommon, readUrns } from './contact-body';
import { addError, reply } from './errors';
import { lookupForms, normalizeUrn } from './urns';
import type { SeenCall, StoredContact, WeniReply, Workspace } from './workspace';

type Body = Readonly<Record<string, unknown>>;

const lookups = ['name', 'urn', 'uuid'];
const notFound: WeniReply = { status: 404, body: { detail: 'Not found.' } };

/** `contacts.json`: weni-ai/flows, temba/api/v2/views.py and serializers.py. */
export function answerContacts(workspace: Workspace, call: SeenCall, body: Body): WeniReply {
  const given = lookups.filter((name) => call.query[name] !== undefined);
  if (call.method === 'GET') return list(workspace, call);
  if (given.length > 1)
    return detail('URL can only contain one of the following parameters: name, urn, uuid');
  if (call.method === 'DELETE' && given.length === 0)
    return detail('URL must contain one of the following parameters: name, urn, uuid');
  const found = lookUp(workspace, call);
  if ('reply' in found) return found.reply;
  if (call.method === 'DELETE') return remove(found.contact);
  return found.contact === null && found.urn === null
    ? create(workspace, body)
    : update(workspace, { contact: found.contact, urn: found.urn }, body);
}

const detail = (text: string): WeniReply => ({ status: 400, body: { detail: text } });

type Found =
  | { readonly contact: StoredContact | null; readonly urn: string | null }
  | { readonly reply: WeniReply };

/** `urn`: one under which a contact may be made. */
function lookUp(workspace: Workspace, { query, method }: SeenCall): Found {
  const { uuid, urn: asked } = query;
  if (uuid !== undefined) {
    const contact = active(workspace).find((one) => one.uuid === uuid);
    return contact === undefined ? { reply: notFound } : { contact, urn: null };
  }
  if (asked === undefined) return { contact: null, urn: null };
  const found = findByUrn(workspace, asked);
  if ('reply' in found) return found;
  return found.contact === null && method === 'DELETE' ? { reply: notFound } : found;
}

function findByUrn(workspace: Workspace, asked: string): Found {
  if (workspace.options.isAnonymous)
    return { reply: detail('URN lookups not allowed for anonymous organizations') };
  const normal = normalizeUrn(asked);
  if ('error' in normal || !asked.includes(':')) return { reply: detail(`Invalid URN: ${asked}`) };
  const forms = lookupForms(workspace, normal.urn);
  const contact = active(workspace).find(({ urns }) => forms.some((form) => urns.includes(form)));
  return { contact: contact ?? null, urn: normal.urn };
}

function remove(contact: StoredContact | null): WeniReply {
  if (contact === null) return notFound;
  Object.assign(contact, { status: 'deleted', urns: [], groups: [], fields: {}, name: null });
  return { status: 204, body: '' };
}

function create(workspace: Workspace, body: Body): WeniReply {
  const errors: Errors = {};
  const urns = readUrns({ workspace, errors }, body['urns']);
  const read = readCommon({ workspace, errors }, body);
  if (Object.keys(errors).length > 0) return reply(errors);
  const taken = active(workspace).find((one) =>
    urns.some((urn) => lookupForms(workspace, urn).some((form) => one.urns.includes(form))),
  );
  if (taken !== undefined) return { status: 400, body: { error: 'URNs in use by other contacts' } };
  const contact = make(workspace, urns);
  apply(contact, read, workspace);
  return { status: 201, body: describe(workspace, contact) };
}

function make(workspace: Workspace, urns: readonly string[]): StoredContact {
  const nowMs = workspace.options.now();
  const contact: StoredContact = {
    uuid: workspace.nextUuid(),
    name: null,
    language: null,
    urns: [...urns],
    groups: [],
    fields: {},
    status: 'active',
    createdOnMs: nowMs,
    modifiedOnMs: nowMs,
  };
  workspace.contacts.push(contact);
  return contact;
}

interface Addressed {
  readonly contact: StoredContact | null;
  readonly urn: string | null;
}

function update(workspace: Workspace, { contact, urn }: Addressed, body: Body): WeniReply {
  const errors: Errors = {};
  if (urn !== null && body['urns'] !== undefined)
    addError(errors, 'urns', 'Field not allowed when using URN in URL');
  const urns =
    urn === null && body['urns'] !== undefined
      ? readUrns({ workspace, errors }, body['urns'], true)
      : null;
  const read = readCommon({ workspace, errors }, body);
  if (contact !== null && contact.status !== 'active' && (read.groups ?? []).length > 0)
    addError(errors, 'groups', "Non-active contacts can't be added to groups");
  if (Object.keys(errors).length > 0) return reply(errors);
  const changed = contact ?? make(workspace, [urn ?? '']);
  if (urns !== null) moveUrns(workspace, changed, urns);
  apply(changed, read, workspace);
  return { status: contact === null ? 201 : 200, body: describe(workspace, changed) };
}

/** Whoever has an address loses it, without a word: the trap of `urns` in an update. */
function moveUrns(workspace: Workspace, to: StoredContact, urns: readonly string[]): void {
  for (const other of workspace.contacts)
    other.urns = other.urns.filter((urn) => !urns.includes(urn));
  to.urns = [...urns];
}

const iso = (atMs: number): string => new Date(atMs).toISOString().replace('Z', '000Z');

function describe(workspace: Workspace, contact: StoredContact): unknown {
  const { uuid, name, language, status, createdOnMs, modifiedOnMs } = contact;
  const isGone = status === 'deleted';
  const hidden = (urn: string): string => urn.replace(/:.*/, ':********');
  const named = workspace.groups.filter((group) => contact.groups.includes(group.uuid));
  return {
    uuid,
    name: isGone ? null : name,
    language: isGone ? null : language,
    urns: workspace.options.isAnonymous ? contact.urns.map(hidden) : contact.urns,
    groups: named.map((group) => ({ uuid: group.uuid, name: group.name })),
    fields: isGone
      ? {}
      : Object.fromEntries(workspace.fields.map(({ key }) => [key, contact.fields[key] ?? null])),
    blocked: isGone ? null : status === 'blocked',
    stopped: isGone ? null : status === 'stopped',
    created_on: iso(createdOnMs),
    modified_on: iso(modifiedOnMs),
    last_seen_on: null,
  };
}

function list(workspace: Workspace, { query }: SeenCall): WeniReply {
  const { uuid, urn, group, before, after, deleted, reverse } = query;
  const limit = Number(query['limit'] ?? workspace.options.pageSize);
  let found = workspace.contacts.filter(
    ({ status }) => (status === 'deleted') === (deleted === 'true'),
  );
  if (uuid !== undefined) found = found.filter((one) => one.uuid === uuid);
  if (urn !== undefined) {
    const sought = findByUrn(workspace, urn);
    if ('reply' in sought) return sought.reply;
    found = found.filter((one) => one === sought.contact);
  }
  if (group !== undefined) {
    const asked = findGroup(workspace, group);
    found = found.filter((one) => asked !== undefined && one.groups.includes(asked.uuid));
  }
  if (before !== undefined) found = found.filter((one) => one.modifiedOnMs <= Date.parse(before));
  if (after !== undefined) found = found.filter((one) => one.modifiedOnMs >= Date.parse(after));
  const ordered = [...found].sort((a, b) => b.modifiedOnMs - a.modifiedOnMs);
  if (reverse === 'true') ordered.reverse();
  const results = ordered.slice(0, limit).map((one) => describe(workspace, one));
  return { status: 200, body: { next: null, previous: null, results } };
}

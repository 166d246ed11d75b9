import { findGroup, type Reading } from './contact-body';
import { addError, reply, textOf, type Errors } from './errors';
import { normalizeUrn } from './urns';
import type { SeenCall, StoredContact, WeniReply, Workspace } from './workspace';

type Body = Readonly<Record<string, unknown>>;

const notFound: WeniReply = { status: 404, body: { detail: 'Not found.' } };
const detail = (text: string): WeniReply => ({ status: 400, body: { detail: text } });
const required = 'This field is required.';
const blank = 'This field may not be blank.';

const reserved = new Set(
  'id name first_name language groups uuid created_on created_by modified_by is has tel whatsapp mailto ext twitter'.split(
    ' ',
  ),
);
const valueTypes = new Set(['text', 'numeric', 'datetime', 'state', 'district', 'ward']);

/** A page of a list, its next one behind a cursor. */
function page(items: readonly unknown[], { options }: Workspace, call: SeenCall): WeniReply {
  const from = Number(Buffer.from(call.query['cursor'] ?? '', 'base64').toString() || 0);
  const to = from + options.pageSize;
  const cursor = encodeURIComponent(Buffer.from(String(to)).toString('base64'));
  const next = to < items.length ? `https://flows.weni.ai${call.path}?cursor=${cursor}` : null;
  return { status: 200, body: { next, previous: null, results: items.slice(from, to) } };
}

/** `fields.json` */
export function answerFields(workspace: Workspace, call: SeenCall, body: Body): WeniReply {
  const { key } = call.query;
  const shown = (field: Workspace['fields'][number]) => ({
    key: field.key,
    label: field.label,
    value_type: field.valueType,
    pinned: false,
  });
  if (call.method === 'DELETE')
    return { status: 405, body: { detail: 'Method "DELETE" not allowed.' } };
  if (call.method === 'GET') {
    const found = workspace.fields.filter((field) => key === undefined || field.key === key);
    return page(found.map(shown).reverse(), workspace, call);
  }
  const known = workspace.fields.find((field) => field.key === key);
  if (key !== undefined && known === undefined) return notFound;
  const errors: Errors = {};
  const { label, value_type: valueType } = body;
  const made = readLabel({ workspace, errors }, label, known?.key);
  if (valueType === undefined) addError(errors, 'value_type', required);
  else if (!valueTypes.has(textOf(valueType)))
    addError(errors, 'value_type', `"${textOf(valueType)}" is not a valid choice.`);
  if (Object.keys(errors).length > 0) return reply(errors);
  const field = known ?? { key: made, label: '', valueType: '' };
  Object.assign(field, { label: textOf(label), valueType: textOf(valueType) });
  if (known === undefined) workspace.fields.push(field);
  return { status: known === undefined ? 201 : 200, body: shown(field) };
}

/** The key that a label makes. */
function readLabel({ workspace, errors }: Reading, label: unknown, own?: string): string {
  if (label === undefined) addError(errors, 'label', required);
  else if (label === '') addError(errors, 'label', blank);
  if (typeof label !== 'string' || label === '') return '';
  if (label.length > 36)
    addError(errors, 'label', 'Ensure this field has no more than 36 characters.');
  if (!/^[A-Za-z0-9\-_ ]+$/.test(label)) {
    addError(errors, 'label', 'Can only contain letters, numbers and hypens.');
    return '';
  }
  const key = label.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  if (!/^[a-z][a-z0-9_]*$/.test(key) || reserved.has(key))
    addError(errors, 'label', `Generated key "${key}" is invalid or a reserved name.`);
  else if (own === undefined && workspace.fields.some((field) => field.key === key))
    addError(errors, 'label', `Generated key "${key}" conflicts with an existing contact field.`);
  return key;
}

/** `groups.json` */
export function answerGroups(workspace: Workspace, call: SeenCall, body: Body): WeniReply {
  const { uuid, name } = call.query;
  const shown = (group: Workspace['groups'][number]) => ({
    uuid: group.uuid,
    name: group.name,
    query: group.query,
    status: group.status,
    count: workspace.contacts.filter(({ groups }) => groups.includes(group.uuid)).length,
  });
  if (call.method === 'GET') {
    const found = workspace.groups.filter(
      (group) =>
        group.status !== 'initializing' &&
        (uuid === undefined || group.uuid === uuid) &&
        (name === undefined || group.name.toLowerCase() === name.toLowerCase()),
    );
    return page(found.map(shown).reverse(), workspace, call);
  }
  if (call.method === 'DELETE' && uuid === undefined)
    return detail('URL must contain one of the following parameters: uuid');
  const known = workspace.groups.find((group) => group.uuid === uuid);
  if (uuid !== undefined && known === undefined) return notFound;
  if (call.method === 'DELETE') return removeGroup(workspace, known);
  const errors: Errors = {};
  readGroupName({ workspace, errors }, body['name'], known?.uuid);
  if (Object.keys(errors).length > 0) return reply(errors);
  const made = { uuid: workspace.nextUuid(), name: '', query: null, status: 'ready' as const };
  const group = known ?? made;
  group.name = textOf(body['name']);
  if (known === undefined) workspace.groups.push(group);
  return { status: known === undefined ? 201 : 200, body: shown(group) };
}

function removeGroup(
  workspace: Workspace,
  group: Workspace['groups'][number] | undefined,
): WeniReply {
  if (group === undefined) return notFound;
  if (group.usedBy !== undefined) return detail(group.usedBy);
  workspace.groups.splice(workspace.groups.indexOf(group), 1);
  for (const contact of workspace.contacts)
    contact.groups = contact.groups.filter((uuid) => uuid !== group.uuid);
  return { status: 204, body: '' };
}

function readGroupName({ workspace, errors }: Reading, name: unknown, own?: string): void {
  if (name === undefined) return addError(errors, 'name', required);
  if (name === '') return addError(errors, 'name', blank);
  const text = textOf(name);
  const isTaken = workspace.groups.some(
    (group) => group.uuid !== own && group.name.toLowerCase() === text.toLowerCase(),
  );
  if (text.length > 64)
    addError(errors, 'name', 'Ensure this field has no more than 64 characters.');
  else if (!/^\w/.test(text)) addError(errors, 'name', 'Name contains illegal characters.');
  else if (isTaken) addError(errors, 'name', 'This field must be unique.');
}

const actions = new Set(['add', 'remove', 'block', 'unblock', 'interrupt', 'archive', 'delete']);

/** `contact_actions.json` */
export function answerActions(workspace: Workspace, body: Body): WeniReply {
  const errors: Errors = {};
  const { action, group: name } = body;
  const contacts = readMembers(workspace, body['contacts'], errors);
  if (!actions.has(textOf(action)))
    addError(errors, 'action', `"${textOf(action)}" is not a valid choice.`);
  const group = name === undefined ? undefined : findGroup(workspace, textOf(name));
  if (name !== undefined && group === undefined)
    addError(errors, 'group', `No such object: ${textOf(name)}`);
  else if (group !== undefined && group.query !== null)
    addError(errors, 'group', `Contact group must not be dynamic: ${group.name}`);
  if (Object.keys(errors).length > 0) return reply(errors);
  if (group === undefined)
    return reply({
      non_field_errors: [`For action "${textOf(action)}" you should also specify a group`],
    });
  for (const contact of contacts) {
    const others = contact.groups.filter((uuid) => uuid !== group.uuid);
    contact.groups = action === 'add' ? [...others, group.uuid] : others;
  }
  return { status: 204, body: '' };
}

function readMembers(workspace: Workspace, value: unknown, errors: Errors): StoredContact[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (items.length > 100) {
    addError(errors, 'contacts', 'This field can only contain up to 100 items.');
    return [];
  }
  return items.flatMap((item) => {
    const text = textOf(item);
    const normal = normalizeUrn(text);
    const contact = workspace.contacts.find(
      ({ uuid, urns, status }) =>
        status !== 'deleted' && (uuid === text || ('urn' in normal && urns.includes(normal.urn))),
    );
    if (contact === undefined) addError(errors, 'contacts', `No such object: ${text}`);
    return contact === undefined ? [] : [contact];
  });
}

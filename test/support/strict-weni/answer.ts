import { answerContacts } from './contacts';
import { answerActions, answerFields, answerGroups } from './fields-and-groups';
import type { SeenCall, WeniReply, Workspace } from './workspace';

const hourMs = 3_600_000;
const forbidden = (detail: string): WeniReply => ({ status: 403, body: { detail } });
const endpoints = new Set(['contacts', 'fields', 'groups', 'contact_actions']);
const methods = new Set(['GET', 'POST', 'DELETE']);

/** Answers one call as Weni does: who is it, how often, what is it, then the endpoint's own rules. */
export function answerCall(workspace: Workspace, call: SeenCall): WeniReply {
  workspace.calls.push(call);
  const [, endpoint = ''] = /^\/api\/v2\/(\w+)\.json$/.exec(call.path) ?? [];
  if (!endpoints.has(endpoint))
    return { status: 404, body: '<h1>Not Found</h1>', headers: { 'content-type': 'text/html' } };
  if (!methods.has(call.method))
    return { status: 405, body: { detail: `Method "${call.method}" not allowed.` } };
  const refused = refuseSender(workspace, call) ?? throttle(workspace, endpoint);
  if (refused !== null) return refused;
  const read = call.method === 'POST' ? readBody(call) : { body: {} };
  if ('reply' in read) return read.reply;
  if (endpoint === 'contacts') return answerContacts(workspace, call, read.body);
  if (endpoint === 'fields') return answerFields(workspace, call, read.body);
  if (endpoint === 'groups') return answerGroups(workspace, call, read.body);
  return answerActions(workspace, read.body);
}

function refuseSender({ options }: Workspace, { headers, method }: SeenCall): WeniReply | null {
  const given = headers['authorization'];
  if (given === undefined) return forbidden('Authentication credentials were not provided.');
  const [, token = ''] = /^Token (.+)$/.exec(given) ?? [];
  if (given.startsWith('Basic ')) {
    const [user, password] = Buffer.from(given.slice(6), 'base64').toString().split(':');
    const isRight = user === options.password.user && password === options.password.token;
    return isRight ? null : forbidden('Invalid token or email');
  }
  const role = options.tokens.get(token);
  if (role === undefined) return forbidden('Invalid token');
  return role === 'viewer' && method !== 'GET'
    ? forbidden('You do not have permission to perform this action.')
    : null;
}

/** The calls of the hour that ends now are counted, those that were refused not. */
function throttle({ buckets, options }: Workspace, endpoint: string): WeniReply | null {
  const name = endpoint === 'contacts' ? 'contacts' : 'rest';
  const nowMs = options.now();
  buckets[name] = buckets[name].filter((atMs) => atMs > nowMs - hourMs);
  const [oldestMs = nowMs] = buckets[name];
  if (buckets[name].length < options.callsPerHour) {
    buckets[name].push(nowMs);
    return null;
  }
  const seconds = Math.max(1, Math.ceil((oldestMs + hourMs - nowMs) / 1000));
  return {
    status: 429,
    body: { detail: `Request was throttled. Expected available in ${seconds} seconds.` },
    headers: { 'retry-after': String(seconds) },
  };
}

type ReadBody =
  { readonly body: Readonly<Record<string, unknown>> } | { readonly reply: WeniReply };

/** A body under the form type is a form: JSON in it is one field of a strange name, so nothing is found in it. */
function readBody({ headers, body }: SeenCall): ReadBody {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (type === 'application/x-www-form-urlencoded') return { body: {} };
  if (type !== 'application/json')
    return {
      reply: { status: 415, body: { detail: `Unsupported media type "${type}" in request.` } },
    };
  try {
    const value: unknown = JSON.parse(body);
    if (isRecord(value)) return { body: value };
    const text = 'Request body should be a single JSON object';
    return { reply: { status: 400, body: { non_field_errors: [text] } } };
  } catch {
    return { reply: { status: 400, body: { detail: 'JSON parse error' } } };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

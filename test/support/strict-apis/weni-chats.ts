import { serveStrictly, type Reply, type SeenCall, type StrictServer } from '../strict-server';

export interface ChatsAgent {
  readonly uuid: string;
  email: string;
  first_name: string;
  last_name: string;
  status: 'ONLINE' | 'OFFLINE' | 'AWAY' | 'BUSY';
  /** ISO with offset; null once the day (UTC) has no change in its log. */
  last_status_change: string | null;
  active_custom_status: { readonly name: string; readonly since: string } | null;
}

export const chatsAgent = (number: number, name: string): ChatsAgent => ({
  uuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  email: `${name.toLowerCase()}@example.com`,
  first_name: name,
  last_name: '',
  status: 'OFFLINE',
  last_status_change: null,
  active_custom_status: null,
});

export const chatsToken = '0b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f';
/** A token whose user is no administrator of the project. */
export const weakChatsToken = '1b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f';

interface ChatsProject {
  agents: ChatsAgent[];
  /** Most of a page, whatever is asked for. */
  longestPage: number;
}

export interface StrictChats extends StrictServer {
  readonly project: ChatsProject;
}

const html = (status: number): Reply => ({
  status,
  body: '<h1>Server Error (500)</h1>',
  headers: { 'content-type': 'text/html' },
});

export async function serveChats(): Promise<StrictChats> {
  const project: ChatsProject = { agents: [], longestPage: 100 };
  const server = await serveStrictly((call) => answer(project, call));
  return Object.assign(server, { project });
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const endpoint = '/v1/external/agents_status';

function answer(project: ChatsProject, { path, headers, query }: SeenCall): Reply {
  if (path === endpoint) return { status: 301, body: '', headers: { location: `${endpoint}/` } };
  if (path !== `${endpoint}/`) return html(404);
  const [, token = ''] = /^Bearer (.+)$/.exec(headers['authorization'] ?? '') ?? [];
  if (!uuid.test(token)) return html(500);
  if (token === weakChatsToken)
    return {
      status: 403,
      body: { detail: 'You do not have permission to perform this action.' },
    };
  if (token !== chatsToken) return { status: 401, body: { detail: 'Invalid token' } };
  return { status: 200, body: pageOf(project, query) };
}

function pageOf({ agents, longestPage }: ChatsProject, query: SeenCall['query']): object {
  const limit = Math.min(Number(query['limit'] ?? 10), 100, longestPage);
  const offset = Number(query['offset'] ?? 0);
  const next = offset + limit;
  const link = `https://chats-engine.weni.ai${endpoint}/?limit=${limit}&offset=${next}`;
  return {
    count: agents.length,
    next: next < agents.length ? link : null,
    previous: null,
    results: agents.slice(offset, next).map((agent) => ({
      ...agent,
      photo_url: null,
      last_seen: null,
      time_in_current_status: null,
      online_time: null,
    })),
  };
}

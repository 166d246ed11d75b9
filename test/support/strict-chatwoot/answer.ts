import type { Reply, SeenCall } from '../strict-server';
import { type Account, type Conversation, type Message } from './account';
import { attributesOf } from './tell';

/** What of a call it reads. */
type Call = Pick<SeenCall, 'method' | 'path' | 'query' | 'headers'>;

/** Which servers the answers are of: they read `after` and `before` differently. */
export type Version = '2.10' | '2.13' | '4.15';

const seconds = (atMs: number): number => Math.floor(atMs / 1000);
const refused: Reply = { status: 401, body: { error: 'Invalid Access Token' } };
const notFound: Reply = { status: 404, body: { error: 'Resource could not be found' } };
const page = '<!DOCTYPE html><html><body>Chatwoot</body></html>';

/** Answers as Chatwoot does; what its routes do not know is a page. */
export function answer(account: Account, call: Call, version: Version): Reply {
  const prefix = `/api/v1/accounts/${account.id}/`;
  if (!call.path.startsWith('/api/')) return { status: 200, body: page };
  if (call.headers['api-access-token'] !== account.token) return refused;
  if (!call.path.startsWith(prefix)) return notFound;
  if (call.method !== 'GET') return { status: 404, body: page };
  const path = call.path.slice(prefix.length);
  if (path === 'agents') return { status: 200, body: account.agents };
  if (path === 'teams') return { status: 200, body: account.teams };
  if (path === 'inboxes') return { status: 200, body: { payload: account.inboxes } };
  if (path === 'conversations') return listConversations(account, call, version);
  const id = /^conversations\/(\d+)\/messages$/.exec(path)?.[1];
  if (id === undefined) return { status: 404, body: page };
  const one = account.conversations.find((other) => String(other.id) === id);
  return one === undefined ? notFound : listMessages(one, call, version);
}

const perPage = 25;

function listConversations(account: Account, { query }: Call, version: Version): Reply {
  const { status = 'open' } = query;
  const wanted = account.conversations.filter((one) => status === 'all' || one.status === status);
  const sorted = [...wanted].sort((a, b) => b.lastActivityMs - a.lastActivityMs);
  const number = Math.max(1, Number(query['page']) || 1);
  const payload = sorted
    .slice((number - 1) * perPage, number * perPage)
    .map((one) => inList(one, version));
  return { status: 200, body: { data: { meta: { all_count: wanted.length }, payload } } };
}

/** Keys of those who are nobody are left out, and times are whole seconds. */
function inList(one: Conversation, version: Version) {
  const { id, name, phone } = one.contact;
  const isNew = version === '4.15';
  return {
    meta: {
      sender: { id, name, phone_number: phone, email: null, availability_status: 'offline' },
      channel: 'Channel::Whatsapp',
      ...(one.assignee === null
        ? {}
        : { assignee: { ...one.assignee, email: 'equipe@example.com', role: 'agent' } }),
      ...(one.team === null ? {} : { team: one.team }),
    },
    id: one.id,
    account_id: 12,
    inbox_id: 5,
    status: one.status,
    labels: one.labels,
    messages: one.messages.slice(-1).map((message) => inThread(message, one)),
    timestamp: seconds(one.lastActivityMs),
    first_reply_created_at: one.firstReplyMs === null ? 0 : seconds(one.firstReplyMs),
    ...(isNew
      ? {
          uuid: `00000000-0000-4000-8000-${String(one.id).padStart(12, '0')}`,
          priority: null,
          created_at: seconds(one.createdMs),
          last_activity_at: seconds(one.lastActivityMs),
          updated_at: one.updatedMs / 1000,
        }
      : {}),
  };
}

function inThread(message: Message, one: Conversation) {
  const { sender } = message;
  return {
    id: message.id,
    content: message.content,
    inbox_id: 5,
    conversation_id: one.id,
    message_type: message.type,
    content_type: 'text',
    status: message.status,
    content_attributes: attributesOf(message),
    created_at: seconds(message.atMs),
    private: message.isPrivate,
    source_id: null,
    ...(sender === null
      ? {}
      : {
          sender:
            sender === 'contact'
              ? { id: one.contact.id, name: one.contact.name, type: 'contact' }
              : { ...sender, type: 'user', availability_status: 'online' },
        }),
  };
}

/** `app/finders/message_finder.rb` of three ages. */
function listMessages(one: Conversation, { query }: Call, version: Version): Reply {
  const all = [...one.messages].sort((a, b) => a.id - b.id);
  const after = query['after'] === undefined ? null : Number(query['after']);
  const before = query['before'] === undefined ? null : Number(query['before']);
  const payload = chosen(all, { after, before, version }).map((message) => inThread(message, one));
  return { status: 200, body: { meta: { labels: one.labels }, payload } };
}

interface Bounds {
  readonly after: number | null;
  readonly before: number | null;
  readonly version: Version;
}

function chosen(all: readonly Message[], { after, before, version }: Bounds): readonly Message[] {
  const older = all.filter(({ id }) => before === null || id < before);
  if (after === null || version === '2.10') return older.slice(-20);
  if (version === '2.13') return all.filter(({ id }) => id >= (before ?? 0)).slice(0, 20);
  if (before === null) return all.filter(({ id }) => id > after).slice(0, 100);
  return older.filter(({ id }) => id >= after).slice(0, 1000);
}

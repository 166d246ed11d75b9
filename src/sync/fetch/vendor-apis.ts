import { isTokenLike } from '../../settings/tokens';
import type { VendorId } from '../../vendors/registry';

/** How a platform is asked. Facts of each: docs/plataformas/. */
export interface VendorApi {
  /** Its address where all accounts share one; blank where each has its own, which the user gives. */
  readonly baseUrl: string;
  /** Whether the account's id is asked for: `needed` by its paths, or taken where there are several. */
  readonly accountId: 'needed' | 'optional' | 'none';
  isToken(token: string): boolean;
  /** What stands before every path, from its first slash to its last. */
  prefix(accountId: string): string;
  /** The only paths that are ever asked, all by GET: what others do there cannot be undone. */
  readonly paths: readonly RegExp[];
  /** The forms in which the token may go: the documented one, then one that is tried once where that is refused. */
  headers(path: string, token: string): readonly Readonly<Record<string, string>>[];
}

/** Every part of an address that a user gives, and an id within one: nothing in it leads elsewhere. */
export const isAccountId = (text: string): boolean => /^[\w-]{1,100}$/.test(text);

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * A Chatwoot. It reads `api_access_token`, which proxies drop for its underscores; with dashes it comes through
 * (https://github.com/chatwoot/chatwoot/issues/1057). Paths: https://developers.chatwoot.com/api-reference/introduction
 */
const evolvy: VendorApi = {
  baseUrl: '',
  accountId: 'needed',
  isToken: isTokenLike,
  prefix: (accountId) => `/api/v1/accounts/${accountId}/`,
  paths: [
    /^agents$/,
    /^inboxes$/,
    /^teams$/,
    /^contacts$/,
    /^reporting_events$/,
    /^conversations(?:\/\d+(?:\/(?:messages|reporting_events))?)?$/,
  ],
  headers: (_path, token) => [{ 'api-access-token': token }],
};

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const bare = (token: string) => ({ Authorization: token });

/**
 * Its pages show the token bare, that of the operators alone shows `Bearer`
 * (https://github.com/fourpixelit/plug-chat-docs, https://github.com/zalasikR/plug-chat-docs).
 */
const plug: VendorApi = {
  baseUrl: 'https://www.plugchat.com.br',
  accountId: 'needed',
  isToken: isTokenLike,
  prefix: () => '/api/',
  paths: [
    /^account\/get-operators-online$/,
    /^operator\/get-all$/,
    /^integrations\/(?:departments|get-attendence-by-task)$/,
  ],
  headers: (path, token) =>
    path === 'account/get-operators-online'
      ? [bearer(token), bare(token)]
      : [bare(token), bearer(token)],
};

/**
 * Weni Chats. Without the last slash it redirects, and a token that is no UUID is answered with a page
 * (https://github.com/weni-ai/chats-engine).
 */
const weni: VendorApi = {
  baseUrl: 'https://chats-engine.weni.ai',
  accountId: 'none',
  isToken: (token) => uuid.test(token),
  prefix: () => '/',
  paths: [
    /^v1\/external\/(?:agents_status|list_rooms_with_pagination|room_messages|msgs)\/$/,
    /^v2\/external\/rooms_metrics\/$/,
  ],
  headers: (_path, token) => [bearer(token)],
};

/** Weni's flows, as the sending of contacts knows them; the account is the version of the API (https://github.com/weni-ai/flows). */
export const flowsApi: VendorApi = {
  baseUrl: '',
  accountId: 'needed',
  isToken: isTokenLike,
  prefix: (version) => `/api/${version}/`,
  paths: [/^contacts\.json$/],
  headers: (_path, token) => [{ Authorization: `Token ${token}` }],
};

/** https://github.com/treble-ai/docs: the key as it is. */
const treble: VendorApi = {
  baseUrl: 'https://main.treble.ai',
  accountId: 'none',
  isToken: isTokenLike,
  prefix: () => '/',
  paths: [
    /^poll\/api\/all$/,
    /^devapi\/poll\/\d+\/sessions$/,
    /^devapi\/session\/[\w-]+\/history$/,
  ],
  headers: (_path, token) => [bare(token)],
};

/** https://developers.huggy.io/API/api-v3.html; of several companies the paths name the one. */
const huggy: VendorApi = {
  baseUrl: 'https://api.huggy.app',
  accountId: 'optional',
  isToken: isTokenLike,
  prefix: (accountId) => (accountId === '' ? '/v3/' : `/v3/companies/${accountId}/`),
  paths: [/^agents$/, /^chats(?:\/\d+(?:\/messages)?)?$/, /^contacts(?:\/\d+)?$/],
  headers: (_path, token) => [bearer(token)],
};

/** The platforms that can be asked. */
export const vendorApis: Readonly<Partial<Record<VendorId, VendorApi>>> = {
  huggy,
  evolvy,
  treble,
  plug,
  weni,
};

import type { Registration } from '../vendor';

/**
 * PlugChat has no screen for its seven webhooks: its API takes all their addresses in one object, the account's token as it is
 * in `Authorization` (https://plug-chat-docs.vercel.app/webhooks/update-webhooks); newer pages of it write `Bearer` before the token.
 */
export const registration: Registration = {
  url: 'https://www.plugchat.com.br/api/integrations/update-webhooks',
  method: 'put',
  headers: (token) => [{ Authorization: token }, { Authorization: `Bearer ${token}` }],
  body: (addresses) =>
    Object.fromEntries(addresses.map(({ webhook, url }) => [webhook, url] as const)),
};

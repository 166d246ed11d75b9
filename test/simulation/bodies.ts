import { createHash } from 'node:crypto';
import { ownToken, type Happening } from './event-kinds';

/** Bodies that no decoder understands: they are journaled, shown, and harm nobody. */
export const oddBodies: readonly string[] = [
  '{"time":1790000000,"messages":{"agentChangedStatus":[{"name":"sem id"}]},"token":"simulated-token"}',
  '{"time":1790000000,"messages":{"eventoNovo":[{"id":1}]},"token":"simulated-token"}',
  'isto não é JSON',
];

/** So many letters that hardly compress; the same each time. */
export function noise(length: number): string {
  const words = Array.from({ length: Math.ceil(length / 64) }, (_unused, index) =>
    createHash('sha256').update(String(index)).digest('hex'),
  );
  return words.join('').slice(0, length);
}

/** A Huggy message of so many characters that do not compress: over 8,000 it takes several properties, over 50,000 none. */
export function longBody({ entity, atMs }: Happening, letters: string): string {
  const item = { id: 5000 + entity, body: letters, chat: { id: 4000 }, is_internal: false };
  return JSON.stringify({
    time: Math.floor(atMs / 1000),
    messages: { receivedAllMessage: [item] },
    token: ownToken,
  });
}

/** First ids of what stands in long tabs. */
export const longTabIds = {
  agents: 20_000,
  chats: 40_000,
  messages: 60_000,
  contacts: 80_000,
} as const;

/** News of agents, chats, messages and contacts whose rows stand far above in long tabs, and of one that may be in sight. */
export function manyBody({ entity, atMs }: Happening, count: number): string {
  const ids = (first: number, own: number): readonly number[] => [
    own + entity,
    ...Array.from({ length: count }, (_unused, index) => first + index),
  ];
  const agents = ids(longTabIds.agents, 900).map((id) => ({
    id,
    name: `Agente ${id}`,
    isOnline: true,
    isAvailable: entity % 2 === 0,
  }));
  const messages = ids(longTabIds.messages, 5000).map((id, index) => ({
    id,
    body: `outra vez ${id}`,
    chat: { id: longTabIds.chats + index },
  }));
  const contacts = ids(longTabIds.contacts, 1000).map((id) => ({ id, name: `De novo ${id}` }));
  return JSON.stringify({
    time: Math.floor(atMs / 1000),
    messages: {
      agentChangedStatus: agents,
      receivedAllMessage: messages,
      createdCustomer: contacts,
    },
    token: ownToken,
  });
}

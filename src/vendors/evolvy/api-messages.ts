import { isObject } from '../kit/object-reader';
import {
  objectsIn,
  textOf,
  valueOf,
  type ApiAnswer,
  type ApiQuestion,
  type WalkContext,
} from '../kit/api';
import { idOf, timeOf, type Thread } from './api-records';

type Fields = Readonly<Record<string, unknown>>;

interface Threads {
  readonly threads: readonly Thread[];
  /** Conversations whose messages may not be read. */
  readonly unreadable: number;
}

/** With both bounds a server since 2.16 gives up to so many; older ones give the newest 20, or none. */
const mostOfAll = 1000;
const pageOfOld = 20;
const beyondAllIds = '2147483647';

/** The messages of conversations; null when a question had to wait. */
export function readThreads(
  conversations: readonly Fields[],
  context: WalkContext,
): Threads | null {
  if (conversations.length === 0) return { threads: [], unreadable: 0 };
  const answers = context.ask(
    conversations.map((one) => questionOf(one, { after: '0', before: beyondAllIds })),
  );
  if (answers === null) return null;
  const threads: Thread[] = [];
  let unreadable = 0;
  for (const [index, conversation] of conversations.entries()) {
    const thread = readThread(conversation, answers[index], context);
    if (thread === null) return null;
    threads.push(thread);
    if (answers[index]?.kind !== 'value') unreadable += 1;
  }
  return { threads, unreadable };
}

const questionOf = (
  conversation: Fields,
  query: Readonly<Record<string, string>>,
): ApiQuestion => ({
  path: `conversations/${textOf(conversation, 'id')}/messages`,
  query,
  // Outside what the token's agent sees it is 401: https://github.com/chatwoot/chatwoot, app/policies/conversation_policy.rb
  closed: [401, 403, 404],
  isFit: (value) => isObject(value) && Array.isArray(value['payload']),
});

const messagesIn = (answer: ApiAnswer | undefined): readonly Fields[] => {
  const value = valueOf(answer);
  return objectsIn(isObject(value) ? value['payload'] : undefined);
};

function readThread(
  conversation: Fields,
  answer: ApiAnswer | undefined,
  context: WalkContext,
): Thread | null {
  const first = messagesIn(answer);
  if (answer?.kind !== 'value') return { conversation, messages: [], isAll: false };
  const isWhole = first.length < mostOfAll && !isOfOldServer(conversation, first);
  if (isWhole) return { conversation, messages: inOrder(first), isAll: true };
  return first.length >= mostOfAll
    ? readOn(conversation, first, context)
    : readBack(conversation, first, context);
}

/** Nothing of a conversation that has messages, or just as many as an older server gives at once. */
const isOfOldServer = (conversation: Fields, first: readonly Fields[]): boolean =>
  first.length === pageOfOld ||
  (first.length === 0 && objectsIn(conversation['messages']).length > 0);

/** Oldest first; the ids grow, the times of imported messages may disagree. */
const inOrder = (messages: readonly Fields[]): readonly Fields[] =>
  [...new Map(messages.map((one) => [idOf(one), one] as const)).values()].sort(
    (a, b) => timeOf(a) - timeOf(b) || idOf(a) - idOf(b),
  );

const highestId = (messages: readonly Fields[]): number => Math.max(...messages.map(idOf));
const lowestId = (messages: readonly Fields[]): number => Math.min(...messages.map(idOf));

/** A thousand at a time, until fewer come. */
function readOn(conversation: Fields, first: readonly Fields[], { ask }: WalkContext) {
  const all = [...first];
  for (let last = first; last.length >= mostOfAll;) {
    const after = highestId(all);
    const answers = ask([
      questionOf(conversation, { after: String(after + 1), before: beyondAllIds }),
    ]);
    if (answers === null) return null;
    last = messagesIn(answers[0]).filter((one) => idOf(one) > after);
    all.push(...last);
  }
  return { conversation, messages: inOrder(all), isAll: true };
}

/** Twenty at a time into the past, until the window ends or none is older. */
function readBack(conversation: Fields, first: readonly Fields[], { ask, fromMs }: WalkContext) {
  const all = [...first];
  for (;;) {
    const oldest = all.length === 0 ? Infinity : lowestId(all);
    if (all.some((one) => timeOf(one) * 1000 < fromMs))
      return { conversation, messages: inOrder(all), isAll: false };
    const query: Readonly<Record<string, string>> =
      oldest === Infinity ? {} : { before: String(oldest) };
    const answers = ask([questionOf(conversation, query)]);
    if (answers === null) return null;
    const older = messagesIn(answers[0]).filter((one) => idOf(one) < oldest);
    if (older.length === 0) return { conversation, messages: inOrder(all), isAll: true };
    all.push(...older);
  }
}

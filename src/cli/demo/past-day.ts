import * as evolvy from './bodies/evolvy';
import { formsPost } from './bodies/generic';
import * as huggy from './bodies/huggy';
import { finishPost } from './bodies/plug';
import { closedPost, optOutPost } from './bodies/treble';
import { roomPost } from './bodies/weni';
import type { Conversation } from './conversations';
import type { Day } from './day';
import type { Platform } from './people';
import type { MomentOf } from './moments';
import type { Post } from './post';

type Item = Parameters<typeof huggy.wrap>[1][number];

function listHuggyItems(
  conversation: Conversation,
  momentOf: MomentOf,
): (readonly [atMs: number, item: Item])[] {
  const { agent, takenMs, closedMs, openedMs, lines } = conversation;
  const takenIn = takenMs === null ? null : momentOf(takenMs);
  // Who took it is told with the moment's time: it would begin again with that if it ended before.
  const endsMs = Math.max(closedMs, (takenIn ?? 0) + 1_000);
  const closedIn = momentOf(endsMs);
  return [
    [openedMs, huggy.startItem(conversation)],
    ...(agent && takenMs !== null
      ? [[takenMs, huggy.enterItem(conversation, agent)] as const]
      : []),
    ...lines.map((line): readonly [number, Item] => {
      const moment = momentOf(line.atMs);
      const open = moment >= (takenIn ?? Infinity) ? 'in_chat' : 'wait_for_chat';
      return [
        line.atMs,
        huggy.messageItem(conversation, line, moment >= closedIn ? 'finishing' : open),
      ];
    }),
    [endsMs, huggy.closeItem({ ...conversation, closedMs: endsMs })],
  ];
}

function gatherHuggy({ conversations, shifts, momentOf }: Day): Post[] {
  const moments = new Map<number, Item[]>();
  const put = (atMs: number, item: Item): void => {
    const moment = momentOf(atMs);
    moments.set(moment, [...(moments.get(moment) ?? []), item]);
  };
  for (const conversation of conversations.filter(({ platform }) => platform === 'huggy'))
    for (const [atMs, item] of listHuggyItems(conversation, momentOf)) put(atMs, item);
  for (const change of shifts.flatMap((shift) => shift.changes))
    put(change.atMs, huggy.statusItem(change));
  return [...moments].map(([atMs, items]) => huggy.wrap(atMs, items));
}

const present = (post: Post | null): readonly Post[] => (post ? [post] : []);

/** What each platform tells of a conversation that is over, in as few webhooks as it has for that. */
const tellers: Readonly<Record<Platform, (conversation: Conversation) => readonly Post[]>> = {
  huggy: () => [],
  evolvy: (conversation) => [
    evolvy.createdPost(conversation),
    evolvy.resolvedPost(conversation),
    ...present(evolvy.ratingPost(conversation)),
  ],
  weni: (conversation) => [roomPost(conversation, conversation.closedMs)],
  plug: (conversation) => [finishPost(conversation)],
  treble: (conversation) => [
    closedPost(conversation),
    ...(conversation.number % 9 === 0 ? [optOutPost(conversation)] : []),
  ],
  generic: () => [],
};

/** The webhooks of a day that is over, in the order of their times. */
export function listPastPosts(day: Day): readonly Post[] {
  const told = day.conversations.flatMap((one) => tellers[one.platform](one));
  const forms = formsPost(day.conversations.filter(({ platform }) => platform === 'generic'));
  const all = [...gatherHuggy(day), ...told, ...forms, ...day.others];
  return all.toSorted((a, b) => a.atMs - b.atMs);
}

import * as evolvy from './bodies/evolvy';
import { formPost } from './bodies/generic';
import * as huggy from './bodies/huggy';
import * as plug from './bodies/plug';
import { closedPost } from './bodies/treble';
import { agentMessagePost, roomPost } from './bodies/weni';
import type { Conversation } from './conversations';
import type { Day } from './day';
import { listPastPosts } from './past-day';
import type { Platform } from './people';
import type { Post } from './post';
import { minuteMs } from './shop-time';

function tellHuggy(conversation: Conversation): readonly Post[] {
  const { agent, takenMs, closedMs, openedMs, lines } = conversation;
  const messages = lines.map((line) => {
    const isOpen = takenMs !== null && line.atMs >= takenMs;
    const situation = isOpen ? 'in_chat' : 'wait_for_chat';
    return huggy.wrap(line.atMs, [huggy.messageItem(conversation, line, situation)]);
  });
  return [
    huggy.wrap(openedMs, [huggy.startItem(conversation)]),
    ...(agent && takenMs !== null
      ? [huggy.wrap(takenMs, [huggy.enterItem(conversation, agent)])]
      : []),
    ...messages,
    huggy.wrap(closedMs, [huggy.closeItem(conversation)]),
  ];
}

function tellEvolvy(conversation: Conversation): readonly Post[] {
  const { takenMs, lines } = conversation;
  const rating = evolvy.ratingPost(conversation);
  return [
    evolvy.createdPost(conversation),
    ...lines.map((line) => evolvy.messagePost(conversation, line)),
    ...(takenMs === null ? [] : [evolvy.takenPost(conversation, takenMs)]),
    evolvy.resolvedPost(conversation),
    ...(rating ? [rating] : []),
  ];
}

function tellWeni(conversation: Conversation): readonly Post[] {
  const { openedMs, takenMs, closedMs, lines } = conversation;
  const said = lines.filter(({ isFromCustomer }) => !isFromCustomer);
  return [
    roomPost(conversation, openedMs),
    ...(takenMs === null ? [] : [roomPost(conversation, takenMs)]),
    ...said.map((line) => agentMessagePost(conversation, line)),
    roomPost(conversation, closedMs),
  ];
}

function tellPlug(conversation: Conversation): readonly Post[] {
  const { takenMs } = conversation;
  return [
    ...(takenMs === null ? [] : [plug.startPost(conversation, takenMs)]),
    plug.finishPost(conversation),
  ];
}

/** Every step of a conversation, as each platform tells it when it happens. */
const tellers: Readonly<Record<Platform, (conversation: Conversation) => readonly Post[]>> = {
  huggy: tellHuggy,
  evolvy: tellEvolvy,
  weni: tellWeni,
  plug: tellPlug,
  treble: (conversation) => [closedPost(conversation)],
  generic: (conversation) => [formPost(conversation)],
};

/** The webhooks of a day as it goes, in the order of their times. */
export function listPresentPosts(day: Day): readonly Post[] {
  const told = day.conversations.flatMap((one) => tellers[one.platform](one));
  const changes = day.shifts
    .flatMap((shift) => shift.changes)
    .map((change) => huggy.wrap(change.atMs, [huggy.statusItem(change)]));
  return [...told, ...changes, ...day.others].toSorted((a, b) => a.atMs - b.atMs);
}

/** What was over so long before the present is told as the past is. */
const shortMs = 25 * minuteMs;

/** A day in two parts: what was over for a while, told as the past is, and the rest step by step. */
export function splitDay(
  day: Day,
  presentMs: number,
): { past: readonly Post[]; rest: readonly Post[] } {
  const sinceMs = presentMs - shortMs;
  const isOver = ({ closedMs }: Conversation): boolean => day.momentOf(closedMs) < sinceMs;
  const shifts = (isPast: boolean) =>
    day.shifts.map((shift) => ({
      ...shift,
      changes: shift.changes.filter(({ atMs }) => atMs < sinceMs === isPast),
    }));
  const part = (isPast: boolean): Day => ({
    ...day,
    shifts: shifts(isPast),
    conversations: day.conversations.filter((one) => isOver(one) === isPast),
    others: day.others.filter(({ atMs }) => atMs < sinceMs === isPast),
  });
  return { past: listPastPosts(part(true)), rest: listPresentPosts(part(false)) };
}

import { gmtMinus3Minutes, parseTime } from '../../events/time';
import { word, type WordId } from '../../events/words/word';
import { said } from '../kit/decoded';
import { bracketed } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';
import { choices, joinLines, type Content, type ReadContent } from './content';

/** What is answered with a tap, and the answers. */
export const interactiveContents: Readonly<Record<string, ReadContent>> = {
  reaction: readReaction,
  buttonsResponseMessage: readChosenButton,
  listResponseMessage: readChosenLine,
  listMessage: readList,
  poll: readPoll,
  pollVote: readVote,
  event: readEvent,
  eventResponse: readEventResponse,
  pinMessage: readPin,
  newsletterAdminInvite: readAdminInvite,
};

/** An empty reaction takes the former one back. */
function readReaction(part: ObjectReader): Content {
  const value = part.text('value') ?? '';
  const text =
    value === '' ? bracketed(word('reactionRemoved'), []) : bracketed(word('reaction'), [value]);
  return { kind: 'reaction', text };
}

function readChosenButton(part: ObjectReader): Content {
  return {
    kind: 'buttons',
    text: part.text('message') ?? bracketed(word('button'), [part.id('buttonId')]),
  };
}

function readChosenLine(part: ObjectReader): Content {
  const line = part.text('message') ?? part.text('title');
  return { kind: 'list', text: line ?? bracketed(word('option'), [part.id('selectedRowId')]) };
}

/** A list offered: its texts, then the lines of all its sections. */
function readList(part: ObjectReader): Content {
  const sections = [part, ...part.items('sections')];
  const lines = sections.flatMap((section) =>
    ['options', 'rows'].flatMap((key) =>
      section.items(key).map((line) => line.text('title') ?? ''),
    ),
  );
  const words = ['title', 'description', 'footerText'].map((key) => part.text(key));
  return { kind: 'list', text: joinLines([...words, choices(lines)]) };
}

function readPoll(part: ObjectReader): Content {
  const options = part.texts('options') ?? [];
  const question = part.text('question');
  return { kind: 'poll', text: joinLines([bracketed(word('poll'), [question]), choices(options)]) };
}

function readVote(part: ObjectReader): Content {
  const options = part.texts('options') ?? [];
  const text =
    options.length === 0
      ? bracketed(word('pollVoteRemoved'), [])
      : bracketed(word('pollVote'), options);
  return { kind: 'poll', text };
}

function readEvent(part: ObjectReader): Content {
  const label = part.flag('canceled') === true ? 'eventCancelled' : 'event';
  const place = part.child('location');
  // Only words of the text: a time that is none must not make the message a failure.
  const time = localTime(parseTime(part.raw('scheduleTime')));
  return {
    kind: 'event',
    text: bracketed(word(label), [
      part.text('name'),
      time,
      place.text('name'),
      part.text('description'),
    ]),
    attachmentUrl: said(part.text('joinLink')),
  };
}

const eventAnswers: ReadonlyMap<string, WordId> = new Map([
  ['GOING', 'going'],
  ['NOT_GOING', 'notGoing'],
  ['MAYBE', 'maybeGoing'],
]);

function readEventResponse(part: ObjectReader): Content {
  const response = part.text('response') ?? '';
  const known = eventAnswers.get(response);
  const text = bracketed(word('eventAnswer'), [known === undefined ? response : word(known)]);
  return { kind: 'event', text };
}

function readPin(part: ObjectReader): Content {
  const isUnpinned = part.text('action') === 'unpin';
  return { kind: 'pin', text: bracketed(word(isUnpinned ? 'unpinned' : 'pinned'), []) };
}

function readAdminInvite(part: ObjectReader): Content {
  const name = part.text('newsletterName') ?? part.text('name');
  const words = part.text('text') ?? part.text('caption');
  return { kind: 'group', text: bracketed(word('channelInvite'), [name, words]) };
}

/** `28/05/2024 14:00` in GMT-3; undefined for no time, or one beyond what a date can hold. */
function localTime(atMs: number | null | undefined): string | undefined {
  const date = new Date((atMs ?? Number.NaN) + gmtMinus3Minutes * 60_000);
  if (Number.isNaN(date.getTime())) return undefined;
  const [day = '', clock = ''] = date.toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${clock.slice(0, 5)}`;
}

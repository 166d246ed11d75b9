import { shortName } from '../../../events/short-name';
import { element } from '../elements';
import { say } from '../page-data';
import type { Board } from './board';
import { decimal, phrase, span } from './words';

/** One card: its number in parts (small ones are units), and two lines. */
interface Card {
  readonly title: string;
  readonly value: readonly Part[];
  readonly lines: readonly [string, string];
  readonly look?: 'ok' | 'pause' | 'over';
  readonly isGood?: boolean;
}

interface Part {
  readonly text: string;
  readonly isSmall?: true;
}

const minuteMs = 60_000;

/** The six cards; `nowMs` is the moment that spans are told for. */
export const drawCards = (board: Board, nowMs: number): HTMLElement => {
  const cards = element('section', 'cards', '');
  cards.append(
    ...[available(board), paused(board, nowMs), waiting(board, nowMs), serving(board)].map(draw),
    ...[firstReply(board), resolved(board)].map(draw),
  );
  return cards;
};

function draw({ title, value, lines, look = 'ok', isGood = false }: Card): HTMLElement {
  const card = element('article', `card ${look}`, '');
  const number = element('b', '', '');
  number.append(...value.map(({ text, isSmall }) => element(isSmall ? 'small' : 'span', '', text)));
  const [first, second] = lines;
  card.append(element('h2', '', title), number, element('p', '', first));
  card.append(element('p', isGood ? 'good' : '', second));
  return card;
}

/** `▲ 1 que ontem`. */
function change(now: number, then: number, unit = ''): string {
  if (now === then) return say('asYesterday');
  return `${now > then ? '▲' : '▼'} ${Math.abs(now - then)}${unit} ${say('thanYesterday')}`;
}

function available({ cards }: Board): Card {
  const { available: now, known, availableYesterday: then, online } = cards;
  return {
    title: say('available'),
    value: [{ text: String(now) }, { text: `/${known}`, isSmall: true }],
    lines: [phrase('onlineOf', { count: online }), change(now, then)],
    look: 'ok',
    isGood: now > then,
  };
}

function paused({ cards, agents, limits }: Board, nowMs: number): Card {
  const [longest] = agents
    .filter(({ situation }) => situation === 'paused')
    .sort((a, b) => a.sinceMs - b.sinceMs);
  const spent = longest === undefined ? 0 : nowMs - longest.sinceMs;
  const isOver = spent > limits.pauseMinutes * minuteMs;
  return {
    title: say('paused'),
    value: [{ text: String(cards.paused) }],
    lines: [
      longest === undefined ? say('nobody') : `${shortName(longest.name, 13)} ${span(spent)}`,
      phrase(isOver ? 'aboveLimit' : 'limit', { count: limits.pauseMinutes }),
    ],
    look: isOver ? 'over' : 'pause',
  };
}

function waiting({ cards, waiting: all, limits }: Board, nowMs: number): Card {
  const [oldest] = all;
  const spent = oldest === undefined ? 0 : nowMs - oldest.sinceMs;
  const isOver = spent > limits.waitMinutes * minuteMs;
  return {
    title: say('waitingShort'),
    value: [{ text: String(cards.waiting) }],
    lines: [
      oldest === undefined ? say('nobody') : phrase('oldestFor', { time: span(spent) }),
      phrase(isOver ? 'aboveLimit' : 'limit', { count: limits.waitMinutes }),
    ],
    look: isOver ? 'over' : 'ok',
  };
}

function serving({ cards, agents }: Board): Card {
  const { serving: count, online } = cards;
  const mean = online === 0 ? '–' : decimal(count / online);
  const most = Math.max(0, ...agents.map(({ conversations }) => conversations));
  return {
    title: say('serving'),
    value: [{ text: String(count) }],
    lines: [phrase('perAgent', { mean }), phrase('upTo', { count: most })],
    look: 'ok',
  };
}

/** `2m 48s`, from an hour on `1h 05m`. */
function duration(ms: number): readonly Part[] {
  const seconds = Math.round(ms / 1000);
  const [large, small, units] =
    seconds < 3600
      ? [Math.floor(seconds / 60), seconds % 60, ['m', 's']]
      : [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), ['h', 'm']];
  return [
    { text: String(large) },
    { text: units[0] ?? '', isSmall: true },
    { text: String(small).padStart(2, '0') },
    { text: units[1] ?? '', isSmall: true },
  ];
}

function firstReply({ cards, limits }: Board): Card {
  const { firstReplyMs: now, firstReplyYesterdayMs: then } = cards;
  const isLate = now !== null && now > limits.firstReplyMinutes * minuteMs;
  return {
    title: say('firstReplyShort'),
    value: now === null ? [{ text: '–' }] : duration(now),
    lines: [
      phrase('target', { count: limits.firstReplyMinutes }),
      now === null || then === null ? '–' : replyChange(now, then),
    ],
    look: isLate ? 'over' : 'ok',
    isGood: now !== null && then !== null && now < then,
  };
}

function replyChange(now: number, then: number): string {
  const seconds = Math.round((now - then) / 1000);
  if (seconds === 0) return say('asYesterday');
  const size = Math.abs(seconds);
  const shown = size < 120 ? `${size} s` : `${Math.round(size / 60)} min`;
  return `${seconds < 0 ? '▼' : '▲'} ${shown}, ${say(seconds < 0 ? 'better' : 'worse')}`;
}

function resolved({ cards }: Board): Card {
  const { resolved: count, received, resolvedUntilHour: now, resolvedYesterday: then } = cards;
  const percent = then === 0 ? 0 : Math.round(((now - then) / then) * 100);
  return {
    title: say('resolved'),
    value: [{ text: String(count) }],
    lines: [phrase('ofReceived', { count: received }), then === 0 ? '–' : change(percent, 0, '%')],
    look: 'ok',
    isGood: percent > 0,
  };
}

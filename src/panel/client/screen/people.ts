import { shortName } from '../../../events/short-name';
import { element } from '../elements';
import { say } from '../page-data';
import type { Agent, Board, Waiting } from './board';
import { svg } from './svg';
import { phrase, span } from './words';

const minuteMs = 60_000;
const hoursShown = 12;
/** Tiles that a wall has room for. */
const mostTiles = 24;

/** The tiles of the agents; on a wall they lie side by side, the more the smaller. */
export function drawAgents({ agents, cards, day }: Board, nowMs: number): HTMLElement {
  const place = element('section', 'agents', '');
  if (agents.length === 0) {
    place.append(element('p', 'empty', say('noAgents')));
    return place;
  }
  const hasMore = agents.length > mostTiles;
  const shown = hasMore ? agents.slice(0, mostTiles - 1) : agents;
  const tiles = shown.length + (hasMore ? 1 : 0);
  const columns = columnsFor(tiles);
  place.dataset['columns'] = columns;
  place.dataset['rows'] = tiles > mostRoomy ? 'many' : 'few';
  const most = lettersIn[columns] ?? 16;
  place.append(...shown.map((agent) => drawAgent(agent, { startMs: day.startMs, nowMs, most })));
  const rest = cards.known - shown.length;
  if (rest > 0)
    place.append(element('article', 'agent offline rest', phrase('more', { count: rest })));
  return place;
}

/** More than that lie in a fourth row. */
const mostRoomy = 18;
const columnsFor = (tiles: number): string => (tiles > 15 ? '6' : tiles > 12 ? '5' : '4');

/** Letters of a name that a tile has room for, by how many lie side by side. */
const lettersIn: Readonly<Record<string, number>> = { 4: 16, 5: 15, 6: 13 };

interface Tile {
  readonly startMs: number;
  readonly nowMs: number;
  readonly most: number;
}

function drawAgent(agent: Agent, { startMs, nowMs, most }: Tile): HTMLElement {
  const { name, situation, sinceMs, conversations } = agent;
  const tile = element('article', `agent ${situation}`, '');
  const line = element('p', '', '');
  line.append(
    element('span', '', say(`situation_${situation}`)),
    element('b', '', span(nowMs - sinceMs)),
  );
  const foot = element('div', '', '');
  const count = conversations === 0 ? '–' : phrase('conversationsOf', { count: conversations });
  foot.append(drawStrip(agent, startMs), element('span', '', count));
  tile.append(element('h3', '', shortName(name, most)), line, foot);
  return tile;
}

/** What the agent did today: a pause is half as high, so that it is told without colours. */
function drawStrip({ strip }: Agent, startMs: number): Element {
  const whole = hoursShown * 60 * minuteMs;
  const at = (ms: number): number =>
    Math.round((Math.min(Math.max(ms - startMs, 0), whole) / whole) * 4800) / 10;
  const picture = svg('svg', {
    viewBox: '0 0 480 10',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  for (const [fromMs, untilMs, isPaused] of strip) {
    const [x, end] = [at(fromMs), at(untilMs)];
    const look = isPaused
      ? { class: 'paused', y: 2.5, height: 5 }
      : { class: 'available', y: 0, height: 10 };
    picture.append(svg('rect', { x, width: Math.max(end - x, 0), ...look }));
  }
  return picture;
}

/** Rows that a wall has room for. */
const mostRows = 7;

/** Who waits, the oldest first; a line stands where the limit is. */
export function drawWaiting({ waiting, cards, limits }: Board, nowMs: number): HTMLElement {
  const panel = element('section', 'panel wait', '');
  const title = element('h2', '', say('waitingShort'));
  title.append(element('span', '', say('oldestFirst')));
  const list = element('ol', '', '');
  const limitMs = limits.waitMinutes * minuteMs;
  const hasMore = cards.waiting > mostRows;
  const shown = waiting.slice(0, hasMore ? mostRows - 1 : mostRows);
  const over = shown.filter(({ sinceMs }) => nowMs - sinceMs > limitMs).length;
  const rows = shown.map((one, index) => drawRow(one, nowMs - one.sinceMs, index < over));
  if (over > 0 && over < rows.length)
    rows.splice(over, 0, element('li', 'limit', phrase('limit', { count: limits.waitMinutes })));
  if (hasMore)
    rows.push(element('li', 'rest', phrase('more', { count: cards.waiting - shown.length })));
  list.append(...rows);
  const nobody = element('p', 'empty', say('nobodyWaits'));
  panel.append(title, shown.length === 0 ? nobody : list);
  return panel;
}

/** Without the customer's name the channel stands in its place. */
function drawRow(
  { contact, channel, team }: Waiting,
  spentMs: number,
  isOver: boolean,
): HTMLElement {
  const row = element('li', isOver ? 'over' : '', '');
  const name = contact === '' ? channel : contact;
  const beside = team !== '' ? team : contact === '' ? '' : channel;
  row.append(element('b', '', span(spentMs)), element('span', '', name || '–'));
  row.append(element('em', '', beside));
  return row;
}

import type { SeededRandom } from '../../src/twin/runtime/random';
import { longBody, manyBody, oddBodies } from './bodies';
import {
  bodyOf,
  eventKinds,
  firstNewborn,
  ownToken,
  strangeToken,
  type EventKind,
  type Happening,
} from './event-kinds';
import { startMs, type Delivery, type Start, type Task } from './scenario';
import { freely } from './stepping';

/** How deliveries of a part differ from the usual: to the newest address, or some in a stranger's name. */
export type Flavour = 'newest' | 'strangers';

/** What a task is drawn for. */
export interface Setting {
  readonly start: Start;
  /** The time that the part is planned for. */
  readonly nowMs: number;
  readonly flavour: Flavour | null;
  /** Another language comes: a header that is written again would be in that one, and nobody here reads it. */
  readonly keepsHeaders: boolean;
  /** The person does not wait for the lock. */
  readonly isFree: boolean;
  /** Deliveries so far, some of which come again. */
  readonly past: Delivery[];
}

/** One of the list. */
export function pick<T>(random: SeededRandom, list: readonly T[]): T {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export function makeTask(random: SeededRandom, setting: Setting): Task {
  const { past, flavour, keepsHeaders, isFree } = setting;
  if (isFree && random.next() < 0.3) return makeFreeTask(random);
  const dice = random.next();
  if (dice < 0.12) return { kind: 'sweep' };
  if (dice < 0.2) return makeUserTask(random, keepsHeaders);
  if (dice < 0.38 && past.length > 0) return pick(random, past);
  const drawn = makeDelivery(random, setting);
  const delivery = flavour === null ? drawn : give(random, flavour, drawn);
  past.push(delivery);
  return delivery;
}

function give(random: SeededRandom, flavour: Flavour, delivery: Delivery): Delivery {
  if (flavour === 'newest')
    return random.next() < 0.6 && delivery.account === undefined && delivery.vendor === 'huggy'
      ? { ...delivery, secret: 'newest' }
      : delivery;
  if (delivery.vendor !== 'huggy' || random.next() < 0.5) return delivery;
  return { ...delivery, body: delivery.body.replace(ownToken, strangeToken) };
}

const touched = ['Agora', 'Status dos agentes', 'Conversas', 'Mensagens', 'Contatos'];

/** What people do, the usual things more often. */
const doings = [
  ...Array.from({ length: 5 }, () => 'userSorts'),
  ...Array.from({ length: 4 }, () => 'userInsertsColumn'),
  'userSortsByNumber',
  'userSortsByNumber',
  'userSortsAll',
  'userInsertsTitle',
  'userClearsHeader',
  'userRenamesKey',
  'userPartsHidden',
  'userShowsHidden',
  'userDeletesBottom',
] as const;

const freeDoings = [
  'userSorts',
  'userSortsByNumber',
  'userInsertsColumn',
  'userInsertsRow',
  'userInsertsTitle',
  'userMovesColumn',
  'userDeletesColumn',
  'userClearsHeader',
  'userRenamesKey',
] as const;
const deletions = ['userDeletesBottom', 'userDeletesWhole'] as const;

function makeUserTask(random: SeededRandom, keepsHeaders: boolean): Task {
  const title = pick(random, touched);
  const column = 1 + random.below(5);
  // The person's column gets notes of keys, and the journal has none: it is only sorted.
  if (random.next() < 0.15)
    return { kind: 'user', functionName: 'userSorts', args: ['Diário', column] };
  const doing = pick(random, doings);
  const functionName = keepsHeaders && doing === 'userClearsHeader' ? 'userSorts' : doing;
  return { kind: 'user', functionName, args: [title, column] };
}

const registerTitles = ['Agora', 'Conversas', 'Atendimentos', 'Mensagens', 'Contatos'];
const filled = [...registerTitles, 'Status dos agentes'];
/** What a person does while the app writes. */
function makeFreeTask(random: SeededRandom): Task {
  const number = 1 + random.below(5);
  const onTabs = (functionName: string, titles: readonly string[]): Task => ({
    kind: 'user',
    functionName: freely,
    args: [functionName, titles.join('|'), number],
  });
  const dice = random.next();
  if (dice < 0.1) return onTabs('userSorts', ['Diário']);
  if (dice < 0.2) return onTabs(pick(random, deletions), [pick(random, filled)]);
  const doing = pick(random, freeDoings);
  // Rows of logs have no state by which cells that have slipped would be known.
  const isSlippery = doing === 'userMovesColumn' || doing === 'userDeletesColumn';
  return onTabs(doing, isSlippery ? registerTitles : filled);
}

/** Of these a second account exists. */
const doubled: ReadonlySet<string> = new Set(['huggy', 'plug']);

function makeDelivery(random: SeededRandom, { start, nowMs }: Setting): Delivery {
  const minute = Math.floor((nowMs - startMs) / 60_000);
  const isNewborn = random.next() < 0.25;
  const happening: Happening = {
    entity: isNewborn ? firstNewborn + minute + random.below(2) : random.below(3),
    atMs: nowMs + (random.below(7200) - 3600) * 1000,
  };
  const dice = random.next();
  if (dice < 0.04) return huggyDelivery('huggy.odd', pick(random, oddBodies));
  if (dice < 0.09) return longDelivery(random, happening);
  if (dice < 0.11)
    return { ...huggyDelivery('huggy.wrong', pick(random, oddBodies)), secret: 'wrong' };
  if (start === 'long' && dice < 0.6) return manyDelivery(random, happening);
  return ofKind(random, drawKind(random), happening);
}

function drawKind(random: SeededRandom): EventKind {
  const isHuggy = random.next() < 0.4;
  return pick(
    random,
    eventKinds.filter(({ vendor }) => (vendor === 'huggy') === isHuggy),
  );
}

function ofKind(random: SeededRandom, kind: EventKind, happening: Happening): Delivery {
  const { name, vendor, webhook } = kind;
  const body = bodyOf(kind, happening);
  const delivery: Delivery = { kind: 'delivery', name, vendor, webhook, body };
  const isSecond = doubled.has(vendor) && random.next() < 0.15;
  return isSecond ? { ...delivery, account: `${vendor}-b` } : delivery;
}

function longDelivery(random: SeededRandom, happening: Happening): Delivery {
  const length = pick(random, [3000, 14_000, 60_000, 120_000]);
  const letters = Array.from({ length: Math.ceil(length / 36) }, () => random.uuid()).join('');
  return huggyDelivery(`huggy.long(${length})`, longBody(happening, letters.slice(0, length)));
}

/** Agents and messages whose rows stand far above, several tabs at once. */
function manyDelivery(random: SeededRandom, happening: Happening): Delivery {
  const count = pick(random, [1, 2, 6]);
  return huggyDelivery(`huggy.many(${count})`, manyBody(happening, count));
}

/** The same so old that their rows in the log are looked for, too: one hold has no time for all of it. */
export function drawOldNews(random: SeededRandom): Delivery {
  const atMs = startMs - 10_000_000 - random.below(1000) * 1000;
  return huggyDelivery('huggy.old news', manyBody({ entity: random.below(3), atMs }, 6));
}

function huggyDelivery(name: string, body: string): Delivery {
  return { kind: 'delivery', name, vendor: 'huggy', webhook: 'main', body };
}

import type { VendorId } from '../../src/vendors/registry';
import { createRandom, type SeededRandom } from '../../src/twin/runtime/random';
import { bodyOf, eventKinds, longBody, oddBodies, type Happening } from './event-kinds';
import { planFault, type PlannedFault } from './faults';

/** One delivery of a webhook. */
export interface Delivery {
  readonly kind: 'delivery';
  readonly name: string;
  readonly vendor: VendorId;
  readonly webhook: string;
  readonly body: string;
}

/** What an execution of a scenario does. */
export type Task =
  | Delivery
  | { readonly kind: 'sweep' }
  /** A person at the spreadsheet, between two writers. */
  | { readonly kind: 'user'; readonly functionName: string; readonly args: readonly unknown[] };

/** One execution of a scenario; its number stays with it when others are taken out. */
export interface PlannedExecution {
  readonly number: number;
  readonly task: Task;
}

/** A whole run as data: the same scenario gives the same run. */
export interface Scenario {
  readonly seed: string;
  readonly executions: readonly PlannedExecution[];
  readonly faults: readonly PlannedFault[];
  /** Who goes on is drawn from this seed; with this probability the one that just went. */
  readonly orderSeed: string;
  readonly stickiness: number;
  /** A call takes up to so many virtual milliseconds. */
  readonly paceMs: number;
  readonly start: Start;
}

/**
 * What a run begins on: new tabs; `settled`: the same when the sweep has nothing left to do; `full`: grids that are nearly full, so that they grow in the middle of it; `long`: tabs of more rows
 * than a hold looks at, the rows of the run's own entities above them.
 */
export const starts = ['fresh', 'settled', 'full', 'long'] as const;
export type Start = (typeof starts)[number];

/** The virtual clock's first instant. */
export const startMs = Date.UTC(2026, 10, 20, 12);

/** Makes the scenario that belongs to a seed. */
export function makeScenario(seed: string): Scenario {
  const random = createRandom(`simulation/${seed}`);
  const count = 5 + Math.floor(26 * random.next() ** 4);
  const past: Delivery[] = [];
  const executions = Array.from({ length: count }, (_unused, index) => ({
    number: index + 1,
    task: makeTask(random, past),
  }));
  const faultable = executions.filter(({ task }) => task.kind !== 'user');
  return {
    seed,
    executions,
    faults: Array.from({ length: random.below(8) }, () =>
      planFault(random, pick(random, faultable).number),
    ),
    orderSeed: seed,
    stickiness: pick(random, [0, 0.5, 0.8, 0.9, 0.97]),
    paceMs: pick(random, [4, 20, 80]),
    start: drawStart(random),
  };
}

function drawStart(random: SeededRandom): Start {
  const dice = random.next();
  if (dice < 0.1) return 'full';
  if (dice < 0.4) return 'settled';
  return dice > 0.94 ? 'long' : 'fresh';
}

/** One of the list. */
function pick<T>(random: SeededRandom, list: readonly T[]): T {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function makeTask(random: SeededRandom, past: Delivery[]): Task {
  const dice = random.next();
  if (dice < 0.12) return { kind: 'sweep' };
  if (dice < 0.2) return makeUserTask(random);
  if (dice < 0.38 && past.length > 0) return pick(random, past);
  const delivery = makeDelivery(random);
  past.push(delivery);
  return delivery;
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

function makeUserTask(random: SeededRandom): Task {
  const title = pick(random, touched);
  const column = 1 + random.below(5);
  // The person's column gets notes of keys, and the journal has none: it is only sorted.
  if (random.next() < 0.15)
    return { kind: 'user', functionName: 'userSorts', args: ['Diário', column] };
  return { kind: 'user', functionName: pick(random, doings), args: [title, column] };
}

function makeDelivery(random: SeededRandom): Delivery {
  const happening: Happening = {
    entity: random.below(3),
    atMs: startMs + (random.below(7200) - 3600) * 1000,
  };
  const dice = random.next();
  if (dice < 0.04) return huggyDelivery('huggy.odd', pick(random, oddBodies));
  if (dice < 0.09) return longDelivery(random, happening);
  const isHuggy = dice < 0.45;
  const kinds = eventKinds.filter(({ vendor }) => (vendor === 'huggy') === isHuggy);
  const kind = pick(random, kinds);
  const { name, vendor, webhook } = kind;
  return { kind: 'delivery', name, vendor, webhook, body: bodyOf(kind, happening) };
}

function longDelivery(random: SeededRandom, happening: Happening): Delivery {
  const length = pick(random, [3000, 14_000, 60_000, 120_000]);
  const letters = Array.from({ length: Math.ceil(length / 36) }, () => random.uuid()).join('');
  return huggyDelivery(`huggy.long(${length})`, longBody(happening, letters.slice(0, length)));
}

function huggyDelivery(name: string, body: string): Delivery {
  return { kind: 'delivery', name, vendor: 'huggy', webhook: 'main', body };
}

import { createScriptedOrder } from './directors';
import { bodyOf, eventKinds } from './event-kinds';
import { runScenario, type RunResult } from './run';
import { startMs, type Scenario, type Start, type Task } from './scenario';
import type { World } from './world';

/** What a person does between two deliveries, one after the other; nothing else goes wrong. */
export interface Story {
  readonly name: string;
  readonly start: Start;
  readonly tasks: readonly Task[];
}

const minuteMs = 60_000;

/** A delivery of that kind about an entity; the vendor's time lies so far from the run's beginning. */
const deliver = (name: string, entity: number, laterMs: number): readonly Task[] =>
  eventKinds
    .filter((kind) => kind.name === name)
    .map((kind) => ({
      kind: 'delivery',
      name,
      vendor: kind.vendor,
      webhook: kind.webhook,
      body: bodyOf(kind, { entity, atMs: startMs + laterMs }),
    }));

const status = (entity: number, laterMs: number): readonly Task[] =>
  deliver('huggy.agentChangedStatus', entity, laterMs);
const user = (functionName: string, title: string, column = 1): Task => ({
  kind: 'user',
  functionName,
  args: [title, column],
});

/** Two agents, a deed, one of the agents again, the same again, a third one. */
const aroundDeed = (functionName: string): Story => ({
  name: `after ${functionName}`,
  start: 'fresh',
  tasks: [
    ...status(1, -5 * minuteMs),
    ...status(2, -4 * minuteMs),
    user(functionName, 'Agora'),
    user(functionName, 'Status dos agentes'),
    ...status(1, -minuteMs),
    ...status(1, -minuteMs),
    ...status(0, -minuteMs),
  ],
});

const log = 'Status dos agentes';

export const stories: readonly Story[] = [
  ...[
    'userSorts',
    'userSortsAll',
    'userInsertsTitle',
    'userClearsHeader',
    'userRenamesKey',
    'userPartsHidden',
    'userDeletesBottom',
  ].map(aroundDeed),
  {
    name: 'the newest row of a long tab sorted to its top',
    start: 'long',
    tasks: [
      ...status(1, -minuteMs),
      user('userSortsByNumber', log),
      ...status(1, -minuteMs),
      ...status(2, -minuteMs),
      ...status(1, -minuteMs),
    ],
  },
  {
    name: 'a birth ahead of our clock, sorted to the top of a long tab',
    start: 'long',
    tasks: [
      ...status(1, 60 * minuteMs),
      user('userSortsByNumber', log),
      ...status(2, -minuteMs),
      ...status(1, 60 * minuteMs),
    ],
  },
  {
    name: 'an old message is heard of again',
    start: 'long',
    tasks: [
      ...deliver('huggy.receivedAllMessage', 1, -minuteMs),
      ...deliver('plug.receiveMessage', 1, -minuteMs),
      ...deliver('weni.whatsapp.text', 1, -minuteMs),
      ...deliver('weni.whatsapp.status', 1, -minuteMs),
      ...deliver('plug.messageStatus', 1, -minuteMs),
      ...deliver('treble.message_read', 1, -minuteMs),
    ],
  },
];

/** Runs a story, lets everything come to rest and checks. */
export function runStory(world: World, { name, start, tasks }: Story): Promise<RunResult> {
  const executions = tasks.map((task, index) => ({ number: index + 1, task }));
  const scenario: Scenario = {
    seed: name,
    executions,
    faults: [],
    orderSeed: name,
    stickiness: 1,
    paceMs: 7,
    start,
  };
  const script = executions.map(({ number }) => ({ execution: number, until: 'end' }) as const);
  return runScenario(world, scenario, (numberOf) => createScriptedOrder(script, numberOf));
}

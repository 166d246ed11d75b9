import { sampleSecret } from '../../src/cli/sample';
import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { RunEnd } from '../../src/twin/runtime/run';
import type { Twin } from '../../src/twin/runtime/twin';
import { readWebOutput } from '../../src/twin/web/web-answer';
import type { NumberOf } from './directors';
import type { Sent } from './oracle/check-journal';
import {
  accountOf,
  type Delivery,
  type Part,
  type PlannedExecution,
  type Scenario,
} from './scenario';
import { eventOf } from './send';
import type { Step } from './stepping';
import { storedConnections } from './stored';

/** A run that goes on. */
export interface Play {
  readonly twin: Twin;
  readonly clock: VirtualClock;
  readonly steps: readonly Step[];
  /** The number of each planned execution, by its id in the twin. */
  readonly numbers: Map<string, number>;
  /** Whether Google refuses to write properties at the moment. */
  readonly google: { refusesProperties: boolean };
}

const onlyPart: Part = { gapMs: 0, refusesProperties: false };

/** Plays a scenario part by part; gives its deliveries and what became of them. */
export async function playScenario(play: Play, scenario: Scenario): Promise<readonly Sent[]> {
  const { clock, google } = play;
  const sent: Sent[] = [];
  for (const [index, part] of (scenario.parts ?? [onlyPart]).entries()) {
    const own = scenario.executions.filter((one) => (one.part ?? 0) === index);
    clock.moveTo(clock.now() + part.gapMs);
    google.refusesProperties = part.refusesProperties;
    // One part after the other: each begins with what the one before has left.
    sent.push(...(await playPart(play, own)));
  }
  google.refusesProperties = false;
  return sent;
}

type Secrets = ReadonlyMap<string, readonly string[]>;

async function playPart(
  { twin, steps, numbers }: Play,
  executions: readonly PlannedExecution[],
): Promise<readonly Sent[]> {
  const before = readSecrets(twin);
  const started = executions.map((planned) => {
    const { info, done } = startOne(twin, planned, before);
    numbers.set(info.id, planned.number);
    return done;
  });
  const ends = await Promise.all(started);
  const after = readSecrets(twin);
  const seen = whenSeen(steps, (id) => numbers.get(id) ?? null);
  return executions.flatMap(({ number, task }, index) => {
    const end = ends[index];
    if (task.kind !== 'delivery' || end === undefined) return [];
    const told = { number, connectionId: accountOf(task), body: task.body, fate: fateOf(end) };
    const seenAtMs = seen.get(number) ?? new Set<number>();
    return [{ ...told, seenAtMs, secret: judgeSecret(task, before, after) }];
  });
}

const readSecrets = (twin: Twin): Secrets =>
  new Map(storedConnections(twin).map(({ id, secrets }) => [id, secrets] as const));

/** The secret in the delivery's address. */
function secretOf(task: Delivery, known: Secrets): string {
  if (task.secret === 'wrong') return 'segredo-errado';
  return task.secret === 'newest'
    ? (known.get(accountOf(task))?.[0] ?? sampleSecret)
    : sampleSecret;
}

/** Whether the connection had the secret all the time that the delivery was on its way. */
function judgeSecret(task: Delivery, before: Secrets, after: Secrets): Sent['secret'] {
  if (task.secret === 'wrong') return 'wrong';
  const secret = secretOf(task, before);
  const isKnown = (known: Secrets): boolean =>
    known.get(accountOf(task))?.includes(secret) === true;
  return isKnown(before) && isKnown(after) ? 'right' : 'ended';
}

function startOne(
  twin: Twin,
  { task }: PlannedExecution,
  known: Secrets,
): ReturnType<Twin['start']> {
  if (task.kind === 'delivery')
    return twin.start('doPost', [eventOf(task, secretOf(task, known))], 'webApp');
  if (task.kind === 'sweep') return twin.start('sweep_', [], 'trigger');
  return twin.start(task.functionName, task.args, 'menu');
}

/** The instants of each execution's steps, in whole milliseconds as a script sees them. */
function whenSeen(
  steps: readonly Step[],
  numberOf: NumberOf,
): ReadonlyMap<number | null, ReadonlySet<number>> {
  const seen = new Map<number | null, Set<number>>();
  for (const { execution, atMs } of steps) {
    const number = numberOf(execution.id);
    seen.set(number, (seen.get(number) ?? new Set<number>()).add(Math.floor(atMs)));
  }
  return seen;
}

const answers = { fault: 'falha interna', refused: 'sem segredo válido' } as const;

/** What the sender makes of the answer. */
function fateOf(end: RunEnd): Sent['fate'] {
  const output = readWebOutput(end);
  if (output.kind === 'page') return 'unknown';
  if (output.text.includes(answers.fault)) return 'unknown';
  return output.text.includes(answers.refused) ? 'refused' : 'accepted';
}

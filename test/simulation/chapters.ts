import { createHash } from 'node:crypto';
import type { SeededRandom } from '../../src/twin/runtime/random';
import { pick, type Flavour } from './draw-tasks';
import { strangeToken } from './event-kinds';
import type { Task } from './scenario';

/** What the owner does in a run, part by part: each begins with the state that the one before has left. */
export interface Chapter {
  readonly name: string;
  readonly acts: readonly (readonly Task[])[];
  readonly flavours: readonly (Flavour | null)[];
  /** Google refuses to write properties in the second part. */
  readonly refusesProperties?: boolean;
  /** The language of the rows changes. */
  readonly isOfLanguage?: boolean;
  /** People do not wait for the lock; a self-check finds what came of it. */
  readonly isOfHands?: boolean;
}

const owner = (functionName: string, ...args: readonly unknown[]): Task => ({
  kind: 'owner',
  functionName,
  args,
});
const asks = (action: string, ...args: readonly string[]): Task =>
  owner('userAsks', action, ...args);
/** A setting as another version of the code, or the owner with a menu of another language, would store it. */
const puts = (name: string, value: unknown): Task => ({
  kind: 'user',
  functionName: 'userPutsSetting',
  args: [name, value],
});

const strange = createHash('sha256').update(strangeToken).digest('hex');
/** The owner accepts the stranger's token. */
export const acceptance: Task = asks('acceptToken', 'huggy', strange);
const replay = asks('replay', 'all', '0');

const chapters: readonly Chapter[] = [
  {
    name: 'pause',
    acts: [[owner('pauseWriting_')], [owner('resumeWriting_')], []],
    flavours: [],
  },
  {
    name: 'language',
    acts: [[puts('language', 'es')], [puts('language', 'en')], []],
    flavours: [],
    isOfLanguage: true,
  },
  {
    name: 'language for good',
    acts: [[], [puts('language', 'en')], []],
    flavours: [],
    isOfLanguage: true,
  },
  {
    name: 'rotation',
    acts: [[asks('changeSecret', 'huggy')], [asks('dropOldSecrets', 'huggy')], []],
    flavours: [null, 'newest', 'newest'],
  },
  {
    name: 'strangers',
    acts: [[], [acceptance], [acceptance]],
    flavours: ['strangers', 'strangers', 'strangers'],
  },
  { name: 'replay', acts: [[], [replay], [replay]], flavours: [] },
  {
    name: 'older code',
    acts: [[puts('schema', 99)], [puts('schema', 1)], []],
    flavours: [],
  },
  { name: 'quota', acts: [[], [], []], flavours: [], refusesProperties: true },
];

const hands: Chapter = { name: 'hands', acts: [[], [], []], flavours: [], isOfHands: true };

/** Half of the runs have a chapter; an eighth of these is about people who do not wait. */
export function drawChapter(random: SeededRandom): Chapter | null {
  if (random.next() >= 0.5) return null;
  return random.next() < 0.125 ? hands : pick(random, chapters);
}

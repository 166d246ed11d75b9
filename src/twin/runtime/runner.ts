import type { Bundle } from './bundle';
import { namesInScripts } from './declared-names';
import type { Engine, StartedRun } from './engine';
import type { ExecutionKind } from './host-object';
import type { MakeArgs, RunEnd } from './run';
import { ExecutionError, type Twin } from './twin';

/** The two versions of the code, and whose they are. */
export interface RunnerParts {
  readonly latest: Bundle;
  readonly deployed: Bundle;
  readonly owner: string;
  /** `fresh`: the first click asks for authorisation, and is spent. */
  readonly authorisation: 'granted' | 'fresh';
  readonly engine: Engine;
}

/** Starts functions as the right person, on the right code. */
export interface Runner {
  start(functionName: string, args: readonly unknown[], kind: ExecutionKind): StartedRun;
  /** Starts a trigger's function as the user who made it. */
  startTrigger(functionName: string, args: readonly unknown[] | MakeArgs, user: string): StartedRun;
  /** Starts a simple trigger (`onOpen`, `onEdit`) when the code has it; null when not. */
  startSimple(functionName: string, args: readonly unknown[] | MakeArgs): StartedRun | null;
  run: Twin['run'];
  runForPage: Twin['runForPage'];
  /** Runs `onOpen`, if the code has one, as opening the spreadsheet does. */
  open(): Promise<void>;
  isAuthorised(): boolean;
}

const callableName = /^[\p{L}_$][\p{L}\d_$]*(?:\.[\p{L}_$][\p{L}\d_$]*)*$/u;

/** Creates the runner of a twin. */
export function createRunner(parts: RunnerParts): Runner {
  const { latest, deployed, owner, engine } = parts;
  let isAuthorised = parts.authorisation === 'granted';
  const launch = (request: Launch) => {
    const { functionName } = request;
    if (callableName.test(functionName)) return engine.start(request);
    throw new ExecutionError(`Script function not found: ${functionName}`, null);
  };
  const start = (functionName: string, args: Launch['args'], kind: ExecutionKind): StartedRun => {
    const isWeb = kind === 'webApp';
    const bundle = isWeb ? deployed : latest;
    const activeUser = isWeb ? '' : owner;
    return launch({ bundle, functionName, args, kind, user: owner, activeUser });
  };
  const run: Runner['run'] = async (functionName, args = [], kind = 'menu') => {
    if (!isAuthorised && kind !== 'simpleTrigger') {
      isAuthorised = true;
      throw new ExecutionError('Authorization is required to perform that action.', null);
    }
    return readEnd(await start(functionName, args, kind).done);
  };
  const isPublic = createPublicCheck();
  const startSimple: Runner['startSimple'] = (functionName, args) => {
    const isThere = latest.scripts.some(({ source }) => source.includes(functionName));
    return isThere ? start(functionName, args, 'simpleTrigger') : null;
  };
  return {
    startSimple,
    start,
    startTrigger: (functionName, args, user) =>
      launch({
        bundle: latest,
        functionName,
        args,
        kind: 'trigger',
        user,
        activeUser: user,
      }),
    run,
    runForPage: async (functionName, args, kind) => {
      if (!isPublic(kind === 'webApp' ? deployed : latest, functionName))
        throw new ExecutionError(`${functionName} is not a function`, null);
      return run(functionName, args, kind);
    },
    open: async () => {
      await startSimple('onOpen', [{ authMode: 'LIMITED', user: owner }])?.done;
    },
    isAuthorised: () => isAuthorised,
  };
}

/** Whether `google.script.run` has a function: a global of the project whose name does not end in `_`. */
function createPublicCheck(): (bundle: Bundle, name: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ id, scripts, globalNames }, name) => {
    const names =
      known.get(id) ?? globalNames ?? namesInScripts(scripts.map(({ source }) => source));
    known.set(id, names);
    return names.has(name) && !name.endsWith('_');
  };
}

type Launch = Parameters<Engine['start']>[0];

const endTexts = {
  timedOut: 'Exceeded maximum execution time',
  killed: 'The execution was killed.',
} as const;

function readEnd(end: RunEnd): unknown {
  const { outcome, value, failure } = end;
  if (outcome === 'completed') return value;
  if (outcome !== 'failed') throw new ExecutionError(endTexts[outcome], end);
  const { name = '', message = '' } = failure ?? {};
  throw new ExecutionError(name ? `${name}: ${message}` : message, end);
}

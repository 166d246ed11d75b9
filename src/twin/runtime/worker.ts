import { createContext, Script, type Context } from 'node:vm';
import { MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Bridge, ContextSetup, ServiceShape } from './context/bridge';
import type { ContextControl, install as installType } from './context/install';
import { createAnswerReader } from './shared-answer';
import type { Answer, BundleScript, Job, ThreadMessage, ThreadSetup } from './thread-messages';

/** Source of the code that sets a context up; put in by the bundler (see bundle-worker.ts). */
declare const contextSource: string;

const { memory, answers } = readSetup(workerData);
const reader = createAnswerReader(memory, receiveAnswer);
const prepare = new Script(contextSource, { filename: 'twin-context' });
/** Evaluating anything in a context whose microtask mode is afterEvaluate runs all its microtasks. */
const drain = new Script('undefined', { filename: 'twin-drain' });
const bundles = new Map<string, readonly Script[]>();
const lookups = new Map<string, Script>();
let services: readonly ServiceShape[] = [];
let nowMs = 0;
let liveClock = false;

function readSetup(data: unknown): ThreadSetup {
  if (typeof data === 'object' && data !== null && 'memory' in data && 'answers' in data) {
    const { memory: shared, answers: port } = data;
    if (shared instanceof SharedArrayBuffer && port instanceof MessagePort) {
      return { memory: shared, answers: port };
    }
  }
  throw new Error('A thread of the twin cannot be started by itself.');
}

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

function receiveAnswer(): Answer {
  const received: { message: Answer } | undefined = receiveMessageOnPort(answers);
  if (!received) throw new Error('The host woke the thread without an answer.');
  return received.message;
}

const bridge: Bridge = {
  call: (handle, method, args) => {
    reader.prepare();
    tell({ type: 'call', handle, method, args });
    const answer = reader.wait();
    nowMs = answer.nowMs;
    return answer.text;
  },
  log: (severity, text) => tell({ type: 'log', severity, text }),
  now: () => (liveClock ? Date.now() : nowMs),
};

function compile({ name, source, cachedData }: BundleScript): Script {
  return new Script(source, { filename: name, cachedData: Buffer.from(cachedData) });
}

function bundleOf({ bundleId, scripts }: Job): readonly Script[] {
  const known = bundles.get(bundleId);
  if (known) return known;
  const compiled = (scripts ?? []).map(compile);
  bundles.set(bundleId, compiled);
  return compiled;
}

/** Finds a function by name, `let` and `const` ones and methods of objects included, as Apps Script's V8 does. */
function lookupOf(name: string): Script {
  const known = lookups.get(name);
  if (known) return known;
  const root = name.split('.')[0] ?? name;
  const script = new Script(`typeof ${root} === 'undefined' ? undefined : ${name}`, {
    filename: 'twin-lookup',
  });
  lookups.set(name, script);
  return script;
}

/** The value of the prepared script is `install` of context/install.ts. */
function installIn(context: Context, setup: ContextSetup): ContextControl {
  const install: unknown = prepare.runInContext(context);
  if (!isInstall(install)) throw new Error('The context code is not in this bundle.');
  return install(setup);
}

function isInstall(value: unknown): value is typeof installType {
  return typeof value === 'function';
}

function runJob(job: Job): string {
  ({ nowMs, liveClock } = job);
  const context: Context = createContext({}, { microtaskMode: 'afterEvaluate' });
  const { seed, timeZone } = job;
  services = job.services ?? services;
  const control = installIn(context, { bridge, services, seed, timeZone });
  try {
    for (const script of bundleOf(job)) script.runInContext(context);
    const name = job.functionName;
    control.invoke({ name, found: lookupOf(name).runInContext(context) }, job.args);
  } catch (error) {
    control.fail(error);
  }
  drain.runInContext(context);
  return control.finish();
}

function runSafely(job: Job): string {
  try {
    return runJob(job);
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return `e${JSON.stringify({ name, message, stack })}`;
  }
}

parentPort?.on('message', (job: Job) => tell({ type: 'end', result: runSafely(job) }));

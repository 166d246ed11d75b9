import { createContext, Script, type Context } from 'node:vm';
import type { Bridge } from './context/bridge';
import type { BeginExecution, ContextControl, install as installType } from './context/install';
import type { BundleScript, Job } from './thread-messages';

type Services = NonNullable<Job['services']>;

/** A job with its services, which the thread may have had before. */
type KnownJob = Omit<Job, 'services'> & { readonly services: Services };

/** An execution that is about to begin. */
interface Opened {
  readonly control: ContextControl;
  /** Runs the project's top level; gives what it has under a name. */
  find(functionName: string): unknown;
  /** Runs all microtasks. */
  drain(): void;
}

/** Evaluating anything in a context whose microtask mode is afterEvaluate runs all its microtasks. */
const drain = new Script('undefined', { filename: 'twin-drain' });

/** What a thread lends to its contexts, and the compiled source of the code that sets them up (see bundle-worker.ts). */
export interface ContextParts {
  readonly bridge: Bridge;
  readonly prepare: Script;
}

/** Compiles the source of the code that sets contexts up. */
export function compilePreparation(contextSource: string): Script {
  return new Script(contextSource, { filename: 'twin-context' });
}

/** Creates what opens executions: each in a context of its own, those of reloadable code in one that they share. */
function createContexts(parts: ContextParts): (job: KnownJob) => Opened {
  const bundles = new Map<string, readonly Script[]>();
  const shared = new Map<string, Shared>();
  const scriptsOf = ({ bundleId, scripts }: KnownJob): readonly Script[] => {
    const known = bundles.get(bundleId);
    if (known) return known;
    const compiled = (scripts ?? []).map(compile);
    bundles.set(bundleId, compiled);
    return compiled;
  };
  return (job) => {
    const scripts = scriptsOf(job);
    if (!job.reloads) return openFresh(job, scripts, parts);
    const known = shared.get(job.bundleId) ?? openShared(job, scripts, parts);
    shared.set(job.bundleId, known);
    return {
      control: known.begin(job),
      find: (name) => known.load()[name],
      drain: () => void drain.runInContext(known.context),
    };
  };
}

function compile({ name, source, cachedData }: BundleScript): Script {
  return new Script(source, { filename: name, cachedData: Buffer.from(cachedData) });
}

function openFresh(job: KnownJob, scripts: readonly Script[], parts: ContextParts): Opened {
  const { context, begin } = openContext(job, parts);
  return {
    control: begin(job),
    find: (name): unknown => {
      for (const script of scripts) script.runInContext(context);
      return lookupOf(name).runInContext(context);
    },
    drain: () => void drain.runInContext(context),
  };
}

interface Shared extends ReturnType<typeof openContext> {
  load(): Readonly<Record<string, unknown>>;
}

function openShared(job: KnownJob, [script]: readonly Script[], parts: ContextParts): Shared {
  const opened = openContext(job, parts);
  const load: unknown = script?.runInContext(opened.context);
  if (!isLoader(load)) throw new Error('This is no reloadable bundle.');
  return { ...opened, load };
}

function isLoader(value: unknown): value is Shared['load'] {
  return typeof value === 'function';
}

/** The value of the prepared script is `install` of context/install.ts. */
function openContext(
  { timeZone }: KnownJob,
  { bridge, prepare }: ContextParts,
): { readonly context: Context; readonly begin: BeginExecution } {
  const context = createContext({}, { microtaskMode: 'afterEvaluate' });
  const install: unknown = prepare.runInContext(context);
  if (!isInstall(install)) throw new Error('The context code is not in this bundle.');
  return { context, begin: install({ bridge, timeZone }) };
}

function isInstall(value: unknown): value is typeof installType {
  return typeof value === 'function';
}

const lookups = new Map<string, Script>();

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

/** Creates what runs jobs, one at a time; gives `v` + encoded result, or `e` + JSON of `Failure`. */
export function createJobRunner(parts: ContextParts): (job: Job) => string {
  const open = createContexts(parts);
  let services: Services = [];
  const run = (job: Job): string => {
    services = job.services ?? services;
    const { control, find, drain: drainAll } = open({ ...job, services });
    try {
      const name = job.functionName;
      control.invoke({ name, found: find(name) }, job.args);
    } catch (error) {
      control.fail(error);
    }
    drainAll();
    return control.finish();
  };
  return (job) => {
    try {
      return run(job);
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      return `e${JSON.stringify({ name, message, stack })}`;
    }
  };
}

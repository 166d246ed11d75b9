import {
  failureOf,
  messageOf,
  perform,
  prepareCall,
  type CallMessage,
  type PreparedCall,
} from './calls';
import type { TwinClock } from './clock';
import type { Failure } from './context/install';
import type { ExplainRefusal } from './permissions';
import type { EndRun, Run } from './run';
import type { ServiceDefinition } from './host-object';
import {
  isStop,
  whenLetGo,
  type CallResult,
  type Fault,
  type Seam,
  type ServiceCall,
} from './seam';
import type { ThreadMessage } from './thread-messages';

/** What the stepper needs of the engine. */
export interface StepperOptions {
  readonly clock: TwinClock;
  readonly seam: Seam;
  readonly pace: boolean;
  readonly services: readonly ServiceDefinition[];
  readonly explainRefusal: ExplainRefusal;
  readonly end: EndRun;
  readonly touch: () => void;
}

/** Takes what a thread says and lets the execution go on. */
export interface Stepper {
  receive(run: Run, message: ThreadMessage): void;
}

/** Creates the stepper; calls that wait for nothing are answered in the same turn. */
export function createStepper(options: StepperOptions): Stepper {
  return {
    receive: (run, message) => {
      if (run.hasEnded) return;
      if (message.type === 'log') return run.context.log(message.severity, message.text);
      run.isComputing = false;
      if (message.type === 'call') receiveCall(run, message, options);
      else receiveEnd(run, message.result, options);
      options.touch();
    },
  };
}

function receiveCall(run: Run, message: CallMessage, options: StepperOptions): void {
  const prepared = prepareSafely(run, message, options);
  if (typeof prepared === 'string') return answer(run, `e${prepared}`, options);
  const verdict = options.seam.beforeCall?.(prepared.call);
  if (!isStop(verdict)) return proceed(run, prepared, { ...options, fault: verdict });
  whenLetGo(
    verdict,
    (fault) => proceed(run, prepared, { ...options, fault }),
    (error: unknown) => endBroken(run, error, options),
  );
}

function prepareSafely(
  run: Run,
  message: CallMessage,
  { explainRefusal }: StepperOptions,
): PreparedCall | string {
  try {
    return prepareCall(run, message, explainRefusal);
  } catch (error) {
    return messageOf(error);
  }
}

interface StepOptions extends StepperOptions {
  readonly fault: Fault | undefined;
}

function proceed(run: Run, prepared: PreparedCall, options: StepOptions): void {
  const { fault } = options;
  if (run.hasEnded) return;
  if (fault?.kind === 'kill' && fault.when === 'before') {
    return options.end(run, fault.outcome ?? 'killed');
  }
  if (fault?.kind === 'throw' && fault.when === 'late') {
    const land = postpone(run, prepared.call, options);
    if (land) options.clock.at(options.clock.now() + fault.delayMs, land);
  }
  const result = perform(prepared, fault);
  if (isStop(result)) {
    run.thread?.loosen();
    whenLetGo(
      result,
      (settled) => finishCall(run, prepared, { ...options, result: settled }),
      (error: unknown) => endBroken(run, error, options),
    );
  } else {
    finishCall(run, prepared, { ...options, result });
  }
  options.touch();
}

function postpone(
  { info }: Run,
  { service }: ServiceCall,
  { services }: StepperOptions,
): (() => void) | undefined {
  return services.find(({ name }) => name === service)?.postpone?.(info.id);
}

interface FinishOptions extends StepOptions {
  readonly result: CallResult;
}

function finishCall(run: Run, { call }: PreparedCall, options: FinishOptions): void {
  const { result, fault, seam, clock } = options;
  if (run.hasEnded) return;
  const costMs = run.meter.call(call, result.ok ? result.value : null);
  seam.afterCall?.(call, result);
  if (fault?.kind === 'kill') return options.end(run, fault.outcome ?? 'killed');
  if (!result.ok && result.isFatal) return endBroken(run, new Error(result.message), options);
  const text = encodeResult(run, result, call.service);
  if (!options.pace || costMs === 0) return answer(run, text, options);
  void clock.sleep(costMs).then(() => answer(run, text, options));
  // An answer from outside (a fetch) comes when nobody else looks.
  options.touch();
}

function encodeResult(run: Run, result: CallResult, service: string): string {
  if (!result.ok) return `e${result.message}`;
  try {
    return `v${run.handles.encode(result.value, service)}`;
  } catch (error) {
    return `e${messageOf(error)}`;
  }
}

function answer(run: Run, text: string, { clock, touch }: StepperOptions): void {
  if (run.hasEnded) return;
  run.isComputing = true;
  run.thread?.answer({ text, nowMs: clock.now() });
  touch();
}

function receiveEnd(run: Run, result: string, options: StepperOptions): void {
  const { seam, pace, clock } = options;
  const verdict = seam.beforeEnd?.(run.info);
  const costMs = run.meter.end();
  const fail = (error: unknown) => endBroken(run, error, options);
  const goOn = (fault: Fault | undefined): void => {
    if (!pace || costMs === 0) return finish(run, result, { ...options, fault });
    clock.sleep(costMs).then(() => finish(run, result, { ...options, fault }), fail);
  };
  if (isStop(verdict)) whenLetGo(verdict, goOn, fail);
  else goOn(verdict);
}

function finish(run: Run, result: string, { end, fault }: StepOptions): void {
  if (fault?.kind === 'kill') return end(run, fault.outcome ?? 'killed');
  const body = result.slice(1);
  if (result.startsWith('v')) return end(run, 'completed', { value: run.handles.decode(body) });
  end(run, 'failed', { failure: readFailure(body) });
}

/** The context's own report, written by context/install.ts. */
function readFailure(json: string): Failure {
  const report: unknown = JSON.parse(json);
  const text = (name: string) =>
    typeof report === 'object' && report !== null ? String(Reflect.get(report, name)) : '';
  return { name: text('name'), message: text('message'), stack: text('stack') };
}

function endBroken(run: Run, error: unknown, { end }: StepperOptions): void {
  end(run, 'failed', { failure: failureOf(error) });
}

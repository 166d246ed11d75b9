import { MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Bridge } from './context/bridge';
import { compilePreparation, createJobRunner } from './contexts';
import { createAnswerReader, createAnswerWriter } from './shared-answer';
import {
  endsItself,
  type Answer,
  type Job,
  type ThreadMessage,
  type ThreadSetup,
} from './thread-messages';

/** Source of the code that sets a context up; put in by the bundler (see bundle-worker.ts). */
declare const contextSource: string;

const { memory, answers, outbox } = readSetup(workerData);
const write = outbox && createAnswerWriter(outbox, (mail) => answers.postMessage(mail));
const reader = createAnswerReader(memory, receiveAnswer);
let nowMs = 0;
let liveClock = false;
/** Lines of the log that go out with the next call or end. */
let lines: ThreadMessage[] = [];
/** The execution was killed: how often it called since; null: it was not. */
let refusedCalls: number | null = null;
const mostRefusedCalls = 10_000;

function readSetup(data: unknown): ThreadSetup {
  if (typeof data === 'object' && data !== null && 'memory' in data && 'answers' in data) {
    const { memory: shared, answers: port } = data;
    const own: unknown = Reflect.get(data, 'outbox');
    if (shared instanceof SharedArrayBuffer && port instanceof MessagePort)
      return {
        memory: shared,
        answers: port,
        outbox: own instanceof SharedArrayBuffer ? own : null,
      };
  }
  throw new Error('A thread of the twin cannot be started by itself.');
}

function tell(message: ThreadMessage): void {
  if (write === null) return parentPort?.postMessage(message);
  lines.push(message);
  if (message.type === 'log') return;
  const text = JSON.stringify(lines);
  lines = [];
  write({ text, nowMs: 0 });
}

function receiveAnswer(): Answer {
  const received: { message: Answer } | undefined = receiveMessageOnPort(answers);
  if (!received) throw new Error('The host woke the thread without an answer.');
  return received.message;
}

const bridge: Bridge = {
  call: (handle, method, args) => {
    if (refusedCalls !== null) return refuse();
    reader.prepare();
    tell({ type: 'call', handle, method, args });
    const answer = reader.wait();
    if (answer === null || answer.text === endsItself) return refuse();
    nowMs = answer.nowMs;
    return answer.text;
  },
  log: (severity, text) => tell({ type: 'log', severity, text }),
  now: () => (liveClock ? Date.now() : nowMs),
};

const runJob = createJobRunner({ bridge, prepare: compilePreparation(contextSource) });

/** What a killed execution hears; one that does not take it as its end takes the thread with it. */
function refuse(): string {
  refusedCalls = (refusedCalls ?? 0) + 1;
  if (refusedCalls > mostRefusedCalls) process.exit();
  return 'eThe execution was killed.';
}

parentPort?.on('message', (job: Job) => {
  ({ nowMs, liveClock } = job);
  refusedCalls = null;
  tell({ type: 'end', result: runJob(job) });
});

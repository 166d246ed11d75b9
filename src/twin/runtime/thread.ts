import { MessageChannel, Worker } from 'node:worker_threads';
import type { Bundle } from './bundle';
import type { ServiceShape } from './context/bridge';
import { Lockstep } from './lockstep';
import { createAnswerMemory, createAnswerWriter } from './shared-answer';
import type { Answer, Job, ThreadMessage, ThreadSetup } from './thread-messages';

/** A job as the engine states it; scripts and services travel only to a thread that has not had them. */
export type JobRequest = Omit<Job, 'scripts' | 'bundleId' | 'reloads' | 'services'> & {
  readonly bundle: Bundle;
  readonly services: readonly ServiceShape[];
};

/** Whom a thread talks to. */
export interface Host {
  receive(message: ThreadMessage): void;
  /** Looks whether another execution is to go on; for threads in whose calls the others run. */
  look(): void;
}

/** A thread that runs one execution at a time, each in a context of its own. */
export interface Thread {
  run(job: JobRequest, host: Host): void;
  /** Wakes the execution with the answer to its call. */
  answer(answer: Answer): void;
  /** The execution's call waits for a promise. */
  loosen(): void;
  /** Ends an execution that was killed without the thread; false when only `terminate` helps. */
  abandon(): boolean;
  /** Ends the thread at once, whatever it does. */
  terminate(): Promise<void>;
}

/** How a thread is started. */
export interface ThreadOptions {
  readonly workerFile: string;
  /** True: the host stands still while the thread computes. For hosts that let one execution compute at a time. */
  readonly lockstep: boolean;
}

/** Starts a thread; `onCrash` hears of a death nobody asked for (out of memory). */
export function startThread(options: ThreadOptions, onCrash: (error: Error) => void): Thread {
  const memory = createAnswerMemory();
  const outbox = options.lockstep ? createAnswerMemory() : null;
  const { port1, port2 } = new MessageChannel();
  const setup: ThreadSetup = { memory, answers: port2, outbox };
  const worker = new Worker(options.workerFile, { workerData: setup, transferList: [port2] });
  worker.on('error', onCrash);
  const write = createAnswerWriter(memory, (answer) => port1.postMessage(answer));
  const describe = createDescriber();
  const post = (job: JobRequest): void => worker.postMessage(describe(job));
  const talk = outbox
    ? talkInStep(post, new Lockstep({ outbox, port: port1, write }))
    : talkByMessages(post, { worker, write });
  return {
    ...talk,
    terminate: async () => {
      talk.silence();
      port1.close();
      await worker.terminate();
    },
  };
}

/** Leaves out of a job what the thread has had before. */
export function createDescriber(): (job: JobRequest) => Job {
  const sent = new Set<string>();
  let sentServices: readonly ServiceShape[] | null = null;
  return ({ bundle, services, ...job }) => {
    const scripts = sent.has(bundle.id) ? null : bundle.scripts;
    sent.add(bundle.id);
    const isSame = services === sentServices;
    sentServices = services;
    const { id: bundleId, reloads } = bundle;
    return { ...job, bundleId, reloads, scripts, services: isSame ? null : services };
  };
}

interface Talk extends Omit<Thread, 'terminate'> {
  /** Nothing more is heard of the thread. */
  silence(): void;
}

type Post = (job: JobRequest) => void;

function talkInStep(post: Post, lockstep: Lockstep): Talk {
  return {
    run: (job, host) => {
      lockstep.begin((message) => host.receive(message));
      post(job);
      lockstep.follow();
    },
    answer: (answer) => lockstep.answer(answer),
    loosen: () => undefined,
    abandon: () => lockstep.unwind(),
    silence: () => lockstep.stop(),
  };
}

interface MessageParts {
  readonly worker: Worker;
  readonly write: (answer: Answer) => void;
}

function talkByMessages(post: Post, { worker, write }: MessageParts): Talk {
  let listen: (message: ThreadMessage) => void = () => undefined;
  worker.on('message', (message: ThreadMessage) => listen(message));
  return {
    run: (job, host) => {
      listen = (message) => host.receive(message);
      post(job);
    },
    answer: write,
    loosen: () => undefined,
    abandon: () => false,
    silence: () => {
      listen = () => undefined;
    },
  };
}

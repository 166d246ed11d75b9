import { MessageChannel, Worker } from 'node:worker_threads';
import type { Bundle } from './bundle';
import type { ServiceShape } from './context/bridge';
import { createAnswerMemory, createAnswerWriter } from './shared-answer';
import type { Answer, Job, ThreadMessage, ThreadSetup } from './thread-messages';

/** A job as the engine states it; scripts and services travel only to a thread that has not had them. */
export type JobRequest = Omit<Job, 'scripts' | 'bundleId' | 'services'> & {
  readonly bundle: Bundle;
  readonly services: readonly ServiceShape[];
};

/** A thread that runs one execution at a time, each in a context of its own. */
export interface Thread {
  run(job: JobRequest, listener: (message: ThreadMessage) => void): void;
  /** Wakes the execution with the answer to its call. */
  answer(answer: Answer): void;
  /** Ends the thread at once, whatever it does. */
  terminate(): Promise<void>;
}

/** Starts a thread; `onCrash` hears of a death nobody asked for (out of memory). */
export function startThread(workerFile: string, onCrash: (error: Error) => void): Thread {
  const memory = createAnswerMemory();
  const { port1, port2 } = new MessageChannel();
  const setup: ThreadSetup = { memory, answers: port2 };
  const worker = new Worker(workerFile, { workerData: setup, transferList: [port2] });
  const sent = new Set<string>();
  let sentServices: readonly ServiceShape[] | null = null;
  let listen: (message: ThreadMessage) => void = () => undefined;
  worker.on('message', (message: ThreadMessage) => listen(message));
  worker.on('error', onCrash);
  return {
    run: ({ bundle, services, ...job }, listener) => {
      listen = listener;
      const scripts = sent.has(bundle.id) ? null : bundle.scripts;
      sent.add(bundle.id);
      const isSame = services === sentServices;
      sentServices = services;
      const message: Job = {
        ...job,
        bundleId: bundle.id,
        scripts,
        services: isSame ? null : services,
      };
      worker.postMessage(message);
    },
    answer: createAnswerWriter(memory, (answer) => port1.postMessage(answer)),
    terminate: async () => {
      listen = () => undefined;
      port1.close();
      await worker.terminate();
    },
  };
}

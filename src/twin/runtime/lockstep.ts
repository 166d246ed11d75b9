import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { createAnswerReader } from './shared-answer';
import { endsItself, type Answer, type ThreadMessage } from './thread-messages';

export interface LockstepParts {
  /** Where the thread puts what it says. */
  readonly outbox: SharedArrayBuffer;
  /** Carries what is too long for the outbox. */
  readonly port: MessagePort;
  /** Wakes the thread with an answer. */
  readonly write: (answer: Answer) => void;
}

type Listener = (message: ThreadMessage) => void;

/** After so long the event loop has a turn, so that the thread's death or a limit is heard of. */
const patienceMs = 1000;
const ignore: Listener = () => undefined;

/** The host's end of a thread in step with it: the host stands still while the thread computes, so no message passes an event loop. */
export class Lockstep {
  readonly #parts: LockstepParts;
  readonly #reader: ReturnType<typeof createAnswerReader>;
  #listen = ignore;
  #place: 'computes' | 'atCall' | 'ended' = 'ended';
  #isFollowing = false;

  constructor(parts: LockstepParts) {
    this.#parts = parts;
    this.#reader = createAnswerReader(parts.outbox, () => receive(parts.port));
  }

  /** To be called before the thread is set going. */
  begin(listener: Listener): void {
    this.#listen = listener;
    this.#place = 'computes';
    this.#reader.prepare();
  }

  /** Waits for what the thread says, as long as the listener lets it go on. */
  follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    let isHeard = true;
    while (isHeard && this.#place === 'computes') isHeard = this.#step();
    this.#isFollowing = false;
    if (!isHeard) setImmediate(() => this.follow());
  }

  answer(answer: Answer): void {
    this.#goOn(answer);
    this.follow();
  }

  /** Lets the execution that stands at a call come to its end without any effect; false when it computes or does not end. */
  unwind(): boolean {
    this.#listen = ignore;
    if (this.#place === 'atCall') {
      this.#goOn({ text: endsItself, nowMs: 0 });
      this.#step();
    }
    return this.#place === 'ended';
  }

  /** Nothing more is listened to. */
  stop(): void {
    this.#place = 'ended';
  }

  #goOn(answer: Answer): void {
    this.#place = 'computes';
    this.#reader.prepare();
    this.#parts.write(answer);
  }

  /** False when nothing came. */
  #step(): boolean {
    const mail = this.#reader.wait(patienceMs);
    if (mail === null) return false;
    for (const message of readMessages(mail.text)) {
      if (message.type !== 'log') this.#place = message.type === 'call' ? 'atCall' : 'ended';
      this.#listen(message);
    }
    return true;
  }
}

function receive(port: MessagePort): Answer {
  const received: { message: Answer } | undefined = receiveMessageOnPort(port);
  if (!received) throw new Error('The thread woke the host without a message.');
  return received.message;
}

function readMessages(text: string): readonly ThreadMessage[] {
  const messages: unknown = JSON.parse(text);
  return Array.isArray(messages) ? messages.filter(isMessage) : [];
}

const isMessage = (value: unknown): value is ThreadMessage =>
  typeof value === 'object' && value !== null && 'type' in value;

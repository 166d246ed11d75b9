import type { Answer } from './thread-messages';

/**
 * The memory in which one side waits for a text of the other: a thread for an answer, in lockstep also the host for what a thread says.
 * Short texts lie in it; long ones go through a message port.
 * Layout: flag (int32), byte length (int32), time (float64), text (UTF-8).
 */
const headBytes = 16;
const textBytes = 16_384;
/** A character takes at most three bytes of UTF-8. */
const longestText = Math.floor(textBytes / 3);
const states = { waiting: 0, inMemory: 1, inPort: 2 } as const;

/** Creates the memory of one direction. */
export function createAnswerMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(headBytes + textBytes);
}

/** The end of the side that speaks: puts a text in and wakes the other. `post` carries what is too long for the memory. */
export function createAnswerWriter(
  memory: SharedArrayBuffer,
  post: (answer: Answer) => void,
): (answer: Answer) => void {
  const head = new Int32Array(memory, 0, 2);
  const time = new Float64Array(memory, 8, 1);
  const text = Buffer.from(memory, headBytes, textBytes);
  return (answer) => {
    const isShort = answer.text.length <= longestText;
    if (isShort) {
      head[1] = text.write(answer.text, 'utf8');
      time[0] = answer.nowMs;
    } else {
      post(answer);
    }
    Atomics.store(head, 0, isShort ? states.inMemory : states.inPort);
    Atomics.notify(head, 0);
  };
}

/** The end of the side that waits: `prepare` before the other is set going, then `wait`; null when nothing came in that time. */
export function createAnswerReader(memory: SharedArrayBuffer, receive: () => Answer) {
  const head = new Int32Array(memory, 0, 2);
  const time = new Float64Array(memory, 8, 1);
  const text = Buffer.from(memory, headBytes, textBytes);
  return {
    prepare: () => void Atomics.store(head, 0, states.waiting),
    wait: (atMostMs = Infinity): Answer | null => {
      // The other may be cut off between storing a text and notifying: its notice then wakes the wait for the next one.
      while (Atomics.load(head, 0) === states.waiting)
        if (Atomics.wait(head, 0, states.waiting, atMostMs) === 'timed-out') return null;
      if (Atomics.load(head, 0) === states.inPort) return receive();
      return { text: text.toString('utf8', 0, head[1]), nowMs: time[0] ?? 0 };
    },
  };
}

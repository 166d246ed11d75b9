/**
 * How far a message came, out of everything that was said of it. Three kinds of words:
 *
 * - **Steps of a ladder** (`steps`): the furthest one holds, whatever order they come in.
 * - **`deleted`** is final: receipts that come after it change nothing.
 * - **Every other word** (`failed`, or the vendor's own, such as a ticket's `open`) holds from its time on: until a newer word
 *   of its kind, or a newer step. So a message that failed, was sent again and was read is read.
 *
 * Decoders choose per vendor and word: what means a step is told by the step's name, anything else by another word.
 */
const steps: readonly string[] = ['pending', 'sent', 'delivered', 'read', 'answered'];

/** One word that was said of a message. `isDated`: by the vendor; else `atMs` is when its first copy came. */
export interface StatusSaying {
  readonly atMs: number;
  readonly isDated: boolean;
  readonly word: string;
}

/** The word that holds; null when none was said. */
export function holdingStatus(sayings: readonly StatusSaying[]): string | null {
  if (sayings.some(({ word }) => word === 'deleted')) return 'deleted';
  const other = sayings.filter(({ word }) => !isStep(word)).reduce(newest, null);
  const reached = sayings.filter((said) => isStep(said.word) && comesAfter(said, other));
  if (reached.length === 0) return other?.word ?? null;
  return steps[Math.max(...reached.map(({ word }) => steps.indexOf(word)))] ?? null;
}

/** True for a step of the ladder: the message is on its way, and an error that was told before it is past. */
export function isStep(word: string): boolean {
  return steps.includes(word);
}

function newest(a: StatusSaying | null, b: StatusSaying): StatusSaying {
  if (a === null || a.atMs < b.atMs) return b;
  return a.atMs === b.atMs && a.word < b.word ? b : a;
}

/** A step without a time of its own may be older than it looks: it never ends another word. At the same time the other word is the end. */
function comesAfter(step: StatusSaying, other: StatusSaying | null): boolean {
  return other === null || (step.isDated && step.atMs > other.atMs);
}

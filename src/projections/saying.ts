/**
 * One saying about an entity, ordered by its clock: the vendor's version or time first, then the time its first copy was
 * received, then its place in the request, then the hash of its content.
 */
export interface Saying {
  readonly atMs: number;
  readonly receivedAtMs: number;
  readonly index: number;
  /** Of the content; begins with `undatedSign` when the vendor gives no time: then the time of the first copy's receipt counts. */
  readonly hash: string;
  /** Revision of the decoder that read the event: of two readings of one event the later decoder's counts. */
  readonly revision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Marks the hash of a saying without a time of its own: a later copy of it is told by its content alone. */
const undatedSign = '~';

/** What names a saying: the event's hash, and which of the event's facts about this entity it is. */
export function sayingHash(eventHash: string, ordinal: number, isDated: boolean): string {
  return `${isDated ? '' : undatedSign}${eventHash}.${ordinal}`;
}

/** True for a saying to which the vendor gave no time. */
export const isUndated = ({ hash }: Saying): boolean => hash.startsWith(undatedSign);

/** The event that a saying is of, whichever of its facts. */
export function eventOf(saying: Saying): string {
  const [eventHash = ''] = saying.hash.split('.');
  return isUndated(saying) ? eventHash : `${saying.atMs}|${eventHash}`;
}

/** The order of sayings: by their clocks, the hash deciding last. */
export function compareClocks(a: Saying, b: Saying): number {
  return (
    a.atMs - b.atMs ||
    a.receivedAtMs - b.receivedAtMs ||
    a.index - b.index ||
    (a.hash < b.hash ? -1 : Number(a.hash > b.hash))
  );
}

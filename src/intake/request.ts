/** One accepted request, as it is kept in the journal or the waiting room. */
export interface Request {
  /** Of this delivery alone, random. */
  readonly id: string;
  readonly connectionId: string;
  readonly webhook: string;
  readonly receivedAtMs: number;
  /** The raw body. */
  readonly body: string;
}

/** Bodies above this are refused, with a line in the journal (size and hash). */
export const maxBodyLength = 1_000_000;

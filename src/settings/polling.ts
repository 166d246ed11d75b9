import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

type All = Readonly<Record<string, string>>;

/** Minutes between two questions that a user may choose. */
export const pollMinutes = [1, 2, 5, 10] as const;

/** Whether, and how often, a connection's platform is asked for the status of its agents. */
export interface Polling {
  readonly isOn: boolean;
  readonly everyMinutes: number;
  /** Raised with every saving of it, or of the access: what made it wait is then tried at once. */
  readonly edition: number;
}

const off: Polling = { isOn: false, everyMinutes: 5, edition: 0 };
const pollingKey = (connectionId: string): string => `poll.${connectionId}`;

export function pollingFrom(all: All, connectionId: string): Polling {
  const stored = decodeRecord(all[pollingKey(connectionId)], off);
  const fits = pollMinutes.some((minutes) => minutes === stored.everyMinutes);
  return fits ? stored : { ...stored, everyMinutes: off.everyMinutes };
}

export function savePolling(
  { set }: Pick<Properties, 'set'>,
  connectionId: string,
  polling: Polling,
): void {
  set(pollingKey(connectionId), JSON.stringify(polling));
}

/** How the asking of a connection stands. */
export interface PollState {
  /** When it was asked last, and when the last answer came, epoch ms; 0: never. */
  readonly askedMs: number;
  readonly answeredMs: number;
  /** It is not asked before, epoch ms. */
  readonly notBeforeMs: number;
  /** Failures in a row, and the edition of the settings that they belong to. */
  readonly faults: number;
  readonly edition: number;
  /** Why there was no answer (`sync/fetch/fetch-texts.ts`), and what the platform said; blank: there was one. */
  readonly cause: string;
  readonly words: string;
  /** The same as a sentence in the sheet's language. */
  readonly trouble: string;
  /** Every known agent, see `sync/poll/known-agents.ts`. */
  readonly agents: string;
  /** Id of the last batch that was handed on, see `Batch`. */
  readonly sent: string;
  /** Agents in the last answer. */
  readonly count: number;
  /** Whether a status was seen that counts only when it is seen again. */
  readonly isUnsettled: boolean;
}

const initial: PollState = {
  askedMs: 0,
  answeredMs: 0,
  notBeforeMs: 0,
  faults: 0,
  edition: 0,
  cause: '',
  words: '',
  trouble: '',
  agents: '',
  sent: '',
  count: 0,
  isUnsettled: false,
};

const statePrefix = 'polled.';
const stateKey = (connectionId: string): string => statePrefix + connectionId;

export const pollStateFrom = (all: All, connectionId: string): PollState =>
  decodeRecord(all[stateKey(connectionId)], initial);

export function savePollState(
  { set }: Pick<Properties, 'set'>,
  connectionId: string,
  state: PollState,
): void {
  set(stateKey(connectionId), JSON.stringify(state));
}

/** Why a platform that is to be asked did not answer, by connection, in the sheet's language; those that did are left out. */
export function pollTroubles(all: All): ReadonlyMap<string, string> {
  const ids = Object.keys(all).flatMap((key) =>
    key.startsWith(statePrefix) ? [key.slice(statePrefix.length)] : [],
  );
  return new Map(
    ids.flatMap((id) => {
      const { trouble } = pollStateFrom(all, id);
      return trouble === '' || !pollingFrom(all, id).isOn ? [] : [[id, trouble] as const];
    }),
  );
}

/**
 * Changes that are being handed on. Stored before, so that a run that dies in between hands on the very same once more, and no others
 * of a later time; taken away after.
 */
export interface Batch {
  readonly id: string;
  /** Packed: a property holds 9 KB. */
  readonly body: string;
}

const noBatch: Batch = { id: '', body: '' };
const batchPrefix = 'polling.';
const batchKey = (connectionId: string): string => batchPrefix + connectionId;
export const isBatchKey = (key: string): boolean => key.startsWith(batchPrefix);

/** Null when nothing is being handed on. */
export function batchFrom(all: All, connectionId: string): Batch | null {
  const batch = decodeRecord(all[batchKey(connectionId)], noBatch);
  return batch.id === '' ? null : batch;
}

export function saveBatch(
  { set }: Pick<Properties, 'set'>,
  connectionId: string,
  batch: Batch,
): void {
  set(batchKey(connectionId), JSON.stringify(batch));
}

export function dropBatch({ remove }: Pick<Properties, 'remove'>, connectionId: string): void {
  remove(batchKey(connectionId));
}

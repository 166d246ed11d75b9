import { decodeRecord } from '../../events/decode-record';
import { shortHash } from '../../events/short-hash';

/**
 * What Weni has been told of a contact, in its row's `Estado`: so that nothing is sent twice for the same state, and of a change only
 * what changed. Values are kept as hashes.
 */
export interface Told {
  /** The address under which it was sent; blank: never. */
  readonly urn: string;
  /** Another address under which Weni has it; blank: that one. */
  readonly as: string;
  /** Hash of each value by its name: `name`, `language`, `fields.plan`. */
  readonly values: Readonly<Record<string, string>>;
  /** UUIDs of the groups that it was put into. */
  readonly groups: readonly string[];
  /** Hash of what Weni refused: it is not sent again before it changes. */
  readonly refused: string;
  /** A person had it deleted at Weni: it is not made again. */
  readonly isGone: boolean;
}

const nothing: Told = { urn: '', as: '', values: {}, groups: [], refused: '', isGone: false };

export function readTold(text: string | null | undefined): Told {
  const told = decodeRecord(text, nothing);
  const values = Object.entries(told.values).filter(([, hash]) => typeof hash === 'string');
  return {
    ...told,
    values: Object.fromEntries(values),
    groups: told.groups.filter((uuid) => typeof uuid === 'string'),
  };
}

export const writeTold = (told: Told): string => JSON.stringify(told);

/** What Weni knows of one that it does not have. */
export const untold = nothing;

/** The hash that stands for a value; blank for one that is cleared. */
export const hashOf = (value: string): string => (value === '' ? '' : shortHash(value));

import { decodeRecord } from '../../events/decode-record';
import type { Properties } from '../../platform/services';
import type { CauseId } from './cause-texts';

/** How far the sending has come. Stored after the rows' results: a crash in between only makes it look twice. */
export interface WeniState {
  /** The mapping (see `mappingOf`) that the names below are of; blank: to be looked up. */
  readonly mapping: string;
  readonly preparedMs: number;
  /** Keys of fields by their labels, UUIDs of groups by their names in small letters. */
  readonly keys: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  /** The mapping that the last pass over all contacts was begun with. */
  readonly passMapping: string;
  /** Journal lines up to this number have been looked at for contacts. */
  readonly number: number;
  /** The next row of Contatos of the pass over all of them; 0: none is under way. */
  readonly passRow: number;
  /** Rows of that pass, to tell how far it is. */
  readonly passRows: number;
  /** Local day, counted from 1970, of the last pass that a night began. */
  readonly passDay: number;
  /** Nothing is sent before, epoch ms. */
  readonly notBeforeMs: number;
  /** Failures in a row that may pass by themselves. */
  readonly faults: number;
  /** Hashes of the keys of contacts at which Weni failed. */
  readonly suspects: readonly string[];
  /** Why nothing is sent, and what Weni said; blank: it is. */
  readonly cause: CauseId | '';
  readonly words: string;
  /** Edition of the settings with which it was stopped; -1: it is not. */
  readonly stoppedAt: number;
  /** Calls that may be made at once, and when that was reckoned: see `pace.ts`. */
  readonly credit: number;
  readonly creditAtMs: number;
  /** Contacts that Weni took, and when the last one. */
  readonly sent: number;
  readonly lastSentMs: number;
}

const initial: WeniState = {
  mapping: '',
  preparedMs: 0,
  keys: {},
  groups: {},
  passMapping: '',
  number: -1,
  passRow: 0,
  passRows: 0,
  passDay: 0,
  notBeforeMs: 0,
  faults: 0,
  suspects: [],
  cause: '',
  words: '',
  stoppedAt: -1,
  credit: 0,
  creditAtMs: 0,
  sent: 0,
  lastSentMs: 0,
};

const key = 'weni.state';

export const weniStateFrom = (all: Readonly<Record<string, string>>): WeniState =>
  decodeRecord(all[key], initial);

export function saveWeniState(properties: Properties, state: WeniState): void {
  properties.set(key, JSON.stringify(state));
}

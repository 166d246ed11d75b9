import { isCounting, letLeave, youngestMs, type Left } from '../../archive/let-leave';
import { readPart } from '../../archive/read-part';
import { decodeRecord } from '../../events/decode-record';
import type { Services } from '../../platform/services';
import { firstPlace, type Place } from '../../privacy/person-rows';
import { reloadConfig } from '../../settings/config-cache';
import { whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';

/** Some rows as lines of JSON: of each row its mark, and its lines with the table that each is of. */
export interface ArchivePart {
  readonly place: Place;
  readonly items: readonly {
    readonly mark: string;
    readonly lines: readonly (readonly [string, string])[];
  }[];
  readonly next: Place | null;
}

/** Blank: everything, as a copy. */
const beforeOf = (text: string): number => (text === '' ? Infinity : Number(text));

/** The next rows that learnt nothing since a moment (epoch ms; blank: all rows). Writes nothing. */
export function readArchive(
  services: Services,
  before: string,
  placeText: string,
): Outcome<ArchivePart> {
  const place = decodeRecord(placeText, firstPlace);
  const wanted = { ...place, beforeMs: beforeOf(before) };
  const { rows, next } = readPart(services, reloadConfig(services), wanted);
  return done({ place, items: rows.map(({ mark, lines }) => ({ mark, lines })), next });
}

interface Asked {
  readonly before: string;
  readonly place: string;
  /** Of rows that the browser has found in the saved files, side by side. */
  readonly marks: string;
  readonly word: string;
}

/** Takes the next rows away whose copy the browser has read back; at the word that only somebody who means it types. */
export function letArchivedLeave(services: Services, asked: Asked): Outcome<Left> {
  const speak = speaker(services);
  if (asked.word.toUpperCase() !== speak('archiveWord'))
    return refused(speak('archiveUnsure', { word: speak('archiveWord') }));
  const beforeMs = beforeOf(asked.before);
  if (!(beforeMs <= youngestMs(services.clock.now()))) return refused(speak('archiveYoung'));
  const place = decodeRecord(asked.place, firstPlace);
  return whileLocked(services, () => {
    if (isCounting(services.properties.getAll())) return refused(speak('archiveCounting'));
    const marks = new Set(asked.marks.split(' '));
    return done(letLeave(services, reloadConfig(services), { ...place, beforeMs, marks }));
  });
}

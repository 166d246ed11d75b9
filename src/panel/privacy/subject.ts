import { decodeRecord } from '../../events/decode-record';
import { sweepNow } from '../../intake/sweep/sweep';
import { beginErasure, goOnErasing } from '../../privacy/erase';
import { eraseStateFrom, type EraseState } from '../../privacy/erase-state';
import { findPeople, type FoundPeople } from '../../privacy/find-people';
import { readHoldings, type Holdings } from '../../privacy/holdings';
import type { Services } from '../../platform/services';
import { configFrom, type Config } from '../../settings/config';
import { forgetConfig, reloadConfig } from '../../settings/config-cache';
import { defaultPrivacy, savePrivacy } from '../../settings/privacy';
import { whileLocked } from '../change';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { withKey } from './change-privacy';

/** A person's click works for so long before it says how far it is. */
const clickMs = 20_000;
const fewestSigns = 3;

const start = { register: 0, row: 0, number: 0 };

/** The configuration with a key, which is made for the first one who is looked for. */
function withOwnKey(services: Services): Outcome<Config> {
  const config = reloadConfig(services);
  if (config.privacy?.key) return done(config);
  return whileLocked(services, () => {
    const { privacy = defaultPrivacy } = configFrom(services.properties.getAll());
    savePrivacy(services.properties, withKey(services, privacy));
    forgetConfig(services);
    return done(reloadConfig(services));
  });
}

/** Looks for a person in the next rows, which a page asks for one after the other. */
export function findSubject(
  services: Services,
  query: string,
  place: string,
): Outcome<FoundPeople> {
  if (query.length < fewestSigns) return refused(speaker(services)('subjectTooShort'));
  const known = withOwnKey(services);
  if (known.kind !== 'done') return known;
  return done(findPeople(services, known.value, { query, place: decodeRecord(place, start) }));
}

/** The next part of what is held of a person. */
export function readSubject(services: Services, entries: string, place: string): Outcome<Holdings> {
  const language = languageOf(services.host.locale());
  const wanted = { entries, place: decodeRecord(place, start), language };
  return done(readHoldings(services, reloadConfig(services), wanted));
}

/** How far an erasure is; null: it is done. */
type Progress = Outcome<EraseState | null>;

/** Begins to erase a person, at the word that only somebody who means it types, and does what one click may. */
export function eraseSubject(
  services: Services,
  entries: string,
  { days, word }: { readonly days: string; readonly word: string },
): Progress {
  const speak = speaker(services);
  if (word.toUpperCase() !== speak('eraseWord'))
    return refused(speak('eraseUnsure', { word: speak('eraseWord') }));
  const maskedDays = Number(days);
  if (entries === '' || !Number.isFinite(maskedDays)) return refused(speak('badRequest'));
  const begun = whileLocked(services, () => {
    if (eraseStateFrom(services.properties.getAll()) !== null) return refused(speak('eraseBusy'));
    return done(beginErasure(services, { entries, maskedDays }));
  });
  return begun.kind === 'done' ? goOnWithSubject(services) : begun;
}

/** Goes on with the erasure that is under way. */
export function goOnWithSubject(services: Services): Progress {
  const speak = speaker(services);
  const untilMs = services.clock.now() + clickMs;
  const progress = whileLocked(services, () => done(goOnErasing(services, untilMs)));
  if (progress.kind !== 'done') return progress;
  if (progress.value !== null)
    return done(progress.value, speak('erasing', { rows: String(progress.value.rows) }));
  // The boards show who waits.
  sweepNow(services);
  return done(null, speak('erased'));
}

import type { Services } from '../../platform/services';
import { askWeni } from '../../sync/weni/ask-weni';
import {
  deleteContact,
  deleteGroup,
  findContact,
  listOf,
  makeGroup,
  renameGroup,
  type WeniCall,
} from '../../sync/weni/calls';
import { causeTexts } from '../../sync/weni/cause-texts';
import { isGroupName } from '../../sync/weni/label-rules';
import { toInternational } from '../../sync/weni/phone';
import { nextCursorIn, resultsIn, textIn } from '../../sync/weni/read-answer';
import { markGone } from '../../sync/weni/remove-contact';
import { weniSettingsFrom } from '../../settings/weni';
import { isObject } from '../../vendors/kit/object-reader';
import { languageOf } from '../language';
import { busy, done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { fill, type TextId } from '../texts';

/** Asks Weni for one thing; what went wrong is said in words. */
function ask(
  services: Services,
  call: WeniCall,
  refusal: TextId = 'weniRefused',
): Outcome<unknown> {
  const speak = speaker(services);
  const reading = askWeni(services, call);
  if (reading === null) return refused(speak('weniNoToken'));
  if (reading.kind === 'done') return done(reading.value);
  if (reading.kind === 'refused')
    return refused(
      reading.status === 404
        ? speak('weniNotThere')
        : speak(refusal, { words: endSentence(reading.words) }),
    );
  const text = causeTexts[reading.cause][languageOf(services.host.locale())];
  return refused(fill(text, { words: reading.words, time: '–' }));
}

const endSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** A group as the page shows it. */
interface ShownGroup {
  readonly uuid: string;
  readonly name: string;
  readonly count: number;
  /** Weni alone says who belongs to it. */
  readonly isDynamic: boolean;
}

type Groups = Outcome<readonly ShownGroup[]>;

/** All groups of the workspace, by name. */
export function listWeniGroups(services: Services): Groups {
  const groups: ShownGroup[] = [];
  let cursor: string | null = null;
  do {
    const outcome: Outcome<unknown> = ask(services, listOf('groups', cursor));
    if (outcome.kind !== 'done') return outcome;
    groups.push(...resultsIn(outcome.value).map(toShown));
    cursor = nextCursorIn(outcome.value);
  } while (cursor !== null);
  return done(groups.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function toShown(value: unknown): ShownGroup {
  const count = isObject(value) ? Number(value['count'] ?? 0) : 0;
  const [uuid, name, query] = ['uuid', 'name', 'query'].map((key) => textIn(value, key));
  return { uuid: uuid ?? '', name: name ?? '', count, isDynamic: (query ?? '') !== '' };
}

export const makeWeniGroup = (services: Services, name: string): Groups =>
  changeNamed(services, name, { call: makeGroup(name), said: 'weniGroupMade' });

export const renameWeniGroup = (services: Services, uuid: string, name: string): Groups =>
  changeNamed(services, name, { call: renameGroup(uuid, name), said: 'weniGroupRenamed' });

function changeNamed(
  services: Services,
  name: string,
  { call, said }: { readonly call: WeniCall; readonly said: TextId },
): Groups {
  const speak = speaker(services);
  if (!isGroupName(name)) return refused(speak('weniBadGroup', { name }));
  return listAfter(services, ask(services, call), speak(said, { name }));
}

/** Deletes a group at Weni; one that flows, triggers or campaigns use stays. */
export function deleteWeniGroup(services: Services, uuid: string): Groups {
  if (uuid === '') return refused(speaker(services)('badRequest'));
  const outcome = ask(services, deleteGroup(uuid), 'weniGroupInUse');
  return listAfter(services, outcome, speaker(services)('weniGroupDeleted'));
}

function listAfter(services: Services, outcome: Outcome<unknown>, said: string): Groups {
  if (outcome.kind !== 'done') return outcome;
  const listed = listWeniGroups(services);
  return listed.kind === 'done' ? done(listed.value, said) : listed;
}

/** A contact that Weni has. */
interface FoundContact {
  readonly uuid: string;
}

/** Looks a contact up at Weni by a phone, an e-mail or Weni's own id, so that a person sees whom they delete. */
export function findWeniContact(services: Services, text: string): Outcome<FoundContact> {
  const speak = speaker(services);
  const query = queryOf(text, weniSettingsFrom(services.properties.getAll()).countryCode);
  const [found] = query.flatMap((one) => {
    const outcome = ask(services, findContact(one));
    return outcome.kind === 'done' ? resultsIn(outcome.value) : [];
  });
  if (found !== undefined) return done({ uuid: textIn(found, 'uuid') }, sayFound(services, found));
  const tried = ask(services, findContact(query[0] ?? { uuid: text }));
  return tried.kind === 'done' ? refused(speak('weniNobody')) : tried;
}

function queryOf(text: string, countryCode: string): readonly Readonly<Record<string, string>>[] {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return [{ uuid: text }];
  if (text.includes('@')) return [{ urn: `mailto:${text.toLowerCase()}` }];
  const digits = toInternational(text, countryCode);
  return digits === null ? [] : [{ urn: `whatsapp:${digits}` }, { urn: `tel:+${digits}` }];
}

function sayFound(services: Services, found: unknown): string {
  const urns: unknown = isObject(found) ? found['urns'] : [];
  const shown = Array.isArray(urns) ? urns.filter((urn) => typeof urn === 'string') : [];
  const name = textIn(found, 'name');
  return speaker(services)('weniFound', {
    name: name === '' ? textIn(found, 'uuid') : name,
    urns: shown.join(', '),
  });
}

/** Deletes a contact at Weni, at a person's wish alone, and remembers that it is not to be made again. */
export function deleteWeniContact(services: Services, uuid: string): Outcome {
  const speak = speaker(services);
  if (uuid === '') return refused(speak('badRequest'));
  const outcome = ask(services, deleteContact({ uuid }));
  if (outcome.kind !== 'done') return outcome;
  return markGone(services, uuid) ? done(null, speak('weniDeleted')) : busy(speak('busy'));
}

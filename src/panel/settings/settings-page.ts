import { parseObject } from '../../events/decode-record';
import type { Services } from '../../platform/services';
import type { Settings } from '../../settings/config';
import { reloadConfig } from '../../settings/config-cache';
import { isStarted, storeSettings, whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import type { SettingsDesk, ShownField } from './section';
import { sections } from './sections';

/** A theme as the page shows it. */
interface ShownSection {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Today's values in a few words. */
  readonly sum: string;
  readonly fields: readonly ShownField[];
}

const deskOf = (services: Services, settings: Settings): SettingsDesk => ({
  services,
  settings,
  speak: speaker(services),
});

/** What the page Ajustes shows. Writes nothing. */
export function readSettings(services: Services): readonly ShownSection[] {
  const desk = deskOf(services, reloadConfig(services).settings);
  return sections.map(({ id, title, about, sum, fields }) => ({
    id,
    title: desk.speak(title),
    about: desk.speak(about),
    sum: sum(desk),
    fields: fields(desk),
  }));
}

/** A property holds 9 KB (https://developers.google.com/apps-script/guides/services/quotas); the rest is for ids of sheets to come. */
const mostBytes = 8500;

/** Signs outside ASCII take up to three bytes. */
const bytesOf = (settings: Settings): number =>
  JSON.stringify(settings).replace(/[\u0080-\uffff]/g, '...').length;

/** Stores what was typed into a section, if all of it is right; else says which fields are wrong, and stores nothing. */
export function saveSection(
  services: Services,
  id: string,
  text: string,
): Outcome<readonly ShownSection[]> {
  const section = sections.find((one) => one.id === id);
  const speak = speaker(services);
  if (section === undefined) return refused(speak('badRequest'));
  return whileLocked(services, () => {
    const { settings } = reloadConfig(services);
    if (!isStarted(settings)) return refused(speak('notStarted'));
    const { faults, change, after } = section.take(parseObject(text), deskOf(services, settings));
    if (faults.length > 0)
      return refused(speak('setFaulty', { count: String(faults.length) }), faults);
    const changed = change(settings);
    if (bytesOf(changed) > mostBytes) return refused(speak('setTooMuch'));
    storeSettings(services, settings, changed);
    after?.();
    return done(readSettings(services), speak(section.saved));
  });
}

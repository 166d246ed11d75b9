import { languages, type Language } from '../../events/localized';
import { sayOffset, zones, type Zone } from '../../settings/zones';
import { languageOf } from '../language';
import { textIn, type Section, type SettingsDesk } from './section';

const languageNames: Readonly<Record<string, string>> = {
  pt: 'Português (Brasil)',
  es: 'Español',
  en: 'English',
};

const nameOf = (language: Language): string => languageNames[language] ?? language;

const zoneName = ({ name, offsetMinutes }: Zone, { services }: SettingsDesk): string =>
  `${name[languageOf(services.host.locale())]} (${sayOffset(offsetMinutes)})`;

const zoneOf = ({ settings }: SettingsDesk): Zone | undefined =>
  zones.find(({ id }) => id === settings.zone);

/** The language of the rows, and the clock that they show. */
export const placeSection: Section = {
  id: 'place',
  title: 'setPlace',
  about: 'setPlaceAbout',
  saved: 'setSavedRows',
  sum: (desk) => {
    const zone = zoneOf(desk);
    return desk.speak('setPlaceSum', {
      language: nameOf(desk.settings.language),
      zone: zone === undefined ? sayOffset(desk.settings.offsetMinutes) : zoneName(zone, desk),
    });
  },
  fields: (desk) => {
    const { services, settings, speak } = desk;
    const nowMs = services.clock.now();
    const sheetZone = services.workbook.timeZone();
    const time = new Date(nowMs + settings.offsetMinutes * 60_000).toISOString().slice(11, 16);
    const offset = sayOffset(services.clock.offsetMinutes(sheetZone, nowMs));
    return [
      {
        kind: 'choice',
        id: 'language',
        label: speak('setLanguage'),
        help: speak('setLanguageHelp'),
        value: settings.language,
        choices: languages.map((id) => ({ id, name: nameOf(id) })),
      },
      {
        kind: 'choice',
        id: 'zone',
        label: speak('setZone'),
        help: speak('setZoneHelp', { time }),
        value: settings.zone,
        choices: zones.map((zone) => ({ id: zone.id, name: zoneName(zone, desk) })),
      },
      {
        kind: 'switch',
        id: 'sheetZone',
        label: speak('setSheetZone'),
        help: speak('setSheetZoneHelp', { zone: sheetZone, offset }),
        value: false,
        lists: [],
      },
    ];
  },
  take: (typed, { services, settings, speak }) => {
    const language = languages.find((one) => one === textIn(typed, 'language'));
    const zone = zones.find(({ id }) => id === textIn(typed, 'zone'));
    const sentence = speak('setNotOffered');
    const isOther = language !== settings.language;
    return {
      faults: [
        ...(language === undefined ? [{ field: 'language', sentence }] : []),
        ...(zone === undefined ? [{ field: 'zone', sentence }] : []),
      ],
      change: (known) => ({
        ...known,
        language: language ?? known.language,
        isLanguageChosen: known.isLanguageChosen || isOther,
        zone: zone?.id ?? known.zone,
        offsetMinutes: zone?.offsetMinutes ?? known.offsetMinutes,
      }),
      after: () => {
        if (typed['sheetZone'] === true && zone !== undefined)
          services.workbook.setTimeZone(zone.id);
      },
    };
  },
};

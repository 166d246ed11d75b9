import { countryCodes } from './phone';
import { isFieldLabel, isGroupName, toFieldLabel } from './label-rules';
import type { WeniSettings } from '../../settings/weni';

/** What is wrong with settings that a person wants to save, and the value that it is about. */
export interface SettingsFault {
  readonly text:
    | 'weniBadAddress'
    | 'weniBadVersion'
    | 'weniNoScheme'
    | 'weniBadCountry'
    | 'weniBadLanguage'
    | 'weniBadLabel'
    | 'weniBadGroup'
    | 'weniTooMany'
    | 'weniBadPace';
  readonly values: Readonly<Record<string, string>>;
}

/** As many as one property of 9 KB can remember with their keys. */
const mostFields = 50;
const mostGroups = 25;

type Check = (settings: WeniSettings) => SettingsFault | null;

const fault = (
  text: SettingsFault['text'],
  values: Readonly<Record<string, string>> = {},
): SettingsFault => ({ text, values });

const checks: readonly Check[] = [
  ({ address }) => (/^https:\/\/[^/?#@\s]+$/.test(address) ? null : fault('weniBadAddress')),
  ({ version }) => (/^v\d{1,2}$/.test(version) ? null : fault('weniBadVersion')),
  ({ schemes }) => (schemes.length > 0 ? null : fault('weniNoScheme')),
  ({ countryCode }) =>
    countryCodes.includes(countryCode)
      ? null
      : fault('weniBadCountry', { codes: countryCodes.join(', ') }),
  ({ language }) => (/^(?:[a-z]{3})?$/.test(language) ? null : fault('weniBadLanguage')),
  ({ fields }) => {
    const wrong = fields.find(({ label }) => !isFieldLabel(label));
    return wrong === undefined
      ? null
      : fault('weniBadLabel', { label: wrong.label, better: toFieldLabel(wrong.label) });
  },
  ({ groups }) => {
    const wrong = groups.find(({ name }) => !isGroupName(name));
    return wrong === undefined ? null : fault('weniBadGroup', { name: wrong.name });
  },
  ({ fields, groups }) =>
    fields.length <= mostFields && groups.length <= mostGroups
      ? null
      : fault('weniTooMany', { fields: String(mostFields), groups: String(mostGroups) }),
  ({ callsPerHour }) =>
    Number.isInteger(callsPerHour) && callsPerHour >= 200 && callsPerHour <= 10_000
      ? null
      : fault('weniBadPace'),
];

/** The first thing that is wrong; null when all is as Weni takes it. */
export function checkSettings(settings: WeniSettings): SettingsFault | null {
  for (const check of checks) {
    const found = check(settings);
    if (found !== null) return found;
  }
  return null;
}

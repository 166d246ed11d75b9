import type { Settings } from '../../settings/config';
import { vendorsWithCodes } from '../../vendors/registry';
import type { FieldFault } from '../outcome';
import { sayWhen } from '../say-when';
import { agentsOf } from './agents-of';
import {
  cellAt,
  linesIn,
  textIn,
  type FieldLine,
  type Section,
  type SettingsDesk,
  type ShownField,
  type Typed,
} from './section';

const longestWord = 60;

const fieldOf = (vendorId: string): string => `names.${vendorId}`;

const namesOf = ({ statusNames }: Settings, vendorId: string): Readonly<Record<string, string>> =>
  statusNames[vendorId] ?? {};

/** The user's names for platforms' status codes, one table for each platform that sends codes. */
export const namesSection: Section = {
  id: 'names',
  title: 'setNames',
  about: 'setNamesAbout',
  saved: 'setSavedRows',
  sum: (desk) => {
    const all = vendorsWithCodes.flatMap(({ id, name }) => linesOf(desk, { id, name }));
    const named = all.filter(({ cells }) => cells['name'] !== '').length;
    const counts = { named: String(named), unnamed: String(all.length - named) };
    return desk.speak('setNamesSum', counts);
  },
  fields: (desk) => vendorsWithCodes.map((vendor) => tableOf(desk, vendor)),
  take: (typed, desk) => {
    const taken = vendorsWithCodes.map(({ id }) => ({ id, ...readNames(typed, id, desk) }));
    return {
      faults: taken.flatMap(({ faults }) => faults),
      change: (settings) => ({
        ...settings,
        statusNames: {
          ...settings.statusNames,
          ...Object.fromEntries(taken.map(({ id, names }) => [id, names])),
        },
      }),
    };
  },
};

interface NamedVendor {
  readonly id: string;
  readonly name: string;
}

function tableOf(desk: SettingsDesk, vendor: NamedVendor): ShownField {
  const { speak } = desk;
  return {
    kind: 'table',
    id: fieldOf(vendor.id),
    label: vendor.name,
    help: speak('setNamesHelp'),
    columns: [
      { id: 'code', label: speak('setCode'), kind: 'text' },
      { id: 'name', label: speak('setName'), kind: 'text' },
      { id: 'seen', label: speak('setSeen'), kind: 'shown' },
    ],
    value: linesOf(desk, vendor),
    add: speak('setAddCode'),
  };
}

/** Codes that have come and those that have a name, the latest first. */
function linesOf(desk: SettingsDesk, vendor: NamedVendor): readonly FieldLine[] {
  const { services, settings } = desk;
  const names = namesOf(settings, vendor.id);
  const seen = codesSeen(desk, vendor);
  const nowMs = services.clock.now();
  const codes = [...new Set([...seen.keys(), ...Object.keys(names)])];
  return codes
    .sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0) || (a < b ? -1 : 1))
    .map((code) => {
      const atMs = seen.get(code) ?? 0;
      const when =
        atMs === 0 ? '' : sayWhen(atMs, { nowMs, offsetMinutes: settings.offsetMinutes });
      return {
        name: '',
        cells: { code, name: names[code] ?? '', seen: when },
        fixed: ['code'],
      };
    });
}

/** Codes that agents of Agora have or had in a pause, and when they last came (epoch ms). */
function codesSeen(desk: SettingsDesk, { name }: NamedVendor): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const note = (code: string, atMs: number): void => {
    if (code !== '') seen.set(code, Math.max(seen.get(code) ?? 0, atMs));
  };
  for (const { vendorName, fields } of agentsOf(desk)) {
    if (vendorName !== name) continue;
    const [lastMs] = (fields.situations ?? []).slice(-1).map(([atMs]) => atMs);
    note(fields.statusCode ?? '', lastMs ?? 0);
    for (const [atMs, code] of fields.pauseCodes ?? []) note(code, atMs);
  }
  return seen;
}

function readNames(
  typed: Typed,
  vendorId: string,
  { speak }: SettingsDesk,
): { readonly faults: readonly FieldFault[]; readonly names: Readonly<Record<string, string>> } {
  const field = fieldOf(vendorId);
  const names = new Map<string, string>();
  const codes = new Set<string>();
  const faults = linesIn(typed, field).flatMap((line, index): readonly FieldFault[] => {
    const [code, name] = [textIn(line, 'code'), textIn(line, 'name')];
    if (code === '' && name === '') return [];
    const isTwice = codes.has(code);
    codes.add(code);
    if (name !== '') names.set(code, name);
    const tooLong = speak('setTooLong', { count: String(longestWord) });
    const atCode = (sentence: string): FieldFault => ({
      field: cellAt(field, index, 'code'),
      sentence,
    });
    if (code === '') return [atCode(speak('setCodeMissing'))];
    if (isTwice) return [atCode(speak('setCodeTwice', { code }))];
    if (code.length > longestWord) return [atCode(tooLong)];
    return name.length > longestWord
      ? [{ field: cellAt(field, index, 'name'), sentence: tooLong }]
      : [];
  });
  return { faults, names: Object.fromEntries(names) };
}

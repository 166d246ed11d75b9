import { say, type Localized } from '../../events/localized';
import { holidaysOf, type HolidayId } from '../../measures/holidays';
import { languageOf } from '../language';
import type { SettingsDesk, ShownList } from './section';

const names: Readonly<Record<HolidayId, Localized>> = {
  '01-01': say('Confraternização Universal', 'Año Nuevo', "New Year's Day"),
  goodFriday: say('Sexta-feira Santa', 'Viernes Santo', 'Good Friday'),
  '04-21': say('Tiradentes', 'Tiradentes', 'Tiradentes'),
  '05-01': say('Dia do Trabalho', 'Día del Trabajo', 'Labour Day'),
  '09-07': say('Independência', 'Independencia', 'Independence Day'),
  '10-12': say('Nossa Senhora Aparecida', 'Nuestra Señora Aparecida', 'Our Lady of Aparecida'),
  '11-02': say('Finados', 'Día de los Difuntos', "All Souls' Day"),
  '11-15': say('Proclamação da República', 'Proclamación de la República', 'Republic Day'),
  '11-20': say('Consciência Negra', 'Conciencia Negra', 'Black Awareness Day'),
  '12-25': say('Natal', 'Navidad', 'Christmas'),
};

interface NamedHoliday {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly name: string;
}

function listYear({ services }: SettingsDesk, year: number): readonly NamedHoliday[] {
  const language = languageOf(services.host.locale());
  return holidaysOf(year).map(({ day, id }) => ({ day, name: names[id][language] }));
}

/** The local date of now, `YYYY-MM-DD`. */
const today = ({ services, settings }: SettingsDesk): string =>
  new Date(services.clock.now() + settings.offsetMinutes * 60_000).toISOString().slice(0, 10);

const yearOf = (desk: SettingsDesk): number => Number(today(desk).slice(0, 4));

/** `25/12`. */
const shortDate = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;

/** The first national holiday from today on. */
export function nextHoliday(desk: SettingsDesk): { readonly day: string; readonly name: string } {
  const year = yearOf(desk);
  const coming = [...listYear(desk, year), ...listYear(desk, year + 1)];
  const next = coming.find(({ day }) => day >= today(desk));
  return { day: shortDate(next?.day ?? ''), name: next?.name ?? '' };
}

/** The national holidays of this year and the next. */
export function holidayLists(desk: SettingsDesk): readonly ShownList[] {
  const year = yearOf(desk);
  return [year, year + 1].map((one) => ({
    title: desk.speak('setBrazilList', { year: String(one) }),
    lines: listYear(desk, one).map(({ day, name }) => `${shortDate(day)} · ${name}`),
  }));
}

import { say, type Localized } from '../events/localized';

/** A zone whose clock is never changed: one offset holds all year. */
export interface Zone {
  /** As Sheets and the tz database call it (https://data.iana.org/time-zones/tzdb/). */
  readonly id: string;
  readonly offsetMinutes: number;
  readonly name: Localized;
}

const zone = (id: string, hours: number, name: Localized): Zone => ({
  id,
  offsetMinutes: hours * 60,
  name,
});

const same = (name: string): Localized => say(name, name, name);

/** Zones to choose from, those of Brazil first. Where summer time is kept (Chile, Portugal, Spain) no single offset is right. */
export const zones: readonly Zone[] = [
  zone('America/Sao_Paulo', -3, same('Brasília, São Paulo')),
  zone('America/Manaus', -4, same('Manaus')),
  zone('America/Rio_Branco', -5, same('Rio Branco')),
  zone('America/Noronha', -2, same('Fernando de Noronha')),
  zone('America/Argentina/Buenos_Aires', -3, same('Buenos Aires')),
  zone('America/Montevideo', -3, say('Montevidéu', 'Montevideo', 'Montevideo')),
  zone('America/La_Paz', -4, same('La Paz')),
  zone('America/Caracas', -4, same('Caracas')),
  zone('America/Santo_Domingo', -4, say('São Domingos', 'Santo Domingo', 'Santo Domingo')),
  zone('America/Bogota', -5, say('Bogotá', 'Bogotá', 'Bogotá')),
  zone('America/Lima', -5, same('Lima')),
  zone('America/Guayaquil', -5, same('Quito, Guayaquil')),
  zone('America/Panama', -5, say('Panamá', 'Panamá', 'Panama')),
  zone('America/Mexico_City', -6, say('Cidade do México', 'Ciudad de México', 'Mexico City')),
  zone('America/Guatemala', -6, say('Guatemala', 'Guatemala', 'Guatemala')),
  zone('America/Costa_Rica', -6, say('San José', 'San José', 'San José')),
  zone('America/El_Salvador', -6, same('San Salvador')),
  zone('America/Tegucigalpa', -6, same('Tegucigalpa')),
  zone('America/Managua', -6, say('Manágua', 'Managua', 'Managua')),
];

/** `GMT-3`. */
export const sayOffset = (offsetMinutes: number): string => {
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  const rest = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `GMT${offsetMinutes < 0 ? '-' : '+'}${hours}${rest}`;
};

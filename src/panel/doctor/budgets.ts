import type { Level } from '../../doctor/check';
import type { Facts } from '../../doctor/facts';
import { levelOf, percentOf, rooms, type Unit } from '../../doctor/rooms';
import type { Services } from '../../platform/services';
import { languageOf } from '../language';
import { speaker, type Speak } from '../speak';

/** What is used of something that Google gives, as the page draws it. */
export interface ShownBudget {
  readonly title: string;
  /** `12.840 de 50.000`. */
  readonly said: string;
  readonly percent: number;
  readonly level: Level;
}

/** Every room with what is used of it. */
export function showBudgets(services: Services, facts: Facts): readonly ShownBudget[] {
  const speak = speaker(services);
  const language = languageOf(services.host.locale());
  return rooms.map(({ title, unit, of }) => {
    const room = of(facts);
    const [used, whole] = [sayAmount(speak, unit, room.used), sayAmount(speak, unit, room.of)];
    const percent = percentOf(room);
    return {
      title: title[language],
      said: speak('doctorUsed', { used, of: whole }),
      percent,
      level: levelOf(percent),
    };
  });
}

const minuteMs = 60_000;

/** An amount of that unit as people write it. */
export function sayAmount(speak: Speak, unit: Unit, amount: number): string {
  const whole = (value: number): string =>
    String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, speak('doctorGroupMark'));
  if (unit === 'minutes') return `${whole(amount / minuteMs)} min`;
  if (unit === 'kilobytes') return `${whole(amount / 1000)} kB`;
  if (unit === 'count') return whole(amount);
  const tenths = Math.round(amount / 100_000);
  const fraction = tenths % 10 === 0 ? '' : `${speak('doctorDecimalMark')}${tenths % 10}`;
  return speak('doctorMillions', { count: `${whole(Math.floor(tenths / 10))}${fraction}` });
}

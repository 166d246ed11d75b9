import { usualGapMs } from '../../alarms/rhythm';
import { isSilent, type Moment } from '../../alarms/silence';
import type { Connection } from '../../settings/config';
import type { Arrival } from './arrivals';

/** How a connection stands. Of several that are true at once the first of this list counts. */
const standings = [
  'paused',
  'failing',
  'silent',
  'first',
  'receiving',
  'verified',
  'waiting',
] as const;

export type Standing = (typeof standings)[number];

/** What a standing is judged by. */
export interface Situation extends Moment {
  readonly connection: Pick<Connection, 'handshakeAtMs'>;
  readonly arrival: Arrival;
  /** When its first event came, epoch ms; null: none has. Below 0: before anybody looked. */
  readonly firstMs: number | null;
  readonly isRegistered: boolean;
}

const dayMs = 86_400_000;

export function standingOf(situation: Situation): Standing {
  const { connection, firstMs, arrival, isPaused, isRegistered } = situation;
  const holds: Readonly<Record<Standing, boolean>> = {
    paused: isPaused,
    failing: arrival.atRisk > 0,
    silent: silenceOf(situation) !== null,
    first: firstMs !== null && dayOf(firstMs, situation) === dayOf(situation.nowMs, situation),
    receiving: firstMs !== null,
    verified: connection.handshakeAtMs !== null || isRegistered,
    waiting: true,
  };
  return standings.find((standing) => holds[standing]) ?? 'waiting';
}

const dayOf = (atMs: number, { offsetMinutes }: Situation): number =>
  Math.floor((atMs + offsetMinutes * 60_000) / dayMs);

/** Since when nothing came, and what usually lies between two events at this hour; null: hardly anything comes. */
interface Silence {
  readonly sinceMs: number;
  readonly usualMs: number | null;
}

/** Null while nothing is out of the ordinary: the rule of the alarms. */
export function silenceOf(situation: Situation): Silence | null {
  const { rhythm, lines, lastMs } = situation.arrival;
  const last = lines[lines.length - 1];
  // The journal is ahead of Saúde by up to a sweep.
  const sinceMs = Math.max(lastMs, last?.receivedAtMs ?? 0);
  const { nowMs, offsetMinutes } = situation;
  return isSilent({ lastMs: sinceMs, rhythm }, situation)
    ? { sinceMs, usualMs: usualGapMs(rhythm, nowMs, offsetMinutes) }
    : null;
}

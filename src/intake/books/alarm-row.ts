import { alarmsOfDay, raiseAlarms } from '../../alarms/raise';
import type { AlarmState } from '../../alarms/alarm';
import { sayAlarm, sayMoment, type AlarmVoice } from '../../alarms/alarm-texts';
import type { ConnectionStanding, Standing } from '../../alarms/rules';
import { say, type Localized } from '../../events/localized';
import { dayOf } from '../../projections/agent-days';
import { nameOfConnection, type Config } from '../../settings/config';
import type { UpsertedRow, UpsertRows } from '../write/upsert';
import { standingOf } from './health-rows';

/** Key of the row of Saúde that tells of today's alarms; no connection has such an id. */
const alarmsKey = 'alarms';

/** What a sweep knows for the rules beside what Saúde says, and what it remembers of alarms. */
export interface Watch {
  readonly facts: Omit<Standing, 'connections'>;
  readonly state: AlarmState;
}

/** Changes of Saúde, and what they found; to be asked for when they are made. */
interface Watched {
  readonly changes: Parameters<UpsertRows>[0];
  raised(): AlarmState;
}

/**
 * Adds the row of today's alarms. It is made last: what the rules look at is what the rows of the connections have just become.
 */
export function watchChanges(
  changes: Parameters<UpsertRows>[0],
  { facts, state }: Watch,
  config: Config,
): Watched {
  const seen: ConnectionStanding[] = [];
  let after = state;
  const isConnection = new Set(config.connections.map(({ id }) => id));
  const noted = [...changes].map(([key, change]) => {
    const note = (known: string): UpsertedRow => {
      const row = change(known);
      if (isConnection.has(key)) seen.push(standingOf(key, row.state));
      return row;
    };
    return [key, note] as const;
  });
  const alarms = (): UpsertedRow => {
    after = raiseAlarms(state, { ...facts, connections: seen });
    return alarmRow(after, facts.nowMs, config);
  };
  return { changes: new Map([...noted, [alarmsKey, alarms]]), raised: () => after };
}

const titles: Readonly<Record<'none' | 'some', Localized>> = {
  none: say('Alarmes de hoje: nenhum.', 'Alarmas de hoy: ninguna.', "Today's alarms: none."),
  some: say('Alarmes de hoje', 'Alarmas de hoy', "Today's alarms"),
};

/** How alarms are said: in the spreadsheet's language, connections by their names. */
export const voiceOf = (config: Config): AlarmVoice => ({
  language: config.settings.language,
  offsetMinutes: config.settings.offsetMinutes,
  nameOf: (id) => nameOfConnection(config, id),
});

function alarmRow(state: AlarmState, nowMs: number, config: Config): UpsertedRow {
  const { language, offsetMinutes } = config.settings;
  const today = alarmsOfDay(state, dayOf(nowMs, offsetMinutes));
  const lines = today.map(
    (alarm) =>
      `${sayMoment(alarm.atMs, alarm.atMs, offsetMinutes)} ${sayAlarm(alarm, voiceOf(config))}`,
  );
  const title = titles[lines.length === 0 ? 'none' : 'some'][language];
  const content = { vendor: 'Plantão', account: title, alarm: lines.join('\n') || null };
  return { content, state: '' };
}

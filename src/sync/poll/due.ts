import { businessMs } from '../../measures/business-time';
import { configFrom, areNewer, type Config, type Connection } from '../../settings/config';
import { pollingFrom, pollStateFrom, type Polling } from '../../settings/polling';
import { openApi, type Api } from '../fetch/api';
import { pollForms, type PollForm } from './poll-forms';

type All = Readonly<Record<string, string>>;

/** A connection whose platform is to be asked now. */
export interface Due {
  readonly connection: Connection;
  readonly api: Api;
  readonly form: PollForm;
}

/** A trigger may come early or late. */
const slackMs = 20_000;
const minuteMs = 60_000;
/** Outside the team's hours, and while the day's time is short. */
const seldomMinutes = 10;

export interface Moment {
  readonly nowMs: number;
  readonly isThrifty: boolean;
}

/** The connections that are to be asked now; none while newer code has stored the settings. */
export function duePolls(all: All, moment: Moment): readonly Due[] {
  const config = configFrom(all);
  if (areNewer(config.settings)) return [];
  return config.connections.flatMap((connection) => {
    const form = pollForms[connection.vendor];
    const polling = pollingFrom(all, connection.id);
    if (form === undefined || !polling.isOn) return [];
    const api = openApi(all, connection);
    return api !== null && isDue(all, connection.id, { ...moment, polling, config })
      ? [{ connection, api, form }]
      : [];
  });
}

interface Standing extends Moment {
  readonly polling: Polling;
  readonly config: Config;
}

function isDue(all: All, connectionId: string, standing: Standing): boolean {
  const { polling, nowMs } = standing;
  const state = pollStateFrom(all, connectionId);
  if (state.edition !== polling.edition) return true;
  if (state.notBeforeMs > nowMs) return false;
  const minutes = state.isUnsettled ? 1 : minutesNow(standing);
  return nowMs >= state.askedMs + minutes * minuteMs - slackMs;
}

function minutesNow({ polling, config, nowMs, isThrifty }: Standing): number {
  const { hours, offsetMinutes } = config.settings;
  const isOpen = businessMs(nowMs, nowMs + 1, { hours, offsetMinutes }) > 0;
  return isThrifty || !isOpen
    ? Math.max(seldomMinutes, polling.everyMinutes)
    : polling.everyMinutes;
}

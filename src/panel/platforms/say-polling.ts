import type { Services } from '../../platform/services';
import { configFrom, type Connection } from '../../settings/config';
import { pollingFrom, pollStateFrom, type PollState } from '../../settings/polling';
import { openApi } from '../../sync/fetch/api';
import { causeNamed } from '../../sync/fetch/fetch-texts';
import { sayFailure } from '../../sync/fetch/say-failure';
import { findVendor } from '../../vendors/registry';
import { languageOf } from '../language';
import { sayTime } from '../say-time';
import { speaker } from '../speak';

type All = Readonly<Record<string, string>>;

/** How the asking of a connection stands, or why there was no answer and what to do. */
export function sayPolling(services: Services, all: All, connection: Connection): string {
  const speak = speaker(services);
  const polling = pollingFrom(all, connection.id);
  const state = pollStateFrom(all, connection.id);
  if (openApi(all, connection) === null) return speak('accessIncomplete');
  if (!polling.isOn) return speak('pollOff');
  if (state.askedMs === 0 || state.edition !== polling.edition) return speak('pollSoon');
  const { offsetMinutes } = configFrom(all).settings;
  const last = sayTime(state.answeredMs, offsetMinutes) || speak('pollNever');
  if (state.cause === '') return speak('pollUpToDate', { time: last, count: String(state.count) });
  const trouble = sayTrouble(services, state, connection);
  return speak('pollTrouble', { trouble, time: sayTime(state.notBeforeMs, offsetMinutes), last });
}

/** In the person's language; a cause that only newer code knows, in the sheet's. */
function sayTrouble(
  { host }: Services,
  { cause, words, trouble }: PollState,
  { vendor }: Connection,
): string {
  const known = causeNamed(cause);
  if (known === null) return trouble;
  const failure = { cause: known, words, status: 0 };
  return sayFailure(failure, findVendor(vendor).name, languageOf(host.locale()));
}

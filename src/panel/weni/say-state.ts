import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { tokenOf } from '../../settings/tokens';
import { isThriftyToday } from '../../sync/jobs/run-jobs';
import { causeTexts } from '../../sync/weni/cause-texts';
import { weniJob } from '../../sync/weni/weni-job';
import { weniSettingsFrom, weniToken } from '../../settings/weni';
import { weniStateFrom, type WeniState } from '../../sync/weni/weni-state';
import { languageOf } from '../language';
import { sayTime } from '../say-time';
import { speaker } from '../speak';
import { fill } from '../texts';

/** How far the sending is, or why nothing is sent and what to do. */
export function sayState(services: Services): string {
  const all = services.properties.getAll();
  const speak = speaker(services);
  if (tokenOf(all, weniToken) === null) return speak('weniNoToken');
  const state = weniStateFrom(all);
  const { offsetMinutes } = configFrom(all).settings;
  if (!weniSettingsFrom(all).isOn && state.lastSentMs === 0) return speak('weniOff');
  if (state.cause !== '') return sayCause(services, state, offsetMinutes);
  if (state.number < 0) return speak('weniWaiting');
  const sent = String(state.sent);
  if (state.passRow > 0)
    return speak(
      isThriftyToday(all, weniJob.id, services.clock.now()) ? 'weniTomorrow' : 'weniProgress',
      {
        done: String(Math.max(0, state.passRow - 2)),
        rows: String(state.passRows),
        sent,
      },
    );
  if (state.sent === 0) return speak('weniNothing');
  return speak('weniUpToDate', { sent, time: sayTime(state.lastSentMs, offsetMinutes) });
}

function sayCause({ host }: Services, state: WeniState, offsetMinutes: number): string {
  const { cause, words, notBeforeMs } = state;
  if (cause === '') return '';
  const text = causeTexts[cause][languageOf(host.locale())];
  return fill(text, { words, time: sayTime(notBeforeMs, offsetMinutes).slice(-5) });
}

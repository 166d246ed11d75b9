import { reloadConfig } from '../settings/config-cache';
import type { Services } from '../platform/services';
import { vendorsWithCodes } from '../vendors/registry';
import { changeSettings, isStarted } from './change';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';

const longestWord = 60;

/** Asks for the user's own name of a platform's status code. Null: cancelled. */
export function nameStatuses(services: Services): Outcome | null {
  const speak = speaker(services);
  const { settings } = reloadConfig(services);
  if (!isStarted(settings)) return refused(speak('notStarted'));
  const known = vendorsWithCodes.flatMap(({ id }) =>
    Object.entries(settings.statusNames[id] ?? {}),
  );
  const names = known.map(([code, name]) => `${code}=${name}`).join(', ') || '–';
  const typed = services.host.ask(speak('statusNames'), speak('statusQuestion', { names }));
  return typed === null ? null : nameStatus(services, typed);
}

/** Keeps what a person typed as `code=name`; a blank name removes it. */
function nameStatus(services: Services, typed: string): Outcome {
  const speak = speaker(services);
  const place = typed.indexOf('=');
  if (place < 0) return refused(speak('statusNeedsEquals'));
  const [code, name] = [typed.slice(0, place).trim(), typed.slice(place + 1).trim()];
  if (code === '') return refused(speak('statusCodeMissing'));
  if (Math.max(code.length, name.length) > longestWord)
    return refused(speak('statusTooLong', { count: String(longestWord) }));
  const outcome = changeSettings(services, (settings) => {
    const named = vendorsWithCodes.map(({ id }) => {
      const { [code]: _former, ...others } = settings.statusNames[id] ?? {};
      return [id, name === '' ? others : { ...others, [code]: name }] as const;
    });
    return { ...settings, statusNames: { ...settings.statusNames, ...Object.fromEntries(named) } };
  });
  return outcome.kind === 'done' ? done(null, speak('updated')) : outcome;
}

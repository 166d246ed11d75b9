import { readChoices, type Choices, type Condition, type Path } from '../../choices/choices';
import type { Services } from '../../platform/services';
import { journalStatuses } from '../../intake/journal/journal';
import { allLines } from '../../intake/journal/journal-lines';
import { openLedger } from '../../intake/repair/ledger';
import { saveChoices } from '../../settings/choices';
import { reloadConfig, forgetConfig } from '../../settings/config-cache';
import type { Config } from '../../settings/config';
import { saveSweepState, sweepStateFrom, withRest } from '../../settings/sweep-state';
import { isStarted, whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { readChoicesPage, type ChoicesPage } from './page';

/** What a change works with, under the lock. */
export interface Desk {
  readonly config: Config;
  readonly choices: Choices;
}

/** Changes what was chosen for a connection; the change may refuse. Gives the page as it is then. */
export function changeChoices(
  services: Services,
  id: string,
  change: (desk: Desk) => Outcome<Choices>,
): Outcome<ChoicesPage> {
  return whileLocked(services, () => {
    const speak = speaker(services);
    const config = reloadConfig(services);
    const connection = config.connections.find((one) => one.id === id);
    if (!isStarted(config.settings)) return refused(speak('notStarted'));
    if (connection === undefined) return refused(speak('connectionGone'));
    const changed = change({ config, choices: readChoices(connection.choices) });
    if (changed.kind !== 'done') return changed;
    if (!saveChoices(services.properties, id, changed.value)) return refused(speak('ownTooMuch'));
    forgetConfig(services);
    const page = readChoicesPage(services, id);
    return page.kind === 'done' ? done(page.value, changed.sentence) : page;
  });
}

/** From now on what comes is kept in the journal. */
export const pauseConnection = (services: Services, id: string): Outcome<ChoicesPage> =>
  changeChoices(services, id, ({ choices }) =>
    done({ ...choices, isPaused: true }, speaker(services)('connectionPaused')),
  );

/** What was kept meanwhile is written by the sweep: it is told first, so that a crash in between leaves the connection paused. */
export const resumeConnection = (services: Services, id: string): Outcome<ChoicesPage> =>
  changeChoices(services, id, ({ choices }) => {
    const all = services.properties.getAll();
    const held = allLines(openLedger(services, all).journal).filter(
      ({ connectionId, status }) => connectionId === id && status === journalStatuses.held,
    );
    const [first] = held;
    if (first !== undefined) {
      const rest = { openAbove: first.number - 1, nextTryMs: null };
      saveSweepState(services.properties, withRest(sweepStateFrom(all), rest));
    }
    const count = String(held.length);
    return done({ ...choices, isPaused: false }, speaker(services)('connectionResumed', { count }));
  });

/** Which events make rows. `form`: names that make none, and what fields must hold. */
export function saveEvents(services: Services, id: string, form: string): Outcome<ChoicesPage> {
  const speak = speaker(services);
  const read = readForm(form);
  if (read === null) return refused(speak('badRequest'));
  return changeChoices(services, id, ({ choices }) =>
    done({ ...choices, ...read }, speak('eventsSaved')),
  );
}

const mostConditions = 5;

function readForm(form: string): Pick<Choices, 'off' | 'conditions'> | null {
  const { off, conditions } = readChoices(form);
  const isFit = conditions.length <= mostConditions;
  return isFit ? { off, conditions: conditions.flatMap(tidy) } : null;
}

/** Values without blanks around them; without a value there is nothing to be met. */
function tidy({ path, values }: Condition): readonly Condition[] {
  const wanted = values.map((value) => value.trim()).filter((value) => value !== '');
  return wanted.length === 0 ? [] : [{ path, values: wanted }];
}

/** A path as a page sends it: JSON, or typed by hand with dots; null when it is none. */
export function readPath(text: string): Path | null {
  const typed = text.startsWith('[') ? readKeys(text) : text.split('.').map((key) => key.trim());
  const isFit = typed.length > 0 && typed.length <= mostKeys && !typed.includes('');
  return isFit ? typed : null;
}

const mostKeys = 8;

function readKeys(json: string): readonly string[] {
  const { conditions } = readChoices(`{"conditions":[{"path":${json},"values":[]}]}`);
  return conditions[0]?.path ?? [];
}

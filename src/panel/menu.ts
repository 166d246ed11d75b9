import { reloadConfig } from '../settings/config-cache';
import { sweepNow } from '../intake/sweep/sweep';
import { buildInfo } from '../platform/build-info';
import type { MenuItem, Services } from '../platform/services';
import { changeSettings, isStarted } from './change';
import { entryNames } from './entry-names';
import { openPage } from './open-page';
import { busy, done, refused, type Outcome } from './outcome';
import { speaker } from './speak';
import type { TextId } from './texts';

/** A menu function; null: it has spoken to the person by itself, or they cancelled. */
export type MenuFunction = (services: Services) => Outcome | null;

/** Adds the menu. Runs without authorisation when the spreadsheet opens, so it asks nothing but the account's language. */
export function addMenu(services: Services): void {
  const speak = speaker(services);
  const item = (id: TextId & keyof typeof entryNames): MenuItem => ({
    title: speak(id),
    functionName: entryNames[id],
  });
  services.host.addMenu(speak('menu'), [
    item('start'),
    item('connections'),
    item('failures'),
    item('weni'),
    item('statusNames'),
    null,
    item('pause'),
    item('resume'),
    item('sweepNow'),
    item('about'),
  ]);
}

/** Runs a menu function and tells what came of it: a message that passes when it is done, else one to be read and closed. */
export function runFromMenu(services: Services, work: MenuFunction): void {
  const speak = speaker(services);
  const outcome = attempt(services, work);
  if (outcome === null || outcome.sentence === '') return;
  if (outcome.kind === 'done') services.workbook.toast(outcome.sentence, speak('menu'));
  else services.host.alert(speak('menu'), outcome.sentence);
}

function attempt(services: Services, work: MenuFunction): Outcome | null {
  try {
    return work(services);
  } catch (error) {
    services.logError(error instanceof Error ? error.message : 'unknown fault');
    return refused(speaker(services)('fault'));
  }
}

/** Shows every connection's ready URLs. */
export function openConnections(services: Services): Outcome | null {
  const speak = speaker(services);
  if (reloadConfig(services).settings.execUrl === null) return refused(speak('noExec'));
  openPage(services, 'connections');
  return null;
}

/** Shows the causes of Falhas with dry run, replay and the acceptance of quarantined tokens. */
export function openFailures(services: Services): null {
  openPage(services, 'failures');
  return null;
}

/** Shows how contacts are sent to Weni. */
export function openWeni(services: Services): Outcome | null {
  const { settings } = reloadConfig(services);
  if (!isStarted(settings)) return refused(speaker(services)('notStarted'));
  openPage(services, 'weni');
  return null;
}

/** The tabs wait and the journal goes on. */
export const pauseWriting: MenuFunction = (services) => setPaused(services, true);

export const resumeWriting: MenuFunction = (services) => setPaused(services, false);

function setPaused(services: Services, isPaused: boolean): Outcome {
  const outcome = changeSettings(services, (settings) => ({ ...settings, isPaused }));
  const said = isPaused ? 'paused' : 'resumed';
  return outcome.kind === 'done' ? done(null, speaker(services)(said)) : outcome;
}

/** Works off what waits, now instead of at the next minute. */
export function updateNow(services: Services): Outcome {
  const speak = speaker(services);
  return sweepNow(services) ? done(null, speak('updated')) : busy(speak('busy'));
}

export function openAbout(services: Services): null {
  const speak = speaker(services);
  const { version, commit } = buildInfo;
  services.host.alert(speak('menu'), speak('aboutText', { version, commit }));
  return null;
}

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

/**
 * Adds the menu, and tells whoever has not begun where to click: the first click only asks for permission. A simple trigger, in every
 * mode of authorisation: nothing here needs a permission, and what Google refuses all the same leaves the menu as it is.
 */
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
    item('search'),
    item('screens'),
    item('platforms'),
    item('weni'),
    item('privacy'),
    item('settings'),
    item('alarms'),
    item('doctor'),
    null,
    item('pause'),
    item('resume'),
    item('sweepNow'),
    item('about'),
  ]);
  try {
    if (services.properties.get('settings') === null)
      services.workbook.toast(speak('openHint'), speak('menu'));
  } catch {
    // The menu is there; that is what counts.
  }
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

/** Shows the causes of Falhas with dry run, replay and the acceptance of quarantined tokens. */
export function openFailures(services: Services): null {
  openPage(services, 'failures');
  return null;
}

/** Shows the page that looks for an id, a phone or a name. */
export const openSearch: MenuFunction = (services) => openStarted(services, 'search');

/** Shows what platforms are asked for, where and as whom. */
export const openPlatforms: MenuFunction = (services) => openStarted(services, 'platforms');

/** Shows the addresses of the board for screens. */
export const openScreens: MenuFunction = (services) => openStarted(services, 'screens');

/** Shows how contacts are sent to Weni. */
export const openWeni: MenuFunction = (services) => openStarted(services, 'weni');

/** Shows what is masked, how long data stays, and what is held of a person. */
export const openPrivacy: MenuFunction = (services) => openStarted(services, 'privacy');

/** Shows what a person may set. */
export const openSettings: MenuFunction = (services) => openStarted(services, 'settings');

/** Pages that have nothing to show before **Start**. */
function openStarted(
  services: Services,
  page: 'alarms' | 'platforms' | 'privacy' | 'screens' | 'search' | 'settings' | 'weni',
): Outcome | null {
  const { settings } = reloadConfig(services);
  if (!isStarted(settings)) return refused(speaker(services)('notStarted'));
  openPage(services, page);
  return null;
}

/** Shows what is in order and what is not; it looks before anything was set up, too. */
export function openDoctor(services: Services): null {
  openPage(services, 'doctor');
  return null;
}

/** Shows today's alarms, and the chats that hear of them. */
export const openAlarms: MenuFunction = (services) => openStarted(services, 'alarms');

/** The tabs wait and the journal goes on. */
export const pauseWriting = (services: Services): Outcome => setPaused(services, true);

export const resumeWriting = (services: Services): Outcome => setPaused(services, false);

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

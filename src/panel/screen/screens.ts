import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import { makeSecret } from '../../settings/connections';
import { saveScreens, screensFrom, type Screen } from '../../settings/screens';
import { whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { sayWhen } from '../say-when';
import { speaker } from '../speak';

/** A screen as the page lists it: its key is shown once, when it is made. */
interface ListedScreen {
  readonly id: string;
  readonly name: string;
  readonly showsNames: boolean;
  /** In the team's zone. */
  readonly madeAt: string;
}

/** What the page Quadro shows; the address of a screen that was just made, else blank. */
export interface ScreensPage {
  readonly screens: readonly ListedScreen[];
  readonly url: string;
}

const mostScreens = 20;
const longestName = 60;

function pageOf(services: Services, screens: readonly Screen[], url = ''): ScreensPage {
  const { offsetMinutes } = reloadConfig(services).settings;
  const when = { nowMs: services.clock.now(), offsetMinutes };
  const listed = screens.map(({ id, name, showsNames, madeAtMs }) => ({
    id,
    name,
    showsNames,
    madeAt: sayWhen(madeAtMs, when),
  }));
  return { screens: listed, url };
}

const storedScreens = ({ properties }: Services): readonly Screen[] =>
  screensFrom(properties.getAll());

export const readScreensPage = (services: Services): ScreensPage =>
  pageOf(services, storedScreens(services));

/** Makes the key of a screen; its address is given now and never again. */
export function makeScreen(
  services: Services,
  name: string,
  showsNames: boolean,
): Outcome<ScreensPage> {
  const speak = speaker(services);
  if (name === '') return refused(speak('screenNameMissing'));
  if (name.length > longestName)
    return refused(speak('labelTooLong', { count: String(longestName) }));
  const { execUrl } = reloadConfig(services).settings;
  if (execUrl === null) return refused(speak('noExec'));
  return whileLocked(services, () => {
    const known = storedScreens(services);
    if (known.length >= mostScreens)
      return refused(speak('screensFull', { count: String(mostScreens) }));
    const key = makeSecret(services);
    const screen: Screen = {
      id: `s${services.codec.uuid().replace(/-/g, '').slice(0, 8)}`,
      name,
      digest: services.codec.sha256WebSafe(key),
      showsNames,
      madeAtMs: services.clock.now(),
    };
    const screens = [...known, screen];
    saveScreens(services, screens);
    return done(pageOf(services, screens, `${execUrl}?v=${key}`), speak('screenMade', { name }));
  });
}

/** Ends a screen's key: from now on it opens nothing. */
export function endScreen(services: Services, id: string): Outcome<ScreensPage> {
  const speak = speaker(services);
  return whileLocked(services, () => {
    const known = storedScreens(services);
    const ended = known.find((screen) => screen.id === id);
    const screens = known.filter((screen) => screen.id !== id);
    if (ended === undefined) return refused(speak('screenGone'));
    saveScreens(services, screens);
    return done(pageOf(services, screens), speak('screenEnded', { name: ended.name }));
  });
}

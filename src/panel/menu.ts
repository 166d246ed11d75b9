import { sweepNow } from '../intake/sweep';
import { buildInfo } from '../platform/build-info';
import type { Services } from '../platform/services';
import { listConnections } from './connections';
import type { ConnectionUrls } from './connection-urls';
import { languageOf } from './language';
import { currentConfig, setUp } from './start';
import { fill, texts, type TextId } from './texts';

/** Adds the menu. Runs without authorisation when the spreadsheet opens, so it asks nothing but the account's language. */
export function addMenu(services: Services): void {
  const speak = speaker(services);
  services.host.addMenu(speak('menu'), [
    { title: speak('start'), functionName: 'openStart' },
    { title: speak('connections'), functionName: 'openConnections' },
    { title: speak('failures'), functionName: 'openFailures' },
    null,
    { title: speak('pause'), functionName: 'pauseWriting' },
    { title: speak('resume'), functionName: 'resumeWriting' },
    { title: speak('sweepNow'), functionName: 'updateNow' },
    { title: speak('about'), functionName: 'openAbout' },
  ]);
}

function speaker(services: Services): (id: TextId) => string {
  const language = languageOf(services.host.locale());
  return (id) => texts[id][language];
}

/** Shows every connection's ready URLs. */
export function openConnections(services: Services): void {
  const speak = speaker(services);
  if (currentConfig(services).settings.execUrl === null) {
    services.host.alert(speak('connections'), speak('noExec'));
    return;
  }
  services.host.showDialog({
    title: speak('connections'),
    name: 'connections',
    widthPx: 720,
    heightPx: 560,
  });
}

/** Shows the causes of Falhas with dry run, replay and the acceptance of held tokens. */
export function openFailures(services: Services): void {
  services.host.showDialog({
    title: speaker(services)('failures'),
    name: 'failures',
    widthPx: 720,
    heightPx: 560,
  });
}

/** The tabs wait, the journal goes on; or both go on again. */
export function setPaused(services: Services, isPaused: boolean): void {
  const speak = speaker(services);
  const isDone = setUp(services, (settings) => ({ ...settings, isPaused }));
  services.workbook.toast(
    speak(isDone ? (isPaused ? 'paused' : 'resumed') : 'busy'),
    speak('menu'),
  );
}

/** Works off what waits, now instead of at the next minute. */
export function updateNow(services: Services): void {
  const speak = speaker(services);
  services.workbook.toast(speak(sweepNow(services) ? 'updated' : 'busy'), speak('menu'));
}

export function openAbout(services: Services): void {
  const speak = speaker(services);
  services.host.alert(
    speak('menu'),
    fill(speak('aboutText'), { version: buildInfo.version, commit: buildInfo.commit }),
  );
}

/** What the page Conexões shows. */
export interface ConnectionsPage {
  readonly texts: Readonly<Record<string, string>>;
  readonly connections: readonly ConnectionUrls[];
}

const pageTexts: readonly TextId[] = ['where', 'copy', 'copied', 'keepSecret'];

export function readConnectionsPage(services: Services): ConnectionsPage {
  const speak = speaker(services);
  return {
    texts: Object.fromEntries(pageTexts.map((id) => [id, speak(id)] as const)),
    connections: listConnections(services),
  };
}

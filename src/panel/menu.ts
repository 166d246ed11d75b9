import { sweepNow } from '../intake/sweep';
import { buildInfo } from '../platform/build-info';
import type { Services } from '../platform/services';
import { listConnections } from './connections';
import type { ConnectionUrls } from './connection-urls';
import { languageOf } from './language';
import { currentConfig } from './start';
import { fill, texts, type TextId } from './texts';

/** Adds the menu. Runs without authorisation when the spreadsheet opens, so it asks nothing but the account's language. */
export function addMenu(services: Services): void {
  const speak = speaker(services);
  services.host.addMenu(speak('menu'), [
    { title: speak('start'), functionName: 'openStart' },
    { title: speak('connections'), functionName: 'openConnections' },
    null,
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

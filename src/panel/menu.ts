import { sweepNow } from '../intake/sweep';
import { vendorIds } from '../events/vendor-id';
import { findVendor } from '../vendors/registry';
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
    { title: speak('statusNames'), functionName: 'nameStatuses' },
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

/** Asks for the user's own name of a Huggy status code; the codes' meaning is not documented. */
export function nameStatuses(services: Services): void {
  const speak = speaker(services);
  const known = currentConfig(services).settings.statusNames['huggy'] ?? {};
  const names = Object.entries(known).map(([code, name]) => `${code}=${name}`);
  const typed = services.host.ask(
    speak('statusNames'),
    fill(speak('statusQuestion'), { names: names.join(', ') || '–' }),
  );
  const [code = '', name = ''] = (typed ?? '').split('=').map((part) => part.trim());
  if (code === '') return;
  const { [code]: _old, ...others } = known;
  const huggy = name === '' ? others : { ...others, [code]: name };
  const isDone = setUp(services, (settings) => ({
    ...settings,
    statusNames: { ...settings.statusNames, huggy },
  }));
  services.workbook.toast(speak(isDone ? 'updated' : 'busy'), speak('menu'));
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
  /** Platforms that a connection can be made for. */
  readonly vendors: readonly { readonly id: string; readonly name: string }[];
}

const pageTexts: readonly TextId[] = [
  'where',
  'copy',
  'copied',
  'keepSecret',
  'verified',
  'notVerified',
  'sendTest',
  'register',
  'registerToken',
  'newSecret',
  'dropSecret',
  'addConnection',
  'accountLabel',
];

export function readConnectionsPage(services: Services): ConnectionsPage {
  const speak = speaker(services);
  return {
    texts: Object.fromEntries(pageTexts.map((id) => [id, speak(id)] as const)),
    connections: listConnections(services),
    vendors: vendorIds.flatMap((id) => {
      const vendor = findVendor(id);
      return vendor === undefined ? [] : [{ id, name: vendor.name }];
    }),
  };
}

import { parseObject } from '../events/decode-record';
import { vendorIds } from '../vendors/registry';
import { saveConnection, type Connection } from '../settings/config';
import { readConfig, scriptStore } from './connections';
import { entryNames } from '../panel/entry-names';
import type { Twin } from '../twin/runtime/twin';

/** The secret of the sample connections. Everybody can read it here, so they exist on a loopback address only. */
export const sampleSecret = 'exemplo-local';

/** One connection per platform with a fixed id and secret, so that the README's lines work as they stand. */
export const sampleConnections: readonly Connection[] = vendorIds.map((vendor) => ({
  id: vendor,
  vendor,
  account: 'Exemplo',
  secrets: [sampleSecret],
  tokens: [],
  handshakeAtMs: null,
}));

/**
 * Sets up the try-out on one's own machine: puts the sample connections into the properties, chooses **Start** in the menu, makes the
 * tabs by the panel's own button and leaves the address as the panel would. The deployed code knows nothing of it.
 * `zone`: the team's, by its id; `keep` leaves it as delivered.
 * @throws {Error} when the address is not loopback
 */
export async function setUpSample(
  twin: Twin,
  execUrl: string | null,
  zone = 'keep',
): Promise<void> {
  if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+\//.test(execUrl ?? ''))
    throw new Error('Sample connections exist only on a loopback address.');
  const stored = new Map<string, string>();
  for (const connection of sampleConnections)
    saveConnection({ set: (key, value) => void stored.set(key, value) }, connection);
  twin.services.properties.write(scriptStore, [...stored]);
  const token = await openPanel(twin);
  await twin.runForPage(entryNames.panel, [token, 'makeTabs', [zone]], 'clientCall');
  keepAddress(twin, execUrl ?? '');
  if (Object.keys(readConfig(twin).settings.sheetIds).length === 0)
    throw new Error('The sample was not set up.');
}

/** Chooses Começar; gives the token of the panel that opens. */
async function openPanel(twin: Twin): Promise<string> {
  const pages: string[] = [];
  const leave = twin.session.onEvent((event) => {
    if (event.type === 'sidebar') pages.push(event.html);
  });
  try {
    await twin.run(entryNames.start);
  } finally {
    leave();
  }
  return /data-token="([^"]*)"/.exec(pages.join(''))?.[1] ?? '';
}

/** Gives codes of Huggy's statuses their names, as Ajustes does. */
export const nameSampleStatuses = (twin: Twin, names: Readonly<Record<string, string>>): void =>
  changeSettings(twin, { statusNames: { huggy: names } });

const keepAddress = (twin: Twin, execUrl: string): void => changeSettings(twin, { execUrl });

/** As they stand, whatever code has stored them. */
function changeSettings({ services }: Twin, change: object): void {
  const known = new Map(services.properties.entries(scriptStore)).get('settings');
  const settings = JSON.stringify({ ...parseObject(known), ...change });
  services.properties.write(scriptStore, [['settings', settings]]);
}

import { vendorIds } from '../vendors/registry';
import { saveConnection, type Connection } from '../settings/config';
import { readConfig, scriptStore } from './connections';
import { entryNames } from '../panel/entry-names';
import type { Twin } from '../twin/runtime/twin';
import type { UiEvent } from '../twin/runtime/owner-session';

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
 * Sets up the try-out on one's own machine: puts the sample connections into the properties, then chooses **Start** in the menu and
 * answers its questions as a person would. The deployed code knows nothing of it.
 * @throws {Error} when the address is not loopback
 */
export async function setUpSample(twin: Twin, execUrl: string | null): Promise<void> {
  if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+\//.test(execUrl ?? ''))
    throw new Error('Sample connections exist only on a loopback address.');
  const stored = new Map<string, string>();
  for (const connection of sampleConnections)
    saveConnection({ set: (key, value) => void stored.set(key, value) }, connection);
  twin.services.properties.write(scriptStore, [...stored]);
  const leave = twin.session.onEvent((event) => answer(twin, event, execUrl ?? ''));
  try {
    await twin.run(entryNames.start);
  } finally {
    leave();
  }
  if (readConfig(twin).settings.execUrl !== execUrl) throw new Error('The sample was not set up.');
}

/** The zone stays as it is; the address is pasted; what is told is closed. */
function answer({ session }: Twin, event: UiEvent, execUrl: string): void {
  if (event.type === 'prompt') session.answer(event.id, { button: 'OK', text: execUrl });
  if (event.type === 'alert')
    session.answer(event.id, { button: event.buttons === 'YES_NO' ? 'NO' : 'OK', text: '' });
}

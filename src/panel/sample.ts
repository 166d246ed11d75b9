import { vendorIds } from '../events/vendor-id';
import { saveConnection } from '../intake/config';
import { forgetConfig } from '../intake/config-cache';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { listConnections } from './connections';
import type { ConnectionUrls } from './connection-urls';
import { setUp, showBoard } from './start';

/** The secret of the sample connections. Everybody can read it here, so they exist on a loopback address only. */
const sampleSecret = 'exemplo-local';

/**
 * Sets up the try-out on one's own machine: tabs, and one connection per platform with a fixed id and secret, so that the
 * README's lines work as they stand. Refuses any address that is not loopback.
 */
export function startSample(services: Services, execUrl: string): readonly ConnectionUrls[] {
  if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+\//.test(execUrl)) {
    throw new Error('Sample connections exist only on a loopback address.');
  }
  for (const vendor of vendorIds) {
    const known = findVendor(vendor);
    if (known === undefined) continue;
    saveConnection(services.properties, {
      id: vendor,
      vendor,
      account: 'Exemplo',
      secrets: [sampleSecret],
      tokens: [],
      handshakeAtMs: null,
    });
  }
  forgetConfig(services);
  setUp(services, (settings) => ({ ...settings, execUrl }));
  showBoard(services);
  return listConnections(services);
}

import { isMasking, noMasks } from '../../masks/policy';
import { maskSecrets } from '../../masks/secrets';
import type { Services } from '../../platform/services';
import type { Config, Connection } from '../../settings/config';
import { findVendor } from '../../vendors/registry';
import { maxBodyLength, type Request } from '../journal/request';
import { maskRequest, type Shielded, type Stored } from './mask-request';

/**
 * What is kept of a request that has just come: without the secrets of other systems, masked as its connection is, and without those
 * who were erased. Nearly always the request itself, after one look.
 * @throws {Error} when it is to be masked and the key of the pseudonyms is not known
 */
export function shield({ codec, clock }: Needs, request: Request, config: Config): Shielded {
  const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
  const { privacy } = config;
  const bare = withoutSecrets(request, connection, privacy?.hidesCpf ?? false);
  const policy = privacy?.masks[request.connectionId] ?? noMasks;
  const isPlain = privacy === undefined || (!isMasking(policy) && privacy.erased.length === 0);
  if (isPlain) return { request: bare, news: [] };
  return maskRequest(bare, { connection, privacy, policy, codec, nowMs: clock.now() });
}

type Needs = Pick<Stored, 'codec'> & { readonly clock: Pick<Services['clock'], 'now'> };

/** The same of a request that was kept before: only those who were erased leave it. */
export function withoutErased(request: Request, { connection, privacy, codec }: Stored): Request {
  if (privacy === undefined || privacy.erased.length === 0) return request;
  return maskRequest(request, { connection, privacy, policy: noMasks, codec, nowMs: 0 }).request;
}

function withoutSecrets(
  request: Request,
  connection: Connection | null,
  hidesCpf: boolean,
): Request {
  if (request.body.length > maxBodyLength) return request;
  const hidesToken = connection === null || findVendor(connection.vendor).hasToken !== true;
  const body = maskSecrets(request.body, { hidesCpf, hidesToken });
  return body === request.body ? request : { ...request, body };
}

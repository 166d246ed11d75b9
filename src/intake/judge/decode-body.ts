import type { Decoded } from '../../events/event';
import type { Failure } from '../../events/failure';
import type { Vendor } from '../../vendors/vendor';
import { isFetchedRequest, type Request } from '../journal/request';

/** A decoder that throws is our own fault; the request is kept and the fault shown. */
export function decodeSafely(
  { id, webhook, receivedAtMs }: Pick<Request, 'id' | 'webhook' | 'receivedAtMs'>,
  body: unknown,
  vendor: Vendor,
): readonly Decoded[] {
  try {
    const told = { webhook, body, receivedAtMs };
    const fetched = isFetchedRequest(id) ? vendor.decodeRecord?.(told) : undefined;
    return fetched ?? vendor.decode(told);
  } catch (error) {
    return [{ kind: 'failure', name: '', failure: faultOf(error) }];
  }
}

export const faultOf = (error: unknown): Failure => ({
  code: 'decoderFault',
  path: '',
  expected: 'no fault',
  received: error instanceof Error ? error.name : typeof error,
});

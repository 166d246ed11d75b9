import type { Decoded, Fact } from '../../events/event';
import { tellChosen } from '../../choices/choose';
import { idIdentity } from '../../masks/identities';
import { isRecord } from '../../masks/is-record';
import { openGone, type Gone } from '../../masks/gone';
import { findGone, maskParts } from '../../masks/mask-events';
import { erasingMask, type Mask } from '../../masks/mask-values';
import { mentions } from '../../masks/mentions';
import { isMasking, type Policy } from '../../masks/policy';
import { openPseudonyms } from '../../masks/pseudonyms';
import { readRecord, writeRecord, type MaskedRequest } from '../../masks/record';
import type { Services } from '../../platform/services';
import type { Connection } from '../../settings/config';
import type { Privacy } from '../../settings/privacy';
import { findVendor } from '../../vendors/registry';
import type { Vendor } from '../../vendors/vendor';
import type { Request } from '../journal/request';
import { decodeSafely } from './decode-body';
import { findBody } from './find-body';

/** A request fit to be kept. */
export interface Shielded {
  readonly request: Request;
  /** Entries by which people who were erased are named for the first time (see `masks/gone.ts`). */
  readonly news: readonly string[];
}

/** Whose request it is, and what is known of people who were erased. */
export interface Stored {
  readonly codec: Pick<Services['codec'], 'sha256' | 'hmacSha256WebSafe'>;
  readonly connection: Connection | null;
  readonly privacy?: Privacy | undefined;
}

interface Masking extends Stored {
  readonly privacy: Privacy;
  readonly policy: Policy;
  /** Who was to be masked until before that is not; 0: everybody is. */
  readonly nowMs: number;
}

/**
 * Keeps a request as its events, masked by the connection's policy, without those who were erased; one to which none of it applies
 * stays as it was sent. Of what is not understood nothing is kept where it is to be masked, or where it names somebody who was erased.
 * @throws {Error} when the key of the pseudonyms is not known
 */
export function maskRequest(request: Request, masking: Masking): Shielded {
  const { codec, connection, privacy, policy, nowMs } = masking;
  if (privacy.key === '') throw new Error('The key of the pseudonyms is missing.');
  const vendor = connection === null ? undefined : findVendor(connection.vendor);
  const live = privacy.erased.filter(({ untilMs }) => untilMs > nowMs);
  const gone = openGone(
    codec,
    privacy.key,
    live.map(({ entries }) => entries),
  );
  const read = readParts(request, vendor, connection?.choices);
  const { masks, news } = chooseMasks(read.parts, request, { gone, masking });
  const isTouched = isMasking(policy) || masks.size > 0;
  if (!isTouched && (gone.isEmpty || !mentions(request.body, request.connectionId, gone)))
    return { request, news: [] };
  const body = writeRecord({
    ...read,
    parts: maskAll(read.parts, { masks, gone, request, masking }),
  });
  return body === request.body
    ? { request, news: [] }
    : { request: { ...request, body }, news: news.map((identity) => gone.add(identity)) };
}

interface Chosen {
  readonly masks: ReadonlyMap<Fact, Mask>;
  readonly gone: Gone;
  readonly request: Request;
  readonly masking: Masking;
}

function maskAll(
  parts: readonly Decoded[],
  { masks, gone, request: { connectionId }, masking: { codec, privacy } }: Chosen,
): readonly Decoded[] {
  const pseudonyms = openPseudonyms(codec, privacy.key);
  const isGone = (id: string): boolean => gone.has(idIdentity('conversation', connectionId, id));
  return maskParts(parts, {
    codec,
    maskOf: (fact) => masks.get(fact) ?? null,
    hideReached: (id) => (isGone(id) ? pseudonyms.id(id) : id),
  });
}

/** What was understood of it; nothing where it cannot be read, or nobody knows its platform. */
function readParts(
  request: Request,
  vendor: Vendor | undefined,
  choices: string | undefined,
): MaskedRequest {
  const found = findBody(request.body, vendor?.takesForms === true);
  if ('code' in found) {
    const failure = { code: found.code, path: '', expected: 'JSON', received: 'text' } as const;
    return { token: null, revision: 0, parts: [{ kind: 'failure', name: '', failure }] };
  }
  const [first] = found.bodies;
  if (isRecord(first)) return readRecord(first);
  if (vendor === undefined) return { token: null, revision: 0, parts: [] };
  const inspection = vendor.inspect(first);
  const parts = found.bodies.flatMap((body) => decodeSafely(request, body, vendor));
  return {
    token: inspection.kind === 'event' ? inspection.token : null,
    revision: vendor.revision,
    parts: tellChosen(parts, { choices, attendances: vendor.attendances }),
  };
}

interface Choosing {
  readonly gone: Gone;
  readonly masking: Masking;
}

/** The mask of each fact that has one. */
function chooseMasks(
  parts: readonly Decoded[],
  { connectionId }: Request,
  { gone, masking: { codec, privacy, policy } }: Choosing,
): { readonly masks: ReadonlyMap<Fact, Mask>; readonly news: readonly string[] } {
  const pseudonyms = openPseudonyms(codec, privacy.key);
  const usual: Mask | null = isMasking(policy) ? { policy, ids: 'telling', pseudonyms } : null;
  const erasing = erasingMask(pseudonyms);
  const masks = new Map<Fact, Mask>();
  const news: string[] = [];
  for (const part of parts) {
    if (part.kind !== 'event') continue;
    const found = gone.isEmpty ? null : findGone(part.event, connectionId, gone);
    news.push(...(found?.news ?? []));
    for (const fact of part.event.facts) {
      const mask = found?.facts.has(fact) === true ? erasing : usual;
      if (mask !== null) masks.set(fact, mask);
    }
  }
  return { masks, news };
}

import type { Decoded, VendorEvent } from '../events/event';
import { failureCodes, type Failure } from '../events/failure';
import { isObject } from '../vendors/kit/object-reader';
import { recordMark, recordWord } from './is-record';
import { readFact } from './read-fact';

/**
 * A masked request is kept as what was understood of it, not as what was sent: so nothing stays that nobody has looked at. Its events
 * carry the hash of what was sent, by which a repeated delivery is known.
 */
export interface MaskedRequest {
  /** The platform's token in the body; null when there was none. */
  readonly token: string | null;
  /** Revision of the decoder that has read it. */
  readonly revision: number;
  readonly parts: readonly Decoded[];
}

/** What stands in the body's place. */
export const writeRecord = ({ token, revision, parts }: MaskedRequest): string =>
  JSON.stringify({ [recordWord]: recordMark, token, revision, parts });

/** Reads what stands in a body's place; what is no event of ours is left out, since whoever has the secret may send anything. */
export function readRecord(body: Readonly<Record<string, unknown>>): MaskedRequest {
  const { token, revision, parts } = body;
  return {
    token: typeof token === 'string' ? token : null,
    revision: typeof revision === 'number' ? revision : 0,
    parts: Array.isArray(parts) ? parts.flatMap(readPart) : [],
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readPart(part: unknown): readonly Decoded[] {
  if (!isObject(part)) return [];
  const name = text(part['name']);
  if (part['kind'] === 'unknown' || part['kind'] === 'noise') return [{ kind: part['kind'], name }];
  if (part['kind'] === 'failure')
    return [{ kind: 'failure', name, failure: readFailure(part['failure']) }];
  const event = part['event'];
  return part['kind'] === 'event' && isObject(event)
    ? [{ kind: 'event', event: readEvent(event) }]
    : [];
}

function readFailure(value: unknown): Failure {
  const failure = isObject(value) ? value : {};
  const code = failureCodes.find((one) => one === failure['code']) ?? 'decoderFault';
  const [path, expected, received] = ['path', 'expected', 'received'].map((key) =>
    text(failure[key]),
  );
  return { code, path: path ?? '', expected: expected ?? '', received: received ?? '' };
}

const time = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function readEvent(event: Readonly<Record<string, unknown>>): VendorEvent {
  const facts = event['facts'];
  return {
    name: text(event['name']),
    entityId: text(event['entityId']),
    atMs: time(event['atMs']),
    item: null,
    hash: text(event['hash']),
    ...(event['isOut'] === true ? { isOut: true } : {}),
    facts: Array.isArray(facts) ? facts.flatMap(readFact) : [],
  };
}

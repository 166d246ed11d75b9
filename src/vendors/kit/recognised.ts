import type { Decoded } from '../../events/event';
import { failed } from './decoded';
import { openObject, type ObjectReader } from './object-reader';
import type { WebhookRequest } from '../vendor';

/** What a body is, for platforms whose bodies do not name their event: one that is known, or something else by its own name. */
export type Recognition<E extends string> =
  | { readonly kind: 'event'; readonly event: E }
  | { readonly kind: 'noise' | 'unknown'; readonly name: string };

/** One request as the decoders of its event take it. */
export interface RecognisedItem<E extends string> {
  readonly event: E;
  readonly reader: ObjectReader;
  readonly body: unknown;
  readonly receivedAtMs: number;
}

/** How a platform's events are told apart and read. */
export interface Recogniser<E extends string> {
  recognise(reader: ObjectReader, webhook: string): Recognition<E>;
  readonly decoders: Readonly<Record<E, (item: RecognisedItem<E>) => readonly Decoded[]>>;
}

/** Decodes one request: one event, and a failure for each part that could not be read. */
export function decodeRecognised<E extends string>(
  { webhook, body, receivedAtMs }: WebhookRequest,
  { recognise, decoders }: Recogniser<E>,
): readonly Decoded[] {
  const reader = openObject(body);
  const failure = reader.failures[0];
  if (failure) return [failed(webhook === '' ? 'semNome' : webhook, failure)];
  const seen = recognise(reader, webhook);
  if (seen.kind !== 'event') return [{ kind: seen.kind, name: seen.name }];
  return decoders[seen.event]({ event: seen.event, reader, body, receivedAtMs });
}

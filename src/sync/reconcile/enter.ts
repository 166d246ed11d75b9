import { accept } from '../../intake/commit/accept';
import { fetchedRequestId } from '../../intake/journal/request';
import type { Services } from '../../platform/services';
import type { Connection } from '../../settings/config';
import { loadConfig } from '../../settings/config-cache';

/** So many records in one request: a hold that writes them takes a second or two, and webhooks wait no longer. */
const recordsAtOnce = 60;
const charactersAtOnce = 150_000;

/** What stands in the journal's column of the webhook. */
const fetchedWebhook = 'api';

/** Takes records in as any request is taken: they are stored durably when this returns. */
export function enterRecords(
  services: Services,
  { id: connectionId }: Connection,
  records: readonly object[],
): void {
  for (const texts of toPortions(records.map((record) => JSON.stringify(record)))) {
    const receivedAtMs = services.clock.now();
    const random = services.codec.sha256WebSafe(services.codec.uuid()).slice(0, 12);
    const request = {
      id: fetchedRequestId(random),
      connectionId,
      webhook: fetchedWebhook,
      receivedAtMs,
      body: `[${texts.join(',')}]`,
    };
    accept(services, request, { ...loadConfig(services), startedAtMs: receivedAtMs });
  }
}

function toPortions(texts: readonly string[]): readonly (readonly string[])[] {
  const portions: string[][] = [];
  let length = 0;
  for (const text of texts) {
    const open = portions[portions.length - 1];
    const fits =
      open !== undefined && open.length < recordsAtOnce && length + text.length <= charactersAtOnce;
    if (fits) open.push(text);
    else portions.push([text]);
    length = (fits ? length : 0) + text.length;
  }
  return portions;
}

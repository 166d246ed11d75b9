import { sampleSecret } from '../../src/cli/sample';
import { buildWebEvent, type WebEvent } from '../../src/twin/web/web-request';
import { accountOf, type Delivery } from './scenario';

/** The argument of `doPost` for a delivery to its connection, whose first secret is the sample's unless another is given. */
export function eventOf(
  delivery: Pick<Delivery, 'vendor' | 'account' | 'webhook' | 'body'>,
  secret = sampleSecret,
): WebEvent {
  return buildWebEvent({
    method: 'POST',
    query: `k=${accountOf(delivery)}.${secret}&w=${delivery.webhook}`,
    contentType: 'application/json',
    body: Buffer.from(delivery.body),
  });
}

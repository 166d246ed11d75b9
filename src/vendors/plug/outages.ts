import type { Decoded } from '../../events/event';
import { parseTime } from '../../events/time';
import { decodeWhole, said } from '../decoded';
import { readMoment, type PlugItem } from './item';

/**
 * `whenDisconnecting`, and Z-API's `ConnectedCallback` when it comes to the same URL. `momment` is in seconds here; the one
 * in Z-API's example of a connection lies in the year 2798, so there an impossible time is none, not a failure.
 */
export function decodeConnection(item: PlugItem): readonly Decoded[] {
  const { reader } = item;
  const instance = said(reader.id('instanceId'));
  const id = instance === undefined || instance === '' ? 'whatsapp' : instance;
  const isConnected = reader.flag('connected') === true || reader.flag('disconnected') === false;
  const moment = isConnected ? parseTime(reader.raw('momment')) : readMoment(reader);
  const atMs = moment ?? null;
  const situation = isConnected ? 'connected' : 'disconnected';
  const fields = { instance, situation, detail: said(reader.text('error')) };
  return decodeWhole(item, { entityId: id, atMs, facts: [{ entity: 'outage', id, atMs, fields }] });
}

import type { Decoded } from '../../events/event';
import { decodeWhole, said } from '../decoded';
import { readMoment, type PlugItem } from './item';

/** A time from here on (2100) is no time: Z-API's documented `ConnectedCallback` has one in the year 2798. */
const noTimeFromMs = Date.UTC(2100, 0, 1);

/** `whenDisconnecting`, and Z-API's `ConnectedCallback` when it comes to the same URL. Its `momment` is in seconds. */
export function decodeConnection(item: PlugItem): readonly Decoded[] {
  const { reader } = item;
  const instance = said(reader.id('instanceId'));
  const id = instance === undefined || instance === '' ? 'whatsapp' : instance;
  const moment = readMoment(reader);
  const atMs = moment === undefined || moment >= noTimeFromMs ? null : moment;
  const isConnected = reader.flag('connected') === true || reader.flag('disconnected') === false;
  const situation = isConnected ? 'connected' : 'disconnected';
  const fields = { instance, situation, detail: said(reader.text('error')) };
  return decodeWhole(item, { entityId: id, atMs, facts: [{ entity: 'outage', id, atMs, fields }] });
}

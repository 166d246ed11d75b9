import type { Decoded } from '../../events/event';
import { parseTime } from '../../events/time';
import { decodeWhole, said } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';
import { errorText } from './error-text';
import { readMoment, type PlugItem } from './item';

/** True when a body says something of a connection: by its type, a flag or an error. */
function saysConnection(reader: ObjectReader): boolean {
  const type = reader.raw('type');
  if (typeof type === 'string' && /^(?:dis)?connectedcallback$/i.test(type.trim())) return true;
  const values = ['connected', 'disconnected', 'error'].map((key) => reader.raw(key));
  return values.some((value) => value !== undefined && value !== null && value !== '');
}

/**
 * `whenDisconnecting`, and Z-API's `ConnectedCallback` when it comes to the same URL. `momment` is in seconds here; the one
 * in Z-API's example of a connection lies in the year 2798, so there an impossible time is none, not a failure.
 */
export function decodeConnection(item: PlugItem): readonly Decoded[] {
  const { reader } = item;
  if (!saysConnection(reader)) return [{ kind: 'unknown', name: item.event }];
  const instance = said(reader.id('instanceId'));
  const id = instance === undefined || instance === '' ? 'whatsapp' : instance;
  const isConnected = reader.flag('connected') === true || reader.flag('disconnected') === false;
  const moment = isConnected ? parseTime(reader.raw('momment')) : readMoment(reader);
  const atMs = moment ?? null;
  const situation = isConnected ? 'connected' : 'disconnected';
  const fields = { instance, situation, detail: errorText(reader.raw('error')) };
  return decodeWhole(item, { entityId: id, atMs, facts: [{ entity: 'outage', id, atMs, fields }] });
}

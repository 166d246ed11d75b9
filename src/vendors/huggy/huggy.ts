import type { Vendor } from '../vendor';
import { decodeRecord } from './api-decode';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { nameEvent } from './event-titles';
import { testEvents } from './test-event';

export const huggy: Vendor = {
  id: 'huggy',
  name: 'Huggy',
  webhooks,
  setupHint,
  helpPage: 'https://help.huggy.io/api/como-utilizar-a-api-e-o-webhook',
  answer: { kind: 'text' },
  attendances: 'chat',
  revision: 3,
  hasToken: true,
  hasStatusCodes: true,
  testEvents,
  nameEvent,
  inspect,
  decode,
  decodeRecord,
};

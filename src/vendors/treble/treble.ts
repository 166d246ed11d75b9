import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decodeRecord } from './api-decode';
import { decode } from './decode';
import { nameEvent } from './event-titles';
import { testEvents } from './test-event';

export const treble: Vendor = {
  id: 'treble',
  name: 'Treble',
  webhooks,
  setupHint,
  helpPage: 'https://help.treble.ai/en/api-reference/webhooks/webhook-center/intro',
  answer: { kind: 'json', value: { user_session_keys: [] } },
  attendances: 'own',
  revision: 3,
  testEvents,
  nameEvent,
  inspect,
  decode,
  decodeRecord,
};

import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { testEvent } from './test-event';

export const treble: Vendor = {
  id: 'treble',
  name: 'Treble',
  webhooks,
  setupHint,
  answer: { kind: 'json', value: { user_session_keys: [] } },
  attendances: 'own',
  revision: 2,
  testEvent,
  inspect,
  decode,
};

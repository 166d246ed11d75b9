import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { testEvent } from './test-event';

export const huggy: Vendor = {
  id: 'huggy',
  name: 'Huggy',
  webhooks,
  setupHint,
  answer: { kind: 'text' },
  attendances: 'chat',
  revision: 2,
  hasStatusCodes: true,
  testEvent,
  inspect,
  decode,
};

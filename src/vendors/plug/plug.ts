import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { registration } from './register';
import { testEvent } from './test-event';

export const plug: Vendor = {
  id: 'plug',
  name: 'PlugChat',
  webhooks,
  setupHint,
  answer: { kind: 'html' },
  attendances: 'own',
  revision: 1,
  registration,
  testEvent,
  inspect,
  decode,
};

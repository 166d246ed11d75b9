import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { testEvent } from './test-event';

/** Answered with a plain 200: a 410 would make Weni remove a resthook's subscription. */
export const weni: Vendor = {
  id: 'weni',
  name: 'Weni',
  webhooks,
  setupHint,
  answer: { kind: 'html' },
  attendances: 'none',
  revision: 1,
  testEvent,
  inspect,
  decode,
};

import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { testEvent } from './test-event';

/**
 * Evolvy, now Nexloo: a Chatwoot. Answered with HtmlService, so that its sender sees 200 instead of a redirect, which it logs as
 * a failure and newer versions follow with a second POST.
 */
export const evolvy: Vendor = {
  id: 'evolvy',
  name: 'Nexloo (Evolvy)',
  webhooks,
  setupHint,
  answer: { kind: 'html' },
  attendances: 'numbered',
  revision: 2,
  testEvent,
  inspect,
  decode,
};

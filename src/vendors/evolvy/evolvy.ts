import type { Vendor } from '../vendor';
import { decodeRecord } from './api-decode';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { nameEvent } from './event-titles';
import { testEvents } from './test-event';

/**
 * Evolvy, now Nexloo: a Chatwoot. Answered with HtmlService, so that its sender sees 200 instead of a redirect, which it logs as
 * a failure and newer versions follow with a second POST.
 */
export const evolvy: Vendor = {
  id: 'evolvy',
  name: 'Nexloo (Evolvy)',
  webhooks,
  setupHint,
  helpPage: 'https://nexloo.com/base-de-conhecimento-archive/',
  answer: { kind: 'html' },
  attendances: 'numbered',
  revision: 3,
  testEvents,
  nameEvent,
  inspect,
  decode,
  decodeRecord,
};

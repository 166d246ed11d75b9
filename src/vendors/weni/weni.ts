import type { Vendor } from '../vendor';
import { decodeRecord } from './api-decode';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { nameEvent } from './event-titles';
import { testEvents } from './test-event';

/** Answered with a plain 200: a 410 would make Weni remove a resthook's subscription. */
export const weni: Vendor = {
  id: 'weni',
  name: 'Weni',
  webhooks,
  setupHint,
  helpPage: 'https://docs.weni.ai/',
  answer: { kind: 'html' },
  phones: 'international',
  attendances: 'none',
  revision: 2,
  testEvents,
  nameEvent,
  inspect,
  decode,
  decodeRecord,
};

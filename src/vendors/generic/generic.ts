import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { nameEvent } from './event-titles';
import { testEvents } from './test-event';

export const generic: Vendor = {
  id: 'generic',
  name: 'Genérico',
  webhooks,
  setupHint,
  answer: { kind: 'html' },
  attendances: 'own',
  revision: 2,
  takesForms: true,
  testEvents,
  nameEvent,
  inspect,
  decode,
};

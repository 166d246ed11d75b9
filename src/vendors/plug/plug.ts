import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';
import { registration } from './register';
import { testEvents } from './test-event';

export const plug: Vendor = {
  id: 'plug',
  name: 'PlugChat',
  webhooks,
  setupHint,
  helpPage: 'https://plug-chat-docs.vercel.app/webhooks/update-webhooks',
  answer: { kind: 'html' },
  phones: 'international',
  attendances: 'own',
  revision: 2,
  registration,
  testEvents,
  inspect,
  decode,
  // What the API gives of an attendance has the form of its webhooks.
  decodeRecord: decode,
};

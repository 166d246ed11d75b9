import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';

export const huggy: Vendor = {
  id: 'huggy',
  name: 'Huggy',
  webhooks,
  setupHint,
  answer: 'text',
  attendances: 'own',
  inspect,
  decode,
};

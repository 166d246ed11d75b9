import type { Vendor } from '../vendor';
import { inspect, setupHint, webhooks } from './connection';
import { decode } from './decode';

export const generic: Vendor = {
  id: 'generic',
  name: 'Genérico',
  webhooks,
  setupHint,
  answer: 'html',
  attendances: 'own',
  inspect,
  decode,
};

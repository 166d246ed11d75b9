import type { RecognisedItem } from '../kit/recognised';

/** What Treble tells: by blocks of a flow, and by the account. Only the last three name themselves in the body. */
export const trebleEvents = [
  'message_delivered',
  'message_read',
  'message_response',
  'opt_out',
  'timeout',
  'condition',
  'conversation_closed',
  'session.close',
  'hsm.status',
  'deployment.failure',
] as const;

export type TrebleEvent = (typeof trebleEvents)[number];

/** One request as the decoders take it. */
export type TrebleItem = RecognisedItem<TrebleEvent>;

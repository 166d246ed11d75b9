import { decodeRecord, parseObject } from '../../events/decode-record';
import type { Properties } from '../../platform/services';
import { chatIds, type ChatId } from './chats';

/** What a chat has been told. Stored after its answer: a crash in between tells it twice. */
export interface Sent {
  /** Ids of alarms, the newest last. */
  readonly alarms: readonly string[];
  /** Local day, counted from 1970, of the last summary. */
  readonly summaryDay: number;
  /** Nothing is sent before, epoch ms. */
  readonly notBeforeMs: number;
  /** Failures in a row. */
  readonly faults: number;
  /** What the chat said when it refused, and the edition of the settings then; blank: it has not. */
  readonly refusal: string;
  readonly refusedAt: number;
}

const nothing: Sent = {
  alarms: [],
  summaryDay: 0,
  notBeforeMs: 0,
  faults: 0,
  refusal: '',
  refusedAt: -1,
};

export type SentTo = Readonly<Record<ChatId, Sent>>;

const key = 'alarms.sent';

export function sentFrom(all: Readonly<Record<string, string>>): SentTo {
  const stored = parseObject(all[key]);
  const read = (id: ChatId): Sent => {
    const sent = decodeRecord(JSON.stringify(stored[id] ?? {}), nothing);
    return { ...sent, alarms: sent.alarms.filter((one) => typeof one === 'string') };
  };
  const [google, slack, teams] = chatIds.map(read);
  return { google: google ?? nothing, slack: slack ?? nothing, teams: teams ?? nothing };
}

export function saveSent(properties: Properties, sent: SentTo): void {
  properties.set(key, JSON.stringify(sent));
}

/** As many as the sweep remembers of raised ones. */
const mostRemembered = 40;

export const withAlarms = (sent: Sent, ids: readonly string[]): Sent => ({
  ...sent,
  alarms: [...new Set([...sent.alarms, ...ids])].slice(-mostRemembered),
});

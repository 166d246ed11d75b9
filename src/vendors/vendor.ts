import type { AttendanceSource } from '../events/attendance-source';
import type { Decoded } from '../events/event';
import type { Localized } from '../events/localized';

/** One URL that the user pastes into the vendor's settings. */
export interface Webhook {
  /** Goes into the URL as `w`. */
  readonly id: string;
  readonly title: Localized;
  /** The vendor's own click path to the field where this URL is pasted. */
  readonly clickPath: Localized;
  /** Whether it counts only for the place where it is pasted (a block of a flow); those of the account come first. */
  readonly isOfFlow?: true;
}

/** What a body says about itself before it is journaled. */
export type Inspection =
  /** The vendor checks that the URL is ours: the answer is this token. */
  | { readonly kind: 'handshake'; readonly token: string }
  /** Understood and never written; only counted. */
  | { readonly kind: 'noise'; readonly name: string }
  /** Anything else. `token` is the vendor's own secret in the body, where it has one. */
  | { readonly kind: 'event'; readonly token: string | null };

/** What decoding is told. `body` is the parsed JSON, of any shape. */
export interface WebhookRequest {
  /** `w` of the URL; blank when the URL has none. */
  readonly webhook: string;
  readonly body: unknown;
  /** When the first copy of the request arrived, epoch ms. */
  readonly receivedAtMs: number;
}

type AuthHeaders = Readonly<Record<string, string>>;

/** How a platform's API is told all addresses at once, where it can be. */
export interface Registration {
  readonly url: string;
  readonly method: 'put' | 'post';
  /** The forms in which it may want the token, the likeliest first: the next one is tried where one is refused with 401. */
  headers(token: string): readonly [AuthHeaders, ...AuthHeaders[]];
  body(addresses: readonly { readonly webhook: string; readonly url: string }[]): object;
}

/** When and under which name a test event is made; `token` is the vendor's token that the connection knows. */
export interface TestMoment {
  readonly nowMs: number;
  readonly token: string | null;
  /** Stands wherever a person would, so that everybody sees what it is. */
  readonly name: string;
}

/** A body as the vendor would send it, and the webhook it belongs to. */
export interface TestEvent {
  /** Which kind of event it is, in a word or three. */
  readonly title: Localized;
  readonly webhook: string;
  readonly body: object;
}

/**
 * A platform. Its folder has the same files as its neighbours': `connection.ts` (what to paste where, inspection, answer)
 * and `decode.ts` (body → events). Both are pure.
 */
export interface Vendor {
  readonly id: string;
  /** The name users know. */
  readonly name: string;
  readonly webhooks: readonly Webhook[];
  /** What to tick or to know there, in the user's words. */
  readonly setupHint: Localized;
  /** The platform's own page about its webhooks; absent where there is none. */
  readonly helpPage?: string;
  /**
   * How a request is answered. `text`: ContentService, reached through a 302 (Huggy's handshake wants the bare token);
   * `json`: ContentService with a JSON object that the platform reads; `html`: HtmlService, 200 without a redirect.
   */
  readonly answer:
    { readonly kind: 'text' | 'html' } | { readonly kind: 'json'; readonly value: object };
  readonly attendances: AttendanceSource;
  /** Phones come with the country's code in front and without a plus, as WhatsApp's ids do. */
  readonly phones?: 'international';
  /**
   * Revision of the decoder: raised whenever it reads an event differently than before. Of two readings of one event the one
   * of the higher revision counts, so that replaying the journal corrects old rows.
   */
  readonly revision: number;
  /** Whether plain form fields (`name=Ana&phone=…`) are a body too. JSON that a form carries is read for every platform. */
  readonly takesForms?: true;
  /** Whether a body carries the vendor's own secret as `token` (see `Inspection`): it stays, while those of other systems are hidden. */
  readonly hasToken?: true;
  /** Whether users may name the codes of agents' statuses, whose meaning the platform does not tell. */
  readonly hasStatusCodes?: true;
  /** Absent where addresses are pasted by hand. */
  readonly registration?: Registration;
  /** Events that the panel sends through the deployed address, to show that the way is open: one of each kind, the usual one first. */
  testEvents(moment: TestMoment): readonly TestEvent[];
  /** What users call an event, by its name in the journal. Absent where each event has an address, whose title says it. */
  nameEvent?(event: string): Localized | undefined;
  inspect(body: unknown): Inspection;
  /** Never throws on any JSON; order of the result is the order of the body. */
  decode(request: WebhookRequest): readonly Decoded[];
  /** The same for a record that was fetched from the platform's API. Absent where nothing can be fetched. */
  decodeRecord?(request: WebhookRequest): readonly Decoded[];
}

import { word } from '../../events/words/word';
import type { FieldsOf } from '../../events/fields';
import type { MessageKind } from '../../events/message-kinds';
import { bracketed } from '../kit/message-text';
import { isObject, type ObjectReader } from '../kit/object-reader';
import { wordsIn } from '../kit/words-in';
import { readForm } from './whatsapp-form';

type Content = Pick<FieldsOf<'message'>, 'kind' | 'text'>;

/** What the contact answered, by `interactive.type`; the answer stands under a key of the same name. */
const answers: ReadonlyMap<string, (answer: ObjectReader) => Content> = new Map([
  ['button_reply', (reply) => ({ kind: 'buttons', text: chosenOf(reply) })],
  ['list_reply', (reply) => ({ kind: 'list', text: chosenOf(reply) })],
  ['nfm_reply', (form) => ({ kind: 'form', text: readForm(form) })],
  ['payment_notification', readPayment],
  ['payment_method', readPayment],
  ['call_permission_reply', readPermission],
]);

/** What the company offered, in an echo. */
const offers: ReadonlyMap<string, MessageKind> = new Map([
  ['button', 'buttons'],
  ['cta_url', 'buttons'],
  ['list', 'list'],
  ['product', 'product'],
  ['product_list', 'product'],
  ['catalog_message', 'product'],
  ['flow', 'form'],
  ['address_message', 'form'],
  ['order_details', 'order'],
  ['order_status', 'order'],
]);

/** Kind and text of an `interactive` message; one of another type keeps its name and its words. */
export function readInteractive(part: ObjectReader): Content {
  const type = part.text('type') ?? '';
  const answer = answers.get(type);
  if (answer && isObject(part.raw(type))) return answer(part.child(type));
  const offer = offers.get(type);
  const words = offer ? wordsOfOffer(part) : wordsOfAnswer(part, type);
  if (offer && words.length > 0) return { kind: offer, text: words.join('\n') };
  return { kind: offer ?? 'unknown', text: bracketed(word('interactive'), [type, ...words]) };
}

function wordsOfAnswer(part: ObjectReader, type: string): readonly string[] {
  const raw = part.raw(type);
  return typeof raw === 'string' ? [part.text(type) ?? ''] : wordsIn(raw).words;
}

/** An offer's words and its buttons. `action.name` is what a button does (`cta_url`), no word that people see. */
function wordsOfOffer(part: ObjectReader): readonly string[] {
  const action = part.raw('action');
  const buttons = isObject(action) ? { ...action, name: null } : action;
  return wordsIn([part.raw('header'), part.raw('body'), part.raw('footer'), buttons]).words;
}

function chosenOf(reply: ObjectReader): string | null | undefined {
  return reply.text('title') ?? reply.text('description') ?? reply.text('id');
}

/** Weni's own notices of a payment that was made, and of how; of a card the last four digits at most. */
function readPayment(part: ObjectReader): Content {
  const keys = ['reference_id', 'payment_status', 'status', 'payment_method', 'payer_name'];
  const digits = part.id('last_four_digits');
  const words = keys.map((key) => part.text(key));
  const card = digits ? `…${digits.slice(-4)}` : null;
  return { kind: 'payment', text: bracketed(word('payment'), [...words, card]) };
}

/** Whether the contact wants to be called. */
function readPermission(part: ObjectReader): Content {
  const response = part.text('response')?.toLowerCase();
  if (response === 'accept') return { kind: 'call', text: bracketed(word('callAccepted'), []) };
  if (response === 'reject') return { kind: 'call', text: bracketed(word('callRejected'), []) };
  return { kind: 'call', text: bracketed(word('call'), [response]) };
}

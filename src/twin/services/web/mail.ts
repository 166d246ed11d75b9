import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { Call, textOf } from '../call';
import { DailyQuota } from '../daily-quota';

const RECIPIENTS_PER_MESSAGE = 50;
const BODY_LIMIT_BYTES = 200 * 1024;

/** A message that would have been sent; addresses as the script gave them, comma-separated. */
interface SentMessage {
  readonly sentAtMs: number;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
}

/** The messages of one twin (kept in memory, never sent), and how many recipients a user has left today. */
export interface Outbox {
  readonly messages: SentMessage[];
  readonly quota: DailyQuota;
}

/** An empty outbox; 100 recipients a day unless told (a consumer account's quota). */
export function createOutbox(recipientsPerDay = 100): Outbox {
  return { messages: [], quota: new DailyQuota({ name: 'email', perDay: recipientsPerDay }) };
}

/** `MailApp`: records messages instead of sending. Source: https://developers.google.com/apps-script/reference/mail/mail-app */
export function makeMailApp(outbox: Outbox): ServiceDefinition {
  return {
    name: 'MailApp',
    enums: {},
    create: (context) => new MailApp(outbox, context),
  };
}

class MailApp extends HostObject {
  readonly #outbox: Outbox;
  readonly #context: ExecutionContext;

  constructor(outbox: Outbox, context: ExecutionContext) {
    super();
    this.#outbox = outbox;
    this.#context = context;
  }

  sendEmail(...values: unknown[]): void {
    const message = this.#read(readFields(new Call('MailApp.sendEmail', values)));
    const recipients = listAddresses(message);
    if (recipients.length === 0) throw new Error('Failed to send email: no recipient');
    const invalid = recipients.find((address) => !/^[^@\s]+@[^@\s]+$/.test(address));
    if (invalid !== undefined) throw new Error(`Invalid email: ${invalid}`);
    if (recipients.length > RECIPIENTS_PER_MESSAGE) {
      throw new Error('Limit Exceeded: Email Recipients Per Message.');
    }
    if (Buffer.byteLength(message.body + message.htmlBody) > BODY_LIMIT_BYTES) {
      throw new Error('Limit Exceeded: Email Body Size.');
    }
    this.#outbox.quota.spend(this.#context.user, message.sentAtMs, recipients.length);
    this.#outbox.messages.push(message);
  }

  getRemainingDailyQuota(): number {
    return this.#outbox.quota.remaining(this.#context.user, this.#context.clock.now());
  }

  #read(fields: Readonly<Record<string, unknown>>): SentMessage {
    const text = (name: string) => (fields[name] === undefined ? '' : textOf(fields[name]));
    return {
      sentAtMs: this.#context.clock.now(),
      from: this.#context.user,
      to: text('to'),
      cc: text('cc'),
      bcc: text('bcc'),
      replyTo: text('replyTo'),
      subject: text('subject'),
      body: text('body'),
      htmlBody: text('htmlBody'),
    };
  }
}

/** The forms (message), (to, subject, body), (to, subject, body, options) and (to, replyTo, subject, body). */
function readFields(call: Call): Readonly<Record<string, unknown>> {
  if (call.count === 1) return call.fields(0);
  const isReplyForm = call.count === 4 && typeof call.values[3] === 'string';
  if (isReplyForm) {
    return { to: call.text(0), replyTo: call.text(1), subject: call.text(2), body: call.text(3) };
  }
  const options = call.fields(3, true);
  return { ...options, to: call.text(0), subject: call.text(1), body: call.text(2) };
}

function listAddresses({ to, cc, bcc }: SentMessage): readonly string[] {
  return [to, cc, bcc]
    .flatMap((list) => list.split(','))
    .map((address) => /<([^>]*)>\s*$/.exec(address)?.[1] ?? address.trim())
    .filter((address) => address !== '');
}

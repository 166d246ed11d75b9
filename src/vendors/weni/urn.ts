import { phoneDigits } from '../../events/contact-key';
import { channelName } from '../kit/channel-name';

/** What a URN such as `whatsapp:5511999990000` or `tel:+5511999990000` says. */
export interface Urn {
  /** What its scheme is called: `WhatsApp`, `Telefone`, …; undefined when there is no URN. */
  readonly channel: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

const phoneSchemes: ReadonlySet<string> = new Set(['tel', 'whatsapp', 'viber']);

/**
 * Reads a URN. A bare number is a WhatsApp number, as Weni itself takes it. A `whatsapp:` URN may be Meta's id of a person
 * without a phone (`BR.1A2b…`): then there is no phone.
 */
export function readUrn(urn: string | null | undefined): Urn {
  const [, scheme = 'whatsapp', path = ''] = /^(?:([a-z]+):)?(.*)$/s.exec(urn ?? '') ?? [];
  if (!urn || path === '') return { channel: undefined, phone: undefined, email: undefined };
  const isPhone = phoneSchemes.has(scheme) && /^[\d\s()+.-]+$/.test(path);
  return {
    channel: channelName(scheme),
    phone: isPhone ? (phoneDigits(path) ?? undefined) : undefined,
    email: scheme === 'mailto' ? path : undefined,
  };
}

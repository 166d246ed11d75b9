import { dropMarks } from '../../events/words/word';
import { parseTime } from '../../events/time';

/** Text, number or flag, as text. */
export function acceptText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : dropMarks(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A phone number, also in the forms of WhatsApp (`5511999990000@c.us`) and Twilio (`whatsapp:+5511999990000`). A LID is none. */
export function acceptPhone(value: unknown): string | undefined {
  const phone = acceptText(value)
    ?.replace(/^(?:whatsapp|tel):/, '')
    .replace(/@(?:c\.us|s\.whatsapp\.net)$/, '');
  return phone !== undefined && /^\+?[\d\s().-]{8,24}$/.test(phone) ? phone : undefined;
}

export function acceptEmail(value: unknown): string | undefined {
  return typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value) ? value : undefined;
}

export function acceptLink(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\//.test(value) ? value : undefined;
}

/** Epoch ms of a time in any of the known forms. */
export function acceptTime(value: unknown): number | undefined {
  return parseTime(value) ?? undefined;
}

const directions: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ...['in', 'incoming', 'inbound', 'received', 'recebida', 'entrada', 'false', '0'].map(
    (word) => [word, 'in'] as const,
  ),
  ...['out', 'outgoing', 'outbound', 'sent', 'enviada', 'saida', 'saída', 'true', '1'].map(
    (word) => [word, 'out'] as const,
  ),
]);

/** A word for the direction, or the answer to "is it from us?" (`fromMe`). */
export function acceptDirection(value: unknown): 'in' | 'out' | undefined {
  return directions.get((acceptText(value) ?? '').trim().toLowerCase());
}

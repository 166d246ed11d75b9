import type { Fact } from '../events/event';
import type { EntityId } from '../events/fields';

/** What names a person: phones in whatever form are one, and e-mails in whatever case. Ids are of a connection and of a kind. */
export function phoneIdentity(phone: string): string | null {
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 8) return null;
  // Brazil: with or without the country's code, with or without the ninth digit.
  const national = /^55\d{10,11}$/.test(digits) ? digits.slice(2) : digits;
  const short = /^\d\d9\d{8}$/.test(national) ? national.slice(0, 2) + national.slice(3) : national;
  return `tel:${short}`;
}

export const emailIdentity = (email: string): string => `mailto:${email.trim().toLowerCase()}`;

/** Kinds of ids that name a person, or what was said to one. */
export type NamedEntity = Extract<EntityId, 'contact' | 'conversation' | 'attendance' | 'message'>;

export const idIdentity = (entity: NamedEntity, connectionId: string, id: string): string =>
  `${entity}|${connectionId}|${id}`;

const namedEntities: readonly NamedEntity[] = ['contact', 'conversation', 'attendance', 'message'];

export const isNamed = (entity: EntityId): entity is NamedEntity =>
  namedEntities.some((one) => one === entity);

/** What an event or a row says, as far as it names somebody. */
export interface Naming {
  readonly entity: NamedEntity;
  readonly connectionId: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Everything by which somebody may be named there. */
export function identitiesOf({ entity, connectionId, id, fields }: Naming): readonly string[] {
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const [contact, alias, conversation] = ['contactId', 'aliasId', 'conversationId'].map(text);
  const ids = [
    idIdentity(entity, connectionId, id),
    ...[contact, alias].flatMap((one) => (one ? [idIdentity('contact', connectionId, one)] : [])),
    ...[conversation, entity === 'attendance' ? id.replace(/#\d+$/, '') : ''].flatMap((one) =>
      one ? [idIdentity('conversation', connectionId, one)] : [],
    ),
  ];
  const phones = [text('phone'), ...[id, contact, alias, conversation].flatMap(phoneInId)];
  const emails = [text('email'), ...(id.startsWith('mailto:') ? [id.slice('mailto:'.length)] : [])];
  return [
    ...ids,
    ...phones.flatMap((phone) => phoneIdentity(phone) ?? []),
    ...emails.flatMap((email) => (email === '' ? [] : [emailIdentity(email)])),
  ];
}

/** An id that is a phone: of platforms that name people so. */
function phoneInId(id: string | undefined): readonly string[] {
  const [, digits] =
    /^(?:tel:)?\+?(\d{10,15})(?:@(?:c\.us|s\.whatsapp\.net))?$/.exec(id ?? '') ?? [];
  return digits === undefined ? [] : [digits];
}

/** The naming of a fact; null for one that names no customer. */
export const namingOf = (fact: Fact, connectionId: string): Naming | null =>
  isNamed(fact.entity)
    ? { entity: fact.entity, connectionId, id: fact.id, fields: fact.fields }
    : null;

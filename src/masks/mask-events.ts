import type { Decoded, Fact, VendorEvent } from '../events/event';
import type { Services } from '../platform/services';
import { hashOf } from './event-hash';
import type { Gone } from './gone';
import { idIdentity, identitiesOf, isNamed, namingOf } from './identities';
import { maskFact } from './mask-fields';
import { maskId, type Mask } from './mask-values';

type Sha = Pick<Services['codec'], 'sha256'>;

/** How an event's facts are masked. */
export interface EventMask {
  readonly codec: Sha;
  readonly maskOf: (fact: Fact) => Mask | null;
  /** What stands for the id of a conversation that a template reached. */
  readonly hideReached: (id: string) => string;
}

/** Events with their facts masked, ready to be kept; failures and others have nothing personal. */
export const maskParts = (parts: readonly Decoded[], how: EventMask): readonly Decoded[] =>
  parts.map((part) =>
    part.kind === 'event' ? { ...part, event: maskEvent(part.event, how) } : part,
  );

function maskEvent(event: VendorEvent, { codec, maskOf, hideReached }: EventMask): VendorEvent {
  const hash = event.hash ?? hashOf(event, codec);
  const masks = event.facts.map(maskOf);
  const facts = event.facts.map((fact, index) => {
    const mask = masks[index];
    return mask ? maskFact(fact, mask) : withReached(fact, hideReached);
  });
  const [mask] = masks.flatMap((one) => one ?? []);
  // Who is named beside others leaves the event its hash: the others' rows know it by that.
  const isWhole =
    mask !== undefined && masks.every((one, index) => one || !isNamedFact(event.facts[index]));
  return {
    ...event,
    item: null,
    entityId: mask === undefined ? event.entityId : maskEntityId(event, facts, mask),
    hash: isWhole ? mask.pseudonyms.hash(hash) : hash,
    facts,
  };
}

/** A template's fact, in which conversations are named by what stands for them. */
function withReached(fact: Fact, hide: (id: string) => string): Fact {
  if (fact.entity !== 'template' || !Array.isArray(fact.fields.affectedConversations)) return fact;
  const affectedConversations = fact.fields.affectedConversations.map(hide);
  return { ...fact, fields: { ...fact.fields, affectedConversations } };
}

const isNamedFact = (fact: Fact | undefined): boolean => fact !== undefined && isNamed(fact.entity);

/** The id of what it happened to: that of one of the facts, mostly. */
function maskEntityId(
  { entityId, facts }: VendorEvent,
  masked: readonly Fact[],
  mask: Mask,
): string {
  const index = facts.findIndex(({ id }) => id === entityId);
  return index < 0 ? maskId(entityId, mask) : (masked[index]?.id ?? entityId);
}

/** Whom of those who were erased an event is about, and by what they are named in it for the first time. */
export interface Found {
  readonly facts: ReadonlySet<Fact>;
  readonly news: readonly string[];
}

/**
 * The facts of an event that are about people who were erased. Where it names nobody else, what names nobody is about them, too: the
 * conversation and the message of an event that names one contact.
 */
export function findGone({ facts }: VendorEvent, connectionId: string, gone: Gone): Found {
  const namings = facts.flatMap((fact) => {
    const naming = namingOf(fact, connectionId);
    return naming === null ? [] : [{ fact, naming, isGone: identitiesOf(naming).some(gone.has) }];
  });
  const contacts = namings.filter(({ fact }) => fact.entity === 'contact');
  const isAll = contacts.some(({ isGone }) => isGone) && contacts.every(({ isGone }) => isGone);
  const about = namings.filter(({ isGone }) => isGone || isAll);
  const ids = about.flatMap(({ naming: { entity, id } }) =>
    entity === 'message' ? [] : [idIdentity(entity, connectionId, id)],
  );
  return {
    facts: new Set(about.map(({ fact }) => fact)),
    news: ids.filter((id) => !gone.has(id)),
  };
}

import type { Fact } from '../events/event';
import {
  entityFields,
  extraPrefix,
  ownPrefix,
  type EntityId,
  type PersonalClass,
} from '../events/fields';
import { readFact } from './read-fact';
import { maskId, maskText, type Level, type Mask } from './mask-values';

/** Fields that name a person of the team. */
const agentFields: ReadonlySet<string> = new Set([
  'agentStatus.name',
  'agentStatus.email',
  'conversation.agentName',
  'conversation.agents',
  'attendance.operators',
]);

/** Entities whose own id names a customer or what was said to one. */
const named: ReadonlySet<EntityId> = new Set(['contact', 'conversation', 'attendance', 'message']);

type Values = Readonly<Record<string, unknown>>;

/** Whose fields they are; `isFromTeam`: a message that somebody of the team wrote. */
interface FieldOwner {
  readonly entity: EntityId;
  readonly isFromTeam: boolean;
}

/** A field's class; of what a system of the user's tells beyond the table: text. */
function classOf(entity: EntityId, name: string): PersonalClass {
  const fields: Readonly<Record<string, { readonly personal: PersonalClass }>> =
    entityFields[entity];
  return fields[name]?.personal ?? (name.startsWith(extraPrefix) ? classOfExtra(name) : 'none');
}

/** What the user said of a column of their own. */
function classOfExtra(name: string): PersonalClass {
  const classes = ['none', 'name', 'phone', 'email'] as const;
  return classes.find((one) => name.startsWith(`${ownPrefix}${one}.`)) ?? 'text';
}

const isAgents = ({ entity, isFromTeam }: FieldOwner, name: string): boolean =>
  agentFields.has(`${entity}.${name}`) ||
  (entity === 'message' && name === 'senderName' && isFromTeam);

/** The fields with what is personal in them masked. What Weni was told of a person goes with everything else of theirs, and so do the user's own columns, whatever they are. */
export function maskFields(fields: Values, owner: FieldOwner, mask: Mask): Values {
  const isGone = mask.policy.text === 'gone';
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isGone && (name.startsWith('weni') || name.startsWith(ownPrefix))
        ? null
        : maskField(value, name, { owner, mask }),
    ]),
  );
}

interface Place {
  readonly owner: FieldOwner;
  readonly mask: Mask;
}

function maskField(value: unknown, name: string, { owner, mask }: Place): unknown {
  const personal = classOf(owner.entity, name);
  if (personal === 'none') return value;
  if (personal === 'id') return deeply(value, (text) => maskId(text, mask));
  const level: Level = isAgents(owner, name) ? mask.policy.agent : mask.policy[personal];
  if (level === 'off') return value;
  // Of a long text the row's state has a mark with its beginning.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return level === 'gone'
      ? null
      : maskText(JSON.stringify(value), personal, { level: 'full', pseudonyms: mask.pseudonyms });
  return deeply(value, (text) => maskText(text, personal, { level, pseudonyms: mask.pseudonyms }));
}

/** Of a list of texts or observations each text; other values stay. */
function deeply(value: unknown, change: (text: string) => string | null): unknown {
  if (typeof value === 'string') return change(value);
  return Array.isArray(value) ? value.map((item: unknown) => deeply(item, change)) : value;
}

/** A fact with what is personal in it masked, its id too. */
export function maskFact(fact: Fact, mask: Mask): Fact {
  const isFromTeam = fact.entity === 'message' && fact.fields.direction === 'out';
  const fields = maskFields(fact.fields, { entity: fact.entity, isFromTeam }, mask);
  const id = named.has(fact.entity) ? maskId(fact.id, mask) : fact.id;
  // Of a phone that is only partly there nobody is told to be the same person.
  const { aliasId: _alias, ...others } = fields;
  const kept = mask.policy.phone === 'partial' ? others : fields;
  const [masked = fact] = readFact({ ...fact, id, fields: kept });
  return masked;
}

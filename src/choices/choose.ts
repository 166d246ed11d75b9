import type { AttendanceSource } from '../events/attendance-source';
import type { Decoded, Fact, VendorEvent } from '../events/event';
import { readFact } from '../masks/read-fact';
import { readChoices, type Choices, type OwnTab, type Source } from './choices';
import { toText, valueAt } from './path';

/** What a person chose for a connection, as it is stored, and where its platform's attendances come from. */
export interface Chosen {
  readonly choices: string | undefined;
  readonly attendances: AttendanceSource;
}

/**
 * What was understood of a body, with the fields that columns of the user's own show, and a mark on events that make no rows. Of an
 * event that was masked its item is gone: it keeps the fields and the mark of the day on which it came.
 */
export function choose(parts: readonly Decoded[], chosen: Chosen): readonly Decoded[] {
  const choices = readChoices(chosen.choices);
  return tell(parts, choices, chosen.attendances).map((part) =>
    part.kind === 'event' && choices.off.includes(part.event.name)
      ? { ...part, event: { ...part.event, isOut: true } }
      : part,
  );
}

/** The same without the events that are switched off: a person may switch them on again, and what is kept masked is kept for that. */
export const tellChosen = (
  parts: readonly Decoded[],
  { choices, attendances }: Chosen,
): readonly Decoded[] => tell(parts, readChoices(choices), attendances);

function tell(
  parts: readonly Decoded[],
  choices: Choices,
  attendances: AttendanceSource,
): readonly Decoded[] {
  return parts.map((part) => {
    if (part.kind !== 'event') return part;
    const { isOut: _before, ...event } = part.event;
    const isOut = choices.conditions.length > 0 && isLeftOut(part.event, choices);
    const facts = event.facts.map((fact) => withFields(fact, part.event, { choices, attendances }));
    return { ...part, event: { ...event, facts, ...(isOut ? { isOut } : {}) } };
  });
}

function isLeftOut({ item, isOut }: VendorEvent, { conditions }: Choices): boolean {
  if (item === null) return isOut === true;
  return conditions.some(({ path, values }) => {
    const value = toText(valueAt(item, path));
    return value !== null && !values.includes(value);
  });
}

interface Telling {
  readonly choices: Choices;
  readonly attendances: AttendanceSource;
}

function withFields(fact: Fact, event: VendorEvent, { choices, attendances }: Telling): Fact {
  if (event.item === null || isOneOfSeveral(fact, event)) return fact;
  const told = choices.sources
    .filter(({ tab }) => entityOf(tab, attendances) === fact.entity)
    .flatMap((source) => readField(event.item, source));
  if (told.length === 0) return fact;
  const [fuller = fact] = readFact({
    ...fact,
    fields: { ...fact.fields, ...Object.fromEntries(told) },
  });
  return fuller;
}

function readField(item: unknown, { id, path }: Source): readonly (readonly [string, unknown])[] {
  const value = valueAt(item, path);
  return value === undefined ? [] : [[id, toText(value)]];
}

/** Of two people whom one event names nobody knows whose the field is. */
const isOneOfSeveral = ({ entity, id }: Fact, { facts }: VendorEvent): boolean =>
  (entity === 'contact' || entity === 'conversation') &&
  facts.some((other) => other.entity === entity && other.id !== id);

/** Where attendances are episodes of conversations, the conversation knows their fields. */
function entityOf(tab: OwnTab, attendances: AttendanceSource): Fact['entity'] {
  if (tab === 'attendances') return attendances === 'own' ? 'attendance' : 'conversation';
  return ({ conversations: 'conversation', messages: 'message', contacts: 'contact' } as const)[
    tab
  ];
}

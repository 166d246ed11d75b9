import { isObject } from '../../vendors/kit/object-reader';
import { listOf, makeField, makeGroup, type WeniCall } from './calls';
import type { CauseId } from './cause-texts';
import { keyOfLabel } from './label-rules';
import { nextCursorIn, resultsIn, textIn } from './read-answer';
import { halt, remember, sendCalls, type Session } from './session';
import { mappingOf } from '../../settings/weni';

/** More pages of 250 than any workspace has. */
const mostPages = 40;

/**
 * Looks up the fields and groups of the mapping at Weni, and makes those that are missing; true when all are there. What was made by a
 * run that died is found by the next one.
 */
export function prepare(session: Session): boolean {
  const { settings, services } = session;
  const keys = settings.fields.length === 0 ? {} : findKeys(session);
  const groups = keys === null || settings.groups.length === 0 ? {} : findGroups(session);
  if (keys === null || groups === null) return false;
  remember(session, {
    mapping: mappingOf(settings),
    preparedMs: services.clock.now(),
    keys,
    groups,
  });
  return true;
}

type Names = Readonly<Record<string, string>>;

function findKeys(session: Session): Names | null {
  const there = listAll(session, 'fields');
  if (there === null) return null;
  const known = new Set(there.map((item) => textIn(item, 'key')));
  const byLabel = new Map(
    there.map((item) => [textIn(item, 'label').toLowerCase(), textIn(item, 'key')] as const),
  );
  const keys: Record<string, string> = {};
  for (const { label, type } of session.settings.fields) {
    const key = byLabel.get(label.toLowerCase()) ?? keyOfLabel(label);
    const made = known.has(key)
      ? key
      : make(session, { call: makeField(label, type), name: 'key', cause: 'fieldRefused' });
    if (made === null) return null;
    keys[label] = made;
    known.add(made);
  }
  return keys;
}

function findGroups(session: Session): Names | null {
  const there = listAll(session, 'groups');
  if (there === null) return null;
  const groups: Record<string, string> = {};
  for (const { name } of session.settings.groups) {
    const found = there.find((item) => textIn(item, 'name').toLowerCase() === name.toLowerCase());
    if (textIn(found, 'query') !== '') return refuse(session, name);
    const uuid =
      found === undefined
        ? (groups[name.toLowerCase()] ??
          make(session, { call: makeGroup(name), name: 'uuid', cause: 'groupRefused' }))
        : textIn(found, 'uuid');
    if (uuid === null) return null;
    groups[name.toLowerCase()] = uuid;
  }
  return groups;
}

/** Who belongs to a group with a query of its own is told by Weni alone. */
function refuse(session: Session, name: string): null {
  halt(session, 'groupRefused', `${name}: query.`);
  return null;
}

/** All items, page by page; null when Weni did not tell them all. */
function listAll(
  session: Session,
  endpoint: 'fields' | 'groups',
): readonly Readonly<Record<string, unknown>>[] | null {
  const items: Readonly<Record<string, unknown>>[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const [reading] = sendCalls(session, [listOf(endpoint, cursor)]);
    if (reading?.kind === 'refused') halt(session, 'wrongAddress', reading.words);
    if (reading?.kind !== 'done') return null;
    items.push(...resultsIn(reading.value).filter(isObject));
    cursor = nextCursorIn(reading.value);
    if (cursor === null) return items;
  }
  return items;
}

interface Making {
  readonly call: WeniCall;
  /** What of the answer is wanted. */
  readonly name: string;
  readonly cause: CauseId;
}

function make(session: Session, { call, name, cause }: Making): string | null {
  const [reading] = sendCalls(session, [call]);
  if (reading?.kind === 'done') return textIn(reading.value, name);
  if (reading?.kind === 'refused') halt(session, cause, reading.words);
  return null;
}

import {
  aliasKeyOf,
  conversationKeyOf,
  mayTell,
  personIn,
  personOf,
  planPerson,
  redirect,
  splitKey,
  type Person,
} from '../../rows/alias';
import { mergeRow } from '../../rows/merge-row';
import { planRendering, type Change, type Merge } from '../../rows/plan';
import { parseState, writeState } from '../../projections/state-text';
import type { Place } from '../../sheets/locate';
import { searchStates } from '../../sheets/look-up';
import type { KeyRow } from '../../sheets/key-window';
import type { OpenTab } from '../../sheets/open-tab';
import type { RowWrite } from '../../sheets/write-rows';
import {
  addWrites,
  findOpen,
  isUnreadable,
  locateIn,
  type AskedChange,
  type Renamed,
  type RequestedChanges,
  type Run,
} from './write-run';

/** Persons by the key that they would have by their alias. */
type People = ReadonlyMap<string, Person>;

/**
 * Sends what events say of a person named only by an alias to the person's row, and their messages to the person's conversation,
 * where this hold's other events or Contatos tell who it is. Nothing is looked up for events without such a name.
 */
export function nameByPhone(
  requests: readonly RequestedChanges[],
  run: Run,
): readonly RequestedChanges[] {
  const people = findPeople(
    requests.flatMap(({ changes }) => changes),
    run,
  );
  if (people.size === 0) return requests;
  return requests.map((request) => ({
    ...request,
    changes: request.changes.flatMap((change) => rename(change, people)),
  }));
}

function findPeople(changes: readonly Change[], run: Run): People {
  const people = new Map<string, Person>();
  const unknown = new Set<string>();
  for (const change of changes) {
    const alias = aliasKeyOf(change);
    if (alias === null || change.kind !== 'merge') continue;
    const person = personIn(change);
    if (change.key === alias) unknown.add(alias);
    else if (person !== null) people.set(alias, person);
  }
  for (const alias of unknown) {
    const person = people.has(alias) ? null : findPerson(alias, run);
    if (person !== null) people.set(alias, person);
  }
  return people;
}

/** The row of Contatos that tells the alias beside a phone; none when a row of the alias itself stands there: nobody told both. */
function findPerson(alias: string, run: Run): Person | null {
  const open = isUnreadable('contacts', run) ? null : findOpen('contacts', run);
  if (open === null || open.byKey.has(alias)) return null;
  const near = personAmong([...open.byKey.values()], alias);
  if (near !== null || open.isComplete) return near;
  const { id } = splitKey(alias);
  return personAmong(searchStates(open, JSON.stringify(id), run.means.budget), alias);
}

function personAmong(rows: readonly KeyRow[], alias: string): Person | null {
  const { connectionId, id } = splitKey(alias);
  for (const { key, state } of rows) {
    if (!mayTell(state, id) || splitKey(key).connectionId !== connectionId) continue;
    const person = key === alias ? null : personOf(key, parseState(state), id);
    if (person !== null) return person;
  }
  return null;
}

function rename(change: Change, people: People): readonly Change[] {
  if (change.kind !== 'merge') return [change];
  if (change.entity === 'message') {
    const person = people.get(conversationKeyOf(change));
    return person === undefined ? [change] : [change, planPerson(change, person)];
  }
  const alias = aliasKeyOf(change);
  const person = alias === change.key ? people.get(alias) : undefined;
  return [person === undefined ? change : redirect(change, person)];
}

/**
 * Where a person's alias is told for the first time, a row that was made for the alias alone becomes the person's; when the person
 * has one already, the other is joined to it and leaves. Callers have located the persons' own rows.
 */
export function absorbAliases(
  groups: ReadonlyMap<string, readonly AskedChange[]>,
  places: ReadonlyMap<string, Place>,
  run: Run,
): ReadonlyMap<string, Place> {
  const news = [...groups].flatMap(([key, group]) => newAliasesOf(key, group, places.get(key)));
  if (news.length === 0) return places;
  const sought = news.map(({ alias }) => ({ key: alias, createdAtMs: null }));
  const found = locateIn('contacts', sought, run);
  const joined = new Map(places);
  for (const { alias, key, merge } of news) {
    const place = joinPlaces(joined.get(key), found.get(alias));
    joined.set(key, place);
    const person = personIn(merge);
    if (place.kind === 'row' && place.also !== undefined && person !== null)
      run.renamed.push({ alias, person, merge });
  }
  return joined;
}

interface NewAlias {
  readonly alias: string;
  readonly key: string;
  readonly merge: Merge;
}

function newAliasesOf(
  key: string,
  group: readonly AskedChange[],
  place: Place | undefined,
): readonly NewAlias[] {
  const aliases = new Map<string, Merge>();
  for (const { change } of group) {
    const alias = aliasKeyOf(change);
    const isKnown =
      alias === null ||
      alias === key ||
      (place?.kind === 'row' && mayTell(place.row.state, splitKey(alias).id));
    if (!isKnown && change.kind === 'merge') aliases.set(alias, change);
  }
  return [...aliases].map(([alias, merge]) => ({ alias, key, merge }));
}

function joinPlaces(own: Place | undefined, other: Place | undefined): Place {
  if (own === undefined || own.kind === 'unsearched') return { kind: 'unsearched' };
  if (other === undefined || other.kind === 'unsearched') return { kind: 'unsearched' };
  if (other.kind === 'new') return own;
  const row = own.kind === 'row' ? own.row : other.row;
  return { kind: 'row', row, also: other.row };
}

/** Gives the messages that stand under an alias, among the newest rows, to the person who was told now. */
export function renameMessages(run: Run): void {
  if (run.renamed.length === 0 || isUnreadable('messages', run)) return;
  const open = findOpen('messages', run);
  if (open === null) return;
  const written = new Set((run.writes.get('messages') ?? []).map(({ key }) => key));
  for (const renamed of run.renamed) addWrites(run, 'messages', messagesOf(open, renamed, written));
}

function messagesOf(
  open: OpenTab,
  { alias, person, merge }: Renamed,
  written: ReadonlySet<string>,
): readonly RowWrite[] {
  const { connectionId, id: aliasId } = splitKey(alias);
  return [...open.byKey.values()].flatMap((row) => {
    const { key, state } = row;
    const isOurs = splitKey(key).connectionId === connectionId && !written.has(key);
    if (!isOurs || !mayTell(state, aliasId)) return [];
    const context = { ...merge.context, id: splitKey(key).id };
    const plan = planRendering('message', { key, context, derives: 'own' });
    const merged = mergeRow(parseState(state), [planPerson(plan, person)]);
    return [{ key, existing: row, content: merged.content, state: writeState(merged.state) }];
  });
}

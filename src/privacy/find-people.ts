import { openGone, entryLength } from '../masks/gone';
import { emailIdentity, phoneIdentity } from '../masks/identities';
import type { Services } from '../platform/services';
import { readState } from '../projections/read-state';
import { parseState } from '../projections/state-text';
import { splitKey } from '../rows/alias';
import type { Config } from '../settings/config';
import type { KeyRow } from '../sheets/key-window';
import { findVendor } from '../vendors/registry';
import { identitiesIn, readBlock, type Place } from './person-rows';

/** Somebody who may be whom a person looks for. */
interface FoundPerson {
  /** As people know them: name, phone, e-mail, platform and account. */
  readonly title: string;
  /** What names them, as it is kept of those who are erased. */
  readonly entries: string;
}

/** Who was found in some rows, and where to go on; null at the end. */
interface FoundRows {
  readonly people: readonly FoundPerson[];
  readonly next: Place | null;
}

/** At the end also whom the words name by themselves, wherever their rows are: only a phone and an e-mail do. */
export interface FoundPeople extends FoundRows {
  readonly typed: FoundPerson | null;
}

interface Search {
  readonly query: string;
  readonly place: Place;
}

/** Looks for people in the next rows, by a phone in any form, an e-mail, an id, or a part of a name. */
export function findPeople(services: Services, config: Config, search: Search): FoundPeople {
  const found = findInRows(services, config, search);
  const names = found.next === null ? namesTyped(search.query) : [];
  const typed = { title: search.query.trim(), entries: entriesOf(services, config, names) };
  return { ...found, typed: names.length === 0 ? null : typed };
}

function findInRows(services: Services, config: Config, { query, place }: Search): FoundRows {
  const block = readBlock(services, config, place);
  if (block === null) return { people: [], next: null };
  const { entity } = block;
  if (entity === 'template') return { people: [], next: block.next };
  const isMeant = matcherOf(query, entity !== 'message');
  const people = block.rows
    .map((row) => ({ row, fields: readState(entity, parseState(row.state)) }))
    .filter(({ row, fields }) => isMeant(row, { ...fields }, identitiesIn(entity, row)))
    .map(({ row, fields }) => ({
      title: titleOf(row, { ...fields }, config),
      entries: entriesOf(services, config, identitiesIn(entity, row)),
    }));
  return { people: unite(people), next: block.next };
}

type Fields = Readonly<Record<string, unknown>>;
type IsMeant = (row: KeyRow, fields: Fields, identities: readonly string[]) => boolean;

const plain = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
    : '';

/** The phone or the e-mail that was typed. */
function namesTyped(query: string): readonly string[] {
  const wanted = query.trim();
  const phone = /^[+(\d][\d\s().-]{7,}$/.test(wanted) ? phoneIdentity(wanted) : null;
  return [
    ...(phone === null ? [] : [phone]),
    ...(wanted.includes('@') ? [emailIdentity(wanted)] : []),
  ];
}

function matcherOf(query: string, byName: boolean): IsMeant {
  const wanted = query.trim();
  const typed = namesTyped(wanted);
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  return ({ key }, { name, contactName, contactId, weniUuid }, identities) => {
    const ids = [splitKey(key).id, contactId, weniUuid];
    if (ids.includes(wanted) || identities.some((one) => typed.includes(one))) return true;
    const called = plain(name ?? contactName);
    const isName = byName && typed.length === 0 && words.length > 0 && called !== '';
    return isName && words.every((word) => called.includes(word));
  };
}

function titleOf({ key }: KeyRow, fields: Fields, { connections }: Config): string {
  const { connectionId } = splitKey(key);
  const connection = connections.find(({ id }) => id === connectionId);
  const vendor = connection === undefined ? '' : findVendor(connection.vendor).name;
  const parts = [fields['name'] ?? fields['contactName'], fields['phone'], fields['email']];
  const told = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return [...told, vendor, connection?.account ?? ''].filter((part) => part !== '').join(' · ');
}

/** The person by whatever names them; by a conversation or a message only where nothing else does. */
function entriesOf(
  { codec }: Pick<Services, 'codec'>,
  { privacy }: Config,
  identities: readonly string[],
): string {
  const strong = identities.filter((one) => /^(?:contact\||tel:|mailto:)/.test(one));
  const gone = openGone(codec, privacy?.key ?? '', []);
  return [...new Set(strong.length === 0 ? identities : strong)].map(gone.add).join('');
}

const split = (entries: string): readonly string[] =>
  entries.match(new RegExp(`.{${entryLength}}`, 'g')) ?? [];

/** Rows that name the same person become one. */
function unite(people: readonly FoundPerson[]): readonly FoundPerson[] {
  const groups: { title: string; entries: Set<string> }[] = [];
  for (const { title, entries } of people) {
    const own = split(entries);
    const same = groups.filter((group) => own.some((entry) => group.entries.has(entry)));
    const [first, ...others] = same;
    const all = [...own, ...others.flatMap((group) => [...group.entries])];
    if (first === undefined) groups.push({ title, entries: new Set(all) });
    else for (const entry of all) first.entries.add(entry);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups.map(({ title, entries }) => ({ title, entries: [...entries].join('') }));
}

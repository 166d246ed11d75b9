import { decodeRecord, parseObject } from '../events/decode-record';
import { toPolicy, type Policy } from '../masks/policy';
import type { Properties } from '../platform/services';

/** How long what is kept stays. */
export interface Retention {
  /** Days that settled requests stay in the journal; 0: about seven. */
  readonly journalDays: number;
  /** Days that failed and quarantined requests stay there; 0: until somebody decides. */
  readonly failedDays: number;
  /** Days after which free texts leave the tabs; 0: never. */
  readonly textDays: number;
  /** Months after which rows leave the tabs, by tab; a tab that is not named keeps its rows. */
  readonly rowMonths: Readonly<Record<string, number>>;
  /** Rows of a tab that learnt nothing from then on have gone to the archive, by tab, epoch ms; see `archive/`. */
  readonly archivedMs: Readonly<Record<string, number>>;
}

/** What is done with people's data. Stored apart from the settings: earlier versions leave it as it is. */
export interface Privacy {
  /** Version of what is stored: newer code may have stored what this one does not know, and keeps it. */
  readonly schema: number;
  /** Of the pseudonyms and of the hashes of those who were erased; blank before it is needed first. */
  readonly key: string;
  /** What is masked before the journal, by connection. */
  readonly masks: Readonly<Record<string, Policy>>;
  readonly hidesCpf: boolean;
  readonly retention: Retention;
  /** Those who were erased. */
  readonly erased: readonly ErasedPerson[];
}

/** Somebody who was erased: until when what comes about them is masked, and the entries by which they are known (`masks/gone.ts`). */
export interface ErasedPerson {
  readonly untilMs: number;
  readonly entries: string;
}

const key = 'privacy';
const erasedPrefix = 'privacy.erased.';
const schema = 1;

const defaultRetention: Retention = {
  journalDays: 0,
  failedDays: 0,
  textDays: 0,
  rowMonths: {},
  archivedMs: {},
};

export const defaultPrivacy: Privacy = {
  schema,
  key: '',
  masks: {},
  hidesCpf: false,
  retention: defaultRetention,
  erased: [],
};

/** True for a property that this room reads. */
export const isOfPrivacy = (name: string): boolean => name === key || name.startsWith(erasedPrefix);

/** What is stored of it among all properties. */
export function privacyFrom(all: Readonly<Record<string, string>>): Privacy {
  const names = Object.keys(all).filter((name) => name.startsWith(erasedPrefix));
  const erased = names.map((name) => decodeRecord(all[name], { untilMs: 0, entries: '' }));
  const text = all[key];
  if (text === undefined) return { ...defaultPrivacy, erased };
  const { masks: _masks, retention: _retention, erased: _erased, ...plain } = defaultPrivacy;
  const stored = parseObject(text);
  const masks = Object.entries(parseObject(JSON.stringify(stored['masks'] ?? {})));
  return {
    ...decodeRecord(text, plain),
    masks: Object.fromEntries(masks.map(([id, policy]) => [id, toPolicy(policy)])),
    retention: toRetention(stored['retention']),
    erased,
  };
}

function toRetention(stored: unknown): Retention {
  const retention = decodeRecord(JSON.stringify(stored ?? {}), defaultRetention);
  const rowMonths = onlyAboveZero(retention.rowMonths);
  return { ...retention, rowMonths, archivedMs: onlyAboveZero(retention.archivedMs) };
}

const onlyAboveZero = (byTab: Readonly<Record<string, unknown>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(byTab).flatMap(([tab, value]) =>
      typeof value === 'number' && value > 0 ? [[tab, value] as const] : [],
    ),
  );

/** Stores all but the people who were erased. Callers hold the lock. */
export function savePrivacy(properties: Pick<Properties, 'set'>, privacy: Privacy): void {
  const { erased: _erased, ...stored } = privacy;
  properties.set(key, JSON.stringify({ ...stored, schema: Math.max(stored.schema, schema) }));
}

export const erasedName = (id: string): string => erasedPrefix + id;

/** Properties of people of whom nothing is masked any more. */
export const overErased = (
  all: Readonly<Record<string, string>>,
  nowMs: number,
): readonly string[] =>
  Object.keys(all).filter(
    (name) =>
      name.startsWith(erasedPrefix) && decodeRecord(all[name], { untilMs: 0 }).untilMs <= nowMs,
  );

/** Erasures that are remembered, by their ids. */
export const erasuresIn = (all: Readonly<Record<string, string>>): readonly string[] => [
  ...new Set(Object.keys(all).flatMap((name) => idIn(name) ?? [])),
];

/** A property's name is the prefix, the id of its erasure, and which part of the entries it holds. */
const idIn = (name: string): string | undefined =>
  name.startsWith(erasedPrefix)
    ? /^([^.]+)\./.exec(name.slice(erasedPrefix.length))?.[1]
    : undefined;

/** Until when what comes about the person of an erasure is masked, epoch ms. */
export const maskedUntilMs = (all: Readonly<Record<string, string>>, id: string): number =>
  Math.max(
    0,
    ...Object.entries(all).flatMap(([name, text]) =>
      idIn(name) === id ? [decodeRecord(text, { untilMs: 0 }).untilMs] : [],
    ),
  );

/** Those of some erasures whose masking ends before a time, as they last until then. */
export const prolonged = (
  all: Readonly<Record<string, string>>,
  ids: ReadonlySet<string>,
  untilMs: number,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) => {
      const person = decodeRecord(text, { untilMs: 0, entries: '' });
      const isShort = ids.has(idIn(name) ?? '') && person.untilMs < untilMs;
      return isShort ? [[name, writeErased({ ...person, untilMs })] as const] : [];
    }),
  );

/** How a person who was erased is stored. */
export const writeErased = (person: ErasedPerson): string => JSON.stringify(person);

/** What the sheet's copy of the configuration says of it: what is masked, but not with which key. So nothing goes past in clear. */
export function reserveOfPrivacy({ masks, hidesCpf, erased }: Privacy): Record<string, string> {
  const isNeeded = Object.keys(masks).length > 0 || hidesCpf;
  const untilMs = Math.max(0, ...erased.map((person) => person.untilMs));
  return {
    ...(isNeeded ? { [key]: JSON.stringify({ masks, hidesCpf }) } : {}),
    ...(untilMs > 0 ? { [erasedName('reserve')]: writeErased({ untilMs, entries: '' }) } : {}),
  };
}

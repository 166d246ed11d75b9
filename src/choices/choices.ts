import { parseObject } from '../events/decode-record';

/** The tabs that take columns of the user's own. */
export const ownTabs = ['conversations', 'attendances', 'messages', 'contacts'] as const;

export type OwnTab = (typeof ownTabs)[number];

/** Keys from the event down; in a list a place, or `?name=CPF`: the item whose `name` is that. */
export type Path = readonly string[];

/** Which field of a connection's events fills a column. */
export interface Source {
  /** The column's id, which is its field's name. */
  readonly id: string;
  readonly tab: OwnTab;
  readonly path: Path;
}

/** Events in which the field is there must hold one of the values; those without it are not concerned. */
export interface Condition {
  readonly path: Path;
  readonly values: readonly string[];
}

/** What a person chose for a connection. */
export interface Choices {
  /** What comes is kept in the journal until the connection goes on. */
  readonly isPaused: boolean;
  /** Names of events that make no rows. */
  readonly off: readonly string[];
  readonly conditions: readonly Condition[];
  readonly sources: readonly Source[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const texts = (value: unknown): readonly string[] =>
  list(value).filter((item): item is string => typeof item === 'string');

/** Whether a stored word names a tab that takes columns. */
export const findTab = (word: unknown): OwnTab | undefined => ownTabs.find((tab) => tab === word);

/** What is stored of it; what is damaged is left out. Without a text nothing was chosen. */
export function readChoices(text: string | undefined): Choices {
  const stored = parseObject(text);
  return {
    isPaused: stored['isPaused'] === true,
    off: texts(stored['off']),
    conditions: list(stored['conditions']).flatMap(readCondition),
    sources: list(stored['sources']).flatMap(readSource),
  };
}

function readCondition(stored: unknown): readonly Condition[] {
  if (!isObject(stored)) return [];
  const [path, values] = ['path', 'values'].map((name) => texts(Reflect.get(stored, name)));
  return path && values && path.length > 0 ? [{ path, values }] : [];
}

function readSource(stored: unknown): readonly Source[] {
  if (!isObject(stored)) return [];
  const { id, tab, path } = { id: '', tab: '', path: [], ...stored };
  const known = findTab(tab);
  return typeof id === 'string' && known !== undefined
    ? [{ id, tab: known, path: texts(path) }]
    : [];
}

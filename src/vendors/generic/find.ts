import { describeType, type Failure } from '../../events/failure';
import { isObject } from '../kit/object-reader';
import { defaultPaths, guessedRoots, type ChosenPaths, type GenericColumn } from './paths';

/** How a value must look to be taken; undefined refuses it. */
type Accept<T> = (value: unknown) => T | undefined;

/** Finds the columns of one body. */
export interface Finder {
  /** Faults of paths that the user chose; guesses never fail. */
  readonly failures: readonly Failure[];
  find<T>(column: GenericColumn, expected: string, accept: Accept<T>): T | undefined;
  /** What stands at a path that the user chose: null where it is empty, undefined where there is nothing. */
  at(path: string): unknown;
  /** The same, without these guesses. */
  without(paths: readonly string[]): Finder;
}

const split = (paths: readonly string[]): readonly (readonly string[])[] =>
  paths.map((path) => path.split('.'));

const guesses = new Map(
  Object.entries(defaultPaths).map(([column, paths]) => [column, split(paths)] as const),
);

/**
 * A chosen path is looked at alone, and what does not fit there is a failure. Guesses are looked for in the body, then in
 * the objects that usually wrap the thing, whatever the capitals, accents and signs of their keys; what does not fit is passed over.
 */
export function openFinder(body: unknown, path: string, chosen: ChosenPaths): Finder {
  const failures: Failure[] = [];
  const roots = [body, ...guessedRoots.map((root) => walk(body, [root]))].filter(isObject);
  const openWithout = (left: readonly string[]): Finder => ({
    failures,
    find: (column, expected, accept) => {
      const choice = chosen.get(column);
      const paths = (guesses.get(column) ?? []).filter((guess) => !left.includes(guess.join('.')));
      if (choice === undefined) return findGuess(roots, paths, accept);
      const value = walk(body, choice.split('.'));
      if (value === undefined || value === null || value === '') return undefined;
      const taken = accept(value);
      const at = path === '' ? choice : `${path}.${choice}`;
      const received = describeType(value);
      if (taken === undefined) failures.push({ code: 'wrongType', path: at, expected, received });
      return taken;
    },
    at: (chosenPath) => walk(body, chosenPath.split('.')),
    without: openWithout,
  });
  return openWithout([]);
}

function findGuess<T>(
  roots: readonly unknown[],
  paths: readonly (readonly string[])[],
  accept: Accept<T>,
): T | undefined {
  for (const root of roots)
    for (const path of paths) {
      const value = walk(root, path, findLikeKey);
      const taken =
        value === undefined || value === null || value === '' ? undefined : accept(value);
      if (taken !== undefined) return taken;
    }
  return undefined;
}

/** The value under a path, by own keys and list numbers only; `likeKey` names the key that is meant where there is none of that name. */
function walk(
  value: unknown,
  path: readonly string[],
  likeKey: (object: object, key: string) => string | undefined = () => undefined,
): unknown {
  let here = value;
  for (const key of path) {
    if (Array.isArray(here)) here = /^\d+$/.test(key) ? here[Number(key)] : undefined;
    else if (!isObject(here)) return undefined;
    else {
      const own = Object.prototype.hasOwnProperty.call(here, key) ? key : likeKey(here, key);
      if (own === undefined) return undefined;
      here = here[own];
    }
  }
  return here;
}

/** A body with more keys than a form has is no form: its keys are taken as they are. */
const maxLikeKeys = 60;
const plainKeys = new WeakMap<object, ReadonlyMap<string, string>>();

/** `E-mail` for `email`, `Telefone` for `telefone`, `Data/Hora` for `data_hora`: forms name their fields by their labels. */
function findLikeKey(object: object, key: string): string | undefined {
  let known = plainKeys.get(object);
  if (known === undefined) {
    const keys = Object.keys(object);
    known = new Map(keys.length > maxLikeKeys ? [] : keys.map((own) => [plain(own), own] as const));
    plainKeys.set(object, known);
  }
  return known.get(plain(key));
}

function plain(key: string): string {
  return key
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
}

import { describeType, type Failure } from '../../events/failure';
import { isObject } from '../object-reader';
import { defaultPaths, guessedRoots, type ChosenPaths, type GenericColumn } from './paths';

/** How a value must look to be taken; undefined refuses it. */
export type Accept<T> = (value: unknown) => T | undefined;

/** Finds the columns of one body. */
export interface Finder {
  /** Faults of paths that the user chose; guesses never fail. */
  readonly failures: readonly Failure[];
  find<T>(column: GenericColumn, expected: string, accept: Accept<T>): T | undefined;
}

const split = (paths: readonly string[]): readonly (readonly string[])[] =>
  paths.map((path) => path.split('.'));

const guesses = new Map(
  Object.entries(defaultPaths).map(([column, paths]) => [column, split(paths)] as const),
);

/**
 * A chosen path is looked at alone, and what does not fit there is a failure. Guesses are looked for in the body, then in
 * the objects that usually wrap the thing, and what does not fit is passed over.
 */
export function openFinder(body: unknown, path: string, chosen: ChosenPaths): Finder {
  const failures: Failure[] = [];
  const roots = [body, ...guessedRoots.map((root) => walk(body, [root]))].filter(isObject);
  return {
    failures,
    find: (column, expected, accept) => {
      const choice = chosen.get(column);
      if (choice === undefined) return findGuess(roots, guesses.get(column) ?? [], accept);
      const value = walk(body, choice.split('.'));
      if (value === undefined || value === null || value === '') return undefined;
      const taken = accept(value);
      const at = path === '' ? choice : `${path}.${choice}`;
      const received = describeType(value);
      if (taken === undefined) failures.push({ code: 'wrongType', path: at, expected, received });
      return taken;
    },
  };
}

function findGuess<T>(
  roots: readonly unknown[],
  paths: readonly (readonly string[])[],
  accept: Accept<T>,
): T | undefined {
  for (const root of roots)
    for (const path of paths) {
      const value = walk(root, path);
      const taken =
        value === undefined || value === null || value === '' ? undefined : accept(value);
      if (taken !== undefined) return taken;
    }
  return undefined;
}

/** The value under a path, by own keys and list numbers only. */
function walk(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (Array.isArray(here)) here = /^\d+$/.test(key) ? here[Number(key)] : undefined;
    else if (isObject(here) && Object.prototype.hasOwnProperty.call(here, key)) here = here[key];
    else return undefined;
  }
  return here;
}

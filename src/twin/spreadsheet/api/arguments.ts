import { EnumValue, HostObject } from '../../runtime/host-object';

/** A kind of argument: how it is recognised. */
export interface ArgumentType<T> {
  readonly is: (value: unknown) => value is T;
}

/** The values that a list of argument types lets through. */
export type Values<P extends readonly ArgumentType<unknown>[]> = {
  readonly [K in keyof P]: P[K] extends ArgumentType<infer T> ? T : never;
};

const typeOf = <T>(is: ArgumentType<T>['is']): ArgumentType<T> => ({ is });

/** A finite number; fractions are cut where a whole number is meant. */
export const number = typeOf(
  (value): value is number => typeof value === 'number' && Number.isFinite(value),
);
export const string = typeOf((value): value is string => typeof value === 'string');
export const boolean = typeOf((value): value is boolean => typeof value === 'boolean');
export const date = typeOf((value): value is Date => value instanceof Date);
/** Anything at all: what `setValue` takes. */
export const anything: ArgumentType<unknown> = { is: (_value): _value is unknown => true };

/** The type, or null. */
export function orNull<T>(type: ArgumentType<T>): ArgumentType<T | null> {
  return typeOf((value): value is T | null => value === null || type.is(value));
}

/** An array of the type. */
export function listOf<T>(type: ArgumentType<T>): ArgumentType<readonly T[]> {
  return typeOf(
    (value): value is readonly T[] =>
      Array.isArray(value) && value.every((item: unknown) => type.is(item)),
  );
}

/** A two-dimensional array of the type. */
export function matrixOf<T>(type: ArgumentType<T>): ArgumentType<readonly (readonly T[])[]> {
  return listOf(listOf(type));
}

/** A host object of a class. */
export function hostOf<T extends HostObject>(
  made: abstract new (...args: never[]) => T,
): ArgumentType<T> {
  return typeOf((value): value is T => value instanceof made);
}

/** A plain object. */
export const plainObject = typeOf(
  (value): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A member of an enum; it arrives as its name. */
export function memberOf<const M extends string>(members: readonly M[]): ArgumentType<M> {
  const names: readonly string[] = members;
  return typeOf((value): value is M => typeof value === 'string' && names.includes(value));
}

/** How Apps Script names an argument's type in the text of a signature error. */
export function describeArgument(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'Array' : describeItems(value);
  if (value instanceof HostObject) return `SpreadsheetApp.${value.constructor.name}`;
  if (value instanceof EnumValue) return `SpreadsheetApp.${value.type}`;
  if (value instanceof Date) return 'Date';
  const names: Readonly<Record<string, string>> = {
    string: 'String',
    boolean: 'Boolean',
    number: 'number',
  };
  return names[typeof value] ?? '(class)';
}

function describeItems(values: readonly unknown[]): string {
  return `${describeArgument(values[0]).replace(/\[\]$/, '')}[]`;
}

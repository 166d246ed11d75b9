import { classNameOf } from '../runtime/handle-store';
import { HostObject } from '../runtime/host-object';

/**
 * The arguments of one service call, read as the types that Google's signature asks for.
 *
 * A wrong type gives Google's sentence `The parameters (…) don't match the method signature for X.`
 * (docs/twin-evidence.md, "Error texts"). Text parameters take numbers, booleans and so on, as Google does
 * (a cached `null` comes back as the text `null`: https://justin.poehnelt.com/ , Cache service limits).
 */
export class Call {
  constructor(
    readonly method: string,
    readonly values: readonly unknown[],
  ) {}

  get count(): number {
    return this.values.length;
  }

  /** True when the argument was left out. */
  lacks(index: number): boolean {
    return this.values[index] === undefined;
  }

  text(index: number): string {
    if (index >= this.values.length) throw this.mismatch();
    return textOf(this.values[index]);
  }

  optionalText(index: number, absent: string): string {
    return this.lacks(index) ? absent : this.text(index);
  }

  integer(index: number): number {
    const value = this.values[index];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.mismatch();
    return Math.trunc(value);
  }

  optionalInteger(index: number, absent: number): number {
    return this.lacks(index) ? absent : this.integer(index);
  }

  flag(index: number): boolean {
    const value = this.values[index];
    if (typeof value !== 'boolean') throw this.mismatch();
    return value;
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    if (!Array.isArray(value)) throw this.mismatch();
    return value;
  }

  /** A plain object; absent counts as empty only when `optional`. */
  fields(index: number, optional = false): Readonly<Record<string, unknown>> {
    const value = this.values[index];
    if (optional && (value === undefined || value === null)) return {};
    if (!isPlainObject(value)) throw this.mismatch();
    return value;
  }

  /** One of an enum's members, which arrives as its name. */
  member(index: number, names: readonly string[]): string {
    const found = names.find((name) => name === this.values[index]);
    if (found === undefined) throw this.mismatch();
    return found;
  }

  mismatch(): Error {
    const types = this.values.map(typeName).join(',');
    return new Error(
      `The parameters (${types}) don't match the method signature for ${this.method}.`,
    );
  }
}

/** True for an object literal: neither null, array, Date nor a host object. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof HostObject)
  );
}

/** How Google turns a value into text when a signature asks for a String: objects become `[object Object]`. */
export function textOf(value: unknown): string {
  return String(value);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return value.length > 0 ? `${typeName(value[0])}[]` : 'Array';
  return value instanceof Date
    ? 'Date'
    : value instanceof HostObject
      ? classNameOf(value)
      : 'Object';
}

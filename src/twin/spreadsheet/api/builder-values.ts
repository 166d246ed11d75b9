import type { CellValue } from '../model';
import { javaText } from '../values/coerce';
import { serialFromEpoch } from '../values/zone';

/** Values of a rule's condition as they are kept: dates as serial numbers (of their UTC day), the rest as it is. */
export function coerceList(values: readonly unknown[]): CellValue[] {
  return values.map((value) => {
    if (value instanceof Date) return serialFromEpoch(value.getTime(), 'GMT');
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    return typeof value === 'string' ? value : javaText(value);
  });
}

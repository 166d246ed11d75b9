import { describeType } from '../../events/failure';
import { said } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';

/**
 * The zone of Treble's times without one (`2021-06-22 15:19:06.473256`). Treble does not document it; its REST API calls
 * its own times "UNIX UTC" and its newer events are written in UTC, so UTC is the best guess. If it proves wrong, only
 * this number changes; the ids of messages hold the time, so those already written would then stand beside new rows.
 */
const trebleOffsetMinutes = 0;

/** A time of Treble's, epoch ms; undefined when there is none. */
export function readTime(reader: ObjectReader, key: string): number | undefined {
  return said(reader.time(key, trebleOffsetMinutes));
}

/** As `readTime`; notes `missingField` and gives 0 when there is none. For times that are part of an id. */
export function requireTime(reader: ObjectReader, key: string): number {
  const faults = reader.failures.length;
  const atMs = readTime(reader, key);
  if (atMs !== undefined) return atMs;
  if (reader.failures.length === faults)
    reader.failures.push({
      code: 'missingField',
      path: reader.path === '' ? key : `${reader.path}.${key}`,
      expected: 'time',
      received: describeType(reader.raw(key)),
    });
  return 0;
}

/** A close tells whole seconds; whatever a flow said within that second is older. */
export const endOfSecond = (atMs: number): number => Math.floor(atMs / 1000) * 1000 + 999;

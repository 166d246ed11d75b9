import { tryOut, type Desk } from '../notes';
import { marks } from '../places';
import { call, readJson } from '../web-call';

/** Whether what was read is answered again from memory after another execution changed it. */
export function probeReads({ options: { url }, scratch, answer }: Desk): void {
  const cell = scratch.getRange('A1');
  cell.setValue(1);
  SpreadsheetApp.flush();
  const first: unknown = cell.getValue();
  readJson(call(url, { task: 'write', values: { value: 2 } }));
  const isKept = (): boolean => cell.getValue() === first;
  answer('reads.later', isKept() ? 'kept' : 'fresh');
  // Other rows: one that this run wrote is read anew as a whole.
  scratch.getRange('A5').setValue('x');
  scratch.getRange('A9').getValue();
  answer('reads.afterForcedFlush', isKept() ? 'kept' : 'fresh');
}

/** Which items a full cache forgets: the oldest here expire last. */
export function probeCache({ answer }: Desk): void {
  const cache = CacheService.getUserCache();
  const fill = (name: string, count: number, seconds: number): string[] => {
    const keys = Array.from({ length: count }, (_none, index) => `${marks.key}.${name}.${index}`);
    cache.putAll(Object.fromEntries(keys.map((key) => [key, 'x'])), seconds);
    return keys;
  };
  const oldest = fill('oldest', 500, 21_600);
  const soonest = fill('soonest', 500, 600);
  const last = fill('last', 60, 3_600);
  const left = (keys: string[]): number => Object.keys(cache.getAll(keys)).length;
  const [oldestLeft, soonestLeft] = [left(oldest), left(soonest)];
  answer('cache.kept', oldestLeft + soonestLeft + left(last));
  if (oldestLeft + soonestLeft === oldest.length + soonest.length) answer('cache.forgets', 'none');
  else answer('cache.forgets', oldestLeft < soonestLeft ? 'oldest' : 'soonest');
  for (const keys of [oldest, soonest, last]) cache.removeAll(keys);
}

/** Sizes around Google's 9 KB and a measured 512 KB. */
const valueSizes = [9_216, 9_217, 102_400, 400_000];

/** The largest value that a property takes, of the sizes tried. */
export function probeProperties({ answer }: Desk): void {
  const properties = PropertiesService.getUserProperties();
  const taken = valueSizes.filter(
    (size) => tryOut(() => properties.setProperty(marks.key, 'x'.repeat(size))) === 'works',
  );
  properties.deleteProperty(marks.key);
  answer('property.largestValue', Math.max(0, ...taken));
}

/** Whether `ungzip` takes a blob that does not say that it is gzip. */
export function probeGzip({ answer }: Desk): void {
  const zipped = Utilities.gzip(Utilities.newBlob('x')).getBytes();
  answer(
    'gzip.withoutType',
    tryOut(() => Utilities.ungzip(Utilities.newBlob(zipped))),
  );
}

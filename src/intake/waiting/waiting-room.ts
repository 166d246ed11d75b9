import { decodeRecord } from '../../events/decode-record';
import type { Services } from '../../platform/services';
import type { Request } from '../journal/request';

/**
 * The waiting room: script properties where a request is put when somebody else holds the lock. Keys are
 * `q.<request id>.<n>`, never reused. Chunks are written first, the head (`q.<request id>.h`) last: without its head a request is not there.
 * An emptied head means the request is in the journal; the sweep deletes emptied keys.
 */
const prefix = 'q.';
/** Google allows 9 KB a value; base64 is one byte a character, so this leaves room. */
const maxChunkLength = 8000;
/** Above this the sender waits for the lock instead: the whole store holds only 500 KB. */
const maxPackedLength = 64_000;

interface Head {
  /** Number of further chunks. */
  readonly n: number;
  /** First 16 hex digits of the packed text's SHA-256. */
  readonly sha: string;
  readonly at: number;
  /** The packed text, when it fits into the head. */
  readonly b?: string;
  /** A commit of it failed: it may be in the journal, though nobody has told so. */
  readonly isDoubtful?: boolean;
  /** Operations on properties that its execution has used before: whoever takes it tells them. */
  readonly used?: number;
}

/**
 * Puts a request into the waiting room; false when it is too large or the store refuses it. One whose commit has failed is doubtful:
 * it may be in the journal already.
 */
export function spill(services: Services, request: Request, isDoubtful = false): boolean {
  const packed = services.codec.compress(JSON.stringify(request));
  if (packed.length > maxPackedLength) return false;
  const used = services.meter.tell();
  try {
    putChunks(services, request, { packed, isDoubtful, used });
    services.meter.leaveToOthers(keyCount(packed));
    return true;
  } catch {
    services.meter.leaveToOthers(-used);
    return false;
  }
}

/** Keys that it takes. */
const keyCount = (packed: string): number =>
  packed.length <= maxChunkLength ? 1 : Math.ceil(packed.length / maxChunkLength) + 1;

interface Packed {
  readonly packed: string;
  readonly isDoubtful: boolean;
  readonly used: number;
}

function putChunks(
  services: Services,
  request: Request,
  { packed, isDoubtful, used }: Packed,
): void {
  const key = (part: number | 'h'): string => `${prefix}${request.id}.${part}`;
  const sha = services.codec.sha256(packed).slice(0, 16);
  const told = { ...(isDoubtful ? { isDoubtful } : {}), ...(used > 0 ? { used } : {}) };
  const head = { sha, at: request.receivedAtMs, ...told };
  if (packed.length <= maxChunkLength) {
    services.properties.set(key('h'), JSON.stringify({ ...head, n: 0, b: packed } satisfies Head));
    return;
  }
  const chunks = packed.match(new RegExp(`.{1,${maxChunkLength}}`, 'g')) ?? [];
  const entries = chunks.map((chunk, index) => [key(index), chunk] as const);
  services.properties.setMany(Object.fromEntries(entries));
  services.properties.set(key('h'), JSON.stringify({ ...head, n: chunks.length } satisfies Head));
}

/** The complete requests among all properties, oldest first, but those that are known to be in the journal. */
export function readWaiting(
  services: Services,
  all: Readonly<Record<string, string>>,
  done: ReadonlySet<string> = new Set(),
): readonly Request[] {
  const ids = headedIds(all).filter((id) => !done.has(id));
  const requests = ids.flatMap((id) => unpack(services, id, all) ?? []);
  return requests.sort((a, b) => a.receivedAtMs - b.receivedAtMs || (a.id < b.id ? -1 : 1));
}

/** Ids of requests that have a head and cannot be read all the same, since a chunk is missing or not what it was; but those that are done. */
export function damagedIds(
  services: Services,
  all: Readonly<Record<string, string>>,
  done: ReadonlySet<string>,
): readonly string[] {
  const ids = headedIds(all).filter((id) => !done.has(id));
  return ids.filter((id) => unpack(services, id, all) === null);
}

/** Ids of requests that have a head. */
export function headedIds(all: Readonly<Record<string, string>>): string[] {
  return Object.entries(all).flatMap(([key, value]) =>
    value === '' ? [] : (/^q\.(.+)\.h$/.exec(key)?.[1] ?? []),
  );
}

/** True for a request that may be in the journal, though nobody has told so. */
export const isDoubtful = (all: Readonly<Record<string, string>>, id: string): boolean =>
  decodeRecord(all[`${prefix}${id}.h`], noHead).isDoubtful;

/** True when something waits, at the cost of nothing beyond the properties at hand. */
export function hasWaiting(all: Readonly<Record<string, string>>): boolean {
  return Object.entries(all).some(
    ([key, value]) => value !== '' && key.startsWith(prefix) && key.endsWith('.h'),
  );
}

const noHead: Required<Head> = { n: -1, sha: '', at: 0, b: '', isDoubtful: false, used: 0 };
const noRequest: Request = { id: '', connectionId: '', webhook: '', receivedAtMs: 0, body: '' };

/** Null when a chunk is missing or damaged. */
function unpack(
  services: Services,
  id: string,
  all: Readonly<Record<string, string>>,
): Request | null {
  const head = decodeRecord(all[`${prefix}${id}.h`], noHead);
  const chunks = Array.from(
    { length: Math.max(0, head.n) },
    (_unused, index) => all[`${prefix}${id}.${index}`] ?? '',
  );
  const packed = head.n === 0 ? head.b : chunks.join('');
  if (head.n < 0 || services.codec.sha256(packed).slice(0, 16) !== head.sha) return null;
  const request = decodeRecord(services.codec.decompress(packed), noRequest);
  return request.id === id ? request : null;
}

/** Marks requests as journaled: one call empties all their heads. Nothing else in the store is touched. */
export function emptyHeads(services: Services, ids: readonly string[]): void {
  if (ids.length === 0) return;
  services.properties.setMany(Object.fromEntries(ids.map((id) => [`${prefix}${id}.h`, ''])));
}

/** Keys of requests whose head is empty: nobody needs them any more. A request's head comes last: without it chunks look lost. */
export function emptiedKeys(all: Readonly<Record<string, string>>): readonly string[] {
  const ids = Object.entries(all).flatMap(([key, value]) =>
    value === '' ? (/^q\.(.+)\.h$/.exec(key)?.[1] ?? []) : [],
  );
  const isEmptied = new Set(ids);
  const chunks = Object.keys(all).filter((key) =>
    isEmptied.has(/^q\.(.+)\.\d+$/.exec(key)?.[1] ?? ''),
  );
  return [...chunks, ...ids.map((id) => `${prefix}${id}.h`)];
}

/** Ids of requests whose chunks are there without a head: the execution that wrote them is at it, or died. */
export function headlessIds(all: Readonly<Record<string, string>>): readonly string[] {
  const ids = Object.keys(all).flatMap((key) => /^q\.(.+)\.\d+$/.exec(key)?.[1] ?? []);
  return [...new Set(ids)].filter((id) => all[`${prefix}${id}.h`] === undefined);
}

/** Every key of that request. */
export function keysOf(id: string, all: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(all).filter((key) => key.startsWith(`${prefix}${id}.`));
}

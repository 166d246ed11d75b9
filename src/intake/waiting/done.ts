import type { CellValue, Services } from '../../platform/services';
import { layOut, readPackets, takePacket, type Packet } from '../../settings/laid-out';
import { decodeRecord } from '../../events/decode-record';
import { emptyHeads } from './waiting-room';

/**
 * Requests that are in the journal are told by a hidden cell, written in the same flush as their lines: so they cost no operation on
 * properties until their keys are deleted, which those who come to wait do in passing. The cell counts while it says the journal's
 * highest number; else the journal itself is asked.
 */
export interface DoneIds {
  /** The journal's highest number in the flush that wrote it. */
  readonly number: number;
  readonly ids: readonly string[];
}

/** A cell holds no more than that many. */
const maxIds = 3000;

export const writeDone = ({ number, ids }: DoneIds): CellValue =>
  `'${[number, ...ids.slice(-maxIds)].join(' ')}`;

/** Null when it does not belong to the journal as it stands. */
export function readDone(cell: string, journalNumber: number | null): ReadonlySet<string> | null {
  const [number, ...ids] = cell.split(' ');
  return journalNumber !== null && number === String(journalNumber) ? new Set(ids) : null;
}

/** A request in the journal, and how many keys it has in the waiting room beside its head. */
export interface DoneRequest {
  readonly id: string;
  readonly chunks: number;
}

const headKey = (id: string): string => `q.${id}.h`;

/** Those of the ids whose heads stand in the waiting room. */
export const findDone = (
  all: Readonly<Record<string, string>>,
  ids: Iterable<string>,
): readonly DoneRequest[] =>
  [...ids].flatMap((id) => {
    const head = all[headKey(id)];
    return head === undefined ? [] : [{ id, chunks: decodeRecord(head, { n: 0 }).n }];
  });

/**
 * Operations on properties that whoever takes them tells: what their executions had used, their keys, and that each will be deleted, by
 * whomever.
 */
export const operationsOf = (
  all: Readonly<Record<string, string>>,
  requests: readonly DoneRequest[],
): number =>
  requests.reduce((sum, { id, chunks }) => {
    const { used } = decodeRecord(all[headKey(id)], { used: 0 });
    return sum + used + 2 * (chunks + 1);
  }, 0);

/** Deletes their keys, the head last: without it chunks look lost. Needs no lock: keys are never used again. */
function deleteDone({ properties, meter }: Services, requests: readonly DoneRequest[]): void {
  for (const { id, chunks } of requests) {
    for (let chunk = 0; chunk < chunks; chunk += 1) properties.remove(`q.${id}.${chunk}`);
    properties.remove(headKey(id));
    meter.leaveToOthers(chunks + 1);
  }
}

/** Google allows 500 KB in all; beyond this what is done gives its room back at once, for an operation more each. */
const roomyLength = 220_000;

/** Empties what is done when the room gets short: that takes one call, and the sweep deletes the keys. */
export function relieve(
  services: Services,
  all: Readonly<Record<string, string>>,
  done: ReadonlySet<string>,
): void {
  const length = Object.entries(all).reduce(
    (sum, [key, value]) => sum + key.length + value.length,
    0,
  );
  if (length > roomyLength) emptyHeads(services, [...done]);
}

const packetSize = 6;
/** A holder that is done so soon deletes some itself: vendors wait five seconds for its answer. */
const leisureMs = 2500;
const deletionsAtLeisure = 4;

/** A holder's way out. */
interface Leaving {
  readonly startedAtMs: number;
  /** What somebody else laid out, found on the way in. */
  readonly packet: Packet | null;
}

/** Lays out what is to be deleted for those who come to wait; who has time deletes some of it, or what others laid out. */
export function tidyUp(
  services: Services,
  taken: readonly DoneRequest[],
  { startedAtMs, packet }: Leaving,
): void {
  const hasTime = services.clock.now() - startedAtMs < leisureMs;
  const own = hasTime ? taken.slice(0, deletionsAtLeisure) : [];
  layOutDone(services, taken.slice(own.length));
  deleteDone(services, own);
  if (hasTime && taken.length === 0 && packet !== null) deletePacket(services, packet);
}

/** For those who come to wait. */
export function layOutDone({ cache, clock }: Services, requests: readonly DoneRequest[]): void {
  const packets: string[] = [];
  for (let from = 0; from < requests.length; from += packetSize) {
    const packet = requests.slice(from, from + packetSize);
    packets.push(packet.map(({ id, chunks }) => `${id}:${chunks}`).join(' '));
  }
  layOut(cache, packets, clock.now());
}

/** Deletes what a packet names, unless somebody else has taken it. */
export function deletePacket(services: Services, packet: Packet): void {
  if (takePacket(services.cache, packet)) deleteDone(services, namedIn(packet));
}

const namedIn = ({ text }: Packet): readonly DoneRequest[] =>
  text.split(' ').flatMap((item) => {
    const [, id, chunks] = /^(.+):(\d+)$/.exec(item) ?? [];
    return id === undefined ? [] : [{ id, chunks: Number(chunks) }];
  });

/** Ids of what lies there to be deleted by others. */
export const laidOutIds = ({ cache, clock }: Services): ReadonlySet<string> =>
  new Set(readPackets(cache, clock.now()).flatMap((packet) => namedIn(packet).map(({ id }) => id)));

import type { CellValue, Services } from '../../platform/services';
import { layOut, takeAway, type Packet } from '../../settings/laid-out';
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
  /** Keys of others that its execution deletes. */
  readonly deletions: number;
}

const headKey = (id: string): string => `q.${id}.h`;

/** Operations that these cost before anybody took them: their keys, and what their executions delete of others. */
export const operationsOf = (requests: readonly DoneRequest[]): number =>
  requests.reduce((sum, { chunks, deletions }) => sum + chunks + 1 + deletions, 0);

/** Those of the ids whose heads stand in the waiting room. */
export const findDone = (
  all: Readonly<Record<string, string>>,
  ids: Iterable<string>,
): readonly DoneRequest[] =>
  [...ids].flatMap((id) => {
    const head = all[headKey(id)];
    if (head === undefined) return [];
    const { n: chunks, d: deletions } = decodeRecord(head, { n: 0, d: 0 });
    return [{ id, chunks, deletions }];
  });

/** Deletes their keys, the head last: without it chunks look lost. Needs no lock: keys are never used again. */
export function deleteDone(
  { properties }: Services,
  requests: readonly Omit<DoneRequest, 'deletions'>[],
): void {
  for (const { id, chunks } of requests) {
    for (let chunk = 0; chunk < chunks; chunk += 1) properties.remove(`q.${id}.${chunk}`);
    properties.remove(headKey(id));
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

/** Lays out what is to be deleted for those who come to wait. */
export function layOutDone({ cache, clock }: Services, requests: readonly DoneRequest[]): void {
  const packets: string[] = [];
  for (let from = 0; from < requests.length; from += packetSize) {
    const packet = requests.slice(from, from + packetSize);
    packets.push(packet.map(({ id, chunks }) => `${id}:${chunks}`).join(' '));
  }
  layOut(cache, packets, clock.now());
}

/** Takes a packet away from its place, and deletes what it names; that is told by the request of whoever does it. */
export function deletePacket(services: Services, packet: Packet): void {
  takeAway(services.cache, packet.place);
  deleteDone(services, requestsIn(packet));
  services.meter.leaveToOthers(countKeys(packet));
}

/** Keys that the packet names. */
export const countKeys = (packet: Packet | null): number =>
  packet === null ? 0 : requestsIn(packet).reduce((sum, { chunks }) => sum + chunks + 1, 0);

const requestsIn = ({ text }: Packet): readonly Omit<DoneRequest, 'deletions'>[] =>
  text.split(' ').flatMap((item) => {
    const [, id, chunks] = /^(.+):(\d+)$/.exec(item) ?? [];
    return id === undefined ? [] : [{ id, chunks: Number(chunks) }];
  });

import { shortHash } from '../../src/events/short-hash';
import type { VendorEvent } from '../../src/events/event';
import { deriveAttendances, mergeRow } from '../../src/rows/merge-row';
import { planChanges, type Merge } from '../../src/rows/plan';
import type { RegisterEntity } from '../../src/tabs/registers';
import { emptyState } from '../../src/projections/state';
import type { RowContent } from '../../src/sheets/definition';
import type { Vendor } from '../../src/vendors/vendor';

/** Rows of the registers by their ids, as their cells hold them: times as epoch ms, words in Portuguese. */
export interface Rows {
  /** The row of one thing; an empty one where there is none. */
  of(entity: RegisterEntity, id: string): RowContent;
  /** The attendances that follow from the conversation, oldest first. */
  attendancesOf(conversationId: string): readonly RowContent[];
}

const firstReceivedMs = Date.UTC(2026, 9, 1, 12);

/** The rows after those bodies came in this order, a second between one and the next. */
export function rowsAfter(vendor: Vendor, bodies: readonly unknown[]): Rows {
  const groups = new Map<string, [Merge, ...Merge[]]>();
  for (const merge of bodies.flatMap((body, request) => mergesOf(vendor, body, request))) {
    const key = `${merge.entity}|${merge.context.id}`;
    const group = groups.get(key);
    if (group) group.push(merge);
    else groups.set(key, [merge]);
  }
  return {
    of(entity, id) {
      const group = groups.get(`${entity}|${id}`);
      return group === undefined ? {} : mergeRow(emptyState, group).content;
    },
    attendancesOf(conversationId) {
      const group = groups.get(`conversation|${conversationId}`);
      if (group === undefined) return [];
      const { state } = mergeRow(emptyState, group);
      return deriveAttendances(group[0], state).map(({ content }) => content);
    },
  };
}

function mergesOf(vendor: Vendor, body: unknown, request: number): readonly Merge[] {
  const receivedAtMs = firstReceivedMs + request * 1000;
  return vendor.decode({ webhook: '', body, receivedAtMs }).flatMap((part, index) => {
    if (part.kind === 'failure') throw new Error(JSON.stringify(part.failure));
    if (part.kind !== 'event') return [];
    return mergesOfEvent(vendor, part.event, { receivedAtMs, index });
  });
}

/** What an event asks of the registers, received as the only connection's. */
export function mergesOfEvent(
  vendor: Vendor,
  event: VendorEvent,
  received: { readonly receivedAtMs: number; readonly index: number },
): readonly Merge[] {
  const changes = planChanges(event, {
    ...received,
    connectionId: 'c1',
    vendorName: vendor.name,
    account: 'Loja',
    language: 'pt',
    derives: vendor.attendances,
    revision: vendor.revision,
    statusNames: {},
    hash: shortHash(JSON.stringify(event.item)),
  });
  return changes.filter((change): change is Merge => change.kind === 'merge');
}

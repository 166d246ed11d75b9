import type { Decoded } from '../../src/events/event';
import { emptyState, joinStates, stateOf, type State } from '../../src/projections/state';
import { deriveAttendances, mergeRow } from '../../src/rows/merge-row';
import type { Merge } from '../../src/rows/plan';
import { toCell } from '../../src/sheets/cells';
import type { RowContent } from '../../src/sheets/definition';
import { tabs, type TabId } from '../../src/tabs/tabs';
import type { Vendor } from '../../src/vendors/vendor';
import type { Withheld } from './reconciled';
import { mergesOfEvent } from './rows';

/** A body of a webhook, or a record of the API. */
export interface Told {
  readonly webhook: string;
  readonly body: unknown;
  readonly isFetched: boolean;
}

const offsetMinutes = -180;

/** All rows of the registers after these came in this order, as their cells show them, one text each; no workbook is needed for it. */
export function rowsTold(
  vendor: Vendor,
  told: readonly Told[],
  withheld: Withheld,
): readonly string[] {
  const merged = new Map<string, { merge: Merge; state: State }>();
  for (const merge of told.flatMap((one, request) => mergesOf(vendor, one, request))) {
    const place = `${merge.tab}|${merge.key}`;
    const before = merged.get(place)?.state ?? emptyState;
    const state = joinStates(merge.entity, before, stateOf(merge.entity, merge.saying));
    merged.set(place, { merge, state });
  }
  return [...merged.values()].flatMap(({ merge, state }) => rowsOf(merge, state, withheld)).sort();
}

function rowsOf(merge: Merge, state: State, withheld: Withheld): readonly string[] {
  const derives = merge.derives === 'chat' || merge.derives === 'numbered';
  const derived = derives ? deriveAttendances(merge, state) : [];
  const { content } = mergeRow(state, [{ ...merge, saying: { ...merge.saying, fields: {} } }]);
  return [
    inShort(merge.tab, content, withheld),
    ...derived.map((row) => inShort('attendances', row.content, withheld)),
  ];
}

function inShort(id: TabId, content: RowContent, withheld: Withheld): string {
  const { title, columns } = tabs[id];
  const cells = columns
    .filter((column) => withheld[title.pt]?.includes(column.title.pt) !== true)
    .map((column) => [column.title.pt, toCell(column.kind, content[column.id], offsetMinutes)])
    .filter(([, value]) => value !== '');
  return `${title.pt}: ${cells.map((cell) => cell.join(' ')).join(' | ')}`;
}

const firstReceivedMs = Date.UTC(2026, 9, 5, 12);

function mergesOf(vendor: Vendor, { webhook, body, isFetched }: Told, request: number) {
  const told = { webhook, body, receivedAtMs: firstReceivedMs + request * 1000 };
  const parts = (isFetched ? vendor.decodeRecord?.(told) : undefined) ?? vendor.decode(told);
  return parts.flatMap((part, index) => mergesOfPart(vendor, part, { ...told, index }));
}

function mergesOfPart(
  vendor: Vendor,
  part: Decoded,
  received: { readonly receivedAtMs: number; readonly index: number },
): readonly Merge[] {
  if (part.kind === 'failure') throw new Error(JSON.stringify(part.failure));
  return part.kind === 'event' ? mergesOfEvent(vendor, part.event, received) : [];
}

/** A body as a webhook brings it, and a record as the API gives it. */
export const received = (body: unknown): Told => ({ webhook: '', body, isFetched: false });
export const fetched = (body: unknown): Told => ({ webhook: '', body, isFetched: true });

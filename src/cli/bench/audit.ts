import { tabs, type TabId } from '../../tabs/tabs';
import { hiddenTitles } from '../../sheets/hidden-columns';
import type { SheetView } from '../../twin/spreadsheet/model';
import type { Twin } from '../../twin/runtime/twin';
import type { BenchEvent } from './bodies';
import type { Subject } from './subject';

/** What became of the events that were answered as usual. */
export interface Audit {
  /** Answered, and nowhere in the tabs. */
  readonly lost: number;
  /** Rows beyond the first of an event. */
  readonly doubled: number;
}

/** Looks for each accepted event in the tabs where it belongs. */
export function auditEvents({ name, twin }: Subject, accepted: readonly BenchEvent[]): Audit {
  const counts = name === 'ours' ? countOurs(twin) : countBaseline(twin);
  const rows = accepted.map((event) => counts.get(identify(event)) ?? 0);
  return {
    lost: rows.filter((count) => count === 0).length,
    doubled: rows.reduce((total, count) => total + Math.max(0, count - 1), 0),
  };
}

/** A message by its id; a change of status by agent and second. */
function identify({ kind, id, time }: BenchEvent): string {
  return kind === 'message' ? `message ${id}` : `status ${id} ${time}`;
}

/** Rows of Mensagens and of the log of statuses, by event, found by their hidden keys. */
function countOurs(twin: Twin): ReadonlyMap<string, number> {
  const messages = keysOf(twin, 'messages').map((key) => `message ${key.split('|')[1]}`);
  const statuses = keysOf(twin, 'agentStatus').map((key) => {
    const [, , id, atMs] = key.split('|');
    return `status ${id} ${Number(atMs) / 1000}`;
  });
  return countEach([...messages, ...statuses]);
}

function keysOf(twin: Twin, tab: TabId): readonly string[] {
  const sheet = findSheet(twin, tabs[tab].title.pt);
  const header = Array.from({ length: sheet.lastColumn }, (_cell, index) =>
    textAt(sheet, 1, index + 1),
  );
  const column = header.indexOf(hiddenTitles.key) + 1;
  return Array.from({ length: sheet.lastRow - 1 }, (_row, index) =>
    textAt(sheet, index + 2, column),
  );
}

function countBaseline(twin: Twin): ReadonlyMap<string, number> {
  const sheet = findSheet(twin, 'Eventos');
  const events = Array.from({ length: Math.max(0, sheet.lastRow - 1) }, (_row, index) => {
    const [name, id, time] = [2, 3, 4].map((column) => textAt(sheet, index + 2, column));
    return name === 'agentChangedStatus' ? `status ${id} ${time}` : `message ${id}`;
  });
  return countEach(events);
}

function findSheet(twin: Twin, title: string): SheetView {
  const sheet = twin.workbook.sheets.find((candidate) => candidate.title === title);
  if (sheet === undefined) throw new Error(`There is no sheet ${title}.`);
  return sheet;
}

const textAt = (sheet: SheetView, row: number, column: number): string =>
  String(sheet.cell(row, column)?.value ?? '');

function countEach(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

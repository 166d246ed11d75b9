import { tabs, type TabId } from '../../tabs/tabs';
import { hiddenTitles } from '../../sheets/hidden-columns';
import type { SheetView } from '../../twin/spreadsheet/model';
import type { Twin } from '../../twin/runtime/twin';
import type { BenchEvent } from './bodies';

/** The name by which an event and its row are known to each other: a message by its id; a change of status by agent and second. */
export function nameOf({ kind, id, time }: BenchEvent): string {
  return kind === 'message' ? `message ${id}` : `status ${id} ${time}`;
}

/** A tab in which each event of a kind makes a row of its own. */
export interface EventRows {
  readonly sheet: SheetView;
  /** Name of the event whose row it is. */
  nameAt(row: number): string;
}

/** Mensagens and the log of statuses, or the one sheet of a way that the bench compares with. */
export function eventRowsOf(twin: Twin, isOurs: boolean): readonly EventRows[] {
  return isOurs
    ? [keyedRows(twin, 'messages', nameOfMessage), keyedRows(twin, 'agentStatus', nameOfStatus)]
    : [baselineRows(twin)];
}

const nameOfMessage = (key: string): string => `message ${key.split('|')[1]}`;

function nameOfStatus(key: string): string {
  const [, , id, atMs] = key.split('|');
  return `status ${id} ${Number(atMs) / 1000}`;
}

function keyedRows(twin: Twin, tab: TabId, nameOfKey: (key: string) => string): EventRows {
  const sheet = findSheet(twin, tabs[tab].title.pt);
  const header = Array.from({ length: sheet.lastColumn }, (_cell, index) =>
    textAt(sheet, 1, index + 1),
  );
  const column = header.indexOf(hiddenTitles.key) + 1;
  return { sheet, nameAt: (row) => nameOfKey(textAt(sheet, row, column)) };
}

function baselineRows(twin: Twin): EventRows {
  const sheet = findSheet(twin, 'Eventos');
  const nameAt = (row: number): string => {
    const [name, id, time] = [2, 3, 4].map((column) => textAt(sheet, row, column));
    return name === 'agentChangedStatus' ? `status ${id} ${time}` : `message ${id}`;
  };
  return { sheet, nameAt };
}

function findSheet(twin: Twin, title: string): SheetView {
  const sheet = twin.workbook.sheets.find((candidate) => candidate.title === title);
  if (sheet === undefined) throw new Error(`There is no sheet ${title}.`);
  return sheet;
}

const textAt = (sheet: SheetView, row: number, column: number): string =>
  String(sheet.cell(row, column)?.value ?? '');

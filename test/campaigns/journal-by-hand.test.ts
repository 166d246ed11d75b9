import { describe, expect, it, jest } from '@jest/globals';
import type { JournalStatus } from '../../src/intake/journal/journal';
import { readFailuresPage } from '../../src/panel/failures/failures-page';
import { connectServices } from '../../src/platform/connect';
import { tabs } from '../../src/tabs/tabs';
import { findVendor } from '../../src/vendors/registry';
import { deleteByHand, deleteRowsByHand, sheetInHand, type HandSheet } from '../support/by-hand';
import { startInProcess, type InProcess } from '../support/in-process';
import { agentStatus } from '../support/plantao';

const statusOf = (id: number, changes: Readonly<Record<string, unknown>> = {}): object =>
  agentStatus({ time: 1_790_000_000 + id, agents: [{ id, name: `Agente ${id}`, ...changes }] });

/** Events that came before the hand did something, the third with a body of two rows; one more comes afterwards. */
const ids = [1, 2, 3, 4, 5];
const lateId = 6;
const isLong = (id: number): boolean => id === 3;
const bodyOf = (id: number, token: string): object => ({
  ...statusOf(id, isLong(id) ? { photo: 'x'.repeat(60_000) } : {}),
  token,
});

/** What is with the events when the hand comes, and what lets them go on. */
interface Situation {
  readonly name: string;
  readonly status: JournalStatus;
  /** Posts the events; gives what lets them go on. */
  readonly begin: (desk: InProcess) => () => void;
}

const postAll = (desk: InProcess, token = '888c48839995c333939a80f0000dd354'): void => {
  for (const id of ids) desk.post('huggy', bodyOf(id, token));
};

const situations: readonly Situation[] = [
  {
    name: 'are written',
    status: 'written',
    begin: (desk) => {
      postAll(desk);
      return () => undefined;
    },
  },
  {
    name: 'wait',
    status: 'received',
    begin: (desk) => {
      desk.pause(true);
      postAll(desk);
      return () => desk.pause(false);
    },
  },
  {
    name: 'are held',
    status: 'quarantined',
    begin: (desk) => {
      desk.post('huggy', statusOf(0));
      postAll(desk, 'outro');
      return () => {
        desk.sweep(); // Looking repairs nothing: the sweep does.
        const { tokens } = desk.execute(() => readFailuresPage(connectServices()));
        desk.ask('acceptToken', 'huggy', tokens[0]?.digest ?? '');
      };
    },
  },
  {
    name: 'failed',
    status: 'failed',
    begin: (desk) => {
      const huggy = findVendor('huggy');
      if (huggy === undefined) throw new Error('Huggy is missing.');
      const broken = jest.spyOn(huggy, 'decode').mockImplementation(() => {
        throw new RangeError('our own fault');
      });
      postAll(desk);
      return () => broken.mockRestore();
    },
  },
];

/** A hand in the journal, and how many events' lines it takes away. */
type Act = readonly [name: string, work: (sheet: HandSheet) => void, takes: number];

const sort = (sheet: HandSheet, column: number): void => {
  const rows = sheet.getLastRow() - 1;
  sheet.getRange(2, 1, rows, sheet.getMaxColumns()).sort({ column, ascending: false });
};
const moveColumn = (sheet: HandSheet, from: number, before: number): void =>
  void sheet.moveColumns(sheet.getRange(1, from), before);
const columnOf = (id: string): number =>
  tabs.journal.columns.findIndex((column) => column.id === id) + 1;

const acts: readonly Act[] = [
  ['deletes a line near the top', (sheet) => sheet.deleteRows(3, 1), 1],
  ['deletes lines in the middle, half of a long one too', (sheet) => sheet.deleteRows(3, 2), 2],
  ['deletes the last lines', (sheet) => sheet.deleteRows(sheet.getLastRow() - 1, 2), 2],
  ['sorts by number, Z→A', (sheet) => sort(sheet, 1), 0],
  ['inserts rows above, between and writes into them', insertRows, 0],
  ['writes below everything', (sheet) => write(sheet, sheet.getLastRow() + 3), 0],
  ['inserts a column at the left', (sheet) => insertColumn(sheet, 1), 0],
  ['inserts a column before the body', (sheet) => insertColumn(sheet, columnOf('body')), 0],
  ['moves the body to the left', (sheet) => moveColumn(sheet, columnOf('body'), 1), 0],
  ['moves the number to the right', (sheet) => moveColumn(sheet, 1, 9), 0],
  ['filters', (sheet) => void sheet.getRange(1, 1, 7, 17).createFilter(), 0],
  ['puts a title above the header', (sheet) => insertTitle(sheet), 0],
  ['deletes the header', (sheet) => sheet.deleteRows(1, 1), 0],
  ['clears the header', (sheet) => void sheet.getRange(1, 1, 1, 17).clearContent(), 0],
  ['renames two columns', renameColumns, 0],
];

function insertRows(sheet: HandSheet): void {
  for (const row of [2, 4]) {
    sheet.insertRowsBefore(row, 2);
    write(sheet, row);
  }
}

function write(sheet: HandSheet, row: number): void {
  for (const column of [1, 7, 11]) sheet.getRange(row, column).setValue('minha anotação');
}

function insertColumn(sheet: HandSheet, before: number): void {
  sheet.insertColumnBefore(before);
  sheet.getRange(1, before).setValue('Minha coluna');
  sheet.getRange(2, before).setValue('minha anotação');
}

function insertTitle(sheet: HandSheet): void {
  sheet.insertRowsBefore(1, 1);
  sheet.getRange(1, 1).setValue('Diário da loja');
}

function renameColumns(sheet: HandSheet): void {
  sheet.getRange(1, columnOf('status')).setValue('Como está');
  sheet.getRange(1, columnOf('request')).setValue('Código');
}

const health = (desk: InProcess): Readonly<Record<string, unknown>> =>
  desk.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy') ?? {};
const toldMissing = (desk: InProcess): number =>
  Number(/sumiu do Diário: (\d+)/.exec(String(health(desk)['Alarme']))?.[1] ?? 0);
const agents = (desk: InProcess): readonly string[] =>
  desk
    .rows('Agora')
    .map((row) => String(row['Agente']))
    .filter((name) => name !== 'Agente 0')
    .toSorted();
const namesOf = (numbers: readonly number[]): readonly string[] =>
  numbers.map((id) => `Agente ${id}`);

const actInJournal = (desk: InProcess, work: (sheet: HandSheet) => void): void =>
  desk.execute(() => work(sheetInHand('Diário')));

function settle(desk: InProcess): void {
  for (const minutes of [2, 12, 12]) desk.sweep(minutes);
}

describe.each(situations)('a hand in the journal while events $name', ({ begin, status }) => {
  it.each(acts)('%s: each event is in its tab once, or told to be missing', (_, work, takes) => {
    const desk = startInProcess();
    const goOn = begin(desk);
    actInJournal(desk, work);
    goOn();
    desk.post('huggy', statusOf(lateId));
    settle(desk);
    const found = agents(desk);
    const isInTabs = status === 'written';
    expect(found.length).toBe(ids.length + 1 - (isInTabs ? 0 : takes));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain(`Agente ${lateId}`);
    expect(toldMissing(desk)).toBe(takes);
    const before = status === 'quarantined' ? 1 : 0;
    const accepted = ids.length + 1 + before;
    expect(health(desk)).toMatchObject({
      Recebidos: accepted - takes,
      Escritos: accepted - takes,
      'Na fila': 0,
      'Em risco': 0,
    });
    expect(desk.rows('Status dos agentes')).toHaveLength(found.length + before);
  });
});

describe('a hand in the journal', () => {
  it('sorts by any column, again and again: nothing is lost or doubled, and no number is given twice', () => {
    const desk = startInProcess();
    const count = tabs.journal.columns.length;
    for (let column = 1; column <= count; column += 1) {
      desk.pause(true);
      desk.post('huggy', statusOf(column, isLong(column) ? { photo: 'x'.repeat(60_000) } : {}));
      actInJournal(desk, (sheet) => sort(sheet, column));
      desk.pause(false);
      desk.sweep(1);
    }
    expect(agents(desk)).toHaveLength(count);
    const parts = desk.rows('Diário').map((row) => `${String(row['#'])} ${String(row['Parte'])}`);
    expect(new Set(parts).size).toBe(count + 1);
    expect(health(desk)).toMatchObject({ Recebidos: count, Escritos: count, Alarme: null });
  });

  it('after the sweep has counted them, deleted lines are missed by nobody', () => {
    const desk = startInProcess();
    postAll(desk);
    desk.sweep();
    actInJournal(desk, (sheet) => sheet.deleteRows(2, 5));
    desk.post('huggy', statusOf(lateId));
    settle(desk);
    expect(health(desk)).toMatchObject({ Recebidos: 6, Escritos: 6, Alarme: null });
    expect(desk.rows('Diário').map((row) => row['#'])).toEqual([5, 6]);
  });

  it('deletes the whole journal: what was not written is told, and numbers go on', () => {
    const desk = startInProcess();
    desk.pause(true);
    postAll(desk);
    desk.execute(() => deleteByHand('Diário'));
    desk.pause(false);
    desk.post('huggy', statusOf(lateId));
    settle(desk);
    expect(agents(desk)).toEqual([`Agente ${lateId}`]);
    expect(toldMissing(desk)).toBe(ids.length);
    expect(desk.rows('Diário')).toMatchObject([{ '#': ids.length + 1 }]);
  });

  it('deletes lines and undoes it: they are worked off and counted, and nothing is missing any more', () => {
    const desk = startInProcess();
    desk.pause(true);
    postAll(desk);
    const undo = desk.execute(() => deleteRowsByHand('Diário', 2, 2));
    desk.pause(false);
    settle(desk);
    expect(toldMissing(desk)).toBe(2);
    desk.execute(undo);
    settle(desk);
    expect(agents(desk)).toEqual(namesOf(ids));
    expect(health(desk)).toMatchObject({ Recebidos: 5, Escritos: 5, 'Na fila': 0, Alarme: null });
  });

  it('what is missing is told for a week', () => {
    const desk = startInProcess();
    postAll(desk);
    actInJournal(desk, (sheet) => sheet.deleteRows(3, 1));
    settle(desk);
    expect(toldMissing(desk)).toBe(1);
    desk.sweep(6 * 1440);
    expect(toldMissing(desk)).toBe(1);
    desk.sweep(2 * 1440);
    expect(health(desk)['Alarme']).toBeNull();
  });
});

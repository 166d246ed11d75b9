import { journalStatuses } from '../../src/intake/journal/journal';
import { hiddenColumnsOf } from '../../src/sheets/hidden-columns';
import { tabs, type TabId } from '../../src/tabs/tabs';
import type { Twin } from '../../src/twin/runtime/twin';
import { dataTabs } from '../support/data-tabs';
import { wrongCells } from './expected-cells';
import { modelOf, type ModelRow } from './model';
import {
  headerRowOf,
  readJournal,
  readTab,
  type JournaledRequest,
  type SeenRow,
} from './read-tabs';
import type { Sent } from './run';
import { whatWaits } from './quiet';
import { startMs } from './scenario';
import { deletedProperty } from './user-functions';

/** What is to be looked at after a run. */
export interface Finished {
  readonly twin: Twin;
  readonly sent: readonly Sent[];
}

/** Every promise that was broken, a line each. */
export function checkRun({ twin, sent }: Finished): readonly string[] {
  const journal = readJournal(twin.workbook);
  return [
    ...whatWaits(twin).map((what) => `still waits: ${what}`),
    ...checkJournal(journal, sent),
    ...checkTabs(twin, modelOf(journal)),
    ...checkAccounts(twin, journal),
    ...checkFormulas(twin),
  ];
}

/** What was accepted stands in the journal once; what is unknown at most once; nothing else does. */
function checkJournal(journal: readonly JournaledRequest[], sent: readonly Sent[]): string[] {
  const unexplained = new Set(journal.filter(({ receivedAtMs }) => receivedAtMs >= startMs));
  const faults = sent.flatMap(({ planned, seenAtMs, fate }) => {
    const body = planned.task.kind === 'delivery' ? planned.task.body : '';
    const lines = journal.filter((line) => seenAtMs.has(line.receivedAtMs) && line.body === body);
    for (const line of lines) unexplained.delete(line);
    const name = `execution ${planned.number}`;
    if (fate === 'refused') return [`${name}: a correct sender was refused`];
    if (lines.length > 1) return [`${name}: stands ${lines.length} times in the journal`];
    return lines.length === 0 && fate === 'accepted'
      ? [`${name}: accepted and not in the journal`]
      : [];
  });
  const ids = new Set(journal.map(({ id }) => id));
  const numbers = new Set(journal.map(({ number }) => number));
  return [
    ...faults,
    ...[...unexplained].map(({ number }) => `journal line ${number}: nobody sent that`),
    ...(ids.size === journal.length ? [] : ['a request id stands twice in the journal']),
    ...(numbers.size === journal.length ? [] : ['a number stands twice in the journal']),
  ];
}

function checkTabs(twin: Twin, model: ReadonlyMap<string, ModelRow>): string[] {
  const missing = new Map(model);
  const deleted = readDeleted(twin);
  const faults = dataTabs.flatMap((tab) => {
    const rows = readTab(twin.workbook, tab).filter((row) => !isTheirs(row));
    const found = rows.flatMap((row) => checkRow({ tab, row, model, missing, deleted }));
    return [...found, ...checkNumbers(tab, rows)];
  });
  const lost = [...missing.keys()].filter((place) => !deleted.has(place));
  return [...faults, ...lost.map((place) => `missing row: ${place}`)];
}

/** A title of the person's that a sort took among our rows: nothing hidden stands beside it. */
const isTheirs = ({ key, number }: SeenRow): boolean => key === '' && number === null;

/** Places whose rows the person deleted: such a row may be missing, or have been made anew by later events only. */
function readDeleted(twin: Twin): ReadonlySet<string> {
  const noted = twin.services.properties.entries('script').get(deletedProperty) ?? '';
  const lines = noted.split('\n').filter((line) => line !== '');
  const places = lines.map((line) => {
    const end = line.indexOf('|');
    const tab = dataTabs.find((one) => tabs[one].title.pt === line.slice(0, end));
    return `${tab} ${line.slice(end + 1)}`;
  });
  return new Set(places);
}

interface RowCheck {
  readonly tab: TabId;
  readonly row: SeenRow;
  readonly model: ReadonlyMap<string, ModelRow>;
  /** Rows not seen yet. */
  readonly missing: Map<string, ModelRow>;
  readonly deleted: ReadonlySet<string>;
}

function checkRow({ tab, row, model, missing, deleted }: RowCheck): string[] {
  const place = `${tab} ${row.key}`;
  const moved = row.notes.filter((note) => note !== null && note !== row.key);
  const strays = moved.map((note) => `${place}: a person's note for ${String(note)} is beside it`);
  const expected = model.get(place);
  if (expected === undefined) {
    const isDerived = tab === 'attendances' && model.has(`conversations ${row.key.split('#')[0]}`);
    return isDerived ? strays : [...strays, `unexplained row: ${place}`];
  }
  const isRepeated = !missing.delete(place);
  return [
    ...strays,
    ...(isRepeated ? [`row twice: ${place}`] : []),
    ...(deleted.has(place) ? [] : wrongCells(expected, row)).map((text) => `${place}: ${text}`),
  ];
}

function checkNumbers(tab: TabId, rows: readonly SeenRow[]): string[] {
  if (hiddenColumnsOf(tabs[tab]).length === 0) return [];
  const numbers = new Set(rows.map(({ number }) => number));
  const keys = new Set(rows.map(({ key }) => key));
  return [
    ...(numbers.size === rows.length ? [] : [`${tab}: a number stands twice in Nº`]),
    ...(keys.size === rows.length ? [] : [`${tab}: a key stands twice in Chave`]),
  ];
}

/** Saúde and Falhas count every journaled request once. */
function checkAccounts(twin: Twin, journal: readonly JournaledRequest[]): string[] {
  const received = new Map<string, number>();
  for (const { connectionId } of journal)
    received.set(connectionId, (received.get(connectionId) ?? 0) + 1);
  const health = readTab(twin.workbook, 'health').flatMap(({ key, cell }) => {
    const wanted = received.get(key) ?? 0;
    const found = Number(cell('received') ?? 0);
    return found === wanted
      ? []
      : [`Saúde counts ${found} requests of ${key} instead of ${wanted}`];
  });
  const failed = journal.filter(({ status }) => status === journalStatuses.failed).length;
  const shown = readTab(twin.workbook, 'failures')
    .map(({ cell }) => Number(cell('count') ?? 0))
    .reduce((sum, count) => sum + count, 0);
  return shown < failed ? [...health, `Falhas counts ${shown} instead of ${failed}`] : health;
}

/** Formulas of our own: the time in a situation (Agora), the present time (Ajustes). */
function checkFormulas(twin: Twin): string[] {
  const own: ReadonlySet<string> = new Set([tabs.settings.title.pt]);
  return twin.workbook.sheets.flatMap((sheet) => {
    const faults: string[] = [];
    sheet.eachCell(({ formula }, row, column) => {
      if (formula === undefined || own.has(sheet.title)) return;
      const isElapsed =
        sheet.title === tabs.agentsNow.title.pt &&
        sheet.cell(headerRowOf(sheet), column)?.value === 'Há';
      if (!isElapsed) faults.push(`${sheet.title} has a formula in row ${row}: ${formula}`);
    });
    return faults;
  });
}

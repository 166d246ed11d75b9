import type { Twin } from '../../src/twin/runtime/twin';
import { checkAccounts } from './oracle/accounts';
import { checkJournal, type Sent } from './oracle/check-journal';
import { checkTabs, placeOf, type Deletions } from './oracle/check-tabs';
import type { Surroundings } from './oracle/expected-cells';
import { modelOf } from './oracle/model';
import { tokensOf } from './oracle/read-body';
import { dataTabs, hiddenTitles, titles } from './oracle/titles';
import type { Speech } from './oracle/words';
import { whatWaits } from './quiet';
import { headerRowOf, readJournal, type JournaledRequest } from './read-tabs';
import { readStored, storedConnections } from './stored';
import { deletedProperty } from './user-functions';

/** What is to be looked at after a run. */
export interface Finished {
  readonly twin: Twin;
  readonly sent: readonly Sent[];
  /** Lines that stood in the journal before: what is settled and a week old may be gone since. */
  readonly earlier?: readonly JournaledRequest[];
  /** Languages that were chosen on the way, the first one included. */
  readonly speeches?: readonly Speech[];
  /** Somebody did not wait for the lock. */
  readonly hasFreeHands?: boolean;
}

/** Every promise that was broken, a line each. */
export function checkRun(finished: Finished): string[] {
  const { twin, sent, earlier = [], speeches = ['pt'], hasFreeHands = false } = finished;
  const journal = readJournal(twin.workbook);
  const numbers = new Set(journal.map(({ number }) => number));
  const trimmed = earlier.filter(({ number }) => !numbers.has(number));
  const all = [...trimmed, ...journal];
  const accepts = readAccepts(twin);
  const written = all.filter((request) => accepts(request));
  return [
    ...whatWaits(twin).map((what) => `still waits: ${what}`),
    ...checkJournal({ journal, trimmed, sent, accepts, nowMs: twin.clock.now() }),
    ...checkTabs(twin.workbook, {
      model: modelOf(written),
      deletions: readDeleted(twin),
      areNotesLoose: hasFreeHands,
      around: readSurroundings(twin, speeches),
    }),
    ...checkAccounts(twin.workbook, all),
    ...checkFormulas(twin),
  ];
}

/** Whether a request's tokens are those of its connection; without a token of its own a connection takes any. */
function readAccepts(twin: Twin): (request: JournaledRequest) => boolean {
  const tokens = new Map(storedConnections(twin).map((one) => [one.id, one.tokens] as const));
  return ({ connectionId, body }) => {
    const known = tokens.get(connectionId) ?? [];
    return known.length === 0 || tokensOf(body).every((token) => known.includes(token ?? ''));
  };
}

function readSurroundings(twin: Twin, speeches: readonly Speech[]): Surroundings {
  const language = readStored(twin, 'settings')['language'];
  const speech = speeches.find((one) => one === language) ?? 'pt';
  const accounts = storedConnections(twin).map(({ id, account }) => [id, account] as const);
  return { speech, speeches, accounts: Object.fromEntries(accounts) };
}

/** Places whose rows the person deleted: such a row may be missing, or have been made anew by later events only. */
function readDeleted(twin: Twin): Deletions {
  const noted = twin.services.properties.entries('script').get(deletedProperty) ?? '';
  const lines = noted.split('\n').filter((line) => line !== '');
  const places = lines.flatMap((line) => {
    const end = line.indexOf('|');
    const tab = dataTabs.find((one) => titles[one].title === line.slice(0, end));
    return tab === undefined ? [] : placeOf(tab, line.slice(end + 1));
  });
  return new Set(places);
}

/** Tabs whose formulas are another test's affair. */
const withFormulas: ReadonlySet<string> = new Set([
  titles.settings.title,
  'Painel',
  'Jornada',
  'Linha do tempo',
]);

/** Formulas of our own: times that go on (Agora, Conversas, the views), the present time (Ajustes). */
function checkFormulas(twin: Twin): string[] {
  return twin.workbook.sheets.flatMap((sheet) => {
    const faults: string[] = [];
    sheet.eachCell(({ formula }, row, column) => {
      if (formula === undefined || withFormulas.has(sheet.title)) return;
      const isElapsed =
        (sheet.title === titles.agentsNow.title || sheet.title === titles.conversations.title) &&
        sheet.cell(headerRowOf(sheet), column)?.value === 'Há';
      if (!isElapsed) faults.push(`${sheet.title} has a formula in row ${row}: ${formula}`);
    });
    return [...faults, ...checkElapsed(sheet.title, twin)];
  });
}

/** Every agent's row has its formula of the time in the situation. */
function checkElapsed(title: string, twin: Twin): string[] {
  if (title !== titles.agentsNow.title) return [];
  const sheet = twin.workbook.sheets.find((one) => one.title === title);
  if (sheet === undefined) return [];
  const header = headerRowOf(sheet);
  const columnOf = (name: string): number =>
    Array.from({ length: sheet.maxColumns }, (_unused, index) => index + 1).find(
      (column) => sheet.cell(header, column)?.value === name,
    ) ?? 0;
  const [own, key] = [columnOf('Há'), columnOf(hiddenTitles.key)];
  if (own === 0 || key === 0) return [];
  const rows = Array.from(
    { length: sheet.lastRow - header },
    (_unused, index) => header + 1 + index,
  );
  return rows
    .filter((row) => (sheet.cell(row, key)?.value ?? '') !== '')
    .filter((row) => sheet.cell(row, own)?.formula === undefined)
    .map((row) => `${title} has no time in the situation in row ${row}`);
}

import type { WorkbookView } from '../../../src/twin/spreadsheet/model';
import { readTab, type JournaledRequest, type SeenRow } from '../read-tabs';
import { vendorNames, vendorOf } from './read-body';
import { journalWords } from './titles';

/** Saúde and Falhas against every line that the journal ever had, each counted once as it is settled. */
export function checkAccounts(
  workbook: WorkbookView,
  lines: readonly JournaledRequest[],
): readonly string[] {
  const seen = readTab(workbook, 'health');
  const health = seen.flatMap((row) =>
    checkHealth(
      row,
      lines.filter(({ connectionId }) => connectionId === row.key),
    ),
  );
  return [...health, ...checkFailures(readTab(workbook, 'failures'), lines)];
}

/** Test events are told by their ids, and counted nowhere. */
const isTest = ({ id }: JournaledRequest): boolean => id.startsWith('teste-');

function checkHealth({ key, cell }: SeenRow, all: readonly JournaledRequest[]): readonly string[] {
  const lines = all.filter((line) => !isTest(line));
  const among = (word: string): number => lines.filter(({ status }) => status === word).length;
  const wanted = {
    received: lines.length,
    written: lines.filter(({ rows, status }) => rows > 0 && status !== journalWords.repeated)
      .length,
    repeated: among(journalWords.repeated),
    unknown: among(journalWords.unknown),
    atRisk: among(journalWords.failed) + among(journalWords.held),
    waiting: 0,
  };
  return Object.entries(wanted).flatMap(([name, count]) => {
    const found = Number(cell(name) ?? 0);
    return found === count ? [] : [`Saúde: ${name} of ${key} is ${found} instead of ${count}`];
  });
}

/** Causes that nobody's line tells: parts of requests that were never answered. */
const ownVendor = 'Plantão';

/** What the row of a cause says: how many ever, and how many of them are over. */
interface Counted {
  readonly count: number;
  readonly open: number;
}

function checkFailures(rows: readonly SeenRow[], lines: readonly JournaledRequest[]) {
  const open = openFailures(lines);
  const faults = rows
    .filter(({ cell }) => cell('vendor') !== ownVendor)
    .flatMap((row) => {
      const wanted = open.get(row.key) ?? 0;
      open.delete(row.key);
      return checkCause(row, readCounted(row), wanted);
    });
  const missing = [...open].map(([key, count]) => `Falhas does not tell of ${count}: ${key}`);
  return [...faults, ...missing];
}

function checkCause({ key, cell }: SeenRow, told: Counted, open: number): readonly string[] {
  const shown = Number(cell('count') ?? 0);
  const isSolved = cell('situation') !== 'Espera por você' && open === 0;
  return [
    ...(told.open === open ? [] : [`Falhas: ${told.open} of ${key} still fail instead of ${open}`]),
    ...(shown === told.count ? [] : [`Falhas shows ${shown} of ${key} and knows ${told.count}`]),
    ...(isSolved || open > 0
      ? []
      : [`Falhas: ${key} is over and says ${String(cell('situation'))}`]),
  ];
}

function readCounted({ state }: SeenRow): Counted {
  const told: unknown = JSON.parse(state);
  const number = (name: string): number =>
    Number(typeof told === 'object' && told !== null ? Reflect.get(told, name) : 0);
  return { count: number('count'), open: number('count') - number('solved') };
}

/** Failures of lines that fail now, by the key of their cause: platform, event, code and path. */
function openFailures(lines: readonly JournaledRequest[]): Map<string, number> {
  const causes = new Map<string, number>();
  for (const line of lines.filter((one) => !isTest(one) && one.error !== '')) {
    for (const told of line.error.split('\n')) {
      const [code = '', event = '', path = '', , , times = '×1'] = told.split(' · ');
      const place = path.replace(/\[\d+\]/g, '[]');
      const vendor = vendorNames[vendorOf(line.connectionId)] ?? '';
      const key = [vendor, event, code, place].join('|');
      causes.set(key, (causes.get(key) ?? 0) + Number(times.slice(1)));
    }
  }
  return causes;
}

import { shortHash } from '../../events/short-hash';
import { downloadText } from './download';
import { element, makeButton, makeField } from './elements';
import { say } from './page-data';
import { toTable } from './privacy-holdings';
import { attach, makeOutcomePlace, tell, type Work } from './work';

interface Part {
  readonly place: object;
  readonly items: readonly Item[];
  readonly next: object | null;
}

interface Item {
  readonly mark: string;
  readonly lines: readonly (readonly [table: string, json: string])[];
}

interface Left {
  readonly removed: number;
  readonly next: object | null;
}

const first = JSON.stringify({ register: 0, row: 0 });
const dayMs = 86_400_000;
/** A file of so many rows is opened by every editor. */
const rowsPerFile = 50_000;

const readCells = (line: string): Readonly<Record<string, unknown>> => {
  const cells: unknown = JSON.parse(line);
  return typeof cells === 'object' ? { ...cells } : {};
};

/** Collects the lines of each table, and hands them over as files. */
function openFiles(isCsv: boolean): {
  take(part: Part): number;
  close(): void;
} {
  const open = new Map<string, string[]>();
  const day = new Date().toISOString().slice(0, 10);
  let [files, rows] = [0, 0];
  const save = (table: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    files += 1;
    const name = `plantao-${table}-${day}-${files}`;
    if (isCsv) {
      downloadText(`${name}.csv`, `\uFEFF${toTable(lines.map(readCells))}\r\n`);
    } else downloadText(`${name}.ndjson`, `${lines.join('\n')}\n`);
  };
  return {
    take: ({ items }) => {
      for (const [table, line] of items.flatMap(({ lines }) => lines)) {
        const lines = open.get(table) ?? [];
        open.set(table, lines);
        lines.push(line);
        rows += 1;
        if (lines.length < rowsPerFile) continue;
        save(table, lines);
        open.delete(table);
      }
      return rows;
    },
    close: () => open.forEach((lines, table) => save(table, lines)),
  };
}

/** Epoch ms; blank: everything. */
const beforeOf = (days: string): string =>
  Number(days) > 0 ? String(Date.now() - Number(days) * dayMs) : '';

function getButton(days: HTMLInputElement, isCsv: boolean, place: HTMLElement): HTMLElement {
  const button = makeButton(`${say('archiveGet')} ${isCsv ? 'CSV' : 'NDJSON'}`, 'secondary');
  let files = openFiles(isCsv);
  let before = '';
  const show: Work<Part>['show'] = (part) => {
    const sentence = `${say('archiveRead')}: ${files.take(part)}`;
    if (part.next !== null) return { sentence, args: [before, JSON.stringify(part.next)], show };
    files.close();
    return sentence;
  };
  const args = (): readonly string[] => {
    files = openFiles(isCsv);
    before = beforeOf(days.value);
    return [before, first];
  };
  attach<Part>({ button, place, action: 'readArchive', args, show });
  return button;
}

/** The lines of the files that a person chose, as hashes. */
async function readLines(
  files: FileList | null,
  hear: (lines: ReadonlySet<string>) => void,
): Promise<void> {
  const known = new Set<string>();
  for (const file of files ?? [])
    for (const line of (await file.text()).split('\n')) if (line !== '') known.add(shortHash(line));
  hear(known);
}

/** Goes through the rows once more: what the files have leaves, part by part. */
function attachLeaving(
  button: HTMLButtonElement,
  place: HTMLElement,
  { days, word, has }: Leaving,
): void {
  let [before, removed, kept] = ['', 0, 0];
  const told = (): string => `${say('archiveLeft')}: ${removed} · ${kept} ${say('archiveStay')}`;
  const goOn = (next: object | null): ReturnType<Work<Part | Left>['show']> =>
    next === null
      ? told()
      : { sentence: told(), args: [before, JSON.stringify(next)], action: 'readArchive', show };
  const show: Work<Part | Left>['show'] = (value) => {
    if ('removed' in value) {
      removed += value.removed;
      return goOn(value.next);
    }
    const equal = value.items.filter(({ lines }) => lines.every(([, line]) => has(line)));
    kept += value.items.length - equal.length;
    if (equal.length === 0) return goOn(value.next);
    const marks = equal.map(({ mark }) => mark).join(' ');
    const args = [before, JSON.stringify(value.place), marks, word.value];
    return { sentence: told(), args, action: 'letArchivedLeave', show };
  };
  const args = (): readonly string[] => {
    [before, removed, kept] = [beforeOf(days.value), 0, 0];
    return [before, first];
  };
  attach<Part | Left>({ button, place, action: 'readArchive', args, show });
}

interface Leaving {
  readonly days: HTMLInputElement;
  readonly word: HTMLInputElement;
  readonly has: (line: string) => boolean;
}

function leaveNodes(days: HTMLInputElement): readonly HTMLElement[] {
  const place = makeOutcomePlace();
  const chosen = document.createElement('input');
  chosen.type = 'file';
  chosen.multiple = true;
  chosen.accept = '.ndjson';
  chosen.setAttribute('aria-label', say('archiveFound'));
  const word = makeField(say('archiveType'));
  const button = makeButton(say('archiveLeave'));
  button.disabled = true;
  let known: ReadonlySet<string> = new Set();
  chosen.addEventListener('change', () => {
    void readLines(chosen.files, (lines) => {
      known = lines;
      button.disabled = lines.size === 0;
      tell(place, 'done', `${say('archiveFound')}: ${lines.size}`);
    });
  });
  attachLeaving(button, place, { days, word, has: (line) => known.has(shortHash(line)) });
  const line = element('div', 'actions', '');
  line.append(word, button);
  return [element('p', 'hint', say('archiveLeaveAbout')), chosen, line, place];
}

/** Old rows: downloaded, then removed. */
export function archiveCard(): HTMLElement {
  const card = document.createElement('section');
  const days = document.createElement('input');
  days.type = 'number';
  days.min = '0';
  days.value = '90';
  const label = element('label', 'tick', say('archiveDays'));
  label.append(days);
  const place = makeOutcomePlace();
  const actions = element('div', 'actions', '');
  actions.append(label, getButton(days, false, place), getButton(days, true, place));
  card.append(
    element('h2', '', say('archiveTitle')),
    element('p', 'hint', say('archiveAbout')),
    actions,
    place,
    ...leaveNodes(days),
  );
  return card;
}

import { failurePlace } from '../../events/failure-words';
import { failureTexts } from '../../events/failure-texts';
import type { Language } from '../../events/localized';
import { causeKey } from '../../intake/books/failure-rows';
import { readFailures } from '../../intake/journal/failure-line';
import { journalStatuses } from '../../intake/journal/journal';
import type { CellValue } from '../../platform/services';
import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import { tabs, type TabId } from '../../tabs/tabs';
import { cellAt, type OpenPlace } from './open-place';
import type { SearchedTab } from './places';

/** A cell that a person can go to. */
export interface CellPlace {
  readonly tab: TabId;
  /** As the person reads it. */
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** What tells the row, should it stand elsewhere by then. */
  readonly key: string;
}

/** What something that was found is: a row of a tab, or a delivery by what became of it. */
export type Kind = TabId | 'event' | 'repeated' | 'failure';

/** Something that was found, in words. */
export interface Finding {
  /** The same for the same row, however it was found. */
  readonly id: string;
  readonly kind: Kind;
  /** The same in words: what it is shown under. */
  readonly heading: string;
  readonly title: string;
  readonly facts: readonly string[];
  /** Epoch ms; 0 when the row does not tell. */
  readonly atMs: number;
  /** The same in words. */
  readonly at: string;
  readonly places: readonly CellPlace[];
}

/** What findings are told with. */
export interface Teller {
  readonly language: Language;
  /** By which the spreadsheet's wall clock is ahead of UTC. */
  readonly offsetMinutes: number;
  nameOf(kind: Kind): string;
  /** The row of Falhas that counts a cause; null where there is none. */
  causeRow(key: string): Omit<CellPlace, 'name'> | null;
}

const longestFact = 120;

const short = (value: CellValue): string => {
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text.length > longestFact ? `${text.slice(0, longestFact)}…` : text;
};

/** `24/11/2026 10:02`. */
function writeTime(atMs: number, offsetMinutes: number): string {
  if (atMs === 0) return '';
  const [day = '', time = ''] = new Date(atMs + offsetMinutes * 60_000).toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
}

/** A row of a tab; `column` is where it was found. */
export interface FoundRow {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly CellValue[];
}

/** Tells of a row of a data tab. */
export function tellRow(
  place: OpenPlace,
  { names, facts, times }: SearchedTab,
  { found, teller }: { readonly found: FoundRow; readonly teller: Teller },
): Finding {
  const { tab, keyColumn } = place;
  const { row, column, cells } = found;
  const at = (id: string): CellValue => cellAt(place, cells, id);
  const key = String(cells[(keyColumn ?? 0) - 1] ?? '');
  const title = names.map((id) => short(at(id))).find((text) => text !== '') ?? '';
  const told = facts.map((id) => short(at(id))).filter((text) => text !== '' && text !== title);
  const shown = times.map(at).find((value): value is number => typeof value === 'number');
  const writtenAt = (keyColumn ?? 0) + hiddenColumnsOf(tabs[tab]).indexOf('writtenAt');
  const atMs = shown ?? (Number(cells[writtenAt - 1]) || 0);
  // Its hidden cells are no place to go to.
  const isVisible = [...place.columns.values()].includes(column);
  const name = teller.nameOf(tab);
  const goTo = isVisible ? column : (place.columns.get(names[0] ?? '') ?? 1);
  return {
    id: `${tab}|${key === '' ? row : key}`,
    kind: tab,
    heading: name,
    title,
    facts: told,
    atMs,
    at: writeTime(atMs, teller.offsetMinutes),
    places: [{ tab, name, row, column: goTo, key }],
  };
}

const kinds: Readonly<Record<string, Kind>> = {
  [journalStatuses.repeated]: 'repeated',
  [journalStatuses.failed]: 'failure',
  [journalStatuses.quarantined]: 'failure',
};

/** Tells of a line of the journal. */
export function tellLine(place: OpenPlace, { row, cells }: FoundRow, teller: Teller): Finding {
  const at = (id: string): CellValue => cellAt(place, cells, id);
  const { language, offsetMinutes } = teller;
  const number = String(at('number'));
  const vendor = short(at('vendor'));
  const failures = readFailures(String(at('error')));
  const causes = failures.map(({ failure }) => {
    const where = failurePlace(failure, language);
    const cause = failureTexts[failure.code].cause[language];
    return where === '' ? cause : `${cause} (${where})`;
  });
  const inFailures = failures.flatMap((named) => {
    const cause = teller.causeRow(causeKey(vendor, named));
    return cause === null ? [] : [{ ...cause, name: teller.nameOf('failures') }];
  });
  const atMs = Number(at('receivedAtMs')) || 0;
  const column = place.columns.get('status') ?? 1;
  const name = teller.nameOf('journal');
  const kind = kinds[String(at('status'))] ?? 'event';
  return {
    id: `journal|${number}`,
    kind,
    heading: teller.nameOf(kind),
    title: short(at('event')) || vendor,
    facts: [vendor, short(at('account')), short(at('status')), ...causes].filter(
      (text) => text !== '',
    ),
    atMs,
    at: writeTime(atMs, offsetMinutes),
    places: [...inFailures, { tab: 'journal', name, row, column, key: number }],
  };
}

import type { PersonalClass } from '../../events/fields';
import type { Language } from '../../events/localized';
import type { Services } from '../../platform/services';
import { configFrom, type Settings } from '../../settings/config';
import type { LookupBudget } from '../../sheets/look-up';
import { tabs, type TabId } from '../../tabs/tabs';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { speaker, type Speak } from '../speak';
import { bodyTest, isId, isName, readAsked, type Asked } from './asked';
import { tellLine, tellRow, type CellPlace, type Finding, type Kind, type Teller } from './finding';
import { openPlace, readPlace, type OpenPlace } from './open-place';
import { idColumns, searchedTabs, type SearchedTab } from './places';
import { scanUp, type Aim } from './scan';

/** What a step found, and where the next one goes on; null: everything was looked at. */
export interface SearchStep {
  readonly findings: readonly Finding[];
  readonly cursor: string | null;
}

/** Google's time of one step, by the published costs; a call that has begun is ended, and on a slow day it takes twice as long. */
const stepMs = 3500;
const mostFindings = 60;
const rowsAtOnce = 20_000;
/** Bodies are long. */
const bodiesAtOnce = 2000;

/** Something to look at: rows of a tab by what tells them or by names, or the journal. */
type Visit =
  | { readonly by: 'ids' | 'names'; readonly of: SearchedTab }
  | { readonly by: 'bodies'; readonly of: null };

/** First what tells rows, then names, then what was delivered. */
const visits: readonly Visit[] = [
  ...searchedTabs.map((of) => ({ by: 'ids' as const, of })),
  ...searchedTabs.map((of) => ({ by: 'names' as const, of })),
  { by: 'bodies', of: null },
];

const tabOf = ({ of }: Visit): TabId => of?.tab ?? 'journal';

/** Where a search is: one of the visits, and the row above which it goes on; 0: from the end. */
interface Cursor {
  readonly visit: number;
  readonly below: number;
}

const start: Cursor = { visit: 0, below: 0 };

/** A blank text is the beginning. */
function readCursor(text: string): Cursor | null {
  if (text === '') return start;
  const [, visit = '', below = ''] = /^(\d{1,2})\.(\d{1,8})$/.exec(text) ?? [];
  return visit === '' || visits[Number(visit)] === undefined
    ? null
    : { visit: Number(visit), below: Number(below) };
}

/**
 * Looks for an id, a phone or a name in every row and in the journal, as far as one step goes. Reads alone: without the lock, and
 * whatever others write meanwhile.
 */
export function search(services: Services, typed: string, from: string): Outcome<SearchStep> {
  const speak = speaker(services);
  const asked = readAsked(typed);
  const cursor = readCursor(from);
  if (asked === null) return refused(speak('searchTooShort'));
  if (cursor === null) return refused(speak('badRequest'));
  const { settings } = configFrom(services.properties.getAll());
  const desk = layDesk(services, settings, asked);
  const { findings, next } = walk(desk, cursor);
  return done(
    { findings, cursor: next === null ? null : `${next.visit}.${next.below}` },
    next === null ? '' : sayProgress(desk, next, speak),
  );
}

interface Desk {
  readonly services: Services;
  readonly settings: Settings;
  readonly asked: Asked;
  readonly budget: LookupBudget;
  readonly endMs: number;
  readonly teller: Teller;
  /** Opened once in a step. */
  open(tab: TabId): OpenPlace | null;
}

function layDesk(services: Services, settings: Settings, asked: Asked): Desk {
  const budget = { leftMs: stepMs };
  const opened = new Map<TabId, OpenPlace | null>();
  const open = (tab: TabId): OpenPlace | null => {
    const known = opened.get(tab);
    if (known !== undefined) return known;
    const place = openPlace(services, settings, { tab, budget });
    opened.set(tab, place);
    return place;
  };
  const nowMs = services.clock.now();
  const language = languageOf(services.host.locale());
  const teller: Teller = {
    language,
    nameOf: (kind) => nameOf(kind, language, speaker(services)),
    offsetMinutes: services.clock.offsetMinutes(services.workbook.timeZone(), nowMs),
    causeRow: (key) => findCause(open('failures'), key, budget),
  };
  return { services, settings, asked, budget, endMs: nowMs + 2 * stepMs, teller, open };
}

function nameOf(kind: Kind, language: Language, speak: Speak): string {
  if (kind === 'event') return speak('searchEvents');
  if (kind === 'repeated') return speak('searchRepeated');
  return tabs[kind === 'failure' ? 'failures' : kind].title[language];
}

function findCause(
  place: OpenPlace | null,
  key: string,
  budget: LookupBudget,
): Omit<CellPlace, 'name'> | null {
  if (place === null || place.keyColumn === null || place.lastRow < place.firstRow) return null;
  const rows = place.lastRow - place.firstRow + 1;
  const area = { row: place.firstRow, column: place.keyColumn, rows, columns: 1 };
  const index = readPlace(place, area, budget).findIndex(([cell]) => cell === key);
  const column = place.columns.get('cause') ?? 1;
  const row = place.firstRow + index;
  return index < 0 ? null : { tab: 'failures', row, column, key };
}

interface Walked {
  readonly findings: readonly Finding[];
  readonly next: Cursor | null;
}

function walk(desk: Desk, from: Cursor): Walked {
  const findings: Finding[] = [];
  let { visit: index, below } = from;
  for (let visit = visits[index]; visit !== undefined; visit = visits[index]) {
    const isLate = desk.budget.leftMs < 0 || desk.services.clock.now() > desk.endMs;
    if (isLate || findings.length >= mostFindings)
      return { findings, next: { visit: index, below } };
    const place = desk.open(tabOf(visit));
    const looked = place === null ? nothing : look(desk, place, { visit, below });
    findings.push(...looked.findings);
    below = looked.nextRow;
    if (below === 0) index += 1;
  }
  return { findings, next: null };
}

const nothing = { findings: [], nextRow: 0 } as const;

function look(
  { asked, budget, teller }: Desk,
  place: OpenPlace,
  { visit, below }: { readonly visit: Visit; readonly below: number },
): { readonly findings: readonly Finding[]; readonly nextRow: number } {
  const end = place.lastRow + 1;
  const from = below === 0 ? end : Math.min(below, end);
  const aim = aimOf(visit, place, asked);
  const { found, nextRow } = scanUp(place, aim, { below: from, most: mostFindings, budget });
  const findings = found.map((row) =>
    visit.of === null
      ? tellLine(place, row, teller)
      : tellRow(place, visit.of, { found: row, teller }),
  );
  return { findings, nextRow };
}

const named: ReadonlySet<PersonalClass> = new Set(['name', 'email']);
const telling: ReadonlySet<PersonalClass> = new Set(['id', 'phone']);

function aimOf({ by, of }: Visit, place: OpenPlace, asked: Asked): Aim {
  if (of === null) return aimAtBodies(place, asked);
  const byIds = by === 'ids';
  const ids = tabs[of.tab].columns.flatMap(({ id, personal = 'none' }) =>
    (byIds ? telling : named).has(personal) || idColumns.has(id) ? [id] : [],
  );
  const columns = ids.flatMap((id) => place.columns.get(id) ?? []);
  const key = byIds && place.keyColumn !== null ? [place.keyColumn] : [];
  const isMeant = byIds ? isId : isName;
  return { columns: [...columns, ...key], isMeant: (text) => isMeant(asked, text), rowsAtOnce };
}

/** The code of a request is one, too. */
function aimAtBodies(place: OpenPlace, asked: Asked): Aim {
  const isNamed = bodyTest(asked);
  const columns = ['body', 'request'].flatMap((id) => place.columns.get(id) ?? []);
  return { columns, isMeant: (text) => text !== '' && isNamed(text), rowsAtOnce: bodiesAtOnce };
}

function sayProgress({ open, teller }: Desk, { visit, below }: Cursor, speak: Speak): string {
  const at = visits[visit];
  if (at === undefined) return '';
  const tab = tabs[tabOf(at)].title[teller.language];
  const place = below === 0 ? null : open(tabOf(at));
  if (place === null) return speak('searchAt', { tab });
  return speak('searchAtRow', { tab, row: String(below - 1), rows: String(place.lastRow) });
}

import { openGone } from '../masks/gone';
import { mentions } from '../masks/mentions';
import { withoutErased } from '../intake/judge/shield';
import { nextLines, readRequests } from '../intake/journal/journal-lines';
import type { StoredRequest } from '../intake/journal/journal';
import { findLedger } from '../intake/repair/ledger';
import type { Language } from '../events/localized';
import type { CellValue, Services } from '../platform/services';
import type { Config } from '../settings/config';
import { defaultPrivacy } from '../settings/privacy';
import type { OpenTab } from '../sheets/open-tab';
import { tabs } from '../tabs/tabs';
import { identitiesIn, personEntities, readBlock, type Place } from './person-rows';

/** Something that is held of a person: the cells of a row, or a request. */
interface Holding {
  readonly tab: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** What was found, what more names the person, and where to go on: in the tabs, then in the journal; null at the end. */
export interface Holdings {
  readonly items: readonly Holding[];
  readonly entries: string;
  readonly next: HoldingPlace | null;
}

/** `number`: the journal's, once the tabs are done. */
interface HoldingPlace extends Place {
  readonly number: number;
}

interface Wanted {
  readonly entries: string;
  readonly place: HoldingPlace;
  readonly language: Language;
}

/** The next part of everything that is held of a person. Writes nothing. */
export function readHoldings(services: Services, config: Config, wanted: Wanted): Holdings {
  const { place, language } = wanted;
  const block = readBlock(services, config, place);
  if (block === null) return readJournal(services, config, wanted);
  const { entity, open, next } = block;
  const gone = openGone(services.codec, config.privacy?.key ?? '', [wanted.entries]);
  const rows = block.rows.filter((row) => identitiesIn(entity, row).some(gone.has));
  const leads = entity === 'conversation' || entity === 'attendance';
  const names = leads ? rows.flatMap((row) => identitiesIn(entity, row)) : [];
  const fresh = [...new Set(names)].filter(
    (name) => /^(?:conversation|attendance)\|/.test(name) && !gone.has(name),
  );
  return {
    items: open === null ? [] : rows.map(({ row }) => readCells(open, row, language)),
    entries: wanted.entries + fresh.map(gone.add).join(''),
    next: { number: 0, ...(next ?? { register: personEntities.length, row: 0 }) },
  };
}

function readCells({ tab, sheet, layout }: OpenTab, row: number, language: Language): Holding {
  const [cells = []] = sheet.read({ row, column: 1, rows: 1, columns: sheet.maxColumns() });
  const shown = tab.columns.flatMap(({ id, title, kind }) => {
    const column = layout.columns.get(id);
    const cell = column === undefined ? '' : (cells[column - 1] ?? '');
    const isTime = kind === 'time' && typeof cell === 'number';
    const value = isTime ? new Date(cell).toISOString() : cell;
    return value === '' ? [] : [[title[language], value] as const];
  });
  return { tab: tab.title[language], cells: Object.fromEntries(shown) };
}

const linesAtOnce = 300;

function readJournal(
  services: Services,
  config: Config,
  { entries, place, language }: Wanted,
): Holdings {
  const ledger = findLedger(services, services.properties.getAll());
  const page = ledger === null ? null : nextLines(ledger.journal, place.number, linesAtOnce);
  if (ledger === null || page === null || page.last === null)
    return { items: [], entries, next: null };
  const { codec } = services;
  const privacy = {
    ...(config.privacy ?? defaultPrivacy),
    erased: [{ untilMs: Infinity, entries }],
  };
  const isAbout = ({ request }: StoredRequest): boolean => {
    const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
    const isNamed = mentions(
      request.body,
      request.connectionId,
      openGone(codec, privacy.key, [entries]),
    );
    return isNamed || withoutErased(request, { codec, connection, privacy }) !== request;
  };
  const title = tabs.journal.title[language];
  const items = readRequests(ledger.journal, page.lines)
    .filter(isAbout)
    .map(({ line, request }) => ({
      tab: title,
      cells: { '#': line.number, Corpo: request.body },
    }));
  return { items, entries, next: { ...place, number: page.last } };
}

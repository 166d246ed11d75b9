import type { CellValue, Services } from '../platform/services';
import type { Place } from '../privacy/person-rows';
import type { Config } from '../settings/config';
import { forgetConfig } from '../settings/config-cache';
import { defaultPrivacy, savePrivacy } from '../settings/privacy';
import { sweepStateFrom } from '../settings/sweep-state';
import { dropRows } from '../sheets/delete-rows';
import type { OpenTab } from '../sheets/open-tab';
import { registers, type RegisterEntity } from '../tabs/registers';
import { archivedEntities, mayLeave, openRegister, readPart } from './read-part';

/** The journal keeps what came within so many days: rows stay as long, or what it tells again would bring them back in part. */
const fewestDays = 7;
const dayMs = 86_400_000;

/** How old a row has to be at least to leave. */
export const youngestMs = (nowMs: number): number => nowMs - fewestDays * dayMs;

/** While days are being counted anew no row may change its place. */
export const isCounting = (all: Readonly<Record<string, string>>): boolean =>
  sweepStateFrom(all).totals.at !== null;

interface Leaving extends Place {
  readonly beforeMs: number;
  readonly count?: number;
  /** Of rows of which an equal copy was counted. */
  readonly marks: ReadonlySet<string>;
}

/** How many rows left, and where to go on; null when these were the last ones. */
export interface Left {
  readonly removed: number;
  readonly next: Place | null;
}

/**
 * Takes away those of the next rows that are still what their copy says; rows that follow from them go first, so that none is left
 * alone when the run dies in between. From then on what is told of the time before is not written: it would bring rows back in part.
 * Flushes; callers hold the lock and have flushed.
 */
export function letLeave(services: Services, config: Config, leaving: Leaving): Left {
  const entity = archivedEntities[leaving.register];
  const beforeMs = Math.min(leaving.beforeMs, youngestMs(services.clock.now()));
  const { rows, next, open } = readPart(services, config, { ...leaving, beforeMs });
  const equal = rows.filter(({ mark }) => leaving.marks.has(mark));
  if (entity === undefined || open === null || !mayLeave(leaving) || equal.length === 0)
    return { removed: 0, next };
  closeBefore(services, config, { entity, beforeMs });
  if (entity === 'conversation')
    dropFollowers(
      openRegister(services, config, 'attendance'),
      new Set(equal.map(({ key }) => key)),
    );
  dropRows(
    open.sheet,
    equal.map(({ row }) => row),
  );
  services.workbook.flush();
  const isSame = next?.register === leaving.register;
  return {
    removed: equal.length,
    next: isSame ? { ...next, row: next.row - equal.length } : next,
  };
}

interface Boundary {
  readonly entity: RegisterEntity;
  readonly beforeMs: number;
}

function closeBefore(services: Services, config: Config, { entity, beforeMs }: Boundary): void {
  const { privacy = defaultPrivacy } = config;
  const { retention } = privacy;
  const { tab } = registers[entity];
  if ((retention.archivedMs[tab] ?? 0) >= beforeMs) return;
  const archivedMs = { ...retention.archivedMs, [tab]: beforeMs };
  savePrivacy(services.properties, { ...privacy, retention: { ...retention, archivedMs } });
  forgetConfig(services);
}

function dropFollowers(open: OpenTab | null, keys: ReadonlySet<string>): void {
  const column = open?.layout.keyColumn ?? null;
  if (open === null || column === null || open.nextRow <= open.firstRow) return;
  const { sheet, firstRow, nextRow } = open;
  const area = { row: firstRow, column, rows: nextRow - firstRow, columns: 1 };
  const isFollower = (cell: CellValue): boolean => keys.has(String(cell).replace(/#\d+$/, ''));
  const rows = sheet
    .read(area)
    .flatMap(([cell = ''], index) => (isFollower(cell) ? [firstRow + index] : []));
  dropRows(sheet, rows);
}

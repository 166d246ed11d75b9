import type { CellValue, Services, Sheet } from '../../platform/services';
import {
  dayOf,
  startOf,
  stintsWithin,
  sumDay,
  type AgentDay,
  type Doing,
} from '../../projections/agent-days';
import { guardText, isTicking, tickingFormula, toCell } from '../../sheets/cells';
import type { CellContent } from '../../sheets/definition';
import { findSheet } from '../../sheets/find-sheet';
import type { Config, Settings } from '../../settings/config';
import { findNowCell } from '../../settings/now-cell';
import { renderAgentDay } from '../../tabs/agent-days/cells';
import { tabs } from '../../tabs/tabs';
import { timelineTexts } from '../../tabs/timeline/labels';
import {
  anchorText,
  area,
  choice,
  fewestRow,
  firstQuarter,
  firstRow,
  gridColumns,
  kept,
  keptRow,
  message,
  mostAgents,
  quarters,
  signs,
  teamRow,
  totalColumn,
  totals,
} from '../../tabs/timeline/layout';
import type { AgentStints } from './agent-days';
import { quarterMs, quartersOf } from './quarters';

const dayMs = 86_400_000;
/** Days that one can choose from the list. */
const offeredDays = 14;

/** What the timeline is drawn of. */
export interface DrawnOf {
  readonly agents: readonly AgentStints[];
  /** Changes with what is observed; null: it is drawn in any case. */
  readonly mark: string | null;
}

/**
 * Draws the chosen day, unless it shows just that already; it changes with what is observed, with what is chosen and with each quarter
 * of an hour. Nothing is written where somebody has moved the tab's rows or columns: then it is theirs. Buffered.
 */
export function writeTimeline(
  services: Services,
  { settings }: Config,
  { agents, mark }: DrawnOf,
): void {
  const sheet = findSheet(services.workbook, tabs.timeline, settings.sheetIds['timeline']);
  if (sheet === null || sheet.maxRows() < keptRow || sheet.maxColumns() < gridColumns) return;
  const cells = sheet.read(area(1, 1, keptRow, gridColumns));
  const at = ({ row, column }: { readonly row: number; readonly column: number }): CellValue =>
    cells[row - 1]?.[column - 1] ?? '';
  if (kept.anchors.some((anchor) => at(anchor) !== anchorText)) return;
  const nowMs = services.clock.now();
  const today = dayOf(nowMs, settings.offsetMinutes);
  const chosen = at(choice);
  const shows = mark === null ? '' : `${mark}.${Math.floor(nowMs / quarterMs)}.${chosen}`;
  if (shows !== '' && shows === at(kept.mark)) return;
  const toDay = (atMs: number): number => {
    const zone = services.workbook.timeZone();
    return dayOf(atMs, services.clock.offsetMinutes(zone, atMs));
  };
  const day = readDay(chosen, today, toDay);
  const drawing: Drawing = {
    sheet,
    settings,
    day,
    today,
    nowMs,
    nowCell: findNowCell(services.workbook, settings) ?? '',
  };
  drawDay(drawing, agents, Number(at(kept.rows)) || 0);
  offerDays(drawing, String(at(kept.days)));
  sheet.write(kept.mark, [[guardText(shows)]]);
}

/** A word for today or yesterday, a date of the list as text, or as Sheets took it. */
function readDay(value: CellValue, today: number, toDay: (atMs: number) => number): number {
  if (typeof value === 'number') return toDay(value);
  const isYesterday = Object.values(timelineTexts.yesterday).some((word) => word === value);
  const [, date = '', month = '', year = ''] =
    /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(value)) ?? [];
  if (year !== '') return Date.UTC(Number(year), Number(month) - 1, Number(date)) / dayMs;
  return isYesterday ? today - 1 : today;
}

interface Drawing {
  readonly sheet: Sheet;
  readonly settings: Settings;
  readonly day: number;
  readonly today: number;
  readonly nowMs: number;
  readonly nowCell: string;
}

/** An agent's day as a row. */
interface DrawnAgent {
  readonly agent: AgentStints['agent'];
  readonly quarters: readonly (Doing | null)[];
  readonly sum: AgentDay;
}

function drawDay(drawing: Drawing, agents: readonly AgentStints[], shownRows: number): void {
  const { sheet, settings, day } = drawing;
  const drawn = agents
    .map(({ agent, stints }): DrawnAgent => {
      const own = stintsWithin(stints, day, settings.offsetMinutes);
      const sum = sumDay(own);
      return { agent, sum, quarters: quartersOf(own, sum, startOf(day, settings.offsetMinutes)) };
    })
    .filter(({ sum }) => sum.firstInMs !== null)
    .sort(
      (a, b) =>
        (a.sum.firstInMs ?? 0) - (b.sum.firstInMs ?? 0) || (a.agent.name < b.agent.name ? -1 : 1),
    );
  const shown = drawn.slice(0, mostAgents);
  const rows = shown.map((one) => rowOf(one, drawing));
  const blank = Array.from({ length: gridColumns }, () => '');
  const all = [
    ...rows,
    ...Array.from({ length: Math.max(0, shownRows - rows.length) }, () => blank),
  ];
  if (all.length > 0) sheet.write(area(firstRow, 1, all.length, gridColumns), all);
  const isNobody = timelineTexts.nobody[settings.language];
  sheet.write(area(message.row, message.column), [[rows.length === 0 ? isNobody : '']]);
  drawTeam(drawing, drawn);
  showRows(sheet, Math.max(1, rows.length), shownRows);
}

function rowOf({ agent, quarters: own, sum }: DrawnAgent, drawing: Drawing): readonly CellValue[] {
  const { settings, day } = drawing;
  const content = renderAgentDay(sum, {
    ...agent,
    agent: agent.name,
    language: settings.language,
    startMs: startOf(day, settings.offsetMinutes),
    endMs: startOf(day + 1, settings.offsetMinutes),
  });
  const cell = (value: CellContent | undefined): CellValue =>
    isTicking(value)
      ? tickingFormula(value, drawing.nowCell, settings.offsetMinutes)
      : toCell('duration', value, settings.offsetMinutes);
  return [
    guardText(agent.name),
    ...own.map((doing) => (doing === null ? '' : `'${signs[doing]}`)),
    '',
    cell(content['online']),
    cell(content['available']),
    cell(content['paused']),
    sum.pauses,
    cell(content['longestPause']),
  ];
}

/** Sums of the team, the longest of all pauses, and the fewest that were available in a quarter of each hour. */
function drawTeam(
  { sheet, settings, day, today, nowMs }: Drawing,
  drawn: readonly DrawnAgent[],
): void {
  const sumOf = (pick: (sum: AgentDay) => number): number =>
    drawn.reduce((all, { sum }) => all + pick(sum), 0);
  const numbers: readonly CellValue[] = [
    sumOf(({ onlineMs }) => onlineMs) / dayMs,
    sumOf(({ availableMs }) => availableMs) / dayMs,
    sumOf(({ pausedMs }) => pausedMs) / dayMs,
    sumOf(({ pauses }) => pauses),
    Math.max(0, ...drawn.map(({ sum }) => sum.longestPauseMs)) / dayMs,
  ];
  sheet.write(area(teamRow, totalColumn, 1, totals.length), [numbers]);
  const nowQuarter = Math.floor((nowMs - startOf(day, settings.offsetMinutes)) / quarterMs);
  const fewest = Array.from({ length: 24 }, (_unused, hour): CellValue => {
    const counts = [0, 1, 2, 3].flatMap((part) => {
      const index = hour * 4 + part;
      const isAnybody = drawn.some(({ quarters: own }) => own[index] !== null);
      if (index > nowQuarter || !isAnybody) return [];
      return [drawn.filter(({ quarters: own }) => own[index] === 'available').length];
    });
    return counts.length === 0 ? '' : Math.min(...counts);
  });
  const cells = fewest.flatMap((count): readonly CellValue[] => [count, '', '', '']);
  sheet.write(area(fewestRow, firstQuarter, 1, quarters), [cells]);
  const hour = Math.floor(nowQuarter / 4);
  sheet.write(kept.hour, [[day === today ? hour : '']]);
}

/** Rows without an agent are out of sight, so that the team's stand below the last one. */
function showRows(sheet: Sheet, count: number, before: number): void {
  if (count === before) return;
  sheet.showRows(firstRow, mostAgents);
  if (count < mostAgents) sheet.hideRows(firstRow + count, mostAgents - count);
  sheet.write(kept.rows, [[count]]);
}

function offerDays({ sheet, settings, today }: Drawing, known: string): void {
  const { language } = settings;
  const dates = Array.from({ length: offeredDays - 2 }, (_unused, index) =>
    new Date((today - 2 - index) * dayMs).toISOString().slice(0, 10).split('-').reverse().join('/'),
  );
  const choices = [timelineTexts.today[language], timelineTexts.yesterday[language], ...dates];
  if (known === choices.join(', ')) return;
  sheet.offer(area(choice.row, choice.column), choices);
  sheet.write(kept.days, [[guardText(choices.join(', '))]]);
}

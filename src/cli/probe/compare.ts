import type { ProbeReport } from '../../probe/report';
import type { Cost } from '../../twin/runtime/cost-table';
import { defaultScriptSides } from '../../twin/services/triggers/script-app';
import { defaultWebSides } from '../../twin/web/web-sides';
import { expectCells } from './cells';
import { facts } from './facts';
import { listPrices, type PriceRow } from './prices';
import { readSide, sideRows } from './sides';

/** Something of the twin that is other on Google: what it is, what it should be, and what was seen. */
export interface Change {
  readonly what: string;
  readonly is: string;
  readonly shouldBe: string;
  readonly because: string;
}

/** What a probe says about the twin. */
export interface Comparison {
  /** Settings whose default is on the wrong side. */
  readonly settings: readonly Change[];
  /** Behaviour that the twin has no setting for. */
  readonly behaviour: readonly Change[];
  readonly prices: readonly Change[];
  /** Answers to what nobody knew: the twin has no side yet. */
  readonly news: readonly string[];
}

type Answers = ProbeReport['answers'];

/** Compares a report with the twin as it is set; `costs` for tests. */
export function compareReport(report: ProbeReport, costs?: ReadonlyMap<string, Cost>): Comparison {
  const { answers } = report;
  const rows = listPrices(report, costs);
  return {
    settings: [...compareSides(answers), ...compareLimits(answers)],
    behaviour: [...findUnknownSides(answers), ...compareFacts(answers), ...compareCells(answers)],
    prices: rows.filter(differs).map(describePrice),
    news: listNews(answers),
  };
}

const say = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

function compareSides(answers: Answers): readonly Change[] {
  return sideRows.flatMap((row) => {
    const side = readSide(row, answers);
    if (side === null || side === undefined || side === row.is) return [];
    const because = `${row.answer} is ${say(answers[row.answer])}`;
    return [{ what: row.setting, is: say(row.is), shouldBe: say(side), because }];
  });
}

function findUnknownSides(answers: Answers): readonly Change[] {
  return sideRows
    .filter((row) => readSide(row, answers) === undefined)
    .map(({ answer, setting, is }) => {
      const because = `${answer} is ${say(answers[answer])}`;
      return { what: setting, is: say(is), shouldBe: 'a side of its own', because };
    });
}

/** Settings that are a limit: the answers only tell between which values it lies. */
function compareLimits(answers: Answers): readonly Change[] {
  const { 'body.largest': largest, 'body.refused': refused, 'trigger.lateMs': late } = answers;
  const { longestBodyBytes } = defaultWebSides;
  const { onceLatenessMs } = defaultScriptSides;
  const isTooLong = typeof refused === 'number' && refused <= longestBodyBytes;
  const isTooShort = typeof largest === 'number' && largest > longestBodyBytes;
  const body = {
    what: 'web.longestBodyBytes',
    is: say(longestBodyBytes),
    shouldBe: say(largest),
    because: `${say(largest)} bytes arrived, of more ${say(refused ?? 'nothing')} was tried`,
  };
  const lateness = {
    what: 'services.script.onceLatenessMs',
    is: say(onceLatenessMs),
    shouldBe: say(late),
    because: `trigger.lateMs is ${say(late)}`,
  };
  return [
    ...(isTooLong || isTooShort ? [body] : []),
    // The trigger's own start is not its lateness.
    ...(typeof late === 'number' && late > 1.1 * onceLatenessMs ? [lateness] : []),
  ];
}

function compareFacts(answers: Answers): readonly Change[] {
  return Object.entries(facts).flatMap(([name, { is, place }]) => {
    const seen = answers[name];
    if (seen === undefined || is === null || seen === is) return [];
    return [{ what: name, is: say(is), shouldBe: say(seen), because: `see ${place}` }];
  });
}

function compareCells(answers: Answers): readonly Change[] {
  const place = 'see src/twin/spreadsheet/values/';
  return [...expectCells(answers)].flatMap(([name, is]) => {
    const seen = answers[name];
    if (seen === undefined || seen === is) return [];
    return [{ what: name, is: say(is), shouldBe: say(seen), because: place }];
  });
}

const listNews = (answers: Answers): readonly string[] =>
  Object.entries(facts).flatMap(([name, { is }]) => {
    const seen = answers[name] ?? null;
    return is === null && seen !== null ? [`${name}: ${say(seen)}`] : [];
  });

/** A median of few samples, on one day: within half and double of the twin's it says nothing against it. */
const factor = 2;
/** What the clock cannot tell apart. */
const blurMs = 3;

function differs({ is, seen, isLowerBound }: PriceRow): boolean {
  if (seen === null) return false;
  const isPerCell = is < 0.1;
  if (!isPerCell && Math.abs(seen - is) <= blurMs) return false;
  return seen > factor * is || (seen < is / factor && !isLowerBound);
}

function describePrice({ price, is, isP95, seen, seenP95, samples }: PriceRow): Change {
  const both = (median: number | null, p95: number | null): string =>
    p95 === null ? round(median) : `${round(median)}, p95 ${round(p95)}`;
  const because = `${samples} measurements`;
  return { what: price, is: both(is, isP95), shouldBe: both(seen, seenP95), because };
}

const round = (value: number | null): string =>
  value === null ? '–' : String(Number(value.toPrecision(3)));

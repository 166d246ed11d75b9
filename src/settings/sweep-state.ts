import { noAlarms, type AlarmState } from '../alarms/alarm';
import { noBudget, type Budget } from '../budget/budget';
import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** How far the rows have been rendered anew since what they are rendered with has changed. */
export interface Rendering {
  /** What the rows are rendered with, see `render-again.ts`; blank before the first time. */
  readonly wanted: string;
  /** Which of the registers is at hand; as many as there are: all is done. */
  readonly register: number;
  /** Rows with an append number below this one are still to come, the newest first; 0: all of the register. */
  readonly below: number;
}

/** Nothing has been looked at yet. */
export const unrendered: Rendering = { wanted: '', register: 0, below: 0 };

/** How far the self-check has come, and what it found (see `self-check.ts`). */
export interface CheckState {
  /** Local day, counted from 1970, of the last one that a night began. */
  readonly day: number;
  /** Which of its steps is at hand; -1: none is under way. */
  readonly step: number;
  /** The first row, or the journal's number, at which that step goes on. */
  readonly from: number;
  /** By tab: rows that stand in the place of another one, as far as can be told. */
  readonly surplus: Readonly<Record<string, number>>;
  /** By tab: append numbers without a row. */
  readonly absent: Readonly<Record<string, number>>;
  /** By tab in which rows may be missing: hashes of keys that the journal knows and the tab lacks. */
  readonly lost: Readonly<Record<string, readonly string[]>>;
  /** By tab: hashes of keys whose rows have lost a long text. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Rows put right so far. */
  readonly mended: number;
}

const unchecked: CheckState = {
  day: 0,
  step: -1,
  from: 0,
  surplus: {},
  absent: {},
  lost: {},
  texts: {},
  mended: 0,
};

/** What people are told of the self-checks for a week. */
export interface Findings {
  readonly atMs: number;
  /** Rows put right. */
  readonly mended: number;
  /** By tab: rows that the journal knows, which are missing, maybe because somebody deleted them. */
  readonly gaps: Readonly<Record<string, number>>;
}

const nothingFound: Findings = { atMs: 0, mended: 0, gaps: {} };
const toldForMs = 7 * 86_400_000;

/** What there is to tell now. */
export const findingsAt = ({ findings }: SweepState, nowMs: number): Findings =>
  nowMs - findings.atMs < toldForMs ? findings : nothingFound;

/** How far Totais has counted (see `intake/totals/`). */
export interface TotalsState {
  /** Number of the last record of Movimentos that is counted. */
  readonly mark: number;
  /** With what the numbers were counted, see `update-totals.ts`; blank before the first time. */
  readonly wanted: string;
  /** Local day, counted from 1970, of the last recount. */
  readonly day: number;
  /** A recount is to begin as soon as none is under way. */
  readonly isAsked: boolean;
  /** How far a recount has scanned: a register, and a block of its rows; null while none is under way. */
  readonly at: { readonly register: number; readonly block: number } | null;
  /** Rows at the top of the book that are sealed: they are read only for old days. */
  readonly sealedRows: number;
}

const nothingCounted: TotalsState = {
  mark: 0,
  wanted: '',
  day: 0,
  isAsked: false,
  at: null,
  sealedRows: 0,
};

/** What Jornada shows, as a mark of what it was made from: it is written when that is another one. */
export interface ViewState {
  readonly days: string;
}

const nothingShown: ViewState = { days: '' };

/** What the sweep remembers between runs. A crash before it is stored only makes the next run look twice. */
export interface SweepState {
  /** When it last did all of its work, epoch ms. */
  readonly lastRunMs: number;
  /** When a trigger last made it do so, or was made to; 0 before the first. */
  readonly lastTriggeredMs: number;
  /** When old lines of the journal were last looked for, epoch ms. */
  readonly trimmedMs: number;
  /** Journal rows up to this number are not open any more. */
  readonly doneNumber: number;
  /** When the next failure is to be tried again, epoch ms; null when none is. */
  readonly nextRetryMs: number | null;
  /** Requests in the waiting room that lack a part, and when they were first seen so, epoch ms. */
  readonly incompleteSinceMs: Readonly<Record<string, number>>;
  /** Which copy of the configuration the settings sheet holds (see `reserve.ts`). */
  readonly reserve: string;
  /** How far the rows have been rendered anew (see `render-again.ts`). */
  readonly rendering: Rendering;
  /** How many steps of an upgrade this workbook has done (see `migrate.ts`). */
  readonly steps: number;
  /** When the sweep last met what older code had written after the upgrade, epoch ms; 0 when it never did. */
  readonly olderMs: number;
  readonly check: CheckState;
  readonly findings: Findings;
  readonly totals: TotalsState;
  readonly views: ViewState;
  /** With which limits the colour rules were last written (see `renew-looks.ts`); blank: with the defaults. */
  readonly looks: string;
  /** What the day's budget has come to. */
  readonly budget: Budget;
  /** What was raised of alarms, and what their rules remember. */
  readonly alarms: AlarmState;
  /** Rows of the journal when it last had been worked through; 0 when that is not known. */
  readonly journalRows: number;
  /** True after a run that came although there was nothing to do. */
  readonly isQuiet: boolean;
}

const key = 'sweep';
const initial: SweepState = {
  lastRunMs: 0,
  trimmedMs: 0,
  lastTriggeredMs: 0,
  doneNumber: 0,
  nextRetryMs: null,
  incompleteSinceMs: {},
  reserve: '',
  rendering: unrendered,
  steps: 0,
  olderMs: 0,
  check: unchecked,
  findings: nothingFound,
  totals: nothingCounted,
  views: nothingShown,
  looks: '',
  budget: noBudget,
  alarms: noAlarms,
  journalRows: 0,
  isQuiet: false,
};

/** Reads the state out of all properties. */
export function sweepStateFrom(all: Readonly<Record<string, string>>): SweepState {
  return decodeRecord(all[key], initial);
}

export function saveSweepState(properties: Properties, state: SweepState): void {
  properties.set(key, JSON.stringify(state));
}

/**
 * Lets the next sweeps render all rows anew. For whoever changes what rows are rendered with: it may be changed back before any
 * sweep sees it, and rows were written in between.
 */
export function forgetRendering(properties: Properties): void {
  const state = sweepStateFrom(properties.getAll());
  saveSweepState(properties, { ...state, rendering: unrendered });
}

/** What working off leaves to later sweeps. */
export interface SweepRest {
  /** Journal rows above this number may be open again; null when none is. */
  readonly openAbove: number | null;
  /** The soonest next try, epoch ms; null when none is planned. */
  readonly nextTryMs: number | null;
}

/** The state with what is left to do. */
export function withRest(state: SweepState, { openAbove, nextTryMs }: SweepRest): SweepState {
  return {
    ...state,
    journalRows: openAbove === null ? state.journalRows : 0,
    doneNumber: Math.min(state.doneNumber, openAbove ?? Infinity),
    nextRetryMs: earlier(state.nextRetryMs, nextTryMs),
  };
}

/** The earlier of two moments; null counts as never. */
export function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

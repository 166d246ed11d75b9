import { decodeRecord } from '../../events/decode-record';
import { isObject } from './object-reader';

/** A platform's APIs: the one that its connection gives the access of, and Weni's flows, which the sending of contacts knows. */
export type ApiName = 'own' | 'flows';

/** One question to a platform's API, by GET. */
export interface ApiQuestion {
  /** Which of its APIs; absent: its own. */
  readonly of?: ApiName;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses that mean that this one thing may not be read; any other failure ends the run. */
  readonly closed?: readonly number[];
  /** False for an answer that is no such thing: a success that tells nothing is a fault. */
  readonly isFit?: (value: unknown) => boolean;
}

/** What came of it: an answer, or that this one thing may not be read now. */
export type ApiAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly status: number };

/**
 * Asks several questions; null when it had to stop (time, limits, a fault): nothing of them counts then, and they are asked again
 * another time.
 */
export type Ask = (questions: readonly ApiQuestion[]) => readonly ApiAnswer[] | null;

/** An attendance that stands in the tab; when it began, epoch ms, 0 when that is not known. */
interface KnownAttendance {
  readonly id: string;
  readonly atMs: number;
  readonly isFinished: boolean;
}

/** How a platform lists what it has: `days`, the safe one, asks day by day, which holds in any order. */
export const listOrders = ['days', 'newest', 'oldest'] as const;

/** The number of a list's first page, and its order. */
export interface Paging {
  readonly firstPage: number;
  readonly order: (typeof listOrders)[number];
}

/** What a walk works with. */
export interface WalkContext {
  readonly ask: Ask;
  /** What is older is not wanted; the walk began at `untilMs`. Epoch ms. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** The newest attendances of the tab, for platforms that list none themselves. */
  readonly known: () => readonly KnownAttendance[];
  /** Those of the ids that stand in Contatos. */
  readonly knownContacts: (ids: readonly string[]) => ReadonlySet<string>;
  /** What a person knows of the platform's lists, where no document tells: see `isPagingAsked`. */
  readonly paging: Paging;
  /** Whether contacts are being sent to Weni: who never wrote there may have come from here. */
  readonly isSending: boolean;
  /** Which of its APIs can be asked now. */
  readonly apis: readonly ApiName[];
  /** About how many things a step may look at: fewer after steps that a run had no time for. */
  readonly most: number;
  /** Offset of the account's wall clock from UTC, for platforms that tell no zone. */
  readonly offsetMinutes: number;
}

/** What one step of a walk has brought. */
export interface WalkStep {
  /** Records as the decoder of the platform's API takes them. */
  readonly records: readonly object[];
  /** Things that may not be read now. */
  readonly unreadable: number;
  /** Where the walk goes on, as text; null: it is done. */
  readonly next: string | null;
}

/** Goes on from a position; null when a question had to wait. */
export type WalkOn = (position: string) => WalkStep | null;

/**
 * How a platform's lists are walked. Every step can be repeated: a run that dies asks for the same page once more. Pure but for
 * what it asks.
 */
export interface ApiWalk {
  /** Where a walk begins. */
  readonly start: string;
  /** Most questions in a minute; a step that has begun is ended all the same. */
  readonly perMinute: number;
  /** Whether its lists tell all, without a question for each conversation. */
  readonly isListOnly?: true;
  /** Whether a person may say how its lists are paged, since nobody documents it. */
  readonly isPagingAsked?: true;
  /** Asks what a run needs before its first step; null when that had to wait. */
  open(context: WalkContext): WalkOn | null;
}

/** A list of objects out of an answer; what is none is left out. */
export const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** What was answered; undefined when it may not be read. */
export const valueOf = (answer: ApiAnswer | undefined): unknown =>
  answer?.kind === 'value' ? answer.value : undefined;

/** A text or a number of an answer's object as text; blank for anything else. */
export function textOf(item: Readonly<Record<string, unknown>> | undefined, key: string): string {
  const value = item?.[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A walk's position out of the text that it left; a damaged one begins anew. */
export const readPosition = <T extends object>(text: string, start: T): T =>
  decodeRecord(text, start);

import type { Observed } from '../../events/fields';
import { notBefore } from '../../events/observed';
import { timeAfter, timeBefore, type Changes } from './changes';

/** Statuses by the numbers that the database has for them. */
const statusOfNumber: ReadonlyMap<string, string> = new Map([
  ['0', 'open'],
  ['1', 'resolved'],
  ['2', 'pending'],
  ['3', 'snoozed'],
]);

/** open, resolved, pending, snoozed (bot in old versions) or the vendor's own word; undefined when nothing is said. */
export function normaliseStatus(raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const word = String(raw).trim().toLowerCase();
  return word === '' ? undefined : (statusOfNumber.get(word) ?? word);
}

export const isEnded = (status: string): boolean => status === 'resolved';

/** A conversation's state as far as its status goes. */
export interface StatusState {
  readonly status: string | undefined;
  /** `updated_at`, else the time of the last activity. */
  readonly versionMs: number | null;
  /** True when the version is `updated_at` (4.0.2 and later): the status held at exactly that time. */
  readonly isVersioned: boolean;
}

/** A change of status with its time, from `changed_attributes`. */
export interface StatusChange {
  readonly atMs: number;
  /** `atMs` on the clock of the conversation's other observations. */
  readonly observedMs: number;
  readonly current: string;
  /** The status before and a time at which it held; none when the conversation was just created. */
  readonly before: Observed | undefined;
}

/** The change of status an event tells; undefined when there is none or nothing says when it was. */
export function readStatusChange(changes: Changes, state: StatusState): StatusChange | undefined {
  const change = changes.get('status');
  const current = normaliseStatus(change?.current);
  const atMs = timeAfter(changes, 'updated_at') ?? (state.isVersioned ? state.versionMs : null);
  if (current === undefined || atMs === null) return undefined;
  const activityMs = isEnded(current) ? null : openingActivity(changes, state);
  if (activityMs !== null) return { atMs, observedMs: activityMs, current, before: undefined };
  return { atMs, observedMs: atMs, current, before: readBefore({ changes, atMs, state }) };
}

/**
 * A new conversation of a robot's inbox lists every column with no previous value, and its status from the column's default:
 * that status never held. Without `updated_at` in the bodies only "resolved" may be told as the status before: observations
 * of other events are then too early, so an opening told late would seem to be a reopening.
 */
function readBefore(told: {
  readonly changes: Changes;
  readonly atMs: number;
  readonly state: StatusState;
}): Observed | undefined {
  const { changes, atMs, state } = told;
  const previous = normaliseStatus(changes.get('status')?.previous);
  const beforeMs = timeBefore(changes, 'updated_at');
  const isCreation = beforeMs === null && (changes.has('updated_at') || changes.has('id'));
  if (previous === undefined || isCreation) return undefined;
  if (!state.isVersioned && !isEnded(previous)) return undefined;
  return [Math.min(beforeMs ?? atMs - 1, atMs - 1), previous];
}

/**
 * Without `updated_at` in the bodies: the second of the message that opened the conversation again, when one did. The update
 * before was then the message's own, and every other event tells "open" as of that second; null otherwise.
 */
function openingActivity(changes: Changes, { versionMs, isVersioned }: StatusState): number | null {
  const beforeMs = timeBefore(changes, 'updated_at');
  if (isVersioned || beforeMs === null || versionMs === null) return null;
  return beforeMs >= versionMs && beforeMs - versionMs < 1000 ? versionMs : null;
}

/**
 * What a conversation event tells of the statuses over time. Without `updated_at` the body's time is that of the last
 * activity: good enough to say "open", but an end is told only by the event that announces it, as "not before".
 */
export function observeStatus(told: {
  readonly state: StatusState;
  readonly change: StatusChange | undefined;
  readonly announces: boolean;
}): readonly Observed[] | undefined {
  const { state, change, announces } = told;
  const changed: readonly Observed[] = change ? [[change.observedMs, change.current]] : [];
  const observed = [
    ...(change?.before ? [change.before] : []),
    ...changed,
    ...observeOwn(state, change, announces),
  ];
  return observed.length === 0 ? undefined : observed;
}

function observeOwn(
  { status, versionMs, isVersioned }: StatusState,
  change: StatusChange | undefined,
  announces: boolean,
): readonly Observed[] {
  if (status === undefined || versionMs === null) return [];
  if (change?.atMs === versionMs && change.current === status) return [];
  if (isVersioned) return [[versionMs, status]];
  if (change) return [];
  if (!isEnded(status)) return [[versionMs, status]];
  return announces ? [[versionMs, notBefore(status)]] : [];
}

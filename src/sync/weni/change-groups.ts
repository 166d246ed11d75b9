import { changeMembers, mostInAction } from './calls';
import type { Plan } from './plan';
import type { Reading } from './read-answer';
import type { Outcome } from './outcome';
import { halt, sendCalls, type Session } from './session';
import { untold } from './told';

type Action = 'add' | 'remove';

interface Change {
  readonly action: Action;
  readonly group: string;
  readonly uuids: readonly string[];
}

/** Puts contacts into groups and takes them out, many with one call; one that Weni did not change so has no outcome, or a refused one. */
export function changeGroups(session: Session, outcomes: readonly Outcome[]): readonly Outcome[] {
  let current = outcomes;
  for (const change of changesOf(outcomes)) {
    const refused = new Map<string, string>();
    const isDone = changeOne(session, change, refused);
    current = current.flatMap((outcome) => applyTo(outcome, { change, refused, isDone }));
  }
  return current;
}

/** Those that were just made anew at Weni are told the rest by the next run. */
function changesOf(outcomes: readonly Outcome[]): readonly Change[] {
  const byGroup = new Map<string, { action: Action; group: string; uuids: string[] }>();
  const enter = (action: Action, group: string, uuid: string): void => {
    const id = `${action} ${group}`;
    const change = byGroup.get(id) ?? { action, group, uuids: [] };
    byGroup.set(id, change);
    if (!change.uuids.includes(uuid)) change.uuids.push(uuid);
  };
  for (const { plan, uuid, word, isHalf } of outcomes) {
    if (plan.kind !== 'send' || word !== 'sent' || uuid === '' || isHalf === true) continue;
    for (const group of plan.join) enter('add', group, uuid);
    for (const group of plan.leave) enter('remove', group, uuid);
  }
  return [...byGroup.values()].flatMap(inParts);
}

function inParts({ action, group, uuids }: Change): readonly Change[] {
  const parts: Change[] = [];
  for (let from = 0; from < uuids.length; from += mostInAction)
    parts.push({ action, group, uuids: uuids.slice(from, from + mostInAction) });
  return parts;
}

/** Weni names contacts that it does not have; the others are sent once more. False when nothing is known of them. */
function changeOne(
  session: Session,
  { action, group, uuids }: Change,
  refused: Map<string, string>,
): boolean {
  for (;;) {
    const rest = uuids.filter((uuid) => !refused.has(uuid));
    if (rest.length === 0) return true;
    const [reading] = sendCalls(session, [changeMembers(action, group, rest)]);
    if (reading?.kind === 'done') return true;
    if (reading?.kind !== 'refused') return false;
    const named = namedIn(rest, reading);
    // Nobody is in a group that is gone.
    if (named.length === 0 && action === 'remove' && isGone(reading.words)) return true;
    if (named.length === 0 && rest.length > 1 && !isGone(reading.words))
      return changeEach(session, { action, group, uuids: rest }, refused);
    if (named.length === 0) return refuseGroup(session, group, reading.words);
    for (const uuid of named) refused.set(uuid, reading.words);
  }
}

/** Weni has not said whom it will not have: each is sent by itself. When it takes none it is the group. */
function changeEach(
  session: Session,
  { action, group, uuids }: Change,
  refused: Map<string, string>,
): boolean {
  let words = '';
  const alone = new Map<string, string>();
  for (const uuid of uuids) {
    const [reading] = sendCalls(session, [changeMembers(action, group, [uuid])]);
    if (reading?.kind !== 'done' && reading?.kind !== 'refused') return false;
    if (reading.kind === 'refused') alone.set(uuid, (words = reading.words));
  }
  if (alone.size === uuids.length) return refuseGroup(session, group, words);
  for (const [uuid, said] of alone) refused.set(uuid, said);
  return true;
}

const namedIn = (uuids: readonly string[], { words }: Extract<Reading, { kind: 'refused' }>) =>
  uuids.filter((uuid) => words.includes(uuid));

const isGone = (words: string): boolean => words.includes('No such object');

/** A group that is gone is looked up, or made, anew; one that Weni will not have filled stops the sending. */
function refuseGroup(session: Session, group: string, words: string): false {
  const isKnown = Object.values(session.state.groups).includes(group);
  if (isKnown && isGone(words)) {
    session.isOpen = false;
    session.state = { ...session.state, mapping: '' };
  } else halt(session, 'groupRefused', words);
  return false;
}

interface Applied {
  readonly change: Change;
  readonly refused: ReadonlyMap<string, string>;
  readonly isDone: boolean;
}

function applyTo(outcome: Outcome, { change, refused, isDone }: Applied): readonly Outcome[] {
  const { plan, told, uuid } = outcome;
  if (!change.uuids.includes(uuid) || !asksFor(plan, change)) return [outcome];
  const words = refused.get(uuid);
  // Somebody deleted it at Weni meanwhile: it is made anew.
  if (words !== undefined && isGone(words)) return [{ ...outcome, told: untold, isHalf: true }];
  if (words !== undefined && plan.kind === 'send')
    return [{ ...outcome, word: 'refused', detail: words, told: { ...told, refused: plan.state } }];
  if (!isDone) return [{ ...outcome, isHalf: true }];
  const without = told.groups.filter((group) => group !== change.group);
  const groups = change.action === 'add' ? [...without, change.group].sort() : without;
  return [{ ...outcome, told: { ...told, groups } }];
}

const asksFor = (plan: Plan, { action, group }: Change): boolean =>
  plan.kind === 'send' && (action === 'add' ? plan.join : plan.leave).includes(group);

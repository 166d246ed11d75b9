import { describeEpisodes } from '../projections/describe-episodes';
import { localizeCells } from './localize';
import { describeMark, isLongMark } from '../projections/long-mark';
import { shortenState } from '../projections/long-text';
import { renderEpisode } from '../tabs/attendances/cells';
import { registers } from '../tabs/registers';
import type { Merge } from './plan';
import { readConversation } from '../projections/standing';
import { joinStates, stateOf, type State } from '../projections/state';
import type { RowContent } from '../sheets/definition';
import type { RowContext } from '../tabs/shared/row-context';
import type { TabId } from '../tabs/tabs';
import { showOwn } from '../choices/own-columns';

/** A register row after merging: its cells and its state as stored. */
export interface MergedRow {
  readonly content: RowContent;
  readonly state: State;
  /** False when the sayings told nothing new: a repeated delivery, or one that came too late to matter. */
  readonly isChanged: boolean;
}

/** Merges sayings about one entity into what its row knows, and renders the row. */
export function mergeRow(known: State, merges: readonly [Merge, ...Merge[]]): MergedRow {
  const [merge] = merges;
  const { entity } = merge;
  const state = merges.reduce(
    (joined, { saying }) => joinStates(entity, joined, stateOf(entity, saying)),
    known,
  );
  const stored = shortenState(state);
  const isChanged = JSON.stringify(stored) !== JSON.stringify(known);
  return { content: renderRow(merge, describeLost(known, state)), state: stored, isChanged };
}

/** The cells of a row that knows so much. */
export const renderRow = ({ entity, context }: Merge, state: State): RowContent =>
  addOwn(localizeCells(registers[entity].show(state, context), context.language), {
    tab: registers[entity].tab,
    state,
    context,
  });

interface Shown {
  readonly tab: TabId;
  readonly state: State;
  readonly context: RowContext;
}

/** Adds the user's own columns, whose words are nobody's but theirs. */
const addOwn = (cells: RowContent, { tab, state, context: { own } }: Shown): RowContent =>
  own === undefined || own.ownColumns.length === 0
    ? cells
    : { ...cells, ...showOwn(tab, latestOf(state), own) };

/** What was said last of each field; the user's own are all of the rule `latest`. */
const latestOf = ({ sayings }: State): Readonly<Record<string, unknown>> =>
  Object.fromEntries(sayings.flatMap(({ fields }) => Object.entries(fields)));

/**
 * A cell holds the long text that won last. When another one wins of which only the mark is known (two sayings of one time, the
 * first copy of the winner came late), its beginning is shown: the whole text stands in the journal.
 */
function describeLost(known: State, state: State): State {
  const before = new Map(winners(known));
  const lost = winners(state).flatMap(([name, value]) =>
    isLongMark(value) && JSON.stringify(before.get(name)) !== JSON.stringify(value)
      ? [[name, describeMark(value)] as const]
      : [],
  );
  if (lost.length === 0) return state;
  const [first, ...rest] = [...state.sayings].reverse();
  if (first === undefined) return state;
  const told = { ...first, fields: { ...first.fields, ...Object.fromEntries(lost) } };
  return { ...state, sayings: [...rest.reverse(), told] };
}

function winners({ sayings }: State): readonly (readonly [string, unknown])[] {
  return [...new Map(sayings.flatMap(({ fields }) => Object.entries(fields)))];
}

/** A row derived from a conversation: one attendance per episode, for vendors that have no attendances of their own. */
export interface DerivedRow {
  readonly key: string;
  readonly content: RowContent;
  /** When the episode began, epoch ms: more observations only ever move that to an earlier time. */
  readonly createdAtMs: number | null;
}

/** The attendance rows that follow from a conversation's states. */
export function deriveAttendances(
  { key, context, derives }: Merge,
  state: State,
): readonly DerivedRow[] {
  const conversation = readConversation(state);
  return describeEpisodes(conversation).map((episode, index) => {
    const suffix = derives === 'chat' && index === 0 ? '' : `#${index + 1}`;
    return {
      key: key + suffix,
      content: addOwn(
        localizeCells(
          renderEpisode(conversation, episode, {
            ...context,
            id: context.id + suffix,
            conversationId: context.id,
          }),
          context.language,
        ),
        { tab: 'attendances', state, context },
      ),
      createdAtMs: episode.requestedAt ?? episode.openedAt,
    };
  });
}

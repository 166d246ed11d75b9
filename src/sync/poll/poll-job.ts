import type { Services } from '../../platform/services';
import { configFrom, type Connection } from '../../settings/config';
import {
  batchFrom,
  isBatchKey,
  pollingFrom,
  pollStateFrom,
  type PollState,
} from '../../settings/polling';
import { findVendor } from '../../vendors/registry';
import { backOffMs } from '../jobs/back-off';
import type { Job, Turn } from '../jobs/job';
import type { FetchFailure } from '../fetch/read-fetched';
import { sayFailure } from '../fetch/say-failure';
import { askForAgents, type Answer } from './ask-for-agents';
import { duePolls, type Due } from './due';
import { finishBatch, handOn, remember, unpackKnown, withKnown, type Work } from './hand-on';
import { compare, type Compared } from './known-agents';
import { nameLeavers } from './name-leavers';

type All = Readonly<Record<string, string>>;

/** Longest that what is known of all agents may be, so that with the rest it fits a property of 9 KB. */
const longestKnown = 7500;

/** Asks platforms for the status of their agents, where no webhook tells it. */
export const pollJob: Job = {
  id: 'poll',
  isDue: (all, moment) => unfinished(all).length > 0 || duePolls(all, moment).length > 0,
  run: (services, turn) => {
    const { properties, clock } = services;
    const all = properties.getAll();
    const begun = unfinished(all);
    for (const { id } of begun) finishLast({ services, turn, connectionId: id }, all);
    const moment = { nowMs: clock.now(), isThrifty: turn.isThrifty() };
    askAll(services, turn, duePolls(begun.length === 0 ? all : properties.getAll(), moment));
  },
};

/** Connections of which a run died while it handed on what it had heard. */
const unfinished = (all: All): readonly Connection[] =>
  Object.keys(all).some(isBatchKey)
    ? configFrom(all).connections.filter(({ id }) => batchFrom(all, id) !== null)
    : [];

function finishLast(work: Work, all: All): void {
  const batch = batchFrom(all, work.connectionId);
  if (batch !== null && work.turn.note(0))
    finishBatch(work, batch, pollStateFrom(all, work.connectionId));
}

function askAll(services: Services, turn: Turn, due: readonly Due[]): void {
  if (due.length === 0) return;
  const answers = askForAgents(services, turn, due);
  // While a platform was waited for, somebody may have changed its settings.
  const all = services.properties.getAll();
  for (const [index, one] of due.entries()) {
    const answer = answers[index];
    if (answer !== undefined && answer !== null)
      takeAnswer({ services, turn, connectionId: one.connection.id }, { one, answer, all });
  }
}

interface Taking {
  readonly one: Due;
  readonly answer: Answer;
  readonly all: All;
}

function takeAnswer(work: Work, { one, answer, all }: Taking): void {
  const { services, connectionId } = work;
  const { edition } = pollingFrom(all, connectionId);
  const before = { ...pollStateFrom(all, connectionId), edition, askedMs: answer.askedMs };
  const fail = (failure: FetchFailure): void => {
    const { language } = configFrom(all).settings;
    const trouble = sayFailure(failure, findVendor(one.connection.vendor).name, language);
    remember(work, { ...withFailure(before, failure, services.clock.now()), trouble });
  };
  if (!answer.ok) return fail(answer.failure);
  const { compared, after } = readAnswer(services, { one, answer, before });
  if (after.agents.length > longestKnown) return fail(tooMany(answer.agents.length));
  if (compared.changes.length === 0) remember(work, after);
  else handOn(work, nameLeavers(services, connectionId, compared.changes), after);
}

interface Reading {
  readonly one: Due;
  readonly answer: Extract<Answer, { readonly ok: true }>;
  readonly before: PollState;
}

function readAnswer(
  services: Services,
  { one, answer, before }: Reading,
): { readonly compared: Compared; readonly after: PollState } {
  const { agents, isAll, askedMs: nowMs } = answer;
  const known = unpackKnown(services, before.agents);
  const { isSeenTwice } = one.form;
  const beforeMs = before.answeredMs;
  const compared = compare({ known, agents, isAll, isSeenTwice, nowMs, beforeMs });
  const answered = { ...before, ...fine, answeredMs: nowMs, count: agents.length };
  return { compared, after: withKnown(services, answered, compared.known) };
}

const fine = { notBeforeMs: 0, faults: 0, cause: '', words: '', trouble: '' } as const;

const tooMany = (count: number): FetchFailure => ({
  cause: 'tooMany',
  status: 200,
  waitMs: null,
  words: String(count),
});

/** Asked again after a while that grows with every failure, or as long as the platform says. */
function withFailure(before: PollState, failure: FetchFailure, nowMs: number): PollState {
  const faults = before.faults + 1;
  const { cause, words, status } = failure;
  return {
    ...before,
    faults,
    notBeforeMs: nowMs + (failure.waitMs ?? backOffMs(faults)),
    cause,
    words: words === '' ? String(status) : words,
  };
}

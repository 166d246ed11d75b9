import type { Services } from '../../platform/services';
import { configFrom, isHalted, type Config } from '../../settings/config';
import { sweepStateFrom } from '../../settings/sweep-state';
import { tokenOf } from '../../settings/tokens';
import type { KeyRow } from '../../sheets/key-window';
import type { Job, Turn } from '../jobs/job';
import { readContact } from './contact';
import { openContacts, rowsFrom, rowsOfUuid, rowsSince } from './find-contacts';
import { mostCredit, paceAt } from './pace';
import { planContact, type Plan, type Target } from './plan';
import { prepare } from './prepare';
import type { Outcome } from './outcome';
import { sendBatch } from './send-batch';
import { halt, remember, type Session } from './session';
import { storeOutcomes } from './store-outcomes';
import { readTold, untold } from './told';
import { personOfUrn } from './urn';
import { mappingOf, weniSettingsFrom, weniToken, type WeniSettings } from '../../settings/weni';
import { weniStateFrom, type WeniState } from './weni-state';

type All = Readonly<Record<string, string>>;

/** Contacts that are sent before their results are written; a pass waits until Weni takes so many. */
const contactsAtOnce = 100;
/** What sending and writing so many takes, by the published costs of Google's calls. */
const batchMs = 30_000;
/** In the hours of the night all contacts are looked at again: what replays, repairs and people changed is in no new journal line. */
const nightFromHour = 3;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A field that Weni does not know although it was just looked up is no field to look up again. */
const preparedForMs = 10 * 60_000;

/** Sends the contacts of Contatos to Weni. */
export const weniJob: Job = {
  id: 'weni',
  isDue: (all, { nowMs, isThrifty }) => {
    const settings = weniSettingsFrom(all);
    if (!settings.isOn || tokenOf(all, weniToken) === null) return false;
    const state = weniStateFrom(all);
    const config = configFrom(all);
    if (isHalted(config.settings) || state.stoppedAt === settings.edition) return false;
    return (
      state.notBeforeMs <= nowMs && hasWork(all, { state, settings, config, nowMs, isThrifty })
    );
  },
  run: (services, turn) => {
    const session = openSession(services, turn);
    if (session !== null) sendAllDue(session);
  },
};

interface Standing {
  readonly state: WeniState;
  readonly settings: WeniSettings;
  readonly config: Config;
  readonly nowMs: number;
}

function hasWork(all: All, moment: Standing & { readonly isThrifty: boolean }): boolean {
  const { state, settings, nowMs, isThrifty } = moment;
  if (state.mapping !== mappingOf(settings)) return true;
  if (sweepStateFrom(all).doneNumber > state.number) return true;
  if (isThrifty) return false;
  return state.passRow > 0 ? isPaceFull(state, settings, nowMs) : isNightDue(moment);
}

/** A run for a few contacts costs nearly as much as one for many. */
function isPaceFull(state: WeniState, settings: WeniSettings, nowMs: number): boolean {
  const { credit } = paceAt(state, settings, nowMs);
  return credit >= Math.min(contactsAtOnce, mostCredit(settings));
}

function isNightDue({ state, config, nowMs }: Omit<Standing, 'settings'>): boolean {
  const localMs = nowMs + config.settings.offsetMinutes * 60_000;
  return Math.floor(localMs / dayMs) > state.passDay && localMs % dayMs >= nightFromHour * hourMs;
}

/** A run by hand takes up what was stopped; null without a token. */
function openSession(services: Services, turn: Turn): Session | null {
  const all = services.properties.getAll();
  const token = tokenOf(all, weniToken);
  if (token === null) return null;
  const settings = weniSettingsFrom(all);
  const state = { ...weniStateFrom(all), stoppedAt: -1 };
  const access = { settings, token };
  const config = configFrom(all);
  return { services, turn, settings, access, config, state, isOpen: true, hasSent: false };
}

/** Batch by batch: first what events have just changed, then what is left of a pass over all. */
function sendAllDue(session: Session): void {
  try {
    if (session.state.mapping !== mappingOf(session.settings) && !prepare(session)) return;
    beginPass(session);
    while (session.isOpen && session.turn.allows({ ms: batchMs, calls: contactsAtOnce })) {
      if (!sendNext(session)) return;
    }
  } finally {
    remember(session, {});
  }
}

/** With a new mapping, and once a night, all contacts are looked at. */
function beginPass(session: Session): void {
  const { services, state, config, settings } = session;
  const nowMs = services.clock.now();
  const isChanged = state.passMapping !== mappingOf(settings);
  if (!isChanged && !isNightDue({ state, config, nowMs })) return;
  const localMs = nowMs + config.settings.offsetMinutes * 60_000;
  const { doneNumber } = sweepStateFrom(services.properties.getAll());
  remember(session, {
    passMapping: mappingOf(settings),
    passDay: Math.floor((localMs - nightFromHour * hourMs) / dayMs),
    passRow: 1,
    // What came before the first pass is told by it.
    ...(state.number < 0 ? { number: doneNumber } : {}),
  });
}

/** False when there is nothing to do. */
function sendNext(session: Session): boolean {
  const { services, state, turn } = session;
  const { doneNumber } = sweepStateFrom(services.properties.getAll());
  if (doneNumber > state.number) return sendFresh(session, doneNumber);
  return state.passRow > 0 && !turn.isThrifty() && passOn(session);
}

function sendFresh(session: Session, doneNumber: number): boolean {
  const open = openContacts(session.services, session.config);
  if (open === null) return false;
  const { number } = session.state;
  const found = rowsSince(session.services, open, { number, doneNumber });
  if (sendFound(session, found.rows) === null) remember(session, { number: found.next });
  return true;
}

/** Looks at rows until some are to be sent, or none is left. */
function passOn(session: Session): boolean {
  const open = openContacts(session.services, session.config);
  if (open === null) return false;
  const passRows = Math.max(0, open.nextRow - open.firstRow);
  let { passRow } = session.state;
  while (passRow > 0 && session.turn.allows({ ms: batchMs, calls: contactsAtOnce })) {
    const found = rowsFrom(open, passRow);
    const isAllTold = found.rows.every((row) => planOf(session, row) === null);
    const left = isAllTold ? null : sendFound(session, found.rows);
    passRow = left ?? found.next;
    if (!isAllTold) break;
  }
  remember(session, { passRows, passRow });
  return true;
}

/**
 * Sends what of these rows Weni does not know yet, as many as one batch takes; the first row that is left, null when none is. Of one
 * person only one row is sent at a time: the later one must come after it.
 */
function sendFound(session: Session, rows: readonly KeyRow[]): number | null {
  const plans = rows
    .flatMap((row) => planOf(session, row) ?? [])
    .map((plan) => keepShared(session, plan));
  const batch = oneOfEach(plans).slice(0, contactsAtOnce);
  const outcomes = withoutStale(session, sendBatch(session, batch));
  const isStored = storeOutcomes(session.services, outcomes, rows);
  if (!isStored) session.isOpen = false;
  else noteOutcomes(session, outcomes);
  const done = new Set(
    isStored ? outcomes.flatMap(({ plan, isHalf }) => (isHalf === true ? [] : [plan])) : [],
  );
  return plans.find((plan) => !done.has(plan))?.contact.row ?? null;
}

function planOf(session: Session, row: KeyRow): Plan | null {
  const contact = readContact(row, session.config, session.settings);
  return contact === null ? null : planContact(contact, targetOf(session));
}

const targetOf = ({
  settings,
  state,
  config,
}: Pick<Session, 'settings' | 'state' | 'config'>): Target => ({
  settings,
  known: { keys: state.keys, groups: state.groups },
  offsetMinutes: config.settings.offsetMinutes,
});

/** Nobody is deleted at Weni whom another platform still has. */
function keepShared({ services, config, settings }: Session, plan: Plan): Plan {
  const { key, fields } = plan.contact;
  if (plan.kind !== 'delete' || !fields.weniUuid) return plan;
  const isHeld = rowsOfUuid(services, fields.weniUuid).some((row) => {
    const other = row.key === key ? null : readContact(row, config, settings);
    return other !== null && !other.fields.deletedAt && readTold(other.fields.weniTold).urn !== '';
  });
  return isHeld ? { kind: 'note', word: 'sent', contact: plan.contact, told: untold } : plan;
}

function oneOfEach(plans: readonly Plan[]): readonly Plan[] {
  const seen = new Set<string>();
  return plans.filter((plan) => {
    const person = plan.kind === 'note' ? plan.contact.key : personOfUrn(plan.urn);
    if (seen.has(person)) return false;
    seen.add(person);
    return true;
  });
}

function noteOutcomes(session: Session, outcomes: readonly Outcome[]): void {
  const sent = outcomes.filter(({ word }) => word === 'sent').length;
  const lastSentMs = session.services.clock.now();
  if (sent > 0) session.state = { ...session.state, sent: session.state.sent + sent, lastSentMs };
}

/** Leaves out those that Weni refused because a field was taken away there: it is looked up, or made, anew. */
function withoutStale(session: Session, outcomes: readonly Outcome[]): readonly Outcome[] {
  const isStale = ({ detail }: Outcome): boolean => /Invalid contact field key/.test(detail);
  const stale = outcomes.find(isStale);
  if (stale === undefined) return outcomes;
  const sinceMs = session.services.clock.now() - session.state.preparedMs;
  if (sinceMs < preparedForMs) halt(session, 'fieldRefused', stale.detail);
  session.isOpen = false;
  session.state = { ...session.state, mapping: '' };
  return outcomes.filter((outcome) => !isStale(outcome));
}

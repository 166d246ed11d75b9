import { deleteContact, findContact, upsertContact, type WeniCall } from './calls';
import { changeGroups } from './change-groups';
import { addressOf, refusedDeletion, type Plan } from './plan';
import { resultsIn, textIn, type Reading } from './read-answer';
import type { Outcome } from './outcome';
import { sendCalls, type Session } from './session';
import { isSuspect, judgeSuspect, noteReading } from './suspects';
import { hashOf, untold, type Told } from './told';
import { otherUrnOf } from './urn';

type SendPlan = Extract<Plan, { readonly kind: 'send' }>;

/** Sends what is planned. A contact of which nothing is known afterwards has no outcome, and is sent again later. */
export function sendBatch(session: Session, plans: readonly Plan[]): readonly Outcome[] {
  const notes = plans.flatMap((plan) => (plan.kind === 'note' ? [noted(plan)] : []));
  const deletions = plans.filter((plan) => plan.kind === 'delete');
  const sends = addressAll(
    session,
    plans.flatMap((plan) => (plan.kind === 'send' ? [plan] : [])),
  );
  const readings = sendCalls(
    session,
    deletions.map(({ urn }) => deleteContact({ urn })),
  );
  const deleted = deletions.flatMap((plan, index) => deletedAs(plan, readings[index]));
  const upserts = upsertAll(session, sends.filter(needsUpsert));
  const sent = sends.flatMap((plan) =>
    needsUpsert(plan) ? sentAs(plan, upserts.get(plan)) : [groupsOnly(plan)],
  );
  return [...notes, ...deleted, ...changeGroups(session, sent)];
}

/** Those at whom Weni failed before come last, one by one: when it fails at one again although it took others, that one is left alone. */
function upsertAll(
  session: Session,
  plans: readonly SendPlan[],
): ReadonlyMap<SendPlan, Reading | undefined> {
  const usual = plans.filter((plan) => !isSuspect(session, plan.contact.key));
  const readings = sendCalls(session, usual.map(upsertOf));
  const upserts = new Map(usual.map((plan, index) => [plan, readings[index]] as const));
  for (const [plan, reading] of upserts) noteReading(session, plan.contact.key, reading);
  for (const plan of plans.filter((one) => !usual.includes(one))) {
    const [reading] = session.isOpen ? sendCalls(session, [upsertOf(plan)]) : [];
    upserts.set(plan, judgeSuspect(session, plan.contact.key, reading));
  }
  return upserts;
}

const noted = (plan: Extract<Plan, { readonly kind: 'note' }>): Outcome => ({
  plan,
  word: plan.word,
  detail: '',
  uuid: '',
  told: plan.told,
});

/** One that only joins or leaves groups, and whose id is known, is not sent itself. */
const needsUpsert = ({ told, urn, values, contact }: SendPlan): boolean =>
  told.urn !== urn || Object.keys(values).length > 0 || !contact.fields.weniUuid;

const upsertOf = (plan: SendPlan): WeniCall => upsertContact(addressOf(placeOf(plan)), plan.values);

/** Where the contact is, or will be: of one that is new the address that was found for it, where one was. */
const placeOf = ({ told, urn }: SendPlan): Pick<Told, 'urn' | 'as'> => ({
  urn,
  as: told.urn === urn || told.urn === '' ? told.as : '',
});

/**
 * Where the settings say so, asks Weni whether it has a new contact under the other form of its number and not under its own; then that
 * address is used. Those of whom it did not tell are left for later.
 */
function addressAll(session: Session, sends: readonly SendPlan[]): readonly SendPlan[] {
  if (session.settings.phoneForm !== 'asked') return sends;
  const otherOf = ({ told, urn }: SendPlan): string | null =>
    told.urn === '' ? otherUrnOf(urn) : null;
  const others = lookUp(
    session,
    sends.flatMap((plan) => otherOf(plan) ?? []),
  );
  const own = lookUp(
    session,
    sends.flatMap((plan) => (others.get(otherOf(plan) ?? '') === true ? [plan.urn] : [])),
  );
  return sends.flatMap((plan) => {
    const other = otherOf(plan);
    const isThere = other === null ? false : others.get(other);
    const isHere = isThere === true ? own.get(plan.urn) : false;
    if (isThere === undefined || isHere === undefined) return [];
    return [isThere && !isHere ? { ...plan, told: { ...plan.told, as: other ?? '' } } : plan];
  });
}

/** Whether Weni has a contact under each address; what it refuses to look up it has not. Those of which it did not tell are left out. */
function lookUp(session: Session, urns: readonly string[]): ReadonlyMap<string, boolean> {
  const readings = sendCalls(
    session,
    urns.map((urn) => findContact({ urn })),
  );
  return new Map(
    urns.flatMap((urn, index) => {
      const reading = readings[index];
      if (reading?.kind === 'refused') return [[urn, false] as const];
      return reading?.kind === 'done' ? [[urn, resultsIn(reading.value).length > 0] as const] : [];
    }),
  );
}

function sentAs(plan: SendPlan, reading: Reading | undefined): readonly Outcome[] {
  if (reading?.kind === 'refused') {
    // What failed at Weni may be taken another day.
    const refused = reading.status >= 500 ? '' : plan.state;
    const told = { ...plan.told, refused };
    return [{ plan, word: 'refused', detail: reading.words, uuid: '', told }];
  }
  if (reading?.kind !== 'done') return [];
  const { told, urn, values } = plan;
  const isUpdate = told.urn === urn;
  // Somebody deleted it at Weni meanwhile: it has only what this call told.
  const isAnew = isUpdate && reading.status === 201;
  const hashes = Object.entries(values).map(([name, value]) => [name, hashOf(value)] as const);
  const before = isUpdate && !isAnew ? told.values : {};
  const next: Told = {
    ...untold,
    ...placeOf(plan),
    values: { ...before, ...Object.fromEntries(hashes) },
    groups: isUpdate && !isAnew ? told.groups : [],
  };
  const uuid = textIn(reading.value, 'uuid');
  // Without its id it could be put into no group: no answer of Weni's lacks it.
  if (uuid === '')
    return [
      { plan, word: 'refused', detail: 'uuid', uuid, told: { ...told, refused: plan.state } },
    ];
  return [
    { plan, word: 'sent', detail: '', uuid, told: next, ...(isAnew ? { isHalf: true } : {}) },
  ];
}

const groupsOnly = (plan: SendPlan): Outcome => ({
  plan,
  word: 'sent',
  detail: '',
  uuid: plan.contact.fields.weniUuid ?? '',
  told: { ...plan.told, refused: '' },
});

/** One that Weni does not have is as good as deleted. */
function deletedAs(plan: Plan, reading: Reading | undefined): readonly Outcome[] {
  const isOver =
    reading?.kind === 'done' || (reading?.kind === 'refused' && reading.status === 404);
  if (isOver) return [{ plan, word: 'deleted', detail: '', uuid: '', told: untold }];
  if (reading?.kind !== 'refused') return [];
  const told = { ...plan.told, refused: refusedDeletion };
  return [{ plan, word: 'refused', detail: reading.words, uuid: '', told }];
}

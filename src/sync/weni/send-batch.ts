import { deleteContact, findContact, upsertContact, type WeniCall } from './calls';
import { changeGroups } from './change-groups';
import { addressOf, refusedDeletion, type Plan } from './plan';
import { resultsIn, textIn, type Reading } from './read-answer';
import type { Outcome } from './outcome';
import { sendCalls, type Session } from './session';
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
  const calls = [
    ...deletions.map(({ urn }) => deleteContact({ urn })),
    ...sends.filter(needsUpsert).map(upsertOf),
  ];
  const readings = sendCalls(session, calls);
  const deleted = deletions.flatMap((plan, index) => deletedAs(plan, readings[index]));
  const upserts = new Map(
    sends
      .filter(needsUpsert)
      .map((plan, index) => [plan, readings[deletions.length + index]] as const),
  );
  const sent = sends.flatMap((plan) =>
    needsUpsert(plan) ? sentAs(plan, upserts.get(plan)) : [groupsOnly(plan)],
  );
  return [...notes, ...deleted, ...changeGroups(session, sent)];
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
 * Where the settings say so, asks Weni whether it has a new contact under the other form of its number; then that address is used.
 * Those of whom it did not tell are left for later.
 */
function addressAll(session: Session, sends: readonly SendPlan[]): readonly SendPlan[] {
  if (session.settings.phoneForm !== 'asked') return sends;
  const otherOf = ({ told, urn }: SendPlan): string | null =>
    told.urn === '' ? otherUrnOf(urn) : null;
  const asked = sends.filter((plan) => otherOf(plan) !== null);
  const readings = sendCalls(
    session,
    asked.map((plan) => findContact({ urn: otherOf(plan) ?? '' })),
  );
  const found = new Map(asked.map((plan, index) => [plan, readings[index]] as const));
  return sends.flatMap((plan) => {
    const other = otherOf(plan);
    if (other === null) return [plan];
    const reading = found.get(plan);
    if (reading?.kind !== 'done') return reading?.kind === 'refused' ? [plan] : [];
    const isThere = resultsIn(reading.value).length > 0;
    return [isThere ? { ...plan, told: { ...plan.told, as: other } } : plan];
  });
}

function sentAs(plan: SendPlan, reading: Reading | undefined): readonly Outcome[] {
  if (reading?.kind === 'refused') {
    const told = { ...plan.told, refused: plan.state };
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

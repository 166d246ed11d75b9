import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import type { KeyRow } from '../../sheets/key-window';
import { readContact } from './contact';
import { changeMembers, deleteContact, pathOf, upsertContact, type WeniCall } from './calls';
import { openContacts, rowsFrom } from './find-contacts';
import { keyOfLabel } from './label-rules';
import { addressOf, planContact, type Plan, type Target } from './plan';
import type { WeniSettings } from '../../settings/weni';
import { weniStateFrom } from './weni-state';

/** A call that would be made, as it would be sent. */
interface PlannedCall {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What the sending would do about the rows that were looked at. */
export interface WeniPreview {
  readonly rows: number;
  readonly made: number;
  readonly changed: number;
  readonly deleted: number;
  readonly noAddress: number;
  readonly optedOut: number;
  /** Some of the calls, the first ones. */
  readonly calls: readonly PlannedCall[];
}

const mostRows = 1000;
const mostCalls = 20;

/** The dry run: what would be sent with these settings. Nothing is sent, nothing is written. */
export function previewSending(services: Services, settings: WeniSettings): WeniPreview {
  const config = reloadConfig(services);
  const state = weniStateFrom(services.properties.getAll());
  const keys = settings.fields.map(({ label }) => [label, keyOfLabel(label)] as const);
  const groups = settings.groups.map(({ name }) => [name.toLowerCase(), name] as const);
  const known = {
    keys: { ...Object.fromEntries(keys), ...state.keys },
    groups: { ...Object.fromEntries(groups), ...state.groups },
  };
  const target: Target = { settings, known, offsetMinutes: config.settings.offsetMinutes };
  const rows = firstRows(services);
  const plans = rows.flatMap((row) => {
    const contact = readContact(row, config, settings);
    return contact === null ? [] : (planContact(contact, target) ?? []);
  });
  return summarize(plans, settings, rows.length);
}

function firstRows(services: Services): readonly KeyRow[] {
  const open = openContacts(services, reloadConfig(services));
  if (open === null) return [];
  const rows: KeyRow[] = [];
  let next = 1;
  while (next > 0 && rows.length < mostRows) {
    const found = rowsFrom(open, next);
    rows.push(...found.rows);
    ({ next } = found);
  }
  return rows;
}

function summarize(plans: readonly Plan[], settings: WeniSettings, rows: number): WeniPreview {
  const count = (isIt: (plan: Plan) => boolean): number => plans.filter(isIt).length;
  const isNew = ({ told }: Plan): boolean => told.urn === '';
  return {
    rows,
    made: count((plan) => plan.kind === 'send' && isNew(plan)),
    changed: count((plan) => plan.kind === 'send' && !isNew(plan)),
    deleted: count(({ kind }) => kind === 'delete'),
    noAddress: count((plan) => plan.kind === 'note' && plan.word === 'noAddress'),
    optedOut: count((plan) => plan.kind === 'note' && plan.word === 'optedOut'),
    calls: plans
      .flatMap((plan) => callsOf(plan).map((call) => describe(plan, call, settings)))
      .slice(0, mostCalls),
  };
}

function callsOf(plan: Plan): readonly WeniCall[] {
  if (plan.kind === 'note') return [];
  if (plan.kind === 'delete') return [deleteContact({ urn: plan.urn })];
  const { told, urn, values, join, leave, contact } = plan;
  const member = contact.fields.weniUuid ?? urn;
  return [
    upsertContact(told.urn === urn ? addressOf(told) : urn, values),
    ...join.map((group) => changeMembers('add', group, [member])),
    ...leave.map((group) => changeMembers('remove', group, [member])),
  ];
}

const describe = (plan: Plan, call: WeniCall, { version }: WeniSettings): PlannedCall => ({
  name: plan.contact.fields.name ?? plan.contact.key,
  method: call.method.toUpperCase(),
  path: pathOf(call, version),
  body: call.body === null ? '' : JSON.stringify(call.body),
});

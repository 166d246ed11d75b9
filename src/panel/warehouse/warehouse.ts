import { decodeRecord } from '../../events/decode-record';
import type { Services } from '../../platform/services';
import { runJob } from '../../sync/jobs/run-jobs';
import { erasureFrom, erasuresLeft } from '../../warehouse/erasure-state';
import { warehouseJob } from '../../warehouse/job';
import {
  atRest,
  noWarehouse,
  saveWarehouse,
  saveWarehouseState,
  warehouseFrom,
  warehouseStateFrom,
  type WarehouseSettings,
} from '../../warehouse/settings';
import { whileLocked } from '../change';
import { languageOf } from '../language';
import { busy, done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { warehouseTexts, type WarehouseText } from './texts';

/** What the part of the page shows: its own texts come along, as only this build has them. */
interface WarehousePage {
  readonly settings: WarehouseSettings;
  readonly standing: string;
  readonly texts: Readonly<Record<string, string>>;
}

const say = ({ host }: Services, id: WarehouseText): string =>
  warehouseTexts[id][languageOf(host.locale())];

const textIds: readonly WarehouseText[] = [
  'title',
  'about',
  'isOn',
  'project',
  'dataset',
  'location',
  'days',
  'save',
  'move',
  'saved',
  'bad',
  'unapproved',
  'moved',
  'waiting',
  'stopped',
];

function standingOf(services: Services): string {
  const all = services.properties.getAll();
  return [movingOf(services, all), erasingOf(services, all)].filter(Boolean).join(' ');
}

type All = Readonly<Record<string, string>>;

function erasingOf(services: Services, all: All): string {
  if (warehouseStateFrom(all).made === '' || erasuresLeft(all).length === 0) return '';
  return [say(services, 'erasing'), erasureFrom(all).problem].filter(Boolean).join(' ');
}

function movingOf(services: Services, all: All): string {
  const state = warehouseStateFrom(all);
  if (state.problem !== '') return `${say(services, 'stopped')} ${state.problem}`;
  const isUnderWay = state.beforeMs > 0 ? ` ${say(services, 'waiting')}` : '';
  return `${say(services, 'moved')}: ${state.moved}.${isUnderWay}`;
}

const pageOf = (services: Services): WarehousePage => ({
  settings: warehouseFrom(services.properties.getAll()),
  standing: standingOf(services),
  texts: Object.fromEntries(textIds.map((id) => [id, say(services, id)])),
});

export const readWarehouse = (services: Services): Outcome<WarehousePage> => done(pageOf(services));

/** Ids as Google takes them: https://cloud.google.com/bigquery/docs/datasets#dataset-naming */
const areIds = ({ project, dataset, location }: WarehouseSettings): boolean =>
  /^[a-z][a-z0-9:.-]{4,62}[a-z0-9]$/.test(project) &&
  /^\w{1,1024}$/.test(dataset) &&
  /^[A-Za-z][A-Za-z0-9-]{1,40}$/.test(location);

/** Stores where rows go. With the manifest's new permission not yet given nothing is switched on: the deployment would stand still. */
export function saveWarehouseForm(services: Services, text: string): Outcome<WarehousePage> {
  const settings = decodeRecord(text, noWarehouse);
  const isFit = Number.isSafeInteger(settings.days) && settings.days >= 7;
  if (settings.isOn && !(areIds(settings) && isFit)) return refused(say(services, 'bad'));
  if (settings.isOn && services.triggers.isApprovalMissing())
    return refused(say(services, 'unapproved'));
  return whileLocked(services, () => {
    const { properties } = services;
    const { made } = warehouseStateFrom(properties.getAll());
    saveWarehouse(properties, settings);
    saveWarehouseState(properties, { ...atRest, made });
    return done(pageOf(services), say(services, 'saved'));
  });
}

/** Goes on moving, for one click. */
export function moveNow(services: Services): Outcome<WarehousePage> {
  if (services.triggers.isApprovalMissing()) return refused(say(services, 'unapproved'));
  if (!runJob(services, warehouseJob, 'click')) return busy(speaker(services)('busy'));
  return done(pageOf(services), standingOf(services));
}

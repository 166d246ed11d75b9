import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** Where rows go, and when. */
export interface WarehouseSettings {
  readonly isOn: boolean;
  /** Id of the user's own project, and the dataset in it. */
  readonly project: string;
  readonly dataset: string;
  /** Where the dataset is, such as `southamerica-east1`. */
  readonly location: string;
  /** Days without a change after which a row leaves; at least 7. */
  readonly days: number;
}

/** How far a pass through the tabs has come. */
export interface WarehouseState {
  /** Local day, counted from 1970, of the last pass that was done. */
  readonly day: number;
  readonly register: number;
  readonly row: number;
  /** Rows that changed since stay, epoch ms; 0 while no pass is under way. */
  readonly beforeMs: number;
  /** Days that this pass goes by: fewer than the settings say while the spreadsheet is too full. */
  readonly days: number;
  /** Makes the ids of jobs new after one that failed at Google. */
  readonly attempt: number;
  readonly faults: number;
  readonly notBeforeMs: number;
  /** What Google said when it refused; until the settings are saved again nothing more is tried. */
  readonly problem: string;
  /** Rows that have left so far. */
  readonly moved: number;
  /** For which settings tables and views were made. */
  readonly made: string;
}

const names = { settings: 'warehouse', state: 'warehouse.state' } as const;

export const noWarehouse: WarehouseSettings = {
  isOn: false,
  project: '',
  dataset: 'plantao',
  location: 'southamerica-east1',
  days: 90,
};

export const atRest: WarehouseState = {
  day: 0,
  register: 0,
  row: 0,
  beforeMs: 0,
  days: 0,
  attempt: 0,
  faults: 0,
  notBeforeMs: 0,
  problem: '',
  moved: 0,
  made: '',
};

type All = Readonly<Record<string, string>>;

export const warehouseFrom = (all: All): WarehouseSettings =>
  decodeRecord(all[names.settings], noWarehouse);

export const warehouseStateFrom = (all: All): WarehouseState =>
  decodeRecord(all[names.state], atRest);

export function saveWarehouse({ set }: Properties, settings: WarehouseSettings): void {
  set(names.settings, JSON.stringify(settings));
}

export function saveWarehouseState({ set }: Properties, state: WarehouseState): void {
  set(names.state, JSON.stringify(state));
}

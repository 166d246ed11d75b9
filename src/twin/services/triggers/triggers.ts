import type { Random } from '../../runtime/host-object';
import type { Storage } from '../../storage/storage';
import { isPlainObject } from '../call';
import { firstRunMs, nextRunMs, type Schedule } from './schedule';

const COLLECTION = 'triggers';
const LIMIT_PER_USER = 20;
const TOO_MANY_TEXT =
  'This script has too many triggers. Triggers must be deleted from the script before more can be added.';

/** What starts an installable trigger: a member of `ScriptApp.EventType`. */
export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

/** What a script asked for. `schedule` is null except for CLOCK; `sourceId` is the spreadsheet's id, null for CLOCK. */
export interface TriggerRequest {
  readonly user: string;
  readonly functionName: string;
  readonly event: TriggerEvent;
  readonly sourceId: string | null;
  readonly schedule: Schedule | null;
}

/** An installable trigger as it is kept; `nextAtMs` is null when it waits for no time (any more). */
export interface TriggerRecord extends TriggerRequest {
  readonly id: string;
  readonly nextAtMs: number | null;
}

/** A trigger whose time has come. */
export interface DueTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly user: string;
}

/**
 * All installable triggers of one script, on disk in the collection `triggers`. At most 20 for each user; a one-shot trigger that
 * has fired stays in the list until deleted. Source: https://developers.google.com/apps-script/guides/triggers/installable
 */
export class TriggerStore {
  readonly #storage: Storage;
  readonly #records = new Map<string, TriggerRecord>();
  /** Called when a trigger was made, removed or has another time. */
  onChange: () => void = () => undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
    for (const [id, json] of storage.read(COLLECTION))
      this.#records.set(id, decodeRecord(id, json));
  }

  list(): readonly TriggerRecord[] {
    return [...this.#records.values()];
  }

  add(request: TriggerRequest, nowMs: number, random: Random): TriggerRecord {
    const owned = this.list().filter(({ user }) => user === request.user);
    if (owned.length >= LIMIT_PER_USER) throw new Error(TOO_MANY_TEXT);
    const nextAtMs = request.schedule === null ? null : firstRunMs(request.schedule, nowMs, random);
    const record = { ...request, id: this.#newId(random), nextAtMs };
    this.#save(record);
    return record;
  }

  /** Removes a trigger; false when there is none of that id. */
  remove(id: string): boolean {
    if (!this.#records.has(id)) return false;
    this.#storage.commit([{ collection: COLLECTION, key: id, json: null }]);
    this.#records.delete(id);
    this.onChange();
    return true;
  }

  /** The triggers whose time has come, earliest first. */
  due(nowMs: number): readonly DueTrigger[] {
    return this.list()
      .flatMap((record) => (record.nextAtMs === null ? [] : [{ record, atMs: record.nextAtMs }]))
      .filter(({ atMs }) => atMs <= nowMs)
      .toSorted((a, b) => a.atMs - b.atMs)
      .map(({ record: { id, functionName, user } }) => ({ id, functionName, user }));
  }

  /** Notes that a due trigger was started, and works out its next time. */
  markFired(id: string, nowMs: number): void {
    const record = this.#records.get(id);
    if (record === undefined || record.schedule === null || record.nextAtMs === null) return;
    this.#save({ ...record, nextAtMs: nextRunMs(record.schedule, record.nextAtMs, nowMs) });
  }

  /** The earliest time at which a trigger will be due; null when none waits. */
  nextAtMs(): number | null {
    const times = this.list().flatMap(({ nextAtMs }) => (nextAtMs === null ? [] : [nextAtMs]));
    return times.length === 0 ? null : Math.min(...times);
  }

  #newId(random: Random): string {
    const id = String(10 ** 15 + Math.floor(random.next() * 9 * 10 ** 15));
    return this.#records.has(id) ? this.#newId(random) : id;
  }

  #save(record: TriggerRecord): void {
    this.#storage.commit([
      { collection: COLLECTION, key: record.id, json: JSON.stringify(record) },
    ]);
    this.#records.set(record.id, record);
    this.onChange();
  }
}

/** Opens the triggers kept in `storage`. */
export function createTriggerStore(storage: Storage): TriggerStore {
  return new TriggerStore(storage);
}

function decodeRecord(id: string, json: string): TriggerRecord {
  const value: unknown = JSON.parse(json);
  if (!isTriggerRecord(value)) throw new Error(`The stored trigger ${id} is damaged: ${json}`);
  return value;
}

function isTriggerRecord(value: unknown): value is TriggerRecord {
  if (!isPlainObject(value)) return false;
  const { schedule, nextAtMs } = value;
  const hasTexts = ['id', 'user', 'functionName', 'event'].every(
    (name) => typeof value[name] === 'string',
  );
  const hasSchedule =
    schedule === null || (isPlainObject(schedule) && typeof schedule['kind'] === 'string');
  return hasTexts && hasSchedule && (nextAtMs === null || typeof nextAtMs === 'number');
}

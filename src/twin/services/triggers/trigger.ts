import { EnumValue, type ExecutionContext, HostObject } from '../../runtime/host-object';
import type { TriggerRecord, TriggerRequest, TriggerStore } from './triggers';

/** What a builder needs to make a trigger. `onceLatenessMs`: a one-shot runs up to this much after its time; `isDisabled`: it never runs. */
export interface TriggerSite {
  readonly store: TriggerStore;
  readonly context: ExecutionContext;
  readonly timeZone: string;
  readonly onceLatenessMs: number;
  readonly isDisabled: boolean;
}

/** `Trigger`. Source: https://developers.google.com/apps-script/reference/script/trigger */
export class Trigger extends HostObject {
  readonly #record: TriggerRecord;

  constructor(record: TriggerRecord) {
    super();
    this.#record = record;
  }

  getUniqueId(): string {
    return this.#record.id;
  }

  getHandlerFunction(): string {
    return this.#record.functionName;
  }

  getEventType(): EnumValue {
    return new EnumValue('EventType', this.#record.event);
  }

  getTriggerSource(): EnumValue {
    const name = this.#record.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS';
    return new EnumValue('TriggerSource', name);
  }

  getTriggerSourceId(): string | null {
    return this.#record.sourceId;
  }
}

/** Keeps a new trigger of the user that runs the execution. */
export function addTrigger(site: TriggerSite, request: Omit<TriggerRequest, 'user'>): Trigger {
  const { context, store, isDisabled } = site;
  const record = store.add(
    { ...request, ...(isDisabled ? { schedule: null } : {}), user: context.user },
    context.clock.now(),
    context.random,
  );
  return new Trigger(record);
}

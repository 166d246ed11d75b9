import { HostObject } from '../../runtime/host-object';
import { Call } from '../call';
import { ClockTriggerBuilder } from './clock-trigger-builder';
import { addTrigger, type Trigger, type TriggerSite } from './trigger';
import type { TriggerEvent } from './triggers';

/** `TriggerBuilder`: `ScriptApp.newTrigger(name)`. */
export class TriggerBuilder extends HostObject {
  readonly #site: TriggerSite;
  readonly #functionName: string;

  constructor(site: TriggerSite, functionName: string) {
    super();
    this.#site = site;
    this.#functionName = functionName;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#site, this.#functionName);
  }

  async forSpreadsheet(...values: unknown[]): Promise<SpreadsheetTriggerBuilder> {
    const call = new Call('ScriptApp.TriggerBuilder.forSpreadsheet', values);
    const key = call.values[0];
    const sourceId = typeof key === 'string' ? key : await readDocumentId(key);
    if (sourceId === null) throw call.mismatch();
    return new SpreadsheetTriggerBuilder(this.#site, this.#functionName, sourceId);
  }
}

/** `SpreadsheetTriggerBuilder`: events of one spreadsheet. */
export class SpreadsheetTriggerBuilder extends HostObject {
  readonly #site: TriggerSite;
  readonly #functionName: string;
  readonly #sourceId: string;
  #event: TriggerEvent | null = null;

  constructor(site: TriggerSite, functionName: string, sourceId: string) {
    super();
    this.#site = site;
    this.#functionName = functionName;
    this.#sourceId = sourceId;
  }

  onOpen(): this {
    return this.#on('ON_OPEN');
  }

  onEdit(): this {
    return this.#on('ON_EDIT');
  }

  onChange(): this {
    return this.#on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }

  create(): Trigger {
    if (this.#event === null) throw new Error('The event type must be specified.');
    return addTrigger(this.#site, {
      functionName: this.#functionName,
      sourceId: this.#sourceId,
      event: this.#event,
      schedule: null,
    });
  }

  #on(event: TriggerEvent): this {
    this.#event = event;
    return this;
  }
}

/** Reads a spreadsheet's id from the object that `getActiveSpreadsheet()` and the like give. */
export async function readDocumentId(value: unknown): Promise<string | null> {
  return isDocument(value) ? String(await value.getId()) : null;
}

function isDocument(value: unknown): value is HostObject & { getId(): unknown } {
  return value instanceof HostObject && 'getId' in value && typeof value.getId === 'function';
}

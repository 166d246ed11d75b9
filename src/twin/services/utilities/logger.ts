import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { isPlainObject, textOf } from '../call';
import { formatString } from './format-string';
import { formatJavaDate } from './simple-date-format';

/** `Logger`. Lines also go to the execution's log. Source: https://developers.google.com/apps-script/reference/base/logger */
export function makeLogger(timeZone: string): ServiceDefinition {
  return { name: 'Logger', enums: {}, create: (context) => new Logger(context, timeZone) };
}

class Logger extends HostObject {
  readonly #context: ExecutionContext;
  readonly #timeZone: string;
  #lines: string[] = [];

  constructor(context: ExecutionContext, timeZone: string) {
    super();
    this.#context = context;
    this.#timeZone = timeZone;
  }

  log(...values: unknown[]): this {
    const texts = values.map((value) => this.#show(value));
    const [format = '', ...rest] = texts;
    const text = rest.length === 0 ? format : formatString(format, rest);
    this.#lines.push(`${this.#stamp(this.#context.clock.now())} INFO: ${text}\n`);
    this.#context.log('info', text);
    return this;
  }

  getLog(): string {
    return this.#lines.join('');
  }

  clear(): void {
    this.#lines = [];
  }

  #stamp(epochMs: number): string {
    return formatJavaDate(epochMs, this.#timeZone, 'EEE MMM dd HH:mm:ss z yyyy');
  }

  /** Values as Java shows them: whole numbers with `.0`, objects as `{a=1.0}`. */
  #show(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'number')
      return Number.isInteger(value) ? value.toFixed(1) : String(value);
    if (value instanceof Date) return this.#stamp(value.getTime());
    if (Array.isArray(value)) return `[${value.map((item) => this.#show(item)).join(', ')}]`;
    if (!isPlainObject(value)) return textOf(value);
    const fields = Object.entries(value).map(([key, item]) => `${key}=${this.#show(item)}`);
    return `{${fields.join(', ')}}`;
  }
}

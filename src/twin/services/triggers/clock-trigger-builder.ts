import { HostObject } from '../../runtime/host-object';
import { Call } from '../call';
import { dayNumber, HOUR_MS, MINUTE_MS, type Schedule } from './schedule';
import { addTrigger, type Trigger, type TriggerSite } from './trigger';

/** Members of `ScriptApp.WeekDay`, in the order of JavaScript's `getDay()`. */
export const WEEK_DAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
];

const MINUTE_STEPS = new Set([1, 5, 10, 15, 30]);
const NEAR_MINUTE_SPREAD = 15;

/**
 * `ClockTriggerBuilder`. `after` is a minimum; `atHour` runs somewhere in that hour, `nearMinute` within 15 minutes of it.
 * Source: https://developers.google.com/apps-script/reference/script/clock-trigger-builder
 */
export class ClockTriggerBuilder extends HostObject {
  readonly #site: TriggerSite;
  readonly #functionName: string;
  #zone: string;
  #atMs: number | null = null;
  #periodMs: number | null = null;
  #every = 0;
  #weekDay: number | null = null;
  #monthDay: number | null = null;
  #hour: number | null = null;
  #minute: number | null = null;

  constructor(site: TriggerSite, functionName: string) {
    super();
    this.#site = site;
    this.#functionName = functionName;
    this.#zone = site.timeZone;
  }

  after(...values: unknown[]): this {
    this.#atMs = this.#site.context.clock.now() + clockCall('after', values).integer(0);
    return this;
  }

  at(...values: unknown[]): this {
    const date = values[0];
    if (!(date instanceof Date)) throw clockCall('at', values).mismatch();
    this.#atMs = date.getTime();
    return this;
  }

  everyMinutes(...values: unknown[]): this {
    const minutes = clockCall('everyMinutes', values).integer(0);
    if (!MINUTE_STEPS.has(minutes)) {
      throw new Error(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    }
    this.#periodMs = minutes * MINUTE_MS;
    return this;
  }

  everyHours(...values: unknown[]): this {
    this.#periodMs = readCount('everyHours', values) * HOUR_MS;
    return this;
  }

  everyDays(...values: unknown[]): this {
    this.#every = readCount('everyDays', values);
    return this;
  }

  everyWeeks(...values: unknown[]): this {
    this.#every = readCount('everyWeeks', values);
    this.#weekDay ??= 1;
    return this;
  }

  onWeekDay(...values: unknown[]): this {
    this.#weekDay = WEEK_DAYS.indexOf(clockCall('onWeekDay', values).member(0, WEEK_DAYS));
    this.#every ||= 1;
    return this;
  }

  onMonthDay(...values: unknown[]): this {
    this.#monthDay = readWithin('onMonthDay', values, [1, 31]);
    return this;
  }

  atHour(...values: unknown[]): this {
    this.#hour = readWithin('atHour', values, [0, 23]);
    return this;
  }

  nearMinute(...values: unknown[]): this {
    this.#minute = readWithin('nearMinute', values, [0, 59]);
    return this;
  }

  inTimezone(...values: unknown[]): this {
    this.#zone = clockCall('inTimezone', values).text(0);
    return this;
  }

  create(): Trigger {
    const schedule = this.#schedule();
    const functionName = this.#functionName;
    return addTrigger(this.#site, { functionName, sourceId: null, event: 'CLOCK', schedule });
  }

  #schedule(): Schedule {
    if (this.#atMs !== null) {
      const lateMs = Math.floor(this.#site.context.random.next() * this.#site.onceLatenessMs);
      return { kind: 'once', atMs: this.#atMs + lateMs };
    }
    if (this.#periodMs !== null) return { kind: 'interval', periodMs: this.#periodMs };
    if (this.#every === 0 && this.#monthDay === null) {
      throw new Error(
        'The trigger needs a time: everyMinutes, everyHours, everyDays, at or after.',
      );
    }
    return {
      kind: 'calendar',
      zone: this.#zone,
      minuteOfDay: this.#chooseMinuteOfDay(),
      every: Math.max(1, this.#every),
      anchorDay: dayNumber(this.#zone, this.#site.context.clock.now()),
      weekDay: this.#weekDay,
      monthDay: this.#monthDay,
    };
  }

  #chooseMinuteOfDay(): number {
    const { random } = this.#site.context;
    const hour = this.#hour ?? Math.floor(random.next() * 24);
    if (this.#minute === null) return hour * 60 + Math.floor(random.next() * 60);
    const drift = Math.round((random.next() * 2 - 1) * NEAR_MINUTE_SPREAD);
    return hour * 60 + this.#minute + drift;
  }
}

function clockCall(method: string, values: readonly unknown[]): Call {
  return new Call(`ScriptApp.ClockTriggerBuilder.${method}`, values);
}

function readCount(method: string, values: readonly unknown[]): number {
  return readWithin(method, values, [1, Number.MAX_SAFE_INTEGER]);
}

function readWithin(
  method: string,
  values: readonly unknown[],
  [least, most]: readonly [number, number],
): number {
  const value = clockCall(method, values).integer(0);
  if (value < least || value > most)
    throw new Error(`The value you passed to ${method} was invalid.`);
  return value;
}

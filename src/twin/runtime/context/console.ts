import type { Bridge, Severity } from './bridge';

const severities: Readonly<Record<string, Severity>> = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warning',
  error: 'error',
};

/** Makes the `console` that Apps Script has; each line goes to the execution's log. */
export function createConsole(bridge: Bridge): object {
  const started = new Map<string, number>();
  const writers = Object.entries(severities).map(
    ([name, severity]) =>
      [name, (...args: unknown[]) => bridge.log(severity, formatLine(args))] as const,
  );
  return Object.assign(Object.fromEntries(writers), {
    time: (label = 'default') => started.set(label, bridge.now()),
    timeEnd: (label = 'default') => {
      const start = started.get(label);
      if (start !== undefined) bridge.log('debug', `${label}: ${bridge.now() - start}ms`);
      started.delete(label);
    },
  });
}

function formatLine(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(formatValue).join(' ');
  let used = 0;
  const text = first.replace(/%[sdifjoO]/g, (mark) =>
    used < rest.length ? formatValue(rest[used++]) : mark,
  );
  return [text, ...rest.slice(used).map(formatValue)].join(' ');
}

function formatValue(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text under a name of a JSON object; blank when it is none. */
export function readText(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  return typeof text === 'string' ? text : '';
}

/** Number under a name of a JSON object; null when it is none. */
export function readNumber(value: unknown, name: string): number | null {
  const number = isRecord(value) ? value[name] : undefined;
  return typeof number === 'number' ? number : null;
}

/** List under a name of a JSON object; empty when it is none. */
export function readList(value: unknown, name: string): readonly unknown[] {
  const list: unknown = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

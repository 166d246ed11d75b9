/**
 * The canonical JSON text of a value: keys sorted, no white space. Two deliveries of the same event give the same text
 * whatever the order of their keys. Values JSON cannot hold are dropped as `JSON.stringify` does. What lies deeper than
 * `maxDepth` levels is left out: a body nested without end must not exhaust the stack.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value)) ?? 'null';
}

const maxDepth = 200;

function sortKeys(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => sortKeys(item, depth + 1));
  const entries = Object.entries(value);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item, depth + 1)]));
}

type Pattern = Readonly<Record<string, unknown>>;

/**
 * Decodes a JSON record that this app wrote itself. The pattern gives each field's default; a stored field of another type than
 * its default is left out, so a damaged record never gets in. A default of null takes text and numbers.
 * Damaged or missing text gives the pattern.
 *
 * @example decodeRecord('{"count":3,"name":7}', { count: 0, name: '' }) // { count: 3, name: '' }
 */
export function decodeRecord<T extends object>(text: string | null | undefined, pattern: T): T {
  const stored = parseObject(text);
  const fitting = Object.entries(pattern).filter(([name, value]) => fits(stored[name], value));
  const fields = Object.fromEntries(fitting.map(([name]) => [name, stored[name]] as const));
  return { ...pattern, ...(fields as Partial<T>) };
}

/** The object in a JSON text; an empty one when there is none. */
export function parseObject(text: string | null | undefined): Pattern {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Pattern)
      : {};
  } catch {
    return {};
  }
}

function fits(stored: unknown, model: unknown): boolean {
  if (model === null)
    return stored === null || typeof stored === 'string' || typeof stored === 'number';
  return (
    typeof stored === typeof model &&
    Array.isArray(stored) === Array.isArray(model) &&
    stored !== null
  );
}

/** Options of a chart as one tree, whatever way they were set: `series.0.color`, or `series` with an object. */
export type OptionTree = ReadonlyMap<string, unknown>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every option by its full dotted name. Source of the names: https://developers.google.com/apps-script/chart-configuration-options */
export function flattenOptions(options: Readonly<Record<string, unknown>>): OptionTree {
  const flat = new Map<string, unknown>();
  const add = (path: string, value: unknown): void => {
    if (!isRecord(value)) return void flat.set(path, value);
    for (const [name, inner] of Object.entries(value)) add(`${path}.${name}`, inner);
  };
  for (const [name, value] of Object.entries(options)) add(name, value);
  return flat;
}

/** An option that is a text; null when it is none. */
export function textOption(options: OptionTree, ...names: readonly string[]): string | null {
  const found = names.map((name) => options.get(name)).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}

/** An option that is a number, or a text that is one (`'3'`); null when it is none. */
export function numberOption(options: OptionTree, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = options.get(name);
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return null;
}

/** An option that is a list of texts. */
export function listOption(options: OptionTree, name: string): readonly string[] {
  const value = options.get(name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A column as BigQuery's API has it. */
export interface ApiField {
  readonly name: string;
  readonly type: string;
  readonly mode?: string;
  readonly fields?: readonly ApiField[];
}

/** What stands within a value; undefined where nothing does. */
export const inside = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );

/** What BigQuery would refuse of a row; null when it takes it. */
export function faultIn(row: unknown, fields: readonly ApiField[], at = ''): string | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return `${at}: no object`;
  const known = new Set(fields.map(({ name }) => name));
  const stranger = Object.keys(row).find((name) => !known.has(name));
  if (stranger !== undefined) return `No such field: ${at}${stranger}`;
  const faults = fields.map((field) => fieldFault(inside(row, field.name), field, at));
  return faults.find((fault) => fault !== null) ?? null;
}

function fieldFault(value: unknown, field: ApiField, at: string): string | null {
  const { name, type, mode, fields = [] } = field;
  const place = `${at}${name}`;
  if (value === undefined || value === null)
    return mode === 'REQUIRED' ? `Missing required field: ${place}` : null;
  if (mode === 'REPEATED' && !Array.isArray(value)) return `${place}: no list`;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const faults = values.map((one) =>
    type === 'RECORD' ? faultIn(one, fields, `${place}.`) : valueFault(one, type, place),
  );
  return faults.find((fault) => fault !== null) ?? null;
}

const patterns: Readonly<Record<string, RegExp>> = {
  TIMESTAMP: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  DATE: /^\d{4}-\d\d-\d\d$/,
};

function valueFault(value: unknown, type: string, at: string): string | null {
  const pattern = patterns[type];
  const isFit =
    pattern === undefined
      ? typeof value === { STRING: 'string', FLOAT: 'number', BOOLEAN: 'boolean' }[type]
      : typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));
  return isFit ? null : `Could not parse ${JSON.stringify(value)} as ${type} for field ${at}`;
}

/** The statements of the archive, in DuckDB's words: names, and the functions that it calls otherwise. */
export function toDuckDb(sql: string, nowMs: number): string {
  const named = sql
    .replace(/`(?:[\w-]+\.)+(\w+)`/g, '"$1"')
    .replace(/`(\w+)`/g, '"$1"')
    .replace(/\bINT64\b/g, 'BIGINT')
    .replace(
      /ARRAY\(SELECT AS STRUCT \* REPLACE \(CAST\(NULL AS STRING\) AS (\w+)\) FROM UNNEST\(("\w+")\)\)/g,
      'list_transform($2, lambda one: struct_update(one, $1 := NULL))',
    );
  return rewrite(named, nowMs);
}

type Rewrite = (args: readonly string[], nowMs: number) => string;

const minus: Rewrite = ([value, span]) => `(${value} - ${interval(span)})`;
const plus: Rewrite = ([value, span]) => `(${value} + ${interval(span)})`;
const toDate = (text: string): string => `CAST(${text} AS DATE)`;

const functions: Readonly<Record<string, Rewrite>> = {
  TO_JSON_STRING: ([value]) => `CAST(to_json(${value}) AS VARCHAR)`,
  STRUCT: (values) => `row(${values.join(', ')})`,
  CURRENT_TIMESTAMP: (_args, nowMs) => `TIMESTAMP '${new Date(nowMs).toISOString().slice(0, -1)}'`,
  TIMESTAMP_SUB: minus,
  TIMESTAMP_ADD: plus,
  DATE_SUB: (args, nowMs) => toDate(minus(args, nowMs)),
  DATE_ADD: (args, nowMs) => toDate(plus(args, nowMs)),
  DATE: ([value = '']) => toDate(value),
  TIMESTAMP: ([value]) => `CAST(${value} AS TIMESTAMP)`,
  TIMESTAMP_DIFF: ([later, earlier, unit]) => `date_diff('${unit?.trim()}', ${earlier}, ${later})`,
  GENERATE_DATE_ARRAY: ([from = '', until = '']) =>
    `list_transform(generate_series(CAST(${from} AS TIMESTAMP), CAST(${until} AS TIMESTAMP), INTERVAL 1 DAY), lambda x: CAST(x AS DATE))`,
  REGEXP_EXTRACT: ([value, pattern]) => `regexp_extract(${value}, ${pattern}, 1)`,
  EXTRACT: ([part = '']) => `(EXTRACT(${part.replace('DAYOFWEEK', 'dow')}) + 1)`,
};

const interval = (text = ''): string => text.replace(/INTERVAL (-?\d+)/, 'INTERVAL ($1)');

/** Rewrites calls from the outside in; `UNNEST(list) AS name` makes a column of that name. */
function rewrite(sql: string, nowMs: number): string {
  const match = /\b([A-Z_]+)\(/.exec(sql);
  if (match === null) return sql;
  const start = match.index + match[0].length;
  const end = closing(sql, start);
  const [name = '', before, inner] = [match[1], sql.slice(0, match.index), sql.slice(start, end)];
  const args = split(inner).map((one) => rewrite(one, nowMs));
  const rest = sql.slice(end + 1);
  const alias = name === 'UNNEST' ? /^ AS (\w+)/.exec(rest) : null;
  if (alias !== null)
    return `${before}UNNEST(${args.join(', ')}) AS ${alias[1]}_(${alias[1]})${rewrite(rest.slice(alias[0].length), nowMs)}`;
  const change = functions[name];
  const called = change === undefined ? `${name}(${args.join(', ')})` : change(args, nowMs);
  return `${before}${called}${rewrite(rest, nowMs)}`;
}

function closing(sql: string, from: number): number {
  let depth = 1;
  for (let index = from; index < sql.length; index += 1) {
    if (sql[index] === '(') depth += 1;
    if (sql[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  throw new Error(`A bracket stays open: ${sql}`);
}

/** Splits arguments at the commas that stand in no bracket. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, last] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (text[index] !== ',' || depth > 0) continue;
    parts.push(text.slice(last, index).trim());
    last = index + 1;
  }
  const end = text.slice(last).trim();
  return end === '' ? parts : [...parts, end];
}

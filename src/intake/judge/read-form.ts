import { readJson } from './read-json';

/** Names of form fields that senders give to a body that is JSON. */
const carriers: ReadonlySet<string> = new Set(['payload', 'data', 'body', 'json']);

/** A form begins with a name and `=`; what follows may be badly encoded. */
const aForm = /^[^\s=&{}"<>]{1,200}=/;

/**
 * Reads what was sent as `application/x-www-form-urlencoded`: the JSON that it carries (`payload={…}`, or JSON alone, in which
 * libraries see a name), else, where fields are taken, an object of the fields (`contact[name]=Ana` is `{ contact: { name } }`).
 * null when the text is no form, or one of fields that are not taken.
 */
export function readForm(text: string, takesFields: boolean): { readonly value: unknown } | null {
  const form = text.trim();
  if (/^%(?:7B|5B|22)/i.test(form)) return readJson(decodePart(form.replace(/=$/, '')));
  if (!aForm.test(form)) return null;
  const alone = asJson(decodePart(form.slice(form.indexOf('=') + 1)));
  if (alone !== undefined) return { value: alone };
  const pairs = form.split('&').map(toPair);
  if (takesFields) return { value: toObject(pairs) };
  const [carried] = pairs.flatMap(([name, value]) =>
    carriers.has(name.toLowerCase()) ? [asJson(value)] : [],
  );
  return carried === undefined ? null : { value: carried };
}

type Pair = readonly [name: string, value: string];

function toPair(text: string): Pair {
  const [name = '', ...value] = text.split('=');
  return [decodePart(name), decodePart(value.join('='))];
}

function decodePart(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** An object or a list written as JSON; undefined for any other text. */
function asJson(text: string): unknown {
  return /^\s*[{[]/.test(text) ? readJson(text)?.value : undefined;
}

type Fields = Map<string, unknown>;

/** A name with more brackets is one name. */
const maxDepth = 6;

function toObject(pairs: readonly Pair[]): unknown {
  const root: Fields = new Map();
  for (const [name, value] of pairs) put(root, pathOf(name), asJson(value) ?? value);
  return fromFields(root);
}

function pathOf(name: string): readonly [string, ...string[]] {
  const [first = ''] = name.split('[');
  const inner = [...name.slice(first.length).matchAll(/\[([^\]]+)\]/g)].map(([, key = '']) => key);
  return inner.length >= maxDepth ? [name] : [first, ...inner];
}

/** A name that comes again makes a list of its values. */
function put(fields: Fields, [key = '', ...rest]: readonly string[], value: unknown): void {
  const known = fields.get(key);
  if (rest.length > 0) {
    const inner: Fields = known instanceof Map ? known : new Map<string, unknown>();
    fields.set(key, inner);
    put(inner, rest, value);
  } else if (known === undefined) fields.set(key, value);
  else if (!(known instanceof Map)) {
    const values: readonly unknown[] = Array.isArray(known) ? known : [known];
    fields.set(key, [...values, value]);
  }
}

function fromFields(fields: Fields): unknown {
  return Object.fromEntries(
    [...fields].map(([key, value]) => [key, value instanceof Map ? fromFields(value) : value]),
  );
}

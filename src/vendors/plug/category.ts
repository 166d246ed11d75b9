import { isObject, openObject, type ObjectReader } from '../kit/object-reader';

/**
 * One category, or since 2024 a list of categories with their items; an account sends either. PlugChat calls its form "totally dynamic",
 * so a name alone or a map is read as well, and what is none of these is left out: it must not cost the attendance its row.
 */
export function readCategory(reader: ObjectReader): string | undefined {
  const [single] = namesIn(reader.raw('attendanceCategory'));
  const names = namesIn(reader.raw('attendanceCategories'));
  const isNamed = single === undefined || names.some((name) => name.startsWith(single));
  const all = isNamed ? names : [single, ...names];
  return all.length === 0 ? undefined : all.join('; ');
}

const namesIn = (raw: unknown): readonly string[] =>
  partsOf(raw)
    .map(nameOf)
    .filter((name) => name !== '');

function partsOf(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  return isObject(raw) && nameOf(raw) === '' ? Object.values(raw) : [raw];
}

/** Opened by itself: what is wrong in it is nobody's failure. */
function nameOf(one: unknown): string {
  const part = openObject(isObject(one) ? one : { name: one });
  const name = part.text('categoryName') ?? part.text('name');
  return [name, part.text('itemName')].filter(Boolean).join(': ');
}

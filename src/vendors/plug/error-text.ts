import { dropMarks } from '../../events/words/word';
import { isObject } from '../kit/object-reader';

const wordKeys = ['message', 'errorMessage', 'description', 'reason', 'error', 'code', 'errorCode'];
const deepest = 4;

/** The words of an error, which no document describes: a text, a number, a list of them, or an object with one somewhere within. */
export function errorText(raw: unknown, depth = 0): string | undefined {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : dropMarks(raw);
  if (typeof raw === 'number') return raw === 0 ? undefined : String(raw);
  if (depth >= deepest) return undefined;
  if (Array.isArray(raw)) return joined(raw.map((one: unknown) => errorText(one, depth + 1)));
  if (!isObject(raw)) return undefined;
  return wordKeys.map((key) => errorText(raw[key], depth + 1)).find((text) => text !== undefined);
}

/** What was said, each thing once. */
function joined(texts: readonly (string | undefined)[]): string | undefined {
  const said = new Set(texts.flatMap((text) => text ?? []));
  return said.size === 0 ? undefined : [...said].join(' · ');
}

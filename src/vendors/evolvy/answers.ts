import { isObject, openObject, type Maybe, type ObjectReader } from '../kit/object-reader';

/** What of a message that asks stands in `items`: the lines of a list, the fields of a form, the cards. */
const itemsOf = (attributes: ObjectReader): readonly ObjectReader[] =>
  objectsIn(attributes.raw('items'));

/** The titles of what the contact may choose, as they see them. */
export function readTitles(attributes: ObjectReader): readonly string[] {
  return itemsOf(attributes).flatMap((item) => titleOf(item) ?? []);
}

/**
 * What the contact filled in or chose, by what they saw: the title of a line, not its inner value. The answer to a satisfaction
 * survey is the conversation's rating instead.
 */
export function readAnswers(attributes: ObjectReader): readonly string[] {
  const email = attributes.text('submitted_email') ?? undefined;
  const raw = attributes.raw('submitted_values');
  const submitted: readonly unknown[] = Array.isArray(raw) ? raw : isChoice(raw) ? [raw] : [];
  const answers = submitted.flatMap((answer) => readAnswer(answer, itemsOf(attributes)));
  return [...(email === undefined ? [] : [email]), ...answers];
}

const isChoice = (raw: unknown): boolean => isObject(raw) && ('title' in raw || 'value' in raw);

function readAnswer(answer: unknown, items: readonly ObjectReader[]): readonly string[] {
  if (!isObject(answer)) return showValue(answer, items);
  const given = openObject(answer);
  const title = given.text('title');
  if (title) return [title];
  const name = given.text('name');
  const field = items.filter((item) => Boolean(name) && item.text('name') === name);
  return showValue(given.raw('value'), field.length > 0 ? field : items);
}

/** An inner value (several, where several may be chosen) by the title it was offered with, else as it is. */
function showValue(value: unknown, items: readonly ObjectReader[]): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const options = [...items, ...items.flatMap((item) => objectsIn(item.raw('options')))];
  return values.flatMap((one) => {
    const text = openObject({ one }).text('one') ?? undefined;
    if (text === undefined) return [];
    const offered = options.find((option) => option.text('value') === text);
    return [(offered && titleOf(offered)) ?? text];
  });
}

const titleOf = (item: ObjectReader): Maybe<string> => item.text('title') ?? item.text('label');

function objectsIn(raw: unknown): readonly ObjectReader[] {
  return Array.isArray(raw) ? raw.filter(isObject).map((item) => openObject(item)) : [];
}

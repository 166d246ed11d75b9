import { word } from '../../events/words/word';
import { parseObject } from '../../events/decode-record';
import { bracketed } from '../kit/message-text';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';
import { isSecret } from '../kit/redact';

/** The answers of a WhatsApp form (`response_json`, a JSON text), each as `field: answer` on a line of its own. */
export function readForm(form: ObjectReader): string {
  const raw = form.raw('response_json');
  const sent = isObject(raw) ? raw : parseObject(form.text('response_json'));
  const lines = linesOf(openObject(sent));
  return [bracketed(word('form'), [form.text('body'), plainAnswer(form)]), ...lines].join('\n');
}

/** An answer that is no JSON is shown as it came; one that is may hold secrets. */
function plainAnswer(form: ObjectReader): string | null | undefined {
  const raw = form.raw('response_json');
  const isPlain = typeof raw === 'string' && !/^\s*[{[]/.test(raw);
  return isPlain ? form.text('response_json') : undefined;
}

const maxDepth = 4;

/** `flow_token` and its like are no answers. */
function linesOf(answers: ObjectReader, depth = 0): readonly string[] {
  if (depth > maxDepth) return [];
  return answers.keys().flatMap((field) => {
    const raw = answers.raw(field);
    if (isSecret(field)) return [];
    if (isObject(raw)) return linesOf(answers.child(field), depth + 1);
    if (Array.isArray(raw) && raw.length > 0 && raw.every(isObject))
      return answers.items(field).flatMap((item) => linesOf(item, depth + 1));
    const words = Array.isArray(raw) ? answers.texts(field)?.join(', ') : answers.text(field);
    return words ? [`${field}: ${words}`] : [];
  });
}

import { word } from '../../events/words/word';
import { parseObject } from '../../events/decode-record';
import { bracketed } from '../message-text';
import { isObject, type ObjectReader } from '../object-reader';

/** Meta's own bookkeeping among the answers. */
const noAnswers: ReadonlySet<string> = new Set(['flow_token']);

/** The answers of a WhatsApp form (`response_json`, a JSON text), each as `field: answer` on a line of its own. */
export function readForm(form: ObjectReader): string {
  const raw = form.raw('response_json');
  const sent = isObject(raw) ? raw : parseObject(form.text('response_json'));
  const lines = Object.entries(sent)
    .filter(([field]) => !noAnswers.has(field))
    .flatMap(([field, answer]) => {
      const words = readAnswer(answer);
      return words === '' ? [] : [`${field}: ${words}`];
    });
  const source = lines.length > 0 || isObject(raw) ? null : form.text('response_json');
  return [bracketed(word('form'), [form.text('body'), source]), ...lines].join('\n');
}

function readAnswer(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  if (Array.isArray(answer)) return answer.map(readAnswer).join(', ');
  return answer === null ? '' : JSON.stringify(answer);
}

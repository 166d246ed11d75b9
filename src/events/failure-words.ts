import { say, type Language, type Localized } from './localized';
import type { Failure } from './failure';

/** What decoders expect and what came, in the user's words; a word that is not here is shown as it is. */
const words: Readonly<Record<string, Localized>> = {
  object: say('objeto', 'objeto', 'object'),
  list: say('lista', 'lista', 'list'),
  text: say('texto', 'texto', 'text'),
  number: say('número', 'número', 'number'),
  boolean: say('verdadeiro ou falso', 'verdadero o falso', 'true or false'),
  time: say('data e hora', 'fecha y hora', 'time'),
  link: say('link', 'enlace', 'link'),
  null: say('vazio', 'vacío', 'empty'),
  nothing: say('nada', 'nada', 'nothing'),
  'true or false': say('verdadeiro ou falso', 'verdadero o falso', 'true or false'),
  'id (number or text)': say(
    'identificação (número ou texto)',
    'identificación (número o texto)',
    'id (number or text)',
  ),
  'list of texts': say('lista de textos', 'lista de textos', 'list of texts'),
  'list of changes': say('lista de mudanças', 'lista de cambios', 'list of changes'),
  'name of the event': say('nome do evento', 'nombre del evento', 'name of the event'),
  'phone number': say('telefone', 'teléfono', 'phone number'),
  'row keys': say('chaves das linhas', 'claves de las filas', 'row keys'),
  'in or out': say('in ou out', 'in u out', 'in or out'),
};

const patterns: Readonly<Record<Language, string>> = say(
  'esperado: {expected}; veio: {received}',
  'esperado: {expected}; llegó: {received}',
  'expected: {expected}; received: {received}',
);

/** Where in the body and what was wrong there: `chat: esperado: objeto; veio: texto (6)`. Blank for the whole body. */
export function failurePlace({ path, expected, received }: Failure, language: Language): string {
  if (path === '') return '';
  const said = patterns[language]
    .replace('{expected}', translate(expected, language))
    .replace('{received}', translate(received, language));
  return `${path}: ${said}`;
}

/** `text(6)` is a text of 6 characters, `list(3)` a list of 3 items. */
function translate(word: string, language: Language): string {
  const [, name = word, length] = /^(text|list)\((\d+)\)$/.exec(word) ?? [];
  const known = words[name]?.[language] ?? name;
  return length === undefined ? known : `${known} (${length})`;
}

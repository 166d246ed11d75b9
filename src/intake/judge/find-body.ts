import type { FailureCode } from '../../events/failure';
import { isObject } from '../../vendors/kit/object-reader';
import { readForm } from './read-form';
import { readJson } from './read-json';
import { maxBodyLength } from '../journal/request';

/** Why a request has no body. */
export type NoBodyCode = Extract<FailureCode, 'emptyBody' | 'bodyTooLarge' | 'notJson'>;

/** The bodies of a request, mostly one; or why there is none. */
export type FoundBody =
  { readonly bodies: readonly [unknown, ...unknown[]] } | { readonly code: NoBodyCode };

/** How often one wrapping may be in another. */
const maxWrappings = 6;

/**
 * Finds what the vendor sent inside what relays made of it: JSON in a form field, JSON in a JSON text, the item of an automation
 * tool (`{ headers, params, query, body, … }`, alone or in a list). A list with objects in it is a request of several bodies.
 * Everybody who reads a request asks here, so that it is inspected, judged and replayed as the same thing.
 *
 * @param takesFields whether plain form fields are a body too
 */
export function findBody(text: string, takesFields: boolean): FoundBody {
  if (text.trim() === '') return { code: 'emptyBody' };
  if (text.length > maxBodyLength) return { code: 'bodyTooLarge' };
  const read = readJson(text) ?? readForm(text, takesFields);
  if (read === null) return { code: 'notJson' };
  const value = unwrap(read.value, takesFields);
  if (!Array.isArray(value) || !value.some(isObject)) return { bodies: [value] };
  const [first, ...others] = value.map((item) => unwrap(item, takesFields));
  return { bodies: [first, ...others] };
}

function unwrap(wrapped: unknown, takesFields: boolean): unknown {
  let value = wrapped;
  for (let depth = 0; depth < maxWrappings; depth += 1) {
    const inner = insideOf(value, takesFields);
    if (inner === undefined) return value;
    value = inner;
  }
  return value;
}

/** What one wrapping holds; undefined when the value is no wrapping, or holds nothing that a text or a form could not be itself. */
function insideOf(value: unknown, takesFields: boolean): unknown {
  if (typeof value === 'string') return insideText(value, takesFields);
  if (Array.isArray(value))
    return value.length === 1 && isWrapping(value[0]) ? value[0] : undefined;
  if (!isWrapping(value)) return undefined;
  const inner = value['json'] ?? value['body'];
  return typeof inner === 'string' ? insideText(inner, takesFields) : inner;
}

/** Only what JSON or a form makes of a text is inside it; a text that is a text stays one. */
function insideText(text: string, takesFields: boolean): unknown {
  const inner = (readJson(text) ?? readForm(text, takesFields))?.value;
  return isObject(inner) || Array.isArray(inner) || typeof inner === 'string' ? inner : undefined;
}

/** What relays tell of a request beside its body; one of these must be there. */
const requestMarks = ['headers', 'params', 'query', 'webhookUrl', 'executionMode'] as const;

/** The keys of n8n's webhook item (https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/), and of its like at other relays. */
const requestKeys: ReadonlySet<string> = new Set([
  ...requestMarks,
  'body',
  'rawBody',
  'method',
  'httpMethod',
  'path',
  'rawPath',
  'url',
  'host',
  'ip',
  'client_ip',
  'isBase64Encoded',
  'queryStringParameters',
  'rawQueryString',
  'requestContext',
]);

/** The keys of an item inside n8n (https://docs.n8n.io/data/data-structure/). */
const itemKeys: ReadonlySet<string> = new Set(['json', 'binary', 'pairedItem']);

type Wrapping = Readonly<Record<string, unknown>>;

function isWrapping(value: unknown): value is Wrapping {
  if (!isObject(value)) return false;
  if (isObject(value['json'])) return hasOnly(value, itemKeys);
  const { body } = value;
  if (!isObject(body) && !Array.isArray(body) && typeof body !== 'string') return false;
  const isMarked = requestMarks.some((key) => key in value) || Object.keys(value).length === 1;
  return isMarked && hasOnly(value, requestKeys);
}

const hasOnly = (value: object, keys: ReadonlySet<string>): boolean =>
  Object.keys(value).every((key) => keys.has(key));

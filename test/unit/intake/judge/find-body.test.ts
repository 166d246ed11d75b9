import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBody } from '../../../../src/intake/judge/find-body';

const event = { event: 'message_created', id: 7, content: 'a&b=c d' };
const text = JSON.stringify(event);
const n8n = {
  headers: { 'content-type': 'application/json' },
  params: {},
  query: {},
  body: event,
  webhookUrl: 'https://n8n.example.com/webhook/x',
  executionMode: 'production',
};
const encoded = encodeURIComponent(text);

/** Every way round the same body that relays and form libraries take. */
const wrappings: readonly (readonly [string, string])[] = [
  ['as it is', text],
  ['with a byte order mark', `\uFEFF${text}`],
  ['JSON in a JSON text', JSON.stringify(text)],
  ['twice', JSON.stringify(JSON.stringify(text))],
  ['an n8n item', JSON.stringify(n8n)],
  ['an n8n item in a list', JSON.stringify([n8n])],
  [
    'an n8n item of older versions',
    JSON.stringify([{ headers: {}, params: {}, query: {}, body: event }]),
  ],
  ['an n8n item as n8n keeps it', JSON.stringify([{ json: n8n, pairedItem: { item: 0 } }])],
  ['an n8n item with its body as text', JSON.stringify([{ ...n8n, body: text }])],
  ['an n8n item in a JSON text', JSON.stringify(JSON.stringify([n8n]))],
  ['a list of one', JSON.stringify([event])],
  ['body alone', JSON.stringify({ body: event })],
  ['payload=', `payload=${encoded}`],
  ['data= among other fields', `a=1&data=${encoded}&b=`],
  ['Body= with plus for a blank', `Body=${encoded.replace(/%20/g, '+')}`],
  ['a field of any name, alone', `event=${encoded}`],
  ['payload= without encoding', `payload=${text}`],
  ['the JSON itself as a form', `${encoded}=`],
  ['a form that carries an n8n item', `payload=${encodeURIComponent(JSON.stringify([n8n]))}`],
];

describe('finding the body of a request', () => {
  it.each(wrappings)('%s', (_name, body) => {
    expect(findBody(body, false)).toEqual({ bodies: [event] });
  });

  it('a list is a request of several bodies, each unwrapped', () => {
    expect(findBody(JSON.stringify([n8n, { ...n8n, body: { id: 8 } }, { id: 9 }]), false)).toEqual({
      bodies: [event, { id: 8 }, { id: 9 }],
    });
  });

  it.each([
    ['a list without objects', [1, 2]],
    ['an empty list', []],
    ['a text', 'oi'],
    ['a number', 7],
    ['null', null],
    ['a body with text in it', { body: 'oi', headers: { a: 'b' } }],
    ['an e-mail, which has headers and a body too', { headers: {}, body: {}, from: 'a@b.example' }],
    ['an object with a list called body', { body: [{ id: 1 }], id: 2 }],
    ['an object with JSON in one of its texts', { id: 1, text: '{"a":1}' }],
  ])('%s stays as it is', (_name, value) => {
    expect(findBody(JSON.stringify(value), true)).toEqual({ bodies: [value] });
  });

  it('plain form fields are a body where they are taken, and no JSON elsewhere', () => {
    const form = 'name=Ana+Maria&phone=%2B5511999990000&contact%5Bcity%5D=Rec%C3%ADfe&tag=a&tag=b';
    expect(findBody(form, true)).toEqual({
      bodies: [
        {
          name: 'Ana Maria',
          phone: '+5511999990000',
          contact: { city: 'Recífe' },
          tag: ['a', 'b'],
        },
      ],
    });
    expect(findBody(form, false)).toEqual({ code: 'notJson' });
  });

  it('where fields are taken, JSON among them keeps its neighbours', () => {
    expect(findBody(`event=novo&data=${encoded}`, true)).toEqual({
      bodies: [{ event: 'novo', data: event }],
    });
  });

  it.each([
    ['', 'emptyBody'],
    [' \n', 'emptyBody'],
    [`{"a":"${'x'.repeat(1_000_000)}"}`, 'bodyTooLarge'],
    ['olá', 'notJson'],
    ['<xml a="b=c"/>', 'notJson'],
    ['{"a":', 'notJson'],
    ['%7B%22a', 'notJson'],
  ])('%.20s is %s', (body, code) => {
    expect(findBody(body, true)).toEqual({ code });
  });

  it('takes any text, and any JSON however deep, without throwing', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(findBody(deep, true)).toHaveProperty('bodies');
    const names = `a${'[b]'.repeat(60)}=1`;
    expect(findBody(names, true)).toHaveProperty('bodies');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.webQueryParameters()), (body) => {
        const found = findBody(body, true);
        expect('bodies' in found ? found.bodies.length : 1).toBeGreaterThan(0);
      }),
    );
  });
});

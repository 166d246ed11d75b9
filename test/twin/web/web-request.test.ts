import { describe, expect, it } from '@jest/globals';
import { buildWebEvent, type WebRequest } from '../../../src/twin/web/web-request';

function post(contentType: string | null, body: string, query = ''): WebRequest {
  return { method: 'POST', query, contentType, body: new TextEncoder().encode(body) };
}

const form = 'application/x-www-form-urlencoded';

describe('the event object of a GET', () => {
  it.each([
    ['', { queryString: '', parameter: {}, parameters: {} }],
    [
      'a=1&b=2&a=3',
      {
        queryString: 'a=1&b=2&a=3',
        parameter: { a: '1', b: '2' },
        parameters: { a: ['1', '3'], b: ['2'] },
      },
    ],
    [
      'k=x%20y+z&%C3%A7=%E2%82%AC&empty=&bare',
      {
        queryString: 'k=x%20y+z&%C3%A7=%E2%82%AC&empty=&bare',
        parameter: { k: 'x y z', ç: '€', empty: '', bare: '' },
        parameters: { k: ['x y z'], ç: ['€'], empty: [''], bare: [''] },
      },
    ],
  ])('with the query "%s" has exactly these keys', (query, expected) => {
    const event = buildWebEvent({
      method: 'GET',
      query,
      contentType: null,
      body: new Uint8Array(),
    });
    expect(event).toStrictEqual({ ...expected, contextPath: '', contentLength: -1 });
  });
});

describe('the event object of a POST', () => {
  it.each([
    {
      name: 'JSON stays raw text',
      request: post('application/json', '{"a":"é"}', 'k=1'),
      parameter: { k: '1' },
      parameters: { k: ['1'] },
      postData: { length: 10, type: 'application/json', contents: '{"a":"é"}', name: 'postData' },
    },
    {
      name: 'a charset stays in the type',
      request: post('application/json; charset=utf-8', '{}'),
      parameter: {},
      parameters: {},
      postData: {
        length: 2,
        type: 'application/json; charset=utf-8',
        contents: '{}',
        name: 'postData',
      },
    },
    {
      name: 'form fields merge behind the query',
      request: post(form, 'a=2&b=x+y', 'a=1'),
      parameter: { a: '1', b: 'x y' },
      parameters: { a: ['1', '2'], b: ['x y'] },
      postData: { length: 9, type: form, contents: 'a=2&b=x+y', name: 'postData' },
    },
    {
      name: 'JSON under a form type becomes a key',
      request: post(form, '{"a":1}'),
      parameter: { '{"a":1}': '' },
      parameters: { '{"a":1}': [''] },
      postData: { length: 7, type: form, contents: '{"a":1}', name: 'postData' },
    },
    {
      name: 'no type at all',
      request: post(null, 'x'),
      parameter: {},
      parameters: {},
      postData: { length: 1, type: 'application/octet-stream', contents: 'x', name: 'postData' },
    },
  ])('$name', ({ request, parameter, parameters, postData }) => {
    expect(buildWebEvent(request)).toStrictEqual({
      queryString: request.query,
      parameter,
      parameters,
      contextPath: '',
      contentLength: postData.length,
      postData,
    });
  });

  it('without a body has no postData', () => {
    expect(buildWebEvent(post('application/json', '', 'a=1'))).toStrictEqual({
      queryString: 'a=1',
      parameter: { a: '1' },
      parameters: { a: ['1'] },
      contextPath: '',
      contentLength: 0,
    });
  });
});

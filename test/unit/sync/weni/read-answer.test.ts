import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextCursorIn, readAnswer } from '../../../../src/sync/weni/read-answer';
import type { HttpAnswer } from '../../../../src/platform/http';

const answer = (status: number, body: unknown, headers = {}): HttpAnswer => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  headers,
  fault: null,
});
const words = (body: unknown) => {
  const reading = readAnswer(answer(400, body));
  return reading.kind === 'refused' ? reading.words : reading.kind;
};

describe('an answer of Weni', () => {
  it('tells its errors in four shapes', () => {
    expect(words({ name: ['Too long.'], language: ['Unknown.'] })).toBe(
      'name: Too long. · language: Unknown.',
    );
    expect(words({ urns: { 0: ['Invalid.'] }, fields: { age: ['Not a valid string.'] } })).toBe(
      'urns: 0: Invalid. · fields: age: Not a valid string.',
    );
    expect(words({ detail: 'Not this way.' })).toBe('Not this way.');
    expect(words({ error: 'URNs in use by other contacts' })).toBe('URNs in use by other contacts');
    expect(words({ non_field_errors: ['One object, please.'] })).toBe('One object, please.');
    expect(words({})).toBe('400');
  });

  it.each([
    [answer(200, { uuid: 'u' }), 'done'],
    [answer(204, ''), 'done'],
    [answer(200, '<html>'), 'later'],
    [answer(302, '', { location: 'https://else.example/x' }), 'later'],
    [answer(401, { detail: 'x' }), 'stop'],
    [answer(403, { detail: 'Invalid token' }), 'stop'],
    [answer(404, '<html>'), 'stop'],
    [answer(404, { detail: 'Not found.' }), 'refused'],
    [answer(405, { detail: 'x' }), 'stop'],
    [answer(415, { detail: 'x' }), 'stop'],
    [answer(429, { detail: 'x' }), 'later'],
    [answer(500, 'Server Error. Site administrators have been notified.'), 'later'],
    [{ ...answer(0, ''), fault: 'tooSlow' as const }, 'later'],
  ])('%j is %s', (given, kind) => {
    expect(readAnswer(given).kind).toBe(kind);
  });

  it('says how long to wait: a minute where it does not, a day at most', () => {
    const waitOf = (retryAfter?: string) => {
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      const reading = readAnswer(answer(429, {}, headers));
      return reading.kind === 'later' ? reading.waitMs : null;
    };
    expect([waitOf('7'), waitOf(), waitOf('soon'), waitOf('-1'), waitOf('999999')]).toEqual([
      7000, 60_000, 60_000, 60_000, 86_400_000,
    ]);
  });

  it('never makes it throw, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 599 }),
        fc.oneof(fc.string(), fc.json()),
        (status, text) => {
          readAnswer(answer(status, text));
          return true;
        },
      ),
    );
  });

  it('gives the cursor of its next page, never its host', () => {
    expect(nextCursorIn({ next: 'https://evil.example/x?cursor=cD0y%3D&a=1' })).toBe('cD0y=');
    expect(nextCursorIn({ next: null })).toBeNull();
  });
});

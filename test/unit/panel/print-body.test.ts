import { describe, expect, it } from '@jest/globals';
import { printBody } from '../../../src/panel/failures/print-body';

const body = { event: 'x', items: [{ id: 1 }, { id: { a: 1 }, tags: [] }], 'odd.name': null };
const marked = (path: string): readonly string[] =>
  printBody(body, path).flatMap(({ text, isFaulty }) => (isFaulty ? [text.trim()] : []));

describe('a body that is shown', () => {
  it('is the JSON as it came', () => {
    const text = printBody(body, '')
      .map((line) => line.text)
      .join('\n');
    expect(text).toBe(JSON.stringify(body, null, 2));
  });

  it('is marked where it failed, or at what that would stand in', () => {
    expect(marked('items[1].id')).toEqual(['"id": {']);
    expect(marked('items[0].name')).toEqual(['{']);
    expect(marked('items[7].name')).toEqual(['"items": [']);
    expect(marked('event')).toEqual(['"event": "x",']);
    expect(marked('gone.far.away')).toEqual(['{']);
    expect(marked('')).toEqual([]);
  });

  it('is cut where it is long, around the place that failed', () => {
    const long = { list: Array.from({ length: 2000 }, (_unused, index) => index) };
    const lines = printBody(long, 'list[1500]');
    expect(lines).toHaveLength(302);
    expect(lines.filter(({ isFaulty }) => isFaulty).map(({ text }) => text.trim())).toEqual([
      '1500,',
    ]);
    expect([lines[0]?.text, lines[301]?.text]).toEqual(['…', '…']);
  });

  it('shows any JSON', () => {
    for (const value of [null, 'x'.repeat(5000), [], {}, 3, [[[{}]]]])
      expect(printBody(value, 'a[0].b').length).toBeGreaterThan(0);
  });
});

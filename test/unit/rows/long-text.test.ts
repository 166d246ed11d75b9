import { describe, expect, it } from '@jest/globals';
import { shortenState } from '../../../src/projections/long-text';
import { mergeRow } from '../../../src/rows/merge-row';
import type { Merge } from '../../../src/rows/plan';
import type { Saying } from '../../../src/projections/saying';
import { emptyState, type State } from '../../../src/projections/state';
import { parseState, schemaOf, writeState } from '../../../src/projections/state-text';
import { keep } from '../../../src/sheets/definition';

const long = (letter: string): string => letter.repeat(3000);

function merge(text: string, clock: Partial<Saying> = {}): Merge {
  const context = { id: 'm1', vendorName: 'Plug', account: 'A', language: 'pt', statusNames: {} };
  const times = { atMs: 1000, receivedAtMs: 5000, index: 0, hash: text.slice(0, 1), revision: 1 };
  return {
    kind: 'merge',
    tab: 'messages',
    entity: 'message',
    key: 'c1|m1',
    context: { ...context, language: 'pt' },
    saying: { ...times, fields: { text }, ...clock },
    createdAtMs: null,
    derives: 'own',
  };
}

const storedAfter = (...merges: readonly Merge[]): State =>
  merges.reduce<State>(
    (known, one) => parseState(writeState(mergeRow(known, [one]).state)),
    emptyState,
  );

describe('a text of more than 2,000 characters', () => {
  it('stands in its cell; the state keeps its length and beginning', () => {
    const { content, state } = mergeRow(emptyState, [merge(long('a'))]);
    expect(content['text']).toBe(long('a'));
    expect(state.sayings[0]?.fields['text']).toEqual({ long: 3000, start: 'a'.repeat(40) });
  });

  it('is left where it stands while nothing newer is said of it', () => {
    const read = merge('', { atMs: 2000, hash: 'r', fields: { status: 'read' } });
    const { content } = mergeRow(storedAfter(merge(long('a'))), [read]);
    expect(content['text']).toBe(keep);
    expect(content['status']).toBe('Lida');
  });

  it('delivered again changes nothing, and is there to be written again', () => {
    const { content, isChanged } = mergeRow(storedAfter(merge(long('a'))), [merge(long('a'))]);
    expect(isChanged).toBe(false);
    expect(content['text']).toBe(long('a'));
  });

  it('gives way to a newer one, and does not come back', () => {
    const known = storedAfter(merge(long('a')), merge(long('b'), { atMs: 2000 }));
    expect(mergeRow(known, [merge(long('a'))]).isChanged).toBe(false);
    expect(mergeRow(known, [merge('curto', { atMs: 3000 })]).content['text']).toBe('curto');
  });

  it('of one time with another: when its first copy turns out to be the later one, its beginning is shown', () => {
    const [a, b] = [merge(long('a'), { receivedAtMs: 7000 }), merge('b', { receivedAtMs: 8000 })];
    const known = storedAfter(a, b);
    const earlierCopy = merge('b', { receivedAtMs: 6000 });
    expect(mergeRow(known, [earlierCopy]).content['text']).toBe(`${'a'.repeat(40)}…[+2960]`);
  });

  it('holds for lists, too', () => {
    const labels = Array.from({ length: 900 }, (_unused, index) => `e${index}`);
    const state = { ...emptyState, sayings: [{ ...merge('').saying, fields: { labels } }] };
    expect(shortenState(state).sayings[0]?.fields['labels']).toMatchObject({
      start: expect.any(String),
    });
  });
});

describe('the Estado cell', () => {
  it('has room for 1,000 observations of long names: the oldest go first', () => {
    const observed = Array.from(
      { length: 1000 },
      (_unused, index) => [1_700_000_000_000 + index, `${index} ${'nome '.repeat(11)}`] as const,
    );
    const state = shortenState({ ...emptyState, unions: { operators: observed } });
    expect(writeState(state).length).toBeLessThan(50_000);
    expect(state.unions['operators']?.at(-1)).toEqual(observed.at(-1));
  });

  it.each([
    ['blank', ''],
    ['typed over by the user', 'minha nota'],
    ['cut in half', '{"s":1,"o":[[17'],
    [
      'JSON of another shape',
      '{"s":1,"o":[5,null,["x"],[1,2,3,"h",null]],"b":7,"u":{"a":3,"b":[null]}}',
    ],
    ['a list', '[1,2]'],
  ])('%s: what cannot be read is nothing', (_, text) => {
    const { sayings, unions } = parseState(text);
    expect(sayings).toEqual([]);
    expect(Object.values(unions).flat()).toEqual([]);
  });

  it('says which schema it is of', () => {
    expect(schemaOf(writeState(emptyState))).toBe(2);
    expect(schemaOf('{"s":12,"x":1}')).toBe(12);
    expect(schemaOf('')).toBe(0);
  });
});

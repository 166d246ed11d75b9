import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readState } from '../../../src/projections/read-state';
import type { Saying } from '../../../src/projections/saying';
import { emptyState, joinStates, stateOf, type State } from '../../../src/projections/state';
import { parseState, writeState } from '../../../src/projections/state-text';

const event = (hash: string, revision: number, fields: Saying['fields']): Saying => ({
  atMs: { a: 1000, b: 2000, c: 3000 }[hash.charAt(0)] ?? 1000,
  receivedAtMs: 5000,
  index: 0,
  hash,
  revision,
  fields,
});

/** Through the cell each time, as it goes in the spreadsheet. */
const join = (sayings: readonly Saying[], known: State = emptyState): State =>
  sayings.reduce(
    (state, saying) =>
      parseState(writeState(joinStates('message', state, stateOf('message', saying)))),
    known,
  );

const read = (...sayings: readonly Saying[]) => readState('message', join(sayings));

describe('An event read again by a later decoder', () => {
  const old = event('a.0', 1, { text: 'errado', senderName: 'Ana', status: 'failed' });
  const corrected = event('a.0', 2, { text: 'certo', status: 'sent' });

  it('counts instead of the older reading, whichever comes first', () => {
    expect(read(old, corrected)).toEqual({ text: 'certo', status: 'sent' });
    expect(read(corrected, old)).toEqual({ text: 'certo', status: 'sent' });
  });

  it('takes back a smallest and a largest value, too', () => {
    const wrong = event('a.0', 1, { sentAt: 1000, text: 'x' });
    const right = event('a.0', 2, { sentAt: 9000, text: 'x' });
    expect(read(wrong, right).sentAt).toBe(9000);
  });

  it('what the wrong value had overtaken comes back when the journal is replayed', () => {
    const wrong = event('a.0', 1, { sentAt: 1000 });
    const other = event('b.0', 1, { sentAt: 4000 });
    const replayed = [event('a.0', 2, { sentAt: 9000 }), { ...other, revision: 2 }];
    expect(read(wrong, other, ...replayed).sentAt).toBe(4000);
    expect(read(wrong, other, ...replayed.reverse()).sentAt).toBe(4000);
  });

  it('replaces all that the event said of the row, though its facts are others now', () => {
    const known = [old, event('a.1', 1, { contactName: 'Bia' })];
    expect(read(...known, corrected)).toEqual({ text: 'certo', status: 'sent' });
  });

  it('leaves other events alone', () => {
    const other = event('b.0', 1, { contactName: 'Bia' });
    expect(read(old, other, corrected)).toMatchObject({ text: 'certo', contactName: 'Bia' });
  });

  it('holds for one without a time, whenever its copies came', () => {
    const first = { ...event('~a.0', 1, { text: 'errado' }), receivedAtMs: 1, atMs: 1 };
    const again = { ...event('~a.0', 2, { text: 'certo' }), receivedAtMs: 1, atMs: 1 };
    expect(read(first, again).text).toBe('certo');
  });

  it('a replay of everything gives the same rows in any order', () => {
    const replayed = [
      corrected,
      event('b.0', 2, { text: 'novo', readAt: 7000, status: 'read' }),
      event('c.0', 2, { readAt: 6000 }),
    ];
    const before = join(replayed.map((saying) => ({ ...saying, revision: 1 })));
    fc.assert(
      fc.property(fc.shuffledSubarray(replayed, { minLength: 3, maxLength: 3 }), (shuffled) => {
        expect(readState('message', join(shuffled, before))).toEqual(read(...replayed));
      }),
    );
  });
});

describe('The Estado of version 0.1.0', () => {
  const text =
    '{"s":1,"o":[[1000,5000,0,"a.0",{"text":"oi"}]],"b":{"sentAt":1000,"status":"sent"},"u":{}}';

  it('is understood: its smallest, largest and furthest values still hold', () => {
    expect(readState('message', parseState(text))).toEqual({
      text: 'oi',
      sentAt: 1000,
      status: 'sent',
    });
  });

  it('goes on with what comes', () => {
    const news = event('b.0', 1, { status: 'read', readAt: 3000 });
    const state = joinStates('message', parseState(text), stateOf('message', news));
    expect(readState('message', state)).toMatchObject({ sentAt: 1000, status: 'read' });
  });
});

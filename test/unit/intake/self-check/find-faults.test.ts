import { describe, expect, it } from '@jest/globals';
import { findFaults, findHiddenCells } from '../../../../src/intake/self-check/find-faults';

const rows = (...pairs: readonly (readonly [string, number | string])[]) => pairs;

describe('What the keys and numbers of a tab tell', () => {
  it('nothing is wrong with rows of their own, nor with what the user wrote among them', () => {
    const faults = findFaults(rows(['a|1', 1], ['', ''], ['a|2', 2]), 2, 2);
    expect(faults).toMatchObject({ renumbered: [], headers: [], absent: 0 });
    expect([...faults.suspects]).toEqual([]);
    expect([...faults.rowOfKey]).toEqual([
      ['a|1', 2],
      ['a|2', 4],
    ]);
  });

  it('all rows of a key that stands twice are looked at', () => {
    const { suspects, absent } = findFaults(rows(['a|1', 1], ['a|2', 2], ['a|1', 3]), 2, 4);
    expect([...suspects]).toEqual([2, 4]);
    expect(absent).toBe(1);
  });

  it('a number belongs to the first row that bears it, whatever its key', () => {
    const { renumbered } = findFaults(rows(['a|1', 1], ['a|2', 2], ['a|2', 1]), 2, 2);
    expect(renumbered).toEqual([4]);
  });

  it('copies of one row may bear the same number: one of them goes', () => {
    const { renumbered, suspects } = findFaults(rows(['a|1', 1], ['a|1', 1]), 2, 1);
    expect(renumbered).toEqual([]);
    expect([...suspects]).toEqual([2, 3]);
  });

  it('a header among the rows is no row', () => {
    const { headers, suspects } = findFaults(rows(['Código', 'Nº'], ['a|1', 1]), 2, 1);
    expect(headers).toEqual([2]);
    expect([...suspects]).toEqual([]);
  });

  it('what a row knows is no key: the row has slipped', () => {
    const { suspects } = findFaults(rows(['{"a":"b|c"}', ''], ['a|1', 1]), 2, 1);
    expect([...suspects]).toEqual([2]);
  });

  it('a key beside its column has slipped', () => {
    const { suspects } = findFaults(rows(['Loja', 'a|1'], [' texto', 7]), 2, 1);
    expect([...suspects]).toEqual([2, 3]);
  });
});

describe('Hidden cells that slipped aside', () => {
  const hidden = ['a|1', 7, 1_700_000_000_000, '{"s":2}'];

  it.each([-6, -3, -2, -1, 1, 2, 3, 6])('are found %i columns away', (shift) => {
    const cells: (string | number)[] = Array.from({ length: 20 }, () => '');
    cells.splice(8 + shift, 4, ...hidden);
    expect(findHiddenCells(cells, 9, 4)).toEqual({ hidden, isAside: true });
  });

  it('are not found farther away, nor made up of other cells', () => {
    expect(findHiddenCells(['', '', '', '', '', '', '', ...hidden], 1, 4)).toBeNull();
    expect(findHiddenCells(['', 'a|1', 'x', 7, '{', '', '', ''], 2, 4)).toBeNull();
  });
});

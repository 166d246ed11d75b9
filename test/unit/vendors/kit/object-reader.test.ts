import { describe, expect, it } from '@jest/globals';
import { openObject } from '../../../../src/vendors/kit/object-reader';

describe('openObject: how vendors write nothing', () => {
  it.each([[undefined], [null], [''], [false], [[]]])('%j is no object and no list', (nothing) => {
    const reader = openObject({ thing: nothing });
    expect(reader.child('thing').keys()).toEqual([]);
    expect(reader.items('thing')).toEqual([]);
    expect(reader.failures).toEqual([]);
  });

  it.each([[null], [''], [[]]])(
    '%j is no text, no id, no number, no flag and no time',
    (nothing) => {
      const reader = openObject({ thing: nothing });
      const said = [
        reader.text('thing'),
        reader.id('thing'),
        reader.number('thing'),
        reader.flag('thing'),
        reader.time('thing'),
      ];
      expect(said).toEqual([null, null, null, null, null]);
      expect(reader.failures).toEqual([]);
    },
  );

  it('an empty list of texts says that there are none', () => {
    expect(openObject({ labels: [] }).texts('labels')).toEqual([]);
  });

  it('null among objects is passed over, anything else is a failure with its place', () => {
    const reader = openObject({ list: [{ id: 1 }, null, 7] });
    expect(reader.items('list').map((item) => item.id('id'))).toEqual(['1', undefined]);
    expect(reader.failures).toEqual([
      { code: 'wrongType', path: 'list[2]', expected: 'object', received: 'number' },
    ]);
  });
});

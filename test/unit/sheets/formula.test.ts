import { describe, expect, it } from '@jest/globals';
import {
  call,
  cellOfTab,
  fillPlaces,
  formula,
  holdsOneOf,
  isInError,
  isMadeFrom,
  readHoldsOneOf,
  text,
} from '../../../src/sheets/formula';

const pattern = formula(call('IF', `{since}=${text('')}`, text(''), '{now}-{since}'));
const filled = fillPlaces(pattern, (name) => (name === 'now' ? "'Ajustes'!$B$2" : 'E2'));

describe('a formula', () => {
  it('has semicolons between arguments and quotes in its texts doubled', () => {
    expect(filled).toBe(`=IF(E2="";"";'Ajustes'!$B$2-E2)`);
    expect(holdsOneOf('$B2', ['a "b"', 'c'])).toBe('=OR($B2="a ""b""";$B2="c")');
    expect(cellOfTab("O'Brien, S.A.", '$B$2')).toBe("'O''Brien, S.A.'!$B$2");
  });

  it.each([
    filled,
    `=IF(E2="","",'Ajustes'!$B$2-E2)`,
    `=IF(AB17=""; ""; Ajustes!$B$2-AB17)`,
    `=IF(E2="";"";'O''Brien, S.A.'!$B$2-E2)`,
    '=IF(E2="";"";#REF!-E2)',
    '=IF(E2="","",Ajustes!#REF!-E2)',
    '=IF(#REF!="";"";Ajustes!$B$2-#REF!)',
    '=IF(""="";"";Ajustes!$B$2-"")',
  ])('is known as ours: %s', (written) => {
    expect(isMadeFrom(pattern, written)).toBe(true);
  });

  it.each([
    '',
    '=IF(E2="";"";NOW()-E2)',
    '=IF(E2="";"-";Ajustes!$B$2-E2)',
    '=IF(E2="";"";Ajustes!$B$2-E2)*24',
    '=IF(E2="";"";Ajustes!$B$3-E2)',
  ])("is known as the user's: %s", (written) => {
    expect(isMadeFrom(pattern, written)).toBe(false);
  });

  it('is in error when it shows one, or will once it is reckoned', () => {
    expect(isInError(filled, '#ERROR!')).toBe(true);
    expect(isInError('=IF(E2="";"";#REF!-E2)', '')).toBe(true);
    expect(isInError(filled, 0.5)).toBe(false);
    expect(isInError(filled, '')).toBe(false);
  });
});

describe('a formula of words', () => {
  it.each(['=OR($B2="a b";$B2="c")', '=OR($B2="a b",$B2="c")', '=OR($B2="a b", $B2="c")'])(
    'is read back: %s',
    (written) => {
      expect(readHoldsOneOf(written)).toEqual({ cell: '$B2', words: ['a b', 'c'] });
    },
  );

  it.each(['=$B2="a"', '=OR($B2="a";$C2="c")', '=AND($B2="a")', '=OR($B2="a";NOW()>1)'])(
    'is none: %s',
    (written) => {
      expect(readHoldsOneOf(written)).toBeNull();
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { makeUtilities } from '../../../../src/twin/services/utilities/utilities';
import { openService } from '../../../support/execution-context';

const utilities = () => openService(makeUtilities());

function parse(text: string, zone: string, pattern: string): string {
  const date = utilities().call('parseDate', text, zone, pattern);
  return date instanceof Date ? date.toISOString() : '';
}

describe('Utilities.parseDate', () => {
  it.each([
    ['1970-01-01 00:00:00', "yyyy-MM-dd' 'HH:mm:ss", '1970-01-01T00:00:00.000Z'],
    ['2026-01-05', 'yyyy-MM-dd', '2026-01-05T00:00:00.000Z'],
    ['5/1/26 3:04 PM', 'd/M/yy h:mm a', '2026-01-05T15:04:00.000Z'],
    ['5/1/26 12:04 am', 'd/M/yy hh:mm a', '2026-01-05T00:04:00.000Z'],
    ['20260105T101112', "yyyyMMdd'T'HHmmss", '2026-01-05T10:11:12.000Z'],
    ['Mon, 05 January 2026', 'EEE, dd MMMM yyyy', '2026-01-05T00:00:00.000Z'],
    ['5 jan 1999', 'd MMM yyyy', '1999-01-05T00:00:00.000Z'],
    ['10:11:12.345', 'HH:mm:ss.SSS', '1970-01-01T10:11:12.345Z'],
    ['32/01/2026', 'dd/MM/yyyy', '2026-02-01T00:00:00.000Z'],
    ['01/01/99', 'dd/MM/yy', '1999-01-01T00:00:00.000Z'],
    ['24:05', 'kk:mm', '1970-01-01T00:05:00.000Z'],
  ])('%s as %s is %s in GMT', (text, pattern, iso) => {
    expect(parse(text, 'GMT', pattern)).toBe(iso);
  });

  it.each([
    ['America/Sao_Paulo', '2026-01-05 00:00', 'yyyy-MM-dd HH:mm', '2026-01-05T03:00:00.000Z'],
    ['America/Sao_Paulo', '2018-12-01 00:00', 'yyyy-MM-dd HH:mm', '2018-12-01T02:00:00.000Z'],
    ['America/Sao_Paulo', '2026-01-05 00:00+0200', 'yyyy-MM-dd HH:mmZ', '2026-01-04T22:00:00.000Z'],
    ['GMT-3', '2026-01-05 00:00Z', 'yyyy-MM-dd HH:mmX', '2026-01-05T00:00:00.000Z'],
    ['Mars/Base', '2026-01-05', 'yyyy-MM-dd', '2026-01-05T00:00:00.000Z'],
  ])('in %s, %s as %s is %s', (...[zone, text, pattern, iso]) => {
    expect(parse(text, zone, pattern)).toBe(iso);
  });

  it.each([
    ['amanhã', 'yyyy-MM-dd', 'Unparseable date: "amanhã"'],
    ['2026', 'YYYY', "does not read the pattern letter 'Y'"],
  ])('%s as %s is refused: %s', (text, pattern, message) => {
    expect(() => parse(text, 'GMT', pattern)).toThrow(message);
  });

  it('a Date for the text is a signature error', () => {
    expect(() => utilities().call('parseDate', new Date(0), 'GMT', 'yyyy')).toThrow(
      "The parameters (Date,String,String) don't match the method signature for Utilities.parseDate.",
    );
  });
});

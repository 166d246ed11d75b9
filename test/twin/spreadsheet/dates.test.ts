import { describe, expect, it } from '@jest/globals';
import { epochFromSerial, serialFromEpoch } from '../../../src/twin/spreadsheet/values/zone';
import { openDesk } from './support';

const instant = new Date(Date.UTC(2026, 0, 5, 15, 30, 45, 123));

describe('dates in the spreadsheet zone', () => {
  it.each([
    ['America/Sao_Paulo', '05/01/2026 12:30:45'],
    ['GMT-3', '05/01/2026 12:30:45'],
    ['GMT+05:30', '05/01/2026 21:00:45'],
    ['Asia/Tokyo', '06/01/2026 00:30:45'],
    ['Nowhere/Land', '05/01/2026 15:30:45'],
  ])('%s shows %s and gives the same instant back', (timeZone, shown) => {
    const run = openDesk({ timeZone }).start();
    run.range('A1').call('setValue', instant);
    expect(run.range('A1').call('getDisplayValue')).toBe(shown);
    expect(run.range('A1').call('getValue')).toEqual(instant);
  });

  it('a day at midnight has no time in its format', () => {
    const run = openDesk({ timeZone: 'GMT-3' }).start();
    run.range('A1').call('setValue', new Date(Date.UTC(2026, 0, 5, 3)));
    expect(run.range('A1').call('getNumberFormat')).toBe('dd/MM/yyyy');
  });

  it('the same serial number is another instant after the zone was changed', () => {
    const run = openDesk({ timeZone: 'GMT-3' }).start();
    run.range('A1').call('setValue', instant);
    run.spreadsheet.call('setSpreadsheetTimeZone', 'GMT');
    expect(run.range('A1').call('getValue')).toEqual(new Date(instant.getTime() - 3 * 3_600_000));
    expect(run.spreadsheet.call('getSpreadsheetTimeZone')).toBe('GMT');
  });

  it('a duration is read as a Date, a number without a date format as a number', () => {
    const run = openDesk({ timeZone: 'GMT' }).start();
    run.range('A1:B1').call('setValues', [[1.5, 1.5]]);
    run.range('A1').call('setNumberFormat', '[h]:mm:ss');
    expect(run.range('A1:B1').call('getValues')).toEqual([
      [new Date(Date.UTC(1899, 11, 31, 12)), 1.5],
    ]);
  });

  it('daylight saving time of old years is kept', () => {
    const summer = Date.UTC(2018, 11, 1, 12);
    const serial = serialFromEpoch(summer, 'America/Sao_Paulo');
    expect((serial % 1) * 24).toBeCloseTo(10, 6);
    expect(epochFromSerial(serial, 'America/Sao_Paulo')).toBe(summer);
  });
});

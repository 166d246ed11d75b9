import { describe, expect, it } from '@jest/globals';
import { createMeter, type Meter } from '../../../src/twin/runtime/cost-model';
import { HostObject } from '../../../src/twin/runtime/host-object';
import { createRandom } from '../../../src/twin/runtime/random';

class Sheet extends HostObject {}

const receiver = new Sheet();
const matrix = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1));

type Call = readonly [name: string, args?: readonly unknown[], result?: unknown];

function call(meter: Meter, ...[name, args = [], result = null]: Call): number {
  const [className = '', method = ''] = name.split('.');
  return meter.call({ className, method, args, receiver }, result);
}

const medianMeter = () => createMeter('median', createRandom('cost'));

describe('the cost model at medians', () => {
  it.each([
    ['Range.getValues', [], matrix(100, 10), 180 + 8.5],
    ['Range.getValue', [], 1, 180.0085],
    ['Sheet.appendRow', [[1, 2]], null, 110],
    ['TextFinder.findNext', [], null, 300],
    ['Properties.getProperty', ['k'], 'v', 30],
    ['Properties.setProperty', ['k', 'v'], null, 62],
    ['Cache.get', ['k'], 'v', 5],
    ['Cache.put', ['k', 'v'], null, 60],
    ['Lock.tryLock', [0], true, 40],
    ['Lock.releaseLock', [], null, 20],
    ['Properties.getProperties', [], { key: 'v'.repeat(997) }, 30.2],
    ['Sheet.getMaxRows', [], 1000, 8],
    ['Sheet.getSheetId', [], 1, 2],
    ['Range.getRow', [], 1, 0],
    ['Range.setValues', [matrix(10, 10)], null, 1.25],
    ['Utilities.getUuid', [], 'x', 1],
  ] as const)('%s', (...row) => {
    const [name, args, result, ms] = row;
    expect(call(medianMeter(), name, args, result)).toBeCloseTo(ms, 6);
  });

  it('charges buffered writes at the flush, once', () => {
    const meter = medianMeter();
    expect(call(meter, 'Range.setValues', [matrix(10, 10)])).toBe(1.25);
    expect(call(meter, 'Range.setBackground', ['#fff'])).toBe(2);
    expect(call(meter, 'SpreadsheetApp.flush')).toBe(120 + 150);
    expect(call(meter, 'SpreadsheetApp.flush')).toBe(0);
  });

  it('charges what is above 10,000 cells by the cell', () => {
    const meter = medianMeter();
    call(meter, 'Range.setValues', [matrix(1_100, 10)]);
    expect(call(meter, 'SpreadsheetApp.flush')).toBeCloseTo(120 + 58, 6);
  });

  it('charges a read for the flush it forces, and the end for what is left', () => {
    const meter = medianMeter();
    call(meter, 'Range.setValue', [1]);
    expect(call(meter, 'Sheet.getLastRow', [], 1)).toBe(120 + 60);
    expect(call(meter, 'Sheet.getLastRow', [], 1)).toBe(0);
    call(meter, 'Range.setValue', [2]);
    expect(call(meter, 'Sheet.getLastRow', [], 2)).toBe(180);
    call(meter, 'Range.setValue', [3]);
    expect(meter.end()).toBe(120);
  });

  it('sums up, and counts the calls that cost something', () => {
    const meter = medianMeter();
    meter.start({ isCold: false, scriptBytes: 400_000 });
    call(meter, 'Cache.get', ['k']);
    call(meter, 'Range.getRow');
    call(meter, 'SpreadsheetApp.flush');
    call(meter, 'Range.setValue', [1]);
    expect(meter.modelMs).toBeCloseTo(400 + 40 + 5 + 1.25, 6);
    expect(meter.serviceCalls).toBe(2);
  });

  it('opens the spreadsheet once', () => {
    const meter = medianMeter();
    const names = ['getSheetByName', 'getSheetById', 'getSheetByName', 'getSheets'];
    expect(names.map((name) => call(meter, `Spreadsheet.${name}`, [name]))).toEqual([150, 8, 8, 8]);
    expect(call(meter, 'Sheet.getName', [], 'x')).toBe(150);
  });

  it('charges a search that finds nothing for every cell it looked at', () => {
    const finder = Object.assign(new Sheet(), { _cellCount: 100_000 });
    const search = (result: unknown): number =>
      medianMeter().call(
        { className: 'TextFinder', method: 'findNext', args: [], receiver: finder },
        result,
      );
    expect([search(receiver), search(null)]).toEqual([300, 900]);
  });
});

describe('the cost model at random', () => {
  it('has the table’s median and 95th percentile', () => {
    const meter = createMeter('sampled', createRandom('draws'));
    const draws = Array.from({ length: 4_000 }, () => call(meter, 'Properties.getProperty', ['k']));
    draws.sort((a, b) => a - b);
    expect(draws[2_000]).toBeGreaterThan(28);
    expect(draws[2_000]).toBeLessThan(32);
    expect(draws[3_800]).toBeGreaterThan(76);
    expect(draws[3_800]).toBeLessThan(93);
  });
});

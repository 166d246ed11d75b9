import { describe, expect, it } from '@jest/globals';
import { createMeter } from '../../../src/platform/meter';

describe('the meter of an execution', () => {
  it('tells each operation once', () => {
    const meter = createMeter();
    meter.spend(2);
    meter.spend(1);
    expect([meter.tell(), meter.tell()]).toEqual([3, 0]);
  });

  it('counts what was told ahead as told when it comes', () => {
    const meter = createMeter();
    meter.spend(1);
    expect(meter.tell(1)).toBe(2);
    meter.spend(1);
    expect(meter.tell(1)).toBe(1);
    meter.spend(1);
    expect(meter.tell()).toBe(0);
  });

  it('leaves out what somebody else tells', () => {
    const meter = createMeter();
    meter.spend(3);
    meter.leaveToOthers(2);
    expect(meter.tell()).toBe(1);
  });
});

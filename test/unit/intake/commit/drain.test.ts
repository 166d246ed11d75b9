import { describe, expect, it } from '@jest/globals';
import { knock } from '../../../../src/settings/busy-mark';
import { connectServices } from '../../../../src/platform/connect';
import { agentStatus } from '../../../support/plantao';
import { startInProcess, type InProcess } from '../../../support/in-process';

/** How often a delivery reads all properties, its configuration in the cache, while so many knock, one during each flush. */
function countReads(desk: InProcess, knocks = 0): number {
  for (const time of [1_659_382_579, 1_659_382_580]) desk.post('huggy', agentStatus({ time }));
  const all = desk.properties();
  let reads = 0;
  desk.interpose('PropertiesService', 'getProperties', () => {
    reads += 1;
    return all;
  });
  let flushes = 0;
  desk.interpose('SpreadsheetApp', 'flush', () => {
    flushes += 1;
    if (flushes <= knocks) knock(connectServices().cache, `request ${flushes}`);
  });
  expect(desk.post('huggy', agentStatus())).toBe('OK');
  return reads;
}

describe('a hold looks into the waiting room', () => {
  it('once, when nobody knocks', () => {
    expect(countReads(startInProcess())).toBe(1);
  });

  it('once, though a request lies there that has lost a part, which no hold can take', () => {
    const desk = startInProcess();
    const head = JSON.stringify({ n: 2, sha: '0123456789abcdef', at: desk.nowMs });
    desk.execute(() => connectServices().properties.set('q.lost.h', head));
    expect(countReads(desk)).toBe(1);
  });

  it('once more for each knock that came since it looked', () => {
    expect(countReads(startInProcess(), 2)).toBe(3);
  });
});

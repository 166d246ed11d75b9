import { describe, expect, it } from '@jest/globals';
import { connectServices } from '../../../../src/platform/connect';
import { agentStatus } from '../../../support/plantao';
import { startInProcess, type InProcess } from '../../../support/in-process';

/** How often a delivery reads all properties, its configuration in the cache: once a hold, and once a look after it. */
function countReads(desk: InProcess): number {
  for (const time of [1_659_382_579, 1_659_382_580]) desk.post('huggy', agentStatus({ time }));
  const all = desk.properties();
  let reads = 0;
  desk.interpose('PropertiesService', 'getProperties', () => {
    reads += 1;
    return all;
  });
  expect(desk.post('huggy', agentStatus())).toBe('OK');
  return reads;
}

describe('after its own hold, an execution looks again', () => {
  it('once, when nothing waits', () => {
    expect(countReads(startInProcess())).toBe(2);
  });

  it('and lets a request rest that has lost a part, which no hold can take', () => {
    const desk = startInProcess();
    const head = JSON.stringify({ n: 2, sha: '0123456789abcdef', at: desk.nowMs });
    desk.execute(() => connectServices().properties.set('q.lost.h', head));
    expect(countReads(desk)).toBe(4);
  });
});

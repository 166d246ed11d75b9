import { expect, it } from '@jest/globals';
import { compareReport } from '../../src/cli/probe/compare';
import { measure, openProbe } from '../support/probe';

/** Larger ones take the twin half a minute each, and tell nothing more of it. */
const bodies = [1, 10];

it('the whole probe finds no difference in the twin, within five minutes of Google’s time', async () => {
  const twin = await openProbe();
  const report = await measure(twin, { bodyMegabytes: bodies });
  await twin.stop();
  const { news, ...differences } = compareReport(report);
  expect(report.missing).toEqual({});
  expect(differences).toEqual({ settings: [], behaviour: [], prices: [] });
  expect(news).toEqual([expect.stringContaining('Service invoked too many times')]);
  expect(report.answers).toMatchObject({ 'atOnce.served': 30, 'body.largest': 10 * 2 ** 20 });
  expect(report.durationMs).toBeLessThan(300_000);
});

it('finds other waits for a lock, which are set beside the prices', async () => {
  const twin = await openProbe({ services: { lock: { pollMs: 1_200 } } });
  const report = await measure(twin, { only: ['locks'] });
  await twin.stop();
  expect(compareReport(report).prices.map(({ what }) => what)).toEqual(['services.lock.pollMs']);
});

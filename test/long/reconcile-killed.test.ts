import { expect, it } from '@jest/globals';
import { openSearchCrashes } from '../support/reconcile-crashes';

/** All moments with `RECONCILE_MOMENTS=all npm run campaign:long -- reconcile-killed`; else some of them. */
const every = process.env['RECONCILE_MOMENTS'] === 'all' ? 1 : 7;

it('a search for what was missed may die at any of its calls', async () => {
  const crashes = await openSearchCrashes();
  expect(await crashes.tryMoments(every)).toBeGreaterThan(10);
  await crashes.stop();
});

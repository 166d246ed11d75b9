import { expect, it } from '@jest/globals';
import { openSearchCrashes } from '../support/reconcile-crashes';

/** Here a few moments; `test/long/reconcile-killed.test.ts` tries more, or all. */
it('A search for what was missed loses nothing and doubles nothing, whenever a run of it dies', async () => {
  const crashes = await openSearchCrashes();
  expect(await crashes.tryMoments(61)).toBeGreaterThan(1);
  await crashes.stop();
});

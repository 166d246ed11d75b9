import { describe, expect, it } from '@jest/globals';
import { catchMutation } from '../simulation/find-failure';
import { buildMutant } from '../simulation/build-mutant';
import { mutations } from '../simulation/mutations';

/** A simulation that cannot fail proves nothing: each of these careless changes must be noticed. */
const maxRuns = 60;

describe('the simulation notices', () => {
  it.each(mutations.map(({ name }, index) => [name, index] as const))(
    '%s',
    async (_name, index) => {
      const mutation = mutations[index];
      const caught = mutation === undefined ? null : await catchMutation(mutation, maxRuns);
      expect(caught?.violation).toEqual(expect.any(String));
      expect(caught?.runs).toBeLessThanOrEqual(maxRuns);
    },
  );

  it('a mutation whose text has gone from the sources is told', async () => {
    const gone = {
      name: 'gone',
      shows: 'runs',
      patches: [{ file: 'main.ts', find: '§', put: '' }],
    };
    await expect(buildMutant({ ...gone, shows: 'runs' })).rejects.toThrow(/0 times in main.ts/);
  });
});

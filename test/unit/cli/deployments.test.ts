import { describe, expect, it } from '@jest/globals';
import { chooseDeployment } from '../../../src/cli/deploy/deployments';
import { spell } from '../../../src/cli/deploy/versions';

describe('the deployment to update', () => {
  const first = { deploymentId: 'first', versionNumber: 1 };
  const second = { deploymentId: 'second', versionNumber: 2 };

  it('is the wanted one, else the only one', () => {
    expect(chooseDeployment([first, second], 'second', false)).toEqual({ ok: true, value: second });
    expect(chooseDeployment([first], undefined, false)).toEqual({ ok: true, value: first });
  });

  it('is asked for when there is none, or more than one', () => {
    const several = { code: 'severalDeployments', detail: 'first, second' };
    expect(chooseDeployment([first, second], undefined, true)).toEqual({
      ok: false,
      problem: several,
    });
    const none = { code: 'noDeployment', detail: '' };
    expect(chooseDeployment([], undefined, false)).toEqual({ ok: false, problem: none });
    expect(chooseDeployment([], undefined, true)).toEqual({ ok: true, value: undefined });
  });
});

it('versions that may go are told in runs', () => {
  expect(spell([1, 2, 3, 5, 8, 9])).toBe('1–3, 5, 8–9');
  expect(spell([])).toBe('');
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chooseDeployment, deployProject } from '../../src/cli/deploy';
import type { DeployOptions } from '../../src/cli/deploy';
import { startFakeGoogle } from '../support/fake-google';
import type { FakeGoogle, RemoteDeployment } from '../support/fake-google';
import { makeScratchProject } from './scratch-project';
import type { ScratchProject } from './scratch-project';

const scriptId = '1FakeScriptIdForTheLoopbackCopyOfGoogle';
const head: RemoteDeployment = { deploymentId: 'AKfycbHeadDeployment', deploymentConfig: {} };
const live: RemoteDeployment = {
  deploymentId: 'AKfycbLiveDeployment',
  deploymentConfig: { versionNumber: 1 },
};
const other: RemoteDeployment = {
  deploymentId: 'AKfycbOtherDeployment',
  deploymentConfig: { versionNumber: 1 },
};
const options: DeployOptions = { scriptId, description: 'Plantão 0.1.0 (abc1234)' };
let google: FakeGoogle;
let place: ScratchProject;

beforeEach(async () => {
  google = await startFakeGoogle(scriptId);
  google.project.versions = ['first'];
  google.project.deployments = [head, live];
  place = makeScratchProject(google);
});

afterEach(async () => {
  place.remove();
  await google.close();
});

describe('deploy', () => {
  it('pushes, makes a version and lets the same deployment answer with it, again and again', async () => {
    const url = 'https://script.google.com/macros/s/AKfycbLiveDeployment/exec';
    const value = { deploymentId: live.deploymentId, versionNumber: 2, url };
    expect(await deployProject(place, options)).toEqual({ ok: true, value });
    expect(google.project.versions).toEqual(['first', options.description]);
    expect(google.project.files.map((file) => file.name)).toContain('Code');
    google.project.deployments.push(other);
    const next = await deployProject(place, { description: 'next' });
    expect(next).toMatchObject({ ok: true, value: { ...value, versionNumber: 3 } });
    const numbers = google.project.deployments.map((entry) => entry.deploymentConfig.versionNumber);
    expect(numbers).toEqual([undefined, 3, 1]);
  });

  it('takes the web app address in place of an ID', async () => {
    google.project.deployments.push(other);
    const address = `https://script.google.com/macros/s/${other.deploymentId}/exec`;
    const env = { ...place.env, PLANTAO_DEPLOYMENT_ID: address };
    const outcome = await deployProject({ root: place.root, env }, options);
    expect(outcome).toMatchObject({ ok: true, value: { deploymentId: other.deploymentId } });
  });

  it('makes the first deployment when told to', async () => {
    google.project.deployments = [head];
    const made = await deployProject(place, { ...options, create: true });
    expect(made).toMatchObject({ ok: true, value: { versionNumber: 2 } });
  });

  it('recognises a refused deployment, where clasp exits with 0', async () => {
    google.refuse({ request: /^PUT .*deployments/, status: 400, message: 'Invalid version.' });
    const problem = { code: 'refused', detail: 'Invalid version.' };
    expect(await deployProject(place, options)).toEqual({ ok: false, problem });
    expect(google.project.deployments).toEqual([head, live]);
  });

  it('recognises the limit of versions', async () => {
    const message = 'Cannot create more versions: Script has reached the limit of 200 versions.';
    google.refuse({ request: /^POST .*versions$/, status: 400, message });
    const outcome = await deployProject(place, options);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'tooManyVersions' } });
  });

  it('stops before it spends a version when the deployment is not known', async () => {
    const outcome = await deployProject(place, { ...options, deploymentId: head.deploymentId });
    const problem = { code: 'unknownDeployment', detail: head.deploymentId };
    expect(outcome).toEqual({ ok: false, problem });
    expect(google.project.versions).toEqual(['first']);
  });
});

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

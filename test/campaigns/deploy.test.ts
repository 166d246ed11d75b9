import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readBuildInfo } from '../../src/cli/build';
import type { ProjectPlace } from '../../src/cli/clasp-project';
import { deployProject, type Deployed } from '../../src/cli/deploy/deploy-project';
import { planDeployment, type Wish } from '../../src/cli/deploy/plan';
import type { Caller } from '../../src/cli/deploy/verify';
import type { Outcome } from '../../src/cli/problems';
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
const info = readBuildInfo();
const description = `Plantão ${info.version} (${info.commit})`;
const answering: Caller = {
  call: async (url) => ({ status: 200, url, text: info.version }),
  pause: async () => undefined,
};
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

async function deploy(
  wish: Wish = { scriptId },
  { at = place, caller = answering }: { at?: ProjectPlace; caller?: Caller } = {},
): Promise<Outcome<Deployed>> {
  const plan = await planDeployment(at, wish);
  if (!plan.ok) return plan;
  return deployProject(at, plan.value, { info, newTitle: wish.newTitle ?? '', caller });
}

describe('deploy', () => {
  it('pushes, makes a version and lets the same deployment answer with it, again and again', async () => {
    const url = 'https://script.google.com/macros/s/AKfycbLiveDeployment/exec';
    const value = { deploymentId: live.deploymentId, versionNumber: 2, url };
    expect(await deploy()).toMatchObject({ ok: true, value: { ...value, verified: { ok: true } } });
    expect(google.project.versions).toEqual(['first', description]);
    expect(google.project.files.map((file) => file.name)).toContain('Code');
    google.project.deployments.push(other);
    expect(await deploy({})).toMatchObject({ ok: true, value: { ...value, versionNumber: 3 } });
    const numbers = google.project.deployments.map((entry) => entry.deploymentConfig.versionNumber);
    expect(numbers).toEqual([undefined, 3, 1]);
  });

  it('takes the web app address in place of an ID', async () => {
    google.project.deployments.push(other);
    const address = `https://script.google.com/macros/s/${other.deploymentId}/exec`;
    const env = { ...place.env, PLANTAO_DEPLOYMENT_ID: address };
    const outcome = await deploy({ scriptId }, { at: { root: place.root, env } });
    expect(outcome).toMatchObject({ ok: true, value: { deploymentId: other.deploymentId } });
  });

  it('makes the first deployment when told to', async () => {
    google.project.deployments = [head];
    const made = await deploy({ scriptId, create: true });
    expect(made).toMatchObject({ ok: true, value: { versionNumber: 2 } });
  });

  it('looks before it acts: a plan changes nothing, here or at Google', async () => {
    const plan = await planDeployment(place, { scriptId });
    expect(plan).toMatchObject({
      ok: true,
      value: {
        account: 'ana@example.com',
        existing: { deployment: { deploymentId: live.deploymentId }, versions: { count: 1 } },
      },
    });
    expect(google.calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
    expect(existsSync(join(place.root, '.clasp.local.json'))).toBe(false);
  });

  it('recognises a refused deployment, where clasp exits with 0', async () => {
    google.refuse({ request: /^PUT .*deployments/, status: 400, message: 'Invalid version.' });
    const problem = { code: 'refused', detail: 'Invalid version.' };
    expect(await deploy()).toEqual({ ok: false, problem });
    expect(google.project.deployments).toEqual([head, live]);
  });

  it('stops before it sends anything when the deployment is not known', async () => {
    const outcome = await deploy({ scriptId, deploymentId: head.deploymentId });
    const problem = { code: 'unknownDeployment', detail: head.deploymentId };
    expect(outcome).toEqual({ ok: false, problem });
    expect(google.project.versions).toEqual(['first']);
    expect(google.project.files).toEqual([]);
  });

  it('asks to sign in where nobody has', async () => {
    place.remove();
    place = makeScratchProject(google, null);
    expect(await deploy()).toMatchObject({ ok: false, problem: { code: 'noCredentials' } });
    expect(google.calls).toEqual([]);
  });
});

describe('the versions', () => {
  it('near the limit are named, but for those that a deployment uses and the newest', async () => {
    google.project.versions = Array.from({ length: 185 }, (_unused, index) => `version ${index}`);
    const plan = await planDeployment(place, { scriptId });
    const deletable = Array.from({ length: 183 }, (_unused, index) => index + 2);
    expect(plan).toMatchObject({ value: { existing: { versions: { count: 185, deletable } } } });
  });

  it('at the limit stop it before it sends anything', async () => {
    google.project.versions = Array.from({ length: 200 }, () => 'old');
    expect(await deploy()).toEqual({
      ok: false,
      problem: { code: 'tooManyVersions', detail: '2–199' },
    });
    expect(google.project.files).toEqual([]);
  });

  it('are at the limit, too, when Google says so', async () => {
    const message = 'Cannot create more versions: Script has reached the limit of 200 versions.';
    google.refuse({ request: /^POST .*versions$/, status: 400, message });
    expect(await deploy()).toMatchObject({ ok: false, problem: { code: 'tooManyVersions' } });
  });
});

describe('a new spreadsheet', () => {
  it('is made with the code in it and a first deployment, and remembered', async () => {
    google.project.versions = [];
    google.project.deployments = [head];
    const built = place.read('dist/appsscript.json');
    const made = await deploy({ newTitle: 'Plantão' });
    expect(made).toMatchObject({
      ok: true,
      value: {
        versionNumber: 1,
        spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/1FakeSpreadsheet/edit',
        verified: null,
      },
    });
    // What Google puts into a new script has not come over the build.
    expect(place.read('dist/appsscript.json')).toBe(built);
    expect(google.project.files.find(({ name }) => name === 'appsscript')?.source).toBe(built);
    expect(JSON.parse(place.read('.clasp.json'))).toEqual({ rootDir: 'dist' });
    expect(JSON.parse(place.read('.clasp.local.json'))).toMatchObject({ scriptId });
  });

  it('is not made where one is remembered; that for trying out is another', async () => {
    expect(await deploy()).toMatchObject({ ok: true });
    const again = await deploy({ newTitle: 'Plantão' });
    expect(again).toEqual({ ok: false, problem: { code: 'alreadyLinked', detail: scriptId } });
    google.project.deployments = [head];
    const dev: ProjectPlace = { root: place.root, env: place.env, target: 'dev' };
    expect(await deploy({ newTitle: 'Ensaio' }, { at: dev })).toMatchObject({ ok: true });
    expect(JSON.parse(place.read('.clasp.local.dev.json'))).toMatchObject({ scriptId });
  });
});

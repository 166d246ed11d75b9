import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pushProject } from '../../src/cli/push';
import { startFakeGoogle } from '../support/fake-google';
import type { FakeGoogle } from '../support/fake-google';
import { makeScratchProject } from './scratch-project';
import type { ScratchProject, Tokens } from './scratch-project';

const scriptId = '1FakeScriptIdForTheLoopbackCopyOfGoogle';
let google: FakeGoogle;
let place: ScratchProject;

beforeEach(async () => {
  google = await startFakeGoogle(scriptId);
  place = makeScratchProject(google);
});

afterEach(async () => {
  place.remove();
  await google.close();
});

async function pushWith(tokens: Tokens) {
  place.remove();
  place = makeScratchProject(google, tokens);
  return pushProject(place, scriptId);
}

describe('push', () => {
  it('uploads exactly the code, the pages and the manifest', async () => {
    place.write('dist/notes.txt', 'not for Google');
    place.write('dist/extra.js', 'var extra;');
    const outcome = await pushProject(place, scriptId);
    const pages = readdirSync(join(place.root, 'dist')).filter((name) => name.endsWith('.html'));
    const names = google.project.files.map((file) => `${file.name} ${file.type}`).toSorted();
    const expected = [
      'Code SERVER_JS',
      'appsscript JSON',
      ...pages.map((name) => `${name.slice(0, -5)} HTML`),
    ];
    expect(names).toEqual(expected.toSorted());
    expect(google.project.files.find((file) => file.name === 'Code')?.source).toBe(
      place.read('dist/Code.js'),
    );
    // dist has files that were not sent, so this is not taken for a success.
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'wrongFiles' } });
  });

  it('remembers the project and overwrites a manifest that differs', async () => {
    google.project.files = [{ name: 'appsscript', type: 'JSON', source: '{}' }];
    expect(await pushProject(place, scriptId)).toMatchObject({ ok: true });
    expect(google.project.files.find((file) => file.name === 'appsscript')?.source).toContain(
      'ANYONE_ANONYMOUS',
    );
    google.calls.length = 0;
    expect(await pushProject(place)).toMatchObject({ ok: true, value: { project: { scriptId } } });
    expect(google.calls).toEqual([`GET /v1/projects/${scriptId}/content`]);
    expect(JSON.parse(place.read('.clasp.json'))).toEqual({ rootDir: 'dist' });
  });

  it('takes the ID that clasp create-script wrote, and an editor address', async () => {
    place.write('.clasp.json', JSON.stringify({ scriptId, rootDir: 'dist' }));
    expect(await pushProject(place)).toMatchObject({ ok: true });
    const address = `https://script.google.com/u/0/home/projects/${scriptId}/edit`;
    expect(await pushProject(place, address)).toMatchObject({
      ok: true,
      value: { project: { scriptId } },
    });
  });

  it('refreshes an access token that has expired', async () => {
    const outcome = await pushWith({ access: 'old-token', refresh: 'good-refresh-token' });
    expect(outcome).toMatchObject({ ok: true });
    expect(google.calls).toContain('POST /token');
  });

  it('says so when no project is named', async () => {
    expect(await pushProject(place)).toMatchObject({ ok: false, problem: { code: 'noScriptId' } });
    expect(google.calls).toEqual([]);
  });

  it('says so when the remembered project cannot be read', async () => {
    place.write('.clasp.local.json', '{ "scriptId": ');
    const problem = { code: 'unreadableProjectFile', detail: '.clasp.local.json' };
    expect(await pushProject(place)).toEqual({ ok: false, problem });
  });

  it('recognises that nobody signed in, and a sign-in that was revoked', async () => {
    expect(await pushWith(null)).toMatchObject({ ok: false, problem: { code: 'noCredentials' } });
    const revoked = await pushWith({ access: 'old-token', refresh: 'revoked' });
    expect(revoked).toMatchObject({ ok: false, problem: { code: 'signInExpired' } });
  });

  it('remembers a project only after Google took the code', async () => {
    const other = '1AnotherScriptIdThatNobodyOfUsMayWriteTo';
    expect(await pushProject(place, scriptId)).toMatchObject({ ok: true });
    const remembered = place.read('.clasp.local.json');
    expect(await pushProject(place, other)).toMatchObject({ ok: false });
    expect(place.read('.clasp.local.json')).toBe(remembered);
    expect(await pushWith(null)).toMatchObject({ ok: false, problem: { code: 'noCredentials' } });
    expect(readdirSync(place.root).filter((name) => name.startsWith('.clasp.'))).toEqual([
      '.clasp.json',
    ]);
  });

  it.each([
    [401, 'Request had invalid authentication credentials.', 'signInExpired'],
    [403, 'The caller does not have permission', 'noPermission'],
    [400, 'Syntax error: Unexpected token = line: 3 file: Code', 'syntaxError'],
  ])('recognises a refused upload: %i %s', async (status, message, code) => {
    // A 401 makes clasp refresh and ask again, so it is refused twice.
    for (const _attempt of [1, 2]) google.refuse({ request: /^PUT .*content$/, status, message });
    expect(await pushProject(place, scriptId)).toMatchObject({ ok: false, problem: { code } });
    expect(google.project.files).toEqual([]);
  });
});

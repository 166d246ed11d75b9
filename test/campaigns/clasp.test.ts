import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runClasp } from '../../src/cli/clasp';
import { rememberProject } from '../../src/cli/clasp-project';
import { problemTexts } from '../../src/cli/problem-texts';
import { describeProblem, recogniseProblem } from '../../src/cli/problems';
import { startFakeGoogle } from '../support/fake-google';
import type { FakeGoogle } from '../support/fake-google';
import { makeScratchProject } from './scratch-project';
import type { ScratchProject } from './scratch-project';

const scriptId = '1FakeScriptIdForTheLoopbackCopyOfGoogle';
let google: FakeGoogle;
let place: ScratchProject;

beforeEach(async () => {
  google = await startFakeGoogle(scriptId);
  place = makeScratchProject(google);
  rememberProject(place, { scriptId });
});

afterEach(async () => {
  place.remove();
  await google.close();
});

describe('what clasp calls a success', () => {
  it('is none when the push was skipped for want of a terminal', async () => {
    google.project.files = [{ name: 'appsscript', type: 'JSON', source: '{}' }];
    const outcome = await runClasp(place, ['push']);
    expect(outcome).toEqual({ ok: false, problem: { code: 'nothingDone', detail: '' } });
  });

  it('is none when clasp does not know an option', async () => {
    const outcome = await runClasp(place, ['push', '--no-such-option']);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'refused' } });
  });

  it('is none when a project file lacks the ID', async () => {
    place.write('.clasp.local.json', '{ "rootDir": "dist" }');
    expect(await runClasp(place, ['push', '--force'])).toMatchObject({
      problem: { code: 'noScriptId' },
    });
  });

  it('is none when Google cannot be reached', async () => {
    const env = { ...place.env, FAKE_GOOGLE_URL: 'http://127.0.0.1:9/' };
    const outcome = await runClasp({ root: place.root, env }, ['list-deployments']);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'offline' } });
  });

  it('is none when the build is missing', async () => {
    rmSync(join(place.root, 'dist'), { recursive: true });
    expect(await runClasp(place, ['push', '--force'])).toMatchObject({ ok: true, value: [] });
  });
});

describe('problems', () => {
  it.each([
    ['User has not enabled the Apps Script API. Enable it by visiting a page.', 'apiSwitchedOff'],
    ['Requested entity was not found.', 'notFound'],
    ['invalid_grant', 'signInExpired'],
    ['request to https://script.googleapis.com failed, reason: getaddrinfo EAI_AGAIN', 'offline'],
    ['Something that nobody has seen yet.', 'refused'],
  ])('are recognised by what clasp says: %s', (message, code) => {
    expect(recogniseProblem(` ${message}\n`)).toEqual({ code, detail: message });
  });

  it('each have a sentence in every language', () => {
    for (const text of Object.values(problemTexts)) {
      expect(new Set(Object.values(text)).size).toBe(3);
      for (const sentence of Object.values(text))
        expect(sentence).toMatch(/^(?:\p{Lu}|clasp).{20,}/u);
    }
    expect(describeProblem({ code: 'refused', detail: 'why' })).toContain('(why)');
  });
});

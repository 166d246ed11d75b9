import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBuildInfo } from '../../src/cli/build';
import { verifyAnswer, type Caller, type Heard } from '../../src/cli/deploy/verify';
import { answerTexts } from '../../src/intake/door/answer-texts';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { bundleDir } from '../support/plantao';

const info = readBuildInfo();
const address = 'https://script.google.com/macros/s/AKfycbLiveDeployment/exec';

/** Answers one after the other, the last one for ever. */
function answerWith(...answers: readonly (Heard | null)[]): Caller & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    call: async (url) => {
      const answer = answers[Math.min(asked.push(url), answers.length) - 1] ?? null;
      return answer ?? Promise.reject(new Error('no network'));
    },
    pause: async () => undefined,
  };
}

const heard = (text: string, url = 'https://script.googleusercontent.com/macros/echo'): Heard => ({
  status: 200,
  url,
  text,
});

describe('npm run deploy, when the new version is published', () => {
  let twin: Twin;
  let url: string;
  beforeAll(async () => {
    twin = startTwin({ bundleDir });
    url = await twin.listen(0);
  });
  afterAll(() => twin.stop());

  it('calls the address, where the built code knows its own build', async () => {
    const caller: Caller = {
      call: async (asked) => {
        const path = new URL(twin.execUrl() ?? url).pathname + new URL(asked).search;
        const response = await fetch(url + path);
        return { status: response.status, url: response.url, text: await response.text() };
      },
      pause: async () => undefined,
    };
    expect(await verifyAnswer(address, info, caller)).toEqual({ ok: true, value: null });
    // Who does not know the build learns nothing.
    expect((await caller.call(`${address}?b=0000000`)).text).toBe(answerTexts.alive);
    expect((await caller.call(address)).text).toBe(answerTexts.alive);
  });

  it('tries again until the new version answers', async () => {
    const old = heard(answerTexts.alive);
    const caller = answerWith(old, heard('<!DOCTYPE html><p>wait</p>'), null, heard(info.version));
    expect(await verifyAnswer(address, info, caller)).toEqual({ ok: true, value: null });
    expect(caller.asked).toEqual(Array.from({ length: 4 }, () => `${address}?b=${info.commit}`));
  });

  it.each([
    ['otherAnswer', heard(answerTexts.alive)],
    ['pageOfGoogle', heard('<!DOCTYPE html><title>Erro</title>A autorização é necessária')],
    ['asksToSignIn', heard('<html>', 'https://accounts.google.com/ServiceLogin')],
    ['offline', null],
  ])('says at last what answers instead: %s', async (code, answer) => {
    const outcome = await verifyAnswer(address, info, answerWith(answer));
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
  });
});

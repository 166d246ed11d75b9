import { setTimeout } from 'node:timers/promises';
import type { BuildInfo } from '../bundle-app';
import { fail, type Outcome } from '../problems';

/** What an address answered: the text, and where redirects led. */
export interface Heard {
  readonly status: number;
  readonly url: string;
  readonly text: string;
}

/** How a deployment is called, and how long to wait before the next try. */
export interface Caller {
  readonly call: (url: string) => Promise<Heard>;
  readonly pause: () => Promise<unknown>;
}

/** Over the network. */
export const networkCaller: Caller = {
  call: async (url) => {
    const response = await fetch(url);
    return { status: response.status, url: response.url, text: await response.text() };
  },
  pause: () => setTimeout(3000),
};

/** A new version does not answer everywhere at once; half a minute has been enough. */
const tries = 10;

/** Calls the address until the build answers that was just deployed: who names it is told its version (src/intake/door/greet-visitor.ts). */
export async function verifyAnswer(
  address: string,
  info: BuildInfo,
  caller: Caller,
): Promise<Outcome<null>> {
  let outcome = await askOnce(address, info, caller);
  for (let attempt = 1; attempt < tries && !outcome.ok; attempt += 1) {
    await caller.pause();
    outcome = await askOnce(address, info, caller);
  }
  return outcome;
}

async function askOnce(
  address: string,
  { commit, version }: BuildInfo,
  { call }: Caller,
): Promise<Outcome<null>> {
  const heard = await call(`${address}?b=${commit}`).catch(() => null);
  if (heard === null) return fail('offline', address);
  if (heard.text.trim() === version) return { ok: true, value: null };
  if (heard.url.startsWith('https://accounts.google.com/')) return fail('asksToSignIn');
  const shown = heard.text.replaceAll(/<style[^]*?<\/style>|<[^>]*>|\s+/g, ' ').trim();
  // Ours is plain text. Google's own page comes when the owner has not given the permission yet.
  const code = heard.text.trimStart().startsWith('<') ? 'pageOfGoogle' : 'otherAnswer';
  return fail(code, `${heard.status} ${shown.slice(0, 200)}`);
}

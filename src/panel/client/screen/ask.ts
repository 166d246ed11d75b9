import type { BoardAnswer } from './board';

/** `google.script` as far as the page uses it (https://developers.google.com/apps-script/guides/html/reference/run, …/url). */
interface ScriptRun {
  withSuccessHandler(handler: (answer: BoardAnswer | null) => void): ScriptRun;
  withFailureHandler(handler: () => void): ScriptRun;
  readBoard(viewKey: string): void;
}

interface PageLocation {
  readonly parameter: Readonly<Record<string, string>>;
}

declare const google: {
  readonly script: {
    readonly run: ScriptRun;
    readonly url: { getLocation(hear: (location: PageLocation) => void): void };
  };
};

/** The key in the page's own address, which only Google's frame around the page knows. */
export const readKey = (): Promise<string> =>
  new Promise((resolve) => {
    google.script.url.getLocation(({ parameter }) => resolve(parameter['v'] ?? ''));
  });

const patienceMs = 30_000;
/** After so many failures in a row the bridge counts as dead, and is tried once in so many turns. */
const mostFailures = 3;
const retryEvery = 15;

let failures = 0;
let turns = 0;

/** The board, by the bridge; where that does not answer, by the web app's address. Null when neither does. */
export async function askBoard(key: string): Promise<BoardAnswer | null> {
  turns += 1;
  if (failures < mostFailures || turns % retryEvery === 0) {
    const answer = await within(askBridge(key));
    failures = answer === null ? failures + 1 : 0;
    if (answer !== null) return answer;
  }
  return within(fetchBoard(key));
}

/** What does not answer in time does not answer. */
function within(asked: Promise<BoardAnswer | null>): Promise<BoardAnswer | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), patienceMs);
  });
  return Promise.race([asked.catch(() => null), late]);
}

const askBridge = (key: string): Promise<BoardAnswer | null> =>
  new Promise((resolve) => {
    google.script.run
      .withSuccessHandler(resolve)
      .withFailureHandler(() => resolve(null))
      .readBoard(key);
  });

async function fetchBoard(key: string): Promise<BoardAnswer | null> {
  const { address = '' } = document.body.dataset;
  if (address === '') return null;
  const response = await fetch(`${address}?v=${key}&f=json`, { cache: 'no-store' });
  const answer: unknown = await response.json();
  return isAnswer(answer) ? answer : null;
}

const isAnswer = (value: unknown): value is BoardAnswer =>
  typeof value === 'object' && value !== null && 'kind' in value;

import type { PageCall, PanelAnswer } from '../../src/panel/panel';
import type { Outcome } from '../../src/panel/outcome';
import type { Twin } from '../../src/twin/runtime/twin';

/** Chooses a menu item that opens a page, and gives the token that the page got; blank when none opened. */
export async function takeToken(twin: Twin, menuFunction = 'openFailures_'): Promise<string> {
  const pages: string[] = [];
  const leave = twin.session.onEvent((event) => {
    if (event.type === 'dialog' || event.type === 'sidebar') pages.push(event.html);
    if (event.type === 'alert') twin.session.answer(event.id, { button: 'OK', text: '' });
  });
  await twin.run(menuFunction);
  leave();
  return /data-token="([^"]*)"/.exec(pages.join(''))?.[1] ?? '';
}

/** What a page of the menu asks of the app, in the way the page does. */
export async function callPanel(
  twin: Twin,
  { token, action, args }: PageCall,
): Promise<PanelAnswer> {
  const answer: unknown = await twin.runForPage('panel', [token, action, args], 'clientCall');
  if (!isAnswer(answer)) throw new Error(`panel answered ${JSON.stringify(answer)}`);
  return answer;
}

/** Opens a page and lets it ask for one thing. */
export async function askPanel(
  twin: Twin,
  action: string,
  ...args: readonly string[]
): Promise<Outcome<unknown>> {
  const token = await takeToken(twin);
  return (await callPanel(twin, { token, action, args })).outcome;
}

/** The value of what was done; anything else is an error. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${outcome.sentence}`);
  return outcome.value;
}

function isAnswer(value: unknown): value is PanelAnswer {
  return typeof value === 'object' && value !== null && 'outcome' in value && 'token' in value;
}

import type { Outcome } from './outcome';
import { say } from './page-data';

interface PanelAnswer {
  readonly outcome: Outcome<unknown>;
  readonly token: string;
}

/** `google.script.run` as far as the pages use it (https://developers.google.com/apps-script/guides/html/reference/run). */
interface ScriptRun {
  withSuccessHandler(handler: (answer: PanelAnswer | null) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
  panel(token: string, action: string, args: readonly string[]): void;
}

declare const google: { readonly script: { readonly run: ScriptRun } };

let token = document.body.dataset['token'] ?? '';

/** Asks the app for something; whatever happens, an outcome is handed on. The value's shape is the action's own. */
export function askServer<T>(
  action: string,
  args: readonly string[],
  hear: (outcome: Outcome<T>) => void,
): void {
  const fail = (error: unknown): void => hear({ kind: 'refused', sentence: explain(error) });
  google.script.run
    .withSuccessHandler((answer) => {
      if (answer === null) return fail(null);
      if (answer.token !== '') ({ token } = answer);
      // The boundary to the server: both sides are built from the same source.
      hear(answer.outcome as Outcome<T>);
    })
    .withFailureHandler(fail)
    .panel(token, action, args);
}

/** Google says it in the language of the account: "Authorization is required", "PERMISSION_DENIED", "Se requiere autorización". */
const refusedByGoogle = /permission|permiss[ãõ]|permis[oi]|authori[sz]|autori[sz]/i;

/** Without an answer there are two causes that a person can do something about: another account, or no connection. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return say(refusedByGoogle.test(message) ? 'otherAccount' : 'unreachable');
}

import type { Services } from '../platform/services';
import { runAction } from './actions';
import { refused, type Outcome } from './outcome';
import { speaker } from './speak';
import { isValidToken, mintToken } from './token';

/** What a page sends; anybody may send anything. */
export interface PageCall {
  readonly token: unknown;
  readonly action: unknown;
  readonly args: unknown;
}

/** What a page is told: what came of its call, and the token for the next one; blank when there is none. */
export interface PanelAnswer {
  readonly outcome: Outcome<unknown>;
  readonly token: string;
}

/**
 * A call of one of the app's pages. Anybody who opens the web app's address can make such a call, and it runs as the owner: so the
 * open spreadsheet is asked for first, which a web app does not have, before any property, cell or cache is touched; then the token,
 * which only the menu gives.
 */
export function answerPage(services: Services, call: PageCall): PanelAnswer {
  if (!services.host.isOpen() || !isValidToken(services, call.token))
    return { outcome: refused(speaker(services)('reopen')), token: '' };
  return { outcome: attempt(services, call), token: mintToken(services) };
}

function attempt(services: Services, { action, args }: PageCall): Outcome<unknown> {
  const speak = speaker(services);
  try {
    return runAction(services, action, args) ?? refused(speak('badRequest'));
  } catch (error) {
    services.logError(error instanceof Error ? error.message : 'unknown fault');
    return refused(speak('fault'));
  }
}

import type { RunEnd } from '../runtime/run';
import { CONTENT_TYPES, TextOutput } from '../services/web/content';
import { HtmlOutput } from '../services/web/html';
import { escapeHtml, errorPage, messagePage, sandboxPage, type MetaTag } from './pages';
import type { WebSides } from './web-sides';

/** An answer on the wire. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a page of Google's own tells of. */
type PageCause = 'error' | 'refusal' | 'other';

/** What the code gave back, before it is dressed as an answer. */
export type WebOutput =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly contentType: string;
      readonly fileName: string | null;
    }
  | {
      readonly kind: 'html';
      readonly text: string;
      readonly title: string;
      readonly mayBeFramed: boolean;
      /** Of the page around it: a tag in the page itself has no effect. */
      readonly metaTags: readonly MetaTag[];
    }
  /** Google's own page: an error, a refusal. Status 200, so that senders take it for success. */
  | { readonly kind: 'page'; readonly html: string; readonly cause: PageCause };

/** Google's sentences for web calls that bring no output. Sources: docs/twin-evidence.md, "Web app". */
export const webTexts = {
  tooMany:
    'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
  noReturn: 'The script completed but did not return anything.',
  wrongReturn: 'The script completed but the returned value is not a supported return type.',
  timedOut: 'Exceeded maximum execution time',
  killed: "We're sorry, a server error occurred. Please wait a bit and try again.",
  authorization: 'Authorization needed',
  missingFile: 'Sorry, the file you have requested does not exist.',
} as const;

/** Reads how the execution of doGet or doPost ended. */
export function readWebOutput({ outcome, value, failure }: RunEnd): WebOutput {
  if (failure) return { kind: 'page', html: errorPage(failure), cause: 'error' };
  if (outcome !== 'completed') {
    return page(outcome === 'timedOut' ? webTexts.timedOut : webTexts.killed);
  }
  if (value instanceof TextOutput) return readTextOutput(value);
  if (value instanceof HtmlOutput) {
    const mayBeFramed = value._mayBeFramed();
    const metaTags = value
      .getMetaTags()
      .map((tag) => ({ name: tag.getName(), content: tag.getContent() }));
    const [text, title] = [value.getContent(), value.getTitle()];
    return { kind: 'html', text, title, mayBeFramed, metaTags };
  }
  return page(value === undefined || value === null ? webTexts.noReturn : webTexts.wrongReturn);
}

/** A page of Google's with one sentence. */
export function page(text: string, cause: PageCause = 'other'): WebOutput {
  return { kind: 'page', html: messagePage(text), cause };
}

function readTextOutput(output: TextOutput): WebOutput {
  const contentType = CONTENT_TYPES[output.getMimeType().name] ?? 'text/plain; charset=utf-8';
  return { kind: 'text', text: output.getContent(), contentType, fileName: output.getFileName() };
}

const noCache = 'no-cache, no-store, max-age=0, must-revalidate';

/** An HTML answer as Google's front end sends it; no CORS headers. */
export function htmlAnswer(status: number, body: string): WebAnswer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': noCache,
    server: 'GSE',
  };
  return { status, headers, body };
}

/** The first hop of a text output: it lies at a one-time address. */
export function redirectAnswer(location: string): WebAnswer {
  const link = escapeHtml(location);
  return {
    status: 302,
    headers: {
      location,
      'content-type': 'text/html; charset=UTF-8',
      'access-control-allow-origin': '*',
      'cache-control': noCache,
      server: 'GSE',
    },
    body:
      '<HTML>\n<HEAD>\n<TITLE>Moved Temporarily</TITLE>\n</HEAD>\n<BODY BGCOLOR="#FFFFFF" TEXT="#000000">\n' +
      `<H1>Moved Temporarily</H1>\nThe document has moved <A HREF="${link}">here</A>.\n</BODY>\n</HTML>\n`,
  };
}

function statusOf(
  cause: PageCause,
  { errorStatus, refusalStatus }: Pick<WebSides, 'errorStatus' | 'refusalStatus'>,
): number {
  if (cause === 'error') return errorStatus;
  return cause === 'refusal' ? refusalStatus : 200;
}

const loginPage = 'https://accounts.google.com/ServiceLogin?passive=true';

/** What an anonymous caller gets at `/dev` and at any path below `/exec`. */
export function askToSignIn(): WebAnswer {
  const login = htmlAnswer(302, messagePage('Moved Temporarily', 'Moved Temporarily'));
  return { ...login, headers: { ...login.headers, location: loginPage } };
}

/** Dresses an output; `answerText` is the first hop of a text output. */
export function answerOutput(
  output: WebOutput,
  answerText: (output: Extract<WebOutput, { readonly kind: 'text' }>) => WebAnswer,
  sides: Pick<WebSides, 'errorStatus' | 'refusalStatus'>,
): WebAnswer {
  if (output.kind === 'text') return answerText(output);
  if (output.kind === 'page') return htmlAnswer(statusOf(output.cause, sides), output.html);
  const answer = htmlAnswer(200, sandboxPage(output));
  const frames: Record<string, string> = output.mayBeFramed
    ? {}
    : { 'x-frame-options': 'SAMEORIGIN' };
  return { ...answer, headers: { ...answer.headers, ...frames } };
}

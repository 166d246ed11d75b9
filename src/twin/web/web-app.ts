import type { Random } from '../runtime/host-object';
import { TooManyExecutions, type RunEnd } from '../runtime/run';
import { createEchoStore } from './echo-store';
import {
  answerOutput,
  askToSignIn,
  htmlAnswer,
  page,
  readWebOutput,
  redirectAnswer,
  webTexts,
  type WebAnswer,
  type WebOutput,
} from './web-answer';
import { messagePage } from './pages';
import { buildWebEvent, type WebEvent, type WebRequest } from './web-request';
import { defaultWebSides, type WebSides } from './web-sides';

export interface WebAppParts {
  readonly random: Random;
  /** False: the owner has not authorised the script (again). */
  readonly isAuthorised: () => boolean;
  /** Runs the deployed code's function anonymously, as the owner. */
  readonly run: (functionName: string, event: WebEvent) => Promise<RunEnd>;
  readonly sides?: Partial<WebSides> | undefined;
}

/** The deployed web app. */
export interface WebApp {
  /** What the code answers, without the trip over HTTP. */
  output(request: WebRequest): Promise<WebOutput>;
  /** The first hop. */
  answer(request: WebRequest): Promise<WebAnswer>;
  /** The second hop of a text output: `/macros/echo?user_content_key=…`. */
  echo(method: string, query: string): WebAnswer;
}

const handlers: Readonly<Record<string, string>> = { GET: 'doGet', POST: 'doPost' };
/** Google's own names in the query (https://developers.google.com/apps-script/guides/web#request_parameters). */
const reservedNames = ['c', 'sid'];

/** Creates the web app. Status codes and texts: docs/twin-evidence.md, "Web app". */
export function createWebApp({ random, isAuthorised, run, sides: given }: WebAppParts): WebApp {
  const sides = { ...defaultWebSides, ...given };
  const echoes = createEchoStore(random);
  const output = async (request: WebRequest): Promise<WebOutput> => {
    if (!isAuthorised()) return page(webTexts.authorization);
    try {
      const handler = handlers[request.method] ?? 'doGet';
      return readWebOutput(await run(handler, buildWebEvent(request, sides)));
    } catch (error) {
      if (error instanceof TooManyExecutions) return page(webTexts.tooMany, 'refusal');
      throw error;
    }
  };
  const answerText = (text: Extract<WebOutput, { readonly kind: 'text' }>) => {
    const answer = dressText(text);
    if (sides.textOutput === 'direct') return answer;
    return redirectAnswer(`/macros/echo?user_content_key=${echoes.keep(answer)}&lib=twin`);
  };
  return {
    output,
    answer: async (request) =>
      refuse(request, sides) ?? answerOutput(await output(request), answerText, sides),
    echo: (method, query) => {
      if (method !== 'GET' && method !== 'HEAD') {
        const refusal = htmlAnswer(405, messagePage('Method Not Allowed'));
        return { ...refusal, headers: { ...refusal.headers, allow: 'HEAD, GET' } };
      }
      const key = new URLSearchParams(query).get('user_content_key') ?? '';
      return echoes.take(key) ?? htmlAnswer(404, messagePage(webTexts.missingFile));
    },
  };
}

function refuse(
  { method, query, path, body }: WebRequest,
  { longestBodyBytes }: WebSides,
): WebAnswer | null {
  if (method === 'HEAD') return htmlAnswer(403, '');
  if (!(method in handlers)) return htmlAnswer(405, messagePage('Method Not Allowed'));
  const names = new URLSearchParams(query);
  if (reservedNames.some((name) => names.has(name))) {
    return htmlAnswer(405, messagePage(webTexts.missingFile));
  }
  if (body.length > longestBodyBytes) return htmlAnswer(413, messagePage('Request Too Large'));
  return path ? askToSignIn() : null;
}

function dressText({
  text,
  contentType,
  fileName,
}: Extract<WebOutput, { readonly kind: 'text' }>): WebAnswer {
  const download: Record<string, string> = fileName
    ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` }
    : {};
  const headers = {
    'content-type': contentType,
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    'x-content-type-options': 'nosniff',
    server: 'GSE',
    ...download,
  };
  return { status: 200, headers, body: text };
}

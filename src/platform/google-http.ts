import type { Http, HttpAnswer, HttpFault, HttpRequest } from './http';

type FetchRequest = GoogleAppsScript.URL_Fetch.URLFetchRequest;

/** `timeoutSeconds`: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app#advanced-parameters */
function toFetchRequest(request: HttpRequest, followRedirects: boolean): FetchRequest {
  const { url, method, headers, value, timeoutSeconds } = request;
  const options = {
    url,
    method,
    headers: { ...headers },
    followRedirects,
    muteHttpExceptions: true,
    timeoutSeconds,
  };
  return value === null
    ? options
    : { ...options, contentType: 'application/json', payload: JSON.stringify(value) };
}

export const googleHttp: Http = {
  sendAll: (requests) => {
    if (requests.length === 0) return [];
    try {
      return UrlFetchApp.fetchAll(requests.map((one) => toFetchRequest(one, false))).map(
        readResponse,
      );
    } catch (error) {
      return requests.map(() => noAnswer(error));
    }
  },
  sendFollowing: (request) => {
    try {
      return readResponse(UrlFetchApp.fetch(request.url, toFetchRequest(request, true)));
    } catch (error) {
      return noAnswer(error);
    }
  },
};

/** What a server answered. */
export function readResponse(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpAnswer {
  const headers = Object.entries(response.getHeaders()).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  return {
    status: response.getResponseCode(),
    text: response.getContentText(),
    headers: Object.fromEntries(headers),
    fault: null,
  };
}

/** Why none came. */
export const noAnswer = (error: unknown): HttpAnswer => ({
  status: 0,
  text: '',
  headers: {},
  fault: faultIn(error instanceof Error ? error.message : ''),
});

/** Google's sentences: docs/twin-evidence.md, "Error texts". */
function faultIn(message: string): HttpFault {
  if (/too many times|bandwidth quota|rate limit/i.test(message)) return 'quota';
  return /time(?:d )?-?out/i.test(message) ? 'tooSlow' : 'unreachable';
}

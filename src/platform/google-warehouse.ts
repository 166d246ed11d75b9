import { noAnswer, readResponse } from './google-http';
import type { HttpAnswer } from './http';

/** A call of a Google API in the name of whoever runs this. */
export interface GoogleCall {
  readonly url: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly contentType: string;
  /** Null: no body. */
  readonly body: string | null;
}

/** Longer than the API takes for anything that it does not turn into a job. */
const timeoutSeconds = 60;

/** Makes the call; never throws. The manifest names the scope: https://developers.google.com/apps-script/reference/script/script-app#getoauthtoken */
export function callGoogle({ url, method, contentType, body }: GoogleCall): HttpAnswer {
  try {
    const headers = { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` };
    const options = { method, headers, muteHttpExceptions: true, timeoutSeconds };
    const sent = body === null ? {} : { contentType, payload: body };
    return readResponse(UrlFetchApp.fetch(url, { ...options, ...sent }));
  } catch (error) {
    return noAnswer(error);
  }
}

import { HostObject } from '../../runtime/host-object';
import { Blob, decodeBytes } from '../utilities/blob';
import { toSignedBytes } from '../utilities/bytes';
import { Call } from '../call';

/** What came back over HTTP. */
export interface HttpAnswer {
  readonly code: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** `HTTPResponse`. Header names are written `Like-This`. Source: https://developers.google.com/apps-script/reference/url-fetch/http-response */
export class HTTPResponse extends HostObject {
  readonly #answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    super();
    this.#answer = answer;
  }

  getResponseCode(): number {
    return this.#answer.code;
  }

  getContent(): number[] {
    return toSignedBytes(this.#answer.body);
  }

  getContentText(...values: unknown[]): string {
    const call = new Call('UrlFetchApp.HTTPResponse.getContentText', values);
    const declared = /charset="?([^";\s]+)/i.exec(this.#contentType() ?? '')?.[1] ?? 'utf-8';
    return decodeBytes(this.#answer.body, call.optionalText(0, declared));
  }

  getBlob(): Blob {
    const contentType = this.#contentType()?.split(';')[0]?.trim() ?? null;
    return new Blob({ bytes: this.#answer.body, contentType, name: null });
  }

  getHeaders(): Record<string, string> {
    return Object.fromEntries(
      [...this.#answer.headers].map(([name, value]) => [titleCase(name), value]),
    );
  }

  /** As `getHeaders`, with a list where a header came more than once. */
  getAllHeaders(): Record<string, string | string[]> {
    const cookies = this.#answer.headers.getSetCookie();
    return cookies.length < 2 ? this.getHeaders() : { ...this.getHeaders(), 'Set-Cookie': cookies };
  }

  #contentType(): string | null {
    return this.#answer.headers.get('content-type');
  }
}

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());
}

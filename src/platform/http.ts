/** What a web server answered: its status, 0 when it could not be reached. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

interface HttpRequest {
  readonly url: string;
  readonly method: 'post' | 'put';
  readonly headers: Readonly<Record<string, string>>;
  readonly value: unknown;
}

export interface Http {
  /** Sends a value as JSON and follows redirects; never throws. */
  sendJson(request: HttpRequest): HttpAnswer;
}

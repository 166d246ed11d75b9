/** Why no answer came: nothing reached the server, it took too long, or Google's calls of the day are used up. */
export type HttpFault = 'unreachable' | 'tooSlow' | 'quota';

/** What a web server answered. */
export interface HttpAnswer {
  /** 0 when no answer came. */
  readonly status: number;
  readonly text: string;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null when an answer came, whatever its status. */
  readonly fault: HttpFault | null;
}

/** One call of another system's API. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON, under that content type; null: no body. */
  readonly value: object | null;
  readonly timeoutSeconds: number;
}

export interface Http {
  /**
   * Sends up to `mostAtOnce` calls at the same moment and gives their answers in the same order. Never throws, and follows no redirect,
   * so that a token reaches no other host. When one of them gets no answer Google tells of none: then all have its fault, though
   * some may have had their effect.
   */
  sendAll(requests: readonly HttpRequest[]): readonly HttpAnswer[];
  /** Sends one call that follows redirects, as platforms that post to us do; never throws. */
  sendFollowing(request: HttpRequest): HttpAnswer;
}

/** Most calls of one `sendAll`. */
export const mostAtOnce = 20;

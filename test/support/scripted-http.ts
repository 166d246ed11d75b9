import type { HttpAnswer, HttpRequest } from '../../src/platform/http';

/** An answer as the port gives it: JSON unless the test says otherwise. */
export const answered = (
  value: unknown,
  { status = 200, headers = {} }: Partial<Pick<HttpAnswer, 'status' | 'headers'>> = {},
): HttpAnswer => ({
  status,
  text: typeof value === 'string' ? value : JSON.stringify(value),
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  fault: null,
});

export const silent = (fault: 'unreachable' | 'tooSlow' | 'quota'): HttpAnswer => ({
  status: 0,
  text: '',
  headers: {},
  fault,
});

/** An outside world that answers as the test says, one call after the other; it keeps what it was asked, round by round. */
export function scriptedHttp(answer: (request: HttpRequest, round: number) => HttpAnswer) {
  const rounds: (readonly HttpRequest[])[] = [];
  return {
    rounds,
    clock: { now: () => 30_000 },
    http: {
      sendAll: (requests: readonly HttpRequest[]) => {
        rounds.push(requests);
        return requests.map((request) => answer(request, rounds.length));
      },
    },
  };
}

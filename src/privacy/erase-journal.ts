import type { Services } from '../platform/services';
import { rejudge } from '../intake/commit/work-off';
import type { StoredRequest } from '../intake/journal/journal';
import { nextLines, readRequests } from '../intake/journal/journal-lines';
import { rewriteBody, updateLine } from '../intake/journal/journal-write';
import { withoutErased } from '../intake/judge/shield';
import type { Request } from '../intake/journal/request';
import type { Ledger } from '../intake/repair/ledger';
import { writeRecord } from '../masks/record';

/** Lines that are looked at in one step. */
const linesAtOnce = 300;

/** Where the journal has been gone through to, null at its end; and how many requests the person has left. */
export interface JournalStep {
  readonly number: number | null;
  readonly requests: number;
}

/**
 * Takes people who were erased out of the next lines: of a request stays what was understood of it, masked. First the keys of its
 * events go, then the body: a run that dies in between finds them again. Flushes.
 */
export function eraseLines(services: Services, ledger: Ledger, after: number): JournalStep {
  const { lines, last } = nextLines(ledger.journal, after, linesAtOnce);
  const changed = readRequests(ledger.journal, lines).flatMap((stored) => {
    const request = withoutPerson(services, stored.request, ledger);
    return request === stored.request ? [] : [{ stored, request }];
  });
  for (const { stored } of changed) {
    const { eventKeys } = rejudge(services, stored, ledger).entry;
    updateLine(ledger.journal, stored.line, { eventKey: eventKeys.join('\n') });
  }
  services.workbook.flush();
  for (const { stored, request } of changed) replaceBody(ledger, stored, request);
  services.workbook.flush();
  return { number: last, requests: changed.length };
}

/** The request without people who were erased; the same one when it names none. */
export function withoutPerson(services: Services, request: Request, { config }: Ledger): Request {
  const connection = config.connections.find(({ id }) => id === request.connectionId) ?? null;
  return withoutErased(request, { codec: services.codec, connection, privacy: config.privacy });
}

/** What is kept is shorter than what was sent; where it is not, nothing is kept. */
function replaceBody({ journal }: Ledger, { line }: StoredRequest, { body }: Request): void {
  if (!rewriteBody(journal, line, body))
    rewriteBody(journal, line, writeRecord({ token: null, revision: 0, parts: [] }));
}

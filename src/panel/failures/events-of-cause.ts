import { failurePlace } from '../../events/failure-words';
import { causeKey } from '../../intake/books/failure-rows';
import { readFailures } from '../../intake/journal/failure-line';
import { readRequests } from '../../intake/journal/journal-lines';
import type { StoredRequest } from '../../intake/journal/journal';
import { findBody } from '../../intake/judge/find-body';
import { findLedger } from '../../intake/repair/ledger';
import { linesOfCause } from '../../intake/replay/replay';
import type { Services } from '../../platform/services';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { sayWhen } from '../say-when';
import { speaker } from '../speak';
import { printBody, type BodyLine } from './print-body';

/** One event that failed of a cause, and how many there are. */
interface FailedEvent {
  readonly index: number;
  readonly count: number;
  /** Names the request in calls. */
  readonly request: string;
  readonly account: string;
  readonly received: string;
  /** Steps to the place that failed; none for the whole body. */
  readonly path: readonly string[];
  /** What was expected there and what came. */
  readonly fault: string;
  readonly body: readonly BodyLine[];
}

const longestRaw = 5000;

/** The event at that place among those of a cause that the journal still holds, the latest first; null when it holds none. */
export function readEventOf(
  services: Services,
  key: string,
  at: string,
): Outcome<FailedEvent | null> {
  const speak = speaker(services);
  const index = Number(at);
  if (key === '' || !Number.isSafeInteger(index) || index < 0) return refused(speak('badRequest'));
  const ledger = findLedger(services, services.properties.getAll());
  const lines = ledger === null ? [] : [...linesOfCause(key, ledger)].reverse();
  const line = lines[Math.min(index, lines.length - 1)];
  if (ledger === null || line === undefined) return done(null);
  const [stored] = readRequests(ledger.journal, [line]);
  if (stored === undefined) return done(null);
  const { offsetMinutes } = ledger.config.settings;
  const when = { nowMs: services.clock.now(), offsetMinutes };
  return done({
    index: lines.indexOf(line),
    count: lines.length,
    request: line.requestId,
    account: line.account,
    received: sayWhen(line.receivedAtMs, when),
    ...placeIn(stored, key, services),
  });
}

function placeIn(
  { line, request }: StoredRequest,
  key: string,
  { host }: Services,
): Pick<FailedEvent, 'path' | 'fault' | 'body'> {
  const named = readFailures(line.error).find((one) => causeKey(line.vendorName, one) === key);
  const path = named?.failure.path ?? '';
  const said = named === undefined ? '' : failurePlace(named.failure, languageOf(host.locale()));
  return {
    path: path.split(/\.|(?=\[)/).filter((step) => step !== ''),
    fault: said.slice(path === '' ? 0 : path.length + 2),
    body: printRequest(request.body, path),
  };
}

/** The body as the journal has it; one that is no JSON as it came. */
function printRequest(text: string, path: string): readonly BodyLine[] {
  const found = findBody(text, true);
  if (!('code' in found)) {
    const [first] = found.bodies;
    return printBody(found.bodies.length === 1 ? first : found.bodies, path);
  }
  const raw = text.length > longestRaw ? `${text.slice(0, longestRaw)}…` : text;
  return raw.split('\n').map((line) => ({ text: line, isFaulty: false }));
}

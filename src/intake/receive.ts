import type { Answer, Services } from '../platform/services';
import { isObject } from '../vendors/object-reader';
import { findVendor } from '../vendors/registry';
import type { Inspection, Vendor } from '../vendors/vendor';
import { authenticate } from './authenticate';
import { commitTogether } from './commit';
import type { Config, Connection } from './config';
import { markBusy } from './busy-mark';
import { loadConfig } from './config-cache';
import { countInCache } from './counters';
import { findBody, type FoundBody } from './find-body';
import { journalAlone } from './journal-alone';
import { requestId, type Request } from './request';
import { answerTexts } from './answer-texts';
import { hasWaiting, spill } from './waiting-room';
import { readAddress, readBody, type WebEvent } from './web-request';

/** How long a request waits for the lock when it cannot be put into the waiting room. */
const lockWaitMs = 30_000;
/** Between its turns it asks for room again: a hold may have emptied some. */
const lockTurnMs = 3000;
const lockTurns = lockWaitMs / lockTurnMs;
/** A holder starts no further hold this long after it began: vendors wait five seconds for the answer. */
const holderTimeMs = 4000;

/** A webhook call from beginning to answer. Everything that was accepted is stored durably when it returns. */
export function receive(services: Services, event: WebEvent): Answer {
  const startedAtMs = services.clock.now();
  const address = readAddress(event);
  // Nothing is asked of Google for a stranger who does not even try: the daily quotas are the owner's.
  if (address.secret === '') return refuse(services, address.connectionId);
  const { config: known, isBusy } = loadConfig(services);
  const { connection, config } = authenticate(services, address, known);
  const vendor = connection === null ? undefined : findVendor(connection.vendor);
  if (connection === null || vendor === undefined) return refuse(services, address.connectionId);
  const body = readBody(event);
  const found = findBody(body, vendor.takesForms === true);
  const answer = (): Answer => answerFor(services, vendor, problemOf(found));
  const inspection = inspectSafely(vendor, found);
  if (inspection.kind === 'handshake') return greet(services, connection, inspection.token);
  if (inspection.kind === 'noise') {
    countInCache(services.cache, 'noise', connection.id);
    return answer();
  }
  const request: Request = {
    id: requestId(makeRandomId(services), address.isTest),
    connectionId: connection.id,
    webhook: address.webhook,
    receivedAtMs: startedAtMs,
    body,
  };
  store(services, request, { startedAtMs, isBusy, config });
  return answer();
}

/** 72 random bits in 12 characters: emptied keys of the waiting room stay in a store of 500 KB until the sweep deletes them. */
function makeRandomId({ codec }: Services): string {
  return codec.sha256WebSafe(codec.uuid()).slice(0, 12);
}

function refuse(services: Services, connectionId: string): Answer {
  countInCache(services.cache, 'refused', connectionId);
  return services.answers.text(answerTexts.refused);
}

/** Huggy checks the URL with a token and wants it back as plain text. When it last did so is shown in the panel. */
function greet(services: Services, connection: Connection, token: string): Answer {
  unlessRefused(services, () =>
    services.properties.set(`handshake.${connection.id}`, String(services.clock.now())),
  );
  return services.answers.text(token);
}

const event: Inspection = { kind: 'event', token: null };

/** A request of several bodies is noise only when each of them is. */
function inspectSafely(vendor: Vendor, found: FoundBody): Inspection {
  if ('code' in found) return event;
  try {
    const [first, ...others] = found.bodies.map((body) => vendor.inspect(body));
    if (first === undefined || others.length === 0) return first ?? event;
    return [first, ...others].every(({ kind }) => kind === 'noise') ? first : event;
  } catch {
    return event;
  }
}

interface Arrival {
  readonly startedAtMs: number;
  readonly isBusy: boolean;
  readonly config: Config;
}

/**
 * Commits the request, or leaves it in the waiting room when somebody else is writing. Either this execution gets the lock,
 * or the one that holds it looks again after releasing it and finds the request. What fails after the request is stored is
 * left to the next hold.
 */
function store(services: Services, request: Request, arrival: Arrival): void {
  const { startedAtMs, isBusy } = arrival;
  if (!isBusy && services.lock.tryAcquire(0)) {
    const isCommitted = commitOrSpill(services, request, arrival);
    if (isCommitted) unlessRefused(services, () => drain(services, startedAtMs));
    return;
  }
  for (let turn = 0; turn < lockTurns; turn += 1) {
    if (spill(services, request)) {
      lookAgain(services, arrival);
      return;
    }
    if (services.lock.tryAcquire(lockTurnMs)) {
      commitOwn(services, request, arrival);
      unlessRefused(services, () => drain(services, startedAtMs));
      return;
    }
  }
  throw new Error('The lock stayed busy and the request did not fit the waiting room.');
}

/** After the request was stored: takes the lock if it is free by now, so that nobody's request is overlooked. */
function lookAgain(services: Services, { startedAtMs, isBusy }: Arrival): void {
  if (services.lock.tryAcquire(0)) {
    unlessRefused(services, () => {
      commitTogether(services, null);
      drain(services, startedAtMs);
    });
  } else if (!isBusy) markBusy(services.cache);
}

/** Does what nothing that is stored depends on. */
function unlessRefused(services: Services, work: () => void): void {
  try {
    work();
  } catch (error) {
    services.logError(
      error instanceof Error ? `left for later: ${error.message}` : 'left for later',
    );
  }
}

/**
 * When Google fails in the middle of a commit, the request is kept in the waiting room; a second copy in the journal is told by
 * its id. False then: whoever comes next goes on, not this execution.
 */
function commitOrSpill(services: Services, request: Request, { config }: Arrival): boolean {
  try {
    commitTogether(services, { request, mayBeStored: false });
    return true;
  } catch {
    if (!spill(services, request)) journalAlone(services, request, { config, waitMs: lockWaitMs });
    return false;
  }
}

/** Commits under the lock a request that the waiting room refused. */
function commitOwn(services: Services, request: Request, { config }: Arrival): void {
  try {
    commitTogether(services, { request, mayBeStored: true });
  } catch {
    journalAlone(services, request, { config, waitMs: lockWaitMs });
  }
}

/** Looks again after the release, and goes on while requests wait and time is left. */
function drain(services: Services, startedAtMs: number): void {
  while (services.clock.now() - startedAtMs < holderTimeMs) {
    if (!hasWaiting(services.properties.getAll())) return;
    if (!services.lock.tryAcquire(0)) return;
    commitTogether(services, null);
  }
}

/** The answer that the vendor needs; a body that could not be read is said so, though it is kept. */
function answerFor(services: Services, vendor: Vendor, problem: string | null): Answer {
  if (problem !== null) return services.answers.text(problem);
  if (vendor.answer === 'json') return services.answers.json({ user_session_keys: [] });
  return vendor.answer === 'text'
    ? services.answers.text(answerTexts.accepted)
    : services.answers.html(answerTexts.accepted);
}

function problemOf(found: FoundBody): string | null {
  if ('code' in found) return answerTexts[found.code];
  return found.bodies.some(isObject) ? null : answerTexts.notAnObject;
}

import type { Answer, Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import type { Inspection, Vendor } from '../vendors/vendor';
import { authenticate } from './authenticate';
import { commitTogether } from './commit';
import type { Connection } from './config';
import { markBusy } from './busy-mark';
import { loadConfig } from './config-cache';
import { countInCache } from './counters';
import { holdLock } from './hold';
import { maxBodyLength, type Request } from './request';
import { answerTexts } from './answer-texts';
import { hasWaiting, spill } from './waiting-room';
import { readAddress, readBody, type WebEvent } from './web-request';

/** How long a request waits for the lock when it cannot be put into the waiting room. */
const lockWaitMs = 30_000;
/** A holder starts no further hold this long after it began: vendors wait five seconds for the answer. */
const holderTimeMs = 4000;

/** A webhook call from beginning to answer. Everything that was accepted is stored durably when it returns. */
export function receive(services: Services, event: WebEvent): Answer {
  const startedAtMs = services.clock.now();
  const address = readAddress(event);
  const { config, isBusy } = loadConfig(services);
  const { connection } = authenticate(services, address, config);
  const vendor = connection === null ? undefined : findVendor(connection.vendor);
  if (connection === null || vendor === undefined) return refuse(services, address.connectionId);
  const body = readBody(event);
  const inspection = inspectSafely(vendor, body);
  if (inspection.kind === 'handshake') return greet(services, connection, inspection.token);
  if (inspection.kind === 'noise') {
    countInCache(services.cache, 'noise', connection.id);
    return answerFor(services, vendor, body);
  }
  const request: Request = {
    id: services.codec.uuid(),
    connectionId: connection.id,
    webhook: address.webhook,
    receivedAtMs: startedAtMs,
    body,
  };
  store(services, request, { startedAtMs, isBusy });
  return answerFor(services, vendor, body);
}

function refuse(services: Services, connectionId: string): Answer {
  countInCache(services.cache, 'refused', connectionId);
  return services.answers.html(answerTexts.refused);
}

/** Huggy checks the URL with a token and wants it back as plain text. When it last did so is shown in the panel. */
function greet(services: Services, connection: Connection, token: string): Answer {
  services.properties.set(`handshake.${connection.id}`, String(services.clock.now()));
  return services.answers.text(token);
}

function inspectSafely(vendor: Vendor, body: string): Inspection {
  const event: Inspection = { kind: 'event', token: null };
  if (body.length > maxBodyLength) return event;
  try {
    return vendor.inspect(JSON.parse(body));
  } catch {
    return event;
  }
}

interface Arrival {
  readonly startedAtMs: number;
  readonly isBusy: boolean;
}

/**
 * Commits the request, or leaves it in the waiting room when somebody else is writing. Either this execution gets the lock,
 * or the one that holds it looks again after releasing it and finds the request.
 */
function store(services: Services, request: Request, { startedAtMs, isBusy }: Arrival): void {
  if (!isBusy && services.lock.tryAcquire(0)) {
    commitOrSpill(services, request);
    drain(services, startedAtMs);
    return;
  }
  if (!spill(services, request)) {
    waitAndCommit(services, request);
    return;
  }
  if (services.lock.tryAcquire(0)) {
    holdLock(services, () => commitTogether(services, null));
    drain(services, startedAtMs);
  } else if (!isBusy) markBusy(services.cache);
}

/** When Google fails in the middle of a commit, the request is kept in the waiting room; a second copy in the journal is told by its id. */
function commitOrSpill(services: Services, request: Request): void {
  try {
    holdLock(services, () => commitTogether(services, { request, mayBeStored: false }));
  } catch (error) {
    if (!spill(services, request)) throw error;
  }
}

function waitAndCommit(services: Services, request: Request): void {
  if (!services.lock.tryAcquire(lockWaitMs))
    throw new Error('The lock stayed busy and the request did not fit the waiting room.');
  holdLock(services, () => commitTogether(services, { request, mayBeStored: true }));
}

/** Looks again after the release, and goes on while requests wait and time is left. */
function drain(services: Services, startedAtMs: number): void {
  while (services.clock.now() - startedAtMs < holderTimeMs) {
    if (!hasWaiting(services.properties.getAll())) return;
    if (!services.lock.tryAcquire(0)) return;
    holdLock(services, () => commitTogether(services, null));
  }
}

/** The answer that the vendor needs; a body that could not be read is said so, though it is kept. */
function answerFor(services: Services, vendor: Vendor, body: string): Answer {
  const problem = problemOf(body);
  if (problem !== null) return services.answers.html(problem);
  if (vendor.answer === 'json') return services.answers.json({ user_session_keys: [] });
  return vendor.answer === 'text'
    ? services.answers.text(answerTexts.accepted)
    : services.answers.html(answerTexts.accepted);
}

function problemOf(body: string): string | null {
  if (body.trim() === '') return answerTexts.emptyBody;
  if (body.length > maxBodyLength) return answerTexts.bodyTooLarge;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? null
      : answerTexts.notAnObject;
  } catch {
    return answerTexts.notJson;
  }
}

import type { Answer, Services } from '../../platform/services';
import { isObject } from '../../vendors/kit/object-reader';
import { findVendor } from '../../vendors/registry';
import type { Inspection, Vendor } from '../../vendors/vendor';
import { accept } from '../commit/accept';
import { answerTexts } from './answer-texts';
import { authenticate } from './authenticate';
import type { LockMarks } from '../../settings/busy-mark';
import type { Config, Connection } from '../../settings/config';
import type { Packet } from '../../settings/laid-out';
import { loadConfig } from '../../settings/config-cache';
import { countInCache } from '../books/counters';
import { findBody, type FoundBody } from '../judge/find-body';
import { requestId, type Request } from '../journal/request';
import { readAddress, readBody, type Address, type WebEvent } from './web-request';

/** A webhook call from beginning to answer. Everything that was accepted is stored durably when it returns. */
export function receive(services: Services, event: WebEvent): Answer {
  const receivedAtMs = services.clock.now();
  const address = readAddress(event);
  const sender = recognise(services, address);
  if (sender === null) return refuse(services, address.connectionId);
  const { vendor, connection } = sender;
  const body = readBody(event);
  const found = findBody(body, vendor.takesForms === true);
  const inspection = inspectSafely(vendor, found);
  if (inspection.kind === 'handshake') return greet(services, connection, inspection.token);
  if (inspection.kind === 'noise') countInCache(services.cache, 'noise', connection.id);
  else {
    const request = makeRequest(services, address, { body, receivedAtMs });
    accept(services, request, { ...sender, startedAtMs: receivedAtMs });
  }
  return answerFor(services, vendor, problemOf(found));
}

/** Whose call it is, and what is known by then. */
interface Sender {
  readonly connection: Connection;
  readonly vendor: Vendor;
  readonly config: Config;
  readonly marks: LockMarks;
  readonly packet: Packet | null;
}

/** Null for a stranger. Nothing is asked of Google for one who does not even try: the daily quotas are the owner's. */
function recognise(services: Services, address: Address): Sender | null {
  if (address.secret === '') return null;
  const { config: known, marks, packet } = loadConfig(services);
  const { connection, config } = authenticate(services, address, known);
  const vendor = connection === null ? undefined : findVendor(connection.vendor);
  return connection === null || vendor === undefined
    ? null
    : { connection, vendor, config, marks, packet };
}

/** 72 random bits in 12 characters: emptied keys of the waiting room stay in a store of 500 KB until the sweep deletes them. */
function makeRequest(
  { codec }: Services,
  { connectionId, webhook, isTest }: Address,
  received: Pick<Request, 'body' | 'receivedAtMs'>,
): Request {
  const id = codec.sha256WebSafe(codec.uuid()).slice(0, 12);
  return { id: requestId(id, isTest), connectionId, webhook, ...received };
}

function refuse(services: Services, connectionId: string): Answer {
  countInCache(services.cache, 'refused', connectionId);
  return services.answers.text(answerTexts.refused);
}

/** Huggy checks the URL with a token and wants it back as plain text. When it last did so is shown in the panel. */
function greet(services: Services, connection: Connection, token: string): Answer {
  try {
    services.properties.set(`handshake.${connection.id}`, String(services.clock.now()));
  } catch {
    services.logError('When Huggy last checked the address could not be kept.');
  }
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

/** The answer that the vendor needs; a body that could not be read is said so, though it is kept, where no platform reads the answer. */
function answerFor(services: Services, { answer }: Vendor, problem: string | null): Answer {
  if (answer.kind === 'json') return services.answers.json(answer.value);
  return problem === null
    ? services.answers[answer.kind](answerTexts.accepted)
    : services.answers.text(problem);
}

function problemOf(found: FoundBody): string | null {
  if ('code' in found) return answerTexts[found.code];
  return found.bodies.some(isObject) ? null : answerTexts.notAnObject;
}

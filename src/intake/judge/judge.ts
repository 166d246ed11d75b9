import { canonicalJson } from '../../events/canonical';
import type { Decoded, VendorEvent } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import type { Services } from '../../platform/services';
import { eventKey, planChanges, type Change } from '../../rows/plan';
import { isObject } from '../../vendors/kit/object-reader';
import { findVendor } from '../../vendors/registry';
import type { Vendor } from '../../vendors/vendor';
import type { Connection, Settings } from '../../settings/config';
import { describeFailures, type NamedFailure } from '../journal/failure-line';
import { findBody, type NoBodyCode } from './find-body';
import type { JournalEntry, JournalStatus } from '../journal/journal';
import {
  isTestRequest,
  maxBodyLength,
  testAccount,
  testConnectionId,
  type Request,
} from '../journal/request';

/** What a request turns out to be: its line for the journal and the changes of rows it asks for. */
export interface Judgement {
  readonly entry: JournalEntry;
  readonly changes: readonly Change[];
  readonly failures: readonly NamedFailure[];
  /** The vendor's token in the body, where there is one and it was accepted. */
  readonly token: string | null;
}

export interface JudgeContext {
  readonly codec: Services['codec'];
  readonly settings: Settings;
  readonly connection: Connection | null;
}

/**
 * Parses, checks the vendor's token and decodes. Never throws: whatever is wrong with a body becomes a failure. One that threw
 * would come back with every hold, and keep all others waiting.
 */
export function judge(request: Request, context: JudgeContext): Judgement {
  try {
    return judgeBody(request, context);
  } catch (error) {
    return reject(request, context, faultOf(error));
  }
}

function judgeBody(request: Request, context: JudgeContext): Judgement {
  const vendor = context.connection === null ? undefined : findVendor(context.connection.vendor);
  if (vendor === undefined || context.connection === null)
    return reject(request, context, notRecognised('connection'));
  const found = findBody(request.body, vendor.takesForms === true);
  if ('code' in found) return reject(request, context, noBody(found.code, request.body));
  const { tokens } = context.connection;
  const told = found.bodies.map((body) => readToken(vendor, body));
  const isKnown = (token: string | null): boolean => token !== null && tokens.includes(token);
  const areKnown = tokens.length === 0 || told.every(isKnown);
  if (!areKnown && found.bodies.some(isObject)) return hold(request, context);
  return { ...decode(request, found.bodies, { ...context, vendor }), token: told[0] ?? null };
}

const notRecognised = (what: string): Failure => ({
  code: 'notRecognised',
  path: '',
  expected: `a known ${what}`,
  received: 'none',
});

const noBody = (code: NoBodyCode, body: string): Failure => ({
  code,
  path: '',
  expected: code === 'bodyTooLarge' ? `at most ${maxBodyLength} characters` : 'JSON',
  received: describeType(body),
});

function readToken(vendor: Vendor, body: unknown): string | null {
  const inspection = vendor.inspect(body);
  return inspection.kind === 'event' ? inspection.token : null;
}

function hold(request: Request, context: JudgeContext): Judgement {
  const failure: Failure = {
    code: 'unknownToken',
    path: '',
    expected: 'an accepted token',
    received: 'another',
  };
  return {
    ...reject(request, context, failure),
    entry: makeEntry(request, context, {
      status: 'quarantined',
      error: describeFailures([{ event: '', failure }]),
    }),
  };
}

function reject(request: Request, context: JudgeContext, failure: Failure): Judgement {
  const failures = [{ event: '', failure }];
  const kept =
    failure.code === 'bodyTooLarge' ? { ...request, body: summarize(request, context) } : request;
  return {
    entry: makeEntry(kept, context, { status: 'failed', error: describeFailures(failures) }),
    changes: [],
    failures,
    token: null,
  };
}

/** What is kept of a body over the limit: its size and hash. */
function summarize(request: Request, { codec }: JudgeContext): string {
  return JSON.stringify({ length: request.body.length, sha256: codec.sha256(request.body) });
}

type Decoding = JudgeContext & { readonly vendor: Vendor };

function decode(
  request: Request,
  bodies: readonly unknown[],
  context: Decoding,
): Omit<Judgement, 'token'> {
  const decoded = bodies.flatMap((body) => decodeSafely(request, body, context.vendor));
  const events = decoded.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
  const failures = decoded.flatMap((item) =>
    item.kind === 'failure' ? [{ event: item.name, failure: item.failure }] : [],
  );
  const planned = events.map((event, index) => planEvent(event, index, { request, context }));
  const changes = planned.flatMap((one) => one.changes);
  const details = {
    rows: changes.length,
    status: statusOf(decoded),
    error: describeFailures(failures),
    events: decoded.map((item) => (item.kind === 'event' ? item.event.name : item.name)),
    eventKeys: planned.map(({ key }) => key),
  };
  return {
    entry: makeEntry(request, context, details),
    changes,
    failures,
  };
}

/** A decoder that throws is our own fault; the request is kept and the fault shown. */
function decodeSafely(request: Request, body: unknown, vendor: Vendor): readonly Decoded[] {
  try {
    return vendor.decode({ webhook: request.webhook, body, receivedAtMs: request.receivedAtMs });
  } catch (error) {
    return [{ kind: 'failure', name: '', failure: faultOf(error) }];
  }
}

const faultOf = (error: unknown): Failure => ({
  code: 'decoderFault',
  path: '',
  expected: 'no fault',
  received: error instanceof Error ? error.name : typeof error,
});

function statusOf(decoded: readonly Decoded[]): JournalStatus {
  if (decoded.some((item) => item.kind === 'failure')) return 'failed';
  if (decoded.some((item) => item.kind === 'unknown')) return 'unknown';
  return 'written';
}

interface EventPlace {
  readonly request: Request;
  readonly context: Decoding;
}

function planEvent(
  event: VendorEvent,
  index: number,
  { request, context }: EventPlace,
): { key: string; changes: readonly Change[] } {
  const hash = context.codec.sha256(canonicalJson(event.item)).slice(0, 16);
  const { language } = context.settings;
  const isTest = isTestRequest(request.id);
  const receipt = {
    connectionId: isTest ? testConnectionId(request.connectionId) : request.connectionId,
    vendorName: context.vendor.name,
    account: isTest ? testAccount[language] : (context.connection?.account ?? ''),
    language,
    statusNames: context.settings.statusNames[context.vendor.id] ?? {},
    derives: context.vendor.attendances,
    revision: context.vendor.revision,
    receivedAtMs: request.receivedAtMs,
    index,
    hash,
  };
  return { key: eventKey(event, hash), changes: planChanges(event, receipt) };
}

type EntryDetails = Pick<JournalEntry, 'status' | 'error'> &
  Partial<Pick<JournalEntry, 'events' | 'eventKeys' | 'rows'>>;

function makeEntry(
  request: Request,
  { connection }: JudgeContext,
  details: EntryDetails,
): JournalEntry {
  const vendor = connection === null ? undefined : findVendor(connection.vendor);
  return {
    request,
    vendorName: vendor?.name ?? '',
    account: connection?.account ?? '',
    events: [],
    eventKeys: [],
    attempts: 1,
    nextTryMs: null,
    rows: 0,
    ...details,
  };
}

import type { Decoded, VendorEvent } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import { eventKey, planChanges, type Change } from '../../rows/plan';
import { isObject } from '../../vendors/kit/object-reader';
import { choose } from '../../choices/choose';
import { findVendor } from '../../vendors/registry';
import type { Vendor } from '../../vendors/vendor';
import type { Settings } from '../../settings/config';
import { hashOf } from '../../masks/event-hash';
import { isRecord } from '../../masks/is-record';
import { readRecord } from '../../masks/record';
import { describeFailures } from '../journal/failure-line';
import { decodeSafely, faultOf } from './decode-body';
import { findBody, type NoBodyCode } from './find-body';
import type { Stored } from './mask-request';
import { holdBack } from './hold-back';
import type { Judgement } from './judgement';
import { withoutErased } from './shield';
import type { JournalEntry, JournalStatus } from '../journal/journal';
import {
  isFetchedRequest,
  isTestRequest,
  maxBodyLength,
  testAccount,
  testConnectionId,
  type Request,
} from '../journal/request';

export type { Judgement } from './judgement';

export interface JudgeContext extends Stored {
  readonly settings: Settings;
}

/**
 * Parses, checks the vendor's token and decodes. Never throws: whatever is wrong with a body becomes a failure. One that threw
 * would come back with every hold, and keep all others waiting.
 */
export function judge(request: Request, context: JudgeContext): Judgement {
  try {
    return judgeBody(withoutErased(request, context), context);
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
  const [body] = found.bodies;
  const masked = isRecord(body) ? readRecord(body) : null;
  const sent = masked === null ? found.bodies.map((one) => readToken(vendor, one)) : [masked.token];
  const isKnown = (token: string | null): boolean =>
    isFetchedRequest(request.id) || (token !== null && tokens.includes(token));
  const areKnown = tokens.length === 0 || sent.every(isKnown);
  if (!areKnown && found.bodies.some(isObject)) return hold(request, context);
  const told = masked?.parts ?? found.bodies.flatMap((one) => decodeSafely(request, one, vendor));
  const decoding = { ...context, vendor, revision: masked?.revision ?? vendor.revision };
  const [token = null] = sent;
  return settleChosen({ told, token, isMasked: masked !== null }, request, decoding);
}

interface Told {
  readonly told: readonly Decoded[];
  readonly token: string | null;
  readonly isMasked: boolean;
}

/** With what a person chose for the connection; nearly always nothing. */
function settleChosen(
  { told, token, isMasked }: Told,
  request: Request,
  decoding: Decoding,
): Judgement {
  const { connection, vendor } = decoding;
  const choices = connection?.choices;
  if (choices === undefined && !isMasked) return { ...settle(request, told, decoding), token };
  const parts = choose(told, { choices, attendances: vendor.attendances });
  return holdBack({ ...settle(request, parts, decoding), token }, choices);
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

/** The platform's token in a body, or in what is kept of one. */
export function readToken(vendor: Vendor, body: unknown): string | null {
  if (isRecord(body)) return readRecord(body).token;
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

type Decoding = JudgeContext & { readonly vendor: Vendor; readonly revision: number };

function settle(
  request: Request,
  decoded: readonly Decoded[],
  context: Decoding,
): Omit<Judgement, 'token'> {
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

function statusOf(decoded: readonly Decoded[]): JournalStatus {
  if (decoded.length > 0 && decoded.every((item) => item.kind === 'event' && item.event.isOut))
    return 'filtered';
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
  const hash = event.hash ?? hashOf(event, context.codec);
  const { language } = context.settings;
  const isTest = isTestRequest(request.id);
  const receipt = {
    connectionId: isTest ? testConnectionId(request.connectionId) : request.connectionId,
    vendorName: context.vendor.name,
    account: isTest ? testAccount[language] : (context.connection?.account ?? ''),
    language,
    statusNames: context.settings.statusNames[context.vendor.id] ?? {},
    own: context.settings,
    derives: context.vendor.attendances,
    revision: context.revision,
    receivedAtMs: request.receivedAtMs,
    index,
    hash,
  };
  const planned = event.isOut ? [] : planChanges(event, receipt);
  const changes = planned.filter((change) => !isOver(change, receipt, context));
  return { key: eventKey(event, hash), changes };
}

const monthMs = 30.5 * 86_400_000;

/** True for what is told so late that its row may have left the tab when its time was over, or to the archive: it must not come back, half of it. */
function isOver(
  change: Change,
  { receivedAtMs }: { readonly receivedAtMs: number },
  { privacy }: JudgeContext,
): boolean {
  if (privacy === undefined) return false;
  const { rowMonths, archivedMs } = privacy.retention;
  const { tab } = change;
  const atMs = change.kind === 'merge' ? change.saying.atMs : change.createdAtMs;
  const overMs = receivedAtMs - (rowMonths[tab] ?? Infinity) * monthMs;
  return atMs !== null && atMs < Math.max(overMs, archivedMs[tab] ?? 0);
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

import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf, Observed } from '../../events/fields';
import { failed, happened, said } from '../kit/decoded';
import { openObject, type ObjectReader } from '../kit/object-reader';
import { readCategory } from './category';
import { readChat, type Chat } from './chat';
import { readFirstId, type PlugItem } from './item';
import { partyFacts, type Party } from '../kit/whatsapp-party';
import { readName, readParty } from './party';

/**
 * `startAttendance` and `finishAttendance`: one row of Atendimentos by `attendanceNumber`, the customer, and every
 * message of the `chat` map. A part that cannot be read is a failure of its own; the rest is still written.
 */
export function decodeAttendance(item: PlugItem): readonly Decoded[] {
  const { event, body } = item;
  const reader = openObject(item.reader.raw('attendance') ?? {}, 'attendance');
  const chat = readChat(item.reader.raw('chat'));
  const attendance = readAttendance(reader, item, chat);
  const fault = reader.failures[0];
  const facts = [...(fault ? [] : attendance.facts), ...chat.facts];
  const failures = [...(fault ? [fault] : []), ...chat.failures];
  // Without what could not be read: once that can be, the whole must not pass for a repetition of this.
  const rest = { attendance: fault ? null : item.reader.raw('attendance'), chat: chat.readable };
  const what = { entityId: attendance.entityId, atMs: attendance.atMs, facts };
  const written = happened(event, failures.length === 0 ? body : rest, what);
  return [
    ...(facts.length > 0 ? [written] : []),
    ...failures.map((failure) => failed(event, failure)),
  ];
}

interface Attendance {
  readonly entityId: string;
  readonly atMs: number | null;
  readonly facts: readonly Fact[];
}

function readAttendance(reader: ObjectReader, item: PlugItem, chat: Chat): Attendance {
  const customer = reader.child('customer');
  const party = readParty(customer);
  const contactName = readName(customer, 'name', party);
  const isFinish = item.event === 'finishAttendance';
  const entityId = readFirstId(reader, ['attendanceNumber', 'id']);
  const times = readTimes(reader);
  const atMs = (isFinish ? times.finishedAt : (times.startedAt ?? times.requestedAt)) ?? null;
  const fields: FieldsOf<'attendance'> = {
    ...customerFields(party, contactName),
    department: readName(reader, 'departament') ?? readName(reader, 'department'),
    status: readStatus(reader, isFinish),
    ...times,
    category: readCategory(reader),
    operatorReport: reader.text('operatorReport'),
    customerRemark: reader.text('ratingObservation'),
    messageCount: chat.count,
    operators: readOperators(reader, times, item.receivedAtMs),
  };
  return {
    entityId,
    atMs,
    facts: [
      { entity: 'attendance', id: entityId, atMs, bornAtMs: times.requestedAt, fields },
      ...partyFacts(party, contactName, atMs),
    ],
  };
}

function customerFields(
  party: Party,
  contactName: string | undefined,
): Pick<FieldsOf<'attendance'>, 'conversationId' | 'contactName' | 'phone'> {
  return { conversationId: party.conversationId ?? party.lid, contactName, phone: party.phone };
}

interface Times {
  readonly requestedAt: number | undefined;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
}

/** The finish calls the request `requestTime`, the start calls it `momment`: the same value in both of PlugChat's examples. */
function readTimes(reader: ObjectReader): Times {
  return {
    requestedAt: said(reader.time('requestTime')) ?? said(reader.time('momment')),
    startedAt: said(reader.time('startTime')),
    finishedAt: said(reader.time('endTime')),
  };
}

const statusOf: ReadonlyMap<string, string> = new Map([
  ['PROGRESS', 'active'],
  ['FINISH', 'finished'],
  ['WAITING', 'waiting'],
  ['PENDING', 'waiting'],
]);

function readStatus(reader: ObjectReader, isFinish: boolean): string {
  const status = reader.text('status') ?? (isFinish ? 'FINISH' : 'PROGRESS');
  return statusOf.get(status.toUpperCase()) ?? status;
}

/** `operator` at the start, `finishBy` at the end; before August 2022 ids in a map `operators: { <id>: true }`. */
function readOperators(
  reader: ObjectReader,
  times: Times,
  receivedAtMs: number,
): readonly Observed[] | undefined {
  const startMs = times.startedAt ?? times.requestedAt ?? receivedAtMs;
  const operator = readName(reader, 'operator');
  const finishBy = readName(reader, 'finishBy');
  const first = operator === undefined ? reader.child('operators').keys() : [operator];
  const seen = first.map((name): Observed => [startMs, name]);
  if (finishBy !== undefined) seen.push([times.finishedAt ?? startMs, finishBy]);
  return seen.length === 0 ? undefined : seen;
}

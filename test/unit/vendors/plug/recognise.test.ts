import { describe, expect, it } from '@jest/globals';
import type { Decoded } from '../../../../src/events/event';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody } from '../../../support/decoding';
import { listDocumented, readFixture } from '../../../support/fixtures';

const nameOf = (part: Decoded | undefined): string =>
  part === undefined ? 'nothing' : part.kind === 'event' ? part.event.name : part.name;

const nameIn = (body: unknown, webhook = ''): string => nameOf(decodeBody(plug, body, webhook)[0]);

const webhookOfFile: readonly (readonly [RegExp, string])[] = [
  [/CONTRADICTS/, 'sendingMessage'],
  [/finishAttendance/, 'finishAttendance'],
  [/startAttendance/, 'startAttendance'],
  [/messageStatus|zapi-status/, 'messageStatus'],
  [/sendingMessage|zapi-send/, 'sendingMessage'],
  [/whenDisconnecting|disconnected|connected/, 'whenDisconnecting'],
  [/presence/, 'PresenceChatCallback'],
  [/foto-do-whatsapp/, 'PROFILE_PICTURE_UPDATED'],
  [/etiquetas-de-um-chat/, 'CHAT_LABEL_ASSOCIATION'],
  [/received|receiveMessage/, 'receiveMessage'],
];

const expectedOf = (file: string): string =>
  webhookOfFile.find(([pattern]) => pattern.test(file))?.[1] ?? 'no rule';

const files = listDocumented('plug');

describe('PlugChat: which of the seven a body is', () => {
  it.each(files)('%s, by its content alone', (file) => {
    expect(nameIn(readFixture(`plug/${file}`))).toBe(expectedOf(file));
  });

  it.each(files)('%s, though its URL was pasted into the wrong field', (file) => {
    const wrong = expectedOf(file) === 'receiveMessage' ? 'sendingMessage' : 'receiveMessage';
    expect(nameIn(readFixture(`plug/${file}`), wrong)).toBe(expectedOf(file));
  });

  const attendance = { attendanceNumber: 1 };

  it.each([
    [
      'FINISH counts more than the URL',
      { status: 'FINISH' },
      'startAttendance',
      'finishAttendance',
    ],
    ['so does PROGRESS', { status: 'PROGRESS' }, 'finishAttendance', 'startAttendance'],
    ['an end', { endTime: 1_651_065_481_865 }, '', 'finishAttendance'],
    ['who finished', { finishBy: 'Ana' }, 'startAttendance', 'finishAttendance'],
    ['an operator', { operator: 'Ana' }, 'finishAttendance', 'startAttendance'],
    ['an empty end is none', { endTime: null }, '', 'startAttendance'],
    ['nothing: the URL', {}, 'finishAttendance', 'finishAttendance'],
    ['nothing at all: a start', {}, '', 'startAttendance'],
  ])('attendance: %s', (...[, fields, webhook, name]) => {
    expect(nameIn({ attendance: { ...attendance, ...fields } }, webhook)).toBe(name);
  });

  it.each([
    ['receivedcallback', 'receiveMessage'],
    ['ReceivedCallBack', 'receiveMessage'],
    ['MESSAGESTATUSCALLBACK', 'messageStatus'],
    ['DisconnectedCallBack', 'whenDisconnecting'],
  ])('type %s, whatever its capitals', (type, name) => {
    expect(nameIn({ type, messageId: 'm', ids: ['m'], momment: 1_632_228_638_000 })).toBe(name);
  });

  const sending = { phone: '5544999999999', messageId: 'm' };

  it.each([
    ['without a type, ids and a status', { ids: ['m'], status: 'READ' }, '', 'messageStatus'],
    ['without a type, zaapId', { ...sending, zaapId: 'z' }, '', 'sendingMessage'],
    ['without a type, disconnected', { disconnected: true }, 'messageStatus', 'whenDisconnecting'],
    ['without a type, a message', { ...sending, momment: 1 }, '', 'receiveMessage'],
    ['without any mark, the URL', sending, 'sendingMessage', 'sendingMessage'],
    ['its fork’s false start', { ...sending, zaapId: 'z' }, 'startAttendance', 'sendingMessage'],
  ])('%s', (...[, body, webhook, name]) => {
    expect(nameIn(body, webhook)).toBe(name);
  });

  it.each([
    ['by its URL', { ...sending, type: 'DeliveryCallback' }, 'messageDeliveryError'],
    ['by its URL alone', sending, 'messageDeliveryError'],
    [
      'by its URL and an unknown type',
      { ...sending, type: 'ErrorCallback' },
      'messageDeliveryError',
    ],
    ['by an error', { ...sending, type: 'DeliveryCallback', error: 'x' }, 'sendingMessage'],
    ['by zaapId and an error', { ...sending, zaapId: 'z', error: 'x' }, ''],
    [
      'by its URL and an error in a status',
      { ids: ['m'], status: 'ERROR', type: 'MessageStatusCallback', error: 'x' },
      'messageDeliveryError',
    ],
  ])('a delivery error %s', (_, body, webhook) => {
    expect(nameIn(body, webhook)).toBe('messageDeliveryError');
  });

  it.each([
    ['a disconnection is not a delivery error', 'plug-whenDisconnecting.json', 'whenDisconnecting'],
    ['nor is a status without one', 'plug-messageStatus-READ.json', 'messageStatus'],
  ])('%s', (_, file, name) => {
    expect(nameIn(readFixture(`plug/${file}`), 'messageDeliveryError')).toBe(name);
  });

  it.each([
    ['a type we do not know', { type: 'NewCallback' }, 'receiveMessage', 'NewCallback'],
    ['an empty body', {}, '', 'semNome'],
    ['an empty body at an unknown URL', {}, 'other', 'other'],
  ])('unknown: %s', (...[, body, webhook, name]) => {
    expect(decodeBody(plug, body, webhook)).toEqual([{ kind: 'unknown', name }]);
  });

  it.each([null, 'x', 5, [1]])('%j is one failure', (body) => {
    expect(decodeBody(plug, body, 'messageStatus')).toMatchObject([
      { kind: 'failure', name: 'messageStatus', failure: { code: 'notAnObject', path: '' } },
    ]);
  });
});

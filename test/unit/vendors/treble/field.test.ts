import { describe, expect, it } from '@jest/globals';
import { treble } from '../../../../src/vendors/treble/treble';
import { receivedAtMs } from '../../../support/decoding';
import { moment, saidIn, type FieldLine } from '../../../support/field';

const lines: readonly FieldLine[] = [
  [
    'opt-out-numbers',
    'contact',
    'tel:5511999990006',
    { phone: '+5511999990006', leftAt: receivedAtMs, leaveReason: 'OPTOUT' },
  ],
  ['opt-out-without-time', 'contact', 'tel:5511999990006', { leftAt: receivedAtMs }],
  ['response-without-sending', 'contact', 'tel:573161234567', { channel: 'WhatsApp' }],
  [
    'timeout-over-response',
    'conversation',
    'S8',
    { status: 'pending', openedAt: moment(0.473), inbox: 'Fluxo 345' },
  ],
  ['close-media', 'attendance', 'S21', { messageCount: 9, status: 'finished' }],
  [
    'session-close-minimal',
    'attendance',
    'S20',
    { finishedAt: moment(), messageCount: undefined, phone: '+5511999990020' },
  ],
  ['hubspot-files', 'attendance', 'H2', { contactName: 'Bruna', messageCount: 3 }],
  ['hsm-upper-case', 'template', 'maiusc', { status: 'approved' }],
  [
    'deployment-blocked',
    'message',
    'DF9',
    { status: 'failed', error: 'A empresa bloqueou o contato (FAILURE_BY_BLOCKED_CONTACT)' },
  ],
  [
    'failure-unlisted-reason',
    'message',
    'evt-field-3',
    {
      status: 'failed',
      phone: '+5511955500003',
      error: 'A Meta escolheu não entregar a mensagem (FAILURE_BY_META_CHOSE_NOT_DELIVER)',
    },
  ],
  ['phone-with-dashes', 'contact', 'tel:5511999990014', { phone: '+5511999990014' }],
  [
    'formula-and-null-variable',
    'conversation',
    'S12',
    { contactName: '@mal', email: 'x@example.com' },
  ],
  ['close-without-time', 'conversation', 'S25', { status: 'closed', closedAt: undefined }],
];

describe('Treble: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(treble, line)).toEqual(line[3]);
  });
});

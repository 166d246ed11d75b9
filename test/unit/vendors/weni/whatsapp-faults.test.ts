import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody } from '../../../support/decoding';

const change = (value: unknown): unknown => ({
  entry: [{ changes: [{ field: 'messages', value }] }],
});
const metadata = { display_phone_number: '+55 11 3333-0000', phone_number_id: '12345' };
const contacts = [{ wa_id: '5511999990000', profile: { name: 'Ana' } }];

describe('Weni: faults in a WhatsApp body', () => {
  const good = { id: 'wamid.1', from: '5511999990000', type: 'text', text: { body: 'oi' } };

  it('a bad message spoils itself only', () => {
    const messages = [good, { ...good, text: 'oi' }, 7, { ...good, id: null }];
    expect(decodeBody(weni, change({ metadata, contacts, messages }))).toMatchObject([
      { kind: 'event' },
      { failure: { code: 'wrongType', path: 'entry[0].changes[0].value.messages[1].text' } },
      { failure: { code: 'wrongType', path: 'entry[0].changes[0].value.messages[2]' } },
      { failure: { code: 'missingField', path: 'entry[0].changes[0].value.messages[3].id' } },
    ]);
  });

  it.each([
    ['no entry', { object: 'whatsapp_business_account' }, 'entry', 'missingField'],
    ['entry as an object', { entry: {} }, 'entry', 'wrongType'],
    ['an entry as text', { entry: ['x'] }, 'entry[0]', 'wrongType'],
    ['no changes', { entry: [{}] }, 'entry[0].changes', 'missingField'],
    ['no value', change(7), 'entry[0].changes[0].value', 'wrongType'],
    [
      'messages as text',
      change({ messages: 'x' }),
      'entry[0].changes[0].value.messages',
      'wrongType',
    ],
    [
      'the people as text',
      change({ contacts: 'x', messages: [good] }),
      'entry[0].changes[0].value.contacts',
      'wrongType',
    ],
  ])('%s is a failure that says where', (...[, body, path, code]) => {
    expect(decodeBody(weni, body)).toMatchObject([{ kind: 'failure', failure: { path, code } }]);
  });

  it('every entry and every change counts', () => {
    const value = { metadata, messages: [good] };
    const entry = {
      changes: [
        { field: 'messages', value },
        { field: 'other', value: {} },
      ],
    };
    expect(decodeBody(weni, { entry: [entry, entry] }).map(({ kind }) => kind)).toEqual([
      'event',
      'unknown',
      'event',
      'unknown',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { decodeBody, factOf } from '../../../support/decoding';
import { readHuggy as read, sendHuggy as send } from '../../../support/huggy-facts';

const atMs = 1_659_382_581_000;

describe('Huggy: flows', () => {
  it.each(['startedAutomationFlow', 'finishedAutomationFlow'])(
    '%s: the conversation was active; blank context says nothing',
    (name) => {
      expect(factOf(read(name), 'conversation')).toEqual({
        id: '4004',
        atMs,
        fields: { lastActivityAt: atMs },
      });
    },
  );

  it.each([
    ['an epoch', 1_659_380_000],
    ['a text', '2022-08-01 15:53:20'],
  ])('the context’s keys have dots; the chat’s creation as %s', (_, created) => {
    const context = {
      'SYSTEM.CLIENT_NAME': 'Ana',
      'SYSTEM.CLIENT_NUMBER': '5511999990000',
      'SYSTEM.AGENT_NAME': 'Bia',
      'SYSTEM.CHAT_CREATED_DATE': created,
    };
    const facts = send('startedAutomationFlow', { chatID: '4', context });
    expect(factOf(facts, 'conversation').fields).toEqual({
      contactName: 'Ana',
      phone: '5511999990000',
      agentName: 'Bia',
      openedAt: Date.UTC(2022, 7, 1, 18, 53, 20),
      lastActivityAt: atMs,
    });
  });

  it('PHP’s [] for an empty context', () => {
    expect(send('startedAutomationFlow', { chatID: 4, context: [] })).toHaveLength(1);
  });
});

describe('Huggy: contacts', () => {
  const fields = {
    name: 'Cliente Exemplo',
    phone: '5575999990000',
    email: 'cliente@example.com',
    updatedAt: atMs,
  };

  it.each([
    ['createdCustomer', '1001', { ...fields, channel: 'WhatsApp', createdAt: atMs }],
    ['updatedCustomer', '1001', fields],
    ['startedWidgetAttendance', '6006', { ...fields, channel: 'Site' }],
  ])('%s', (name, id, said) => {
    expect(factOf(read(name), 'contact')).toEqual({ id, atMs, fields: said });
  });

  it.each(['updatedLeadByAgent', 'updatedLeadByLead'])('the older %s', (name) => {
    expect(factOf(send(name, { id: 1, name: 'Ana' }), 'contact').fields.name).toBe('Ana');
  });

  it('an update that empties a field empties it', () => {
    const facts = send('updatedCustomer', {
      id: 1,
      name: 'Ana',
      email: '',
      mobile: '',
      phone: null,
    });
    expect(factOf(facts, 'contact').fields).toMatchObject({ email: null, phone: null });
  });

  it('what a visitor leaves blank in the form of the site says nothing', () => {
    const facts = send('startedWidgetAttendance', {
      id: 1,
      name: '',
      mobile: '',
      phone: '',
      email: '',
    });
    expect(factOf(facts, 'contact').fields).toEqual({ updatedAt: atMs });
  });

  it('PHP’s false is no name, phone or e-mail', () => {
    const item = { id: 1, name: false, mobile: false, phone: '5511999990000', email: false };
    const known = { name: null, phone: '5511999990000', email: null };
    expect(factOf(send('updatedCustomer', item), 'contact').fields).toMatchObject(known);
    const facts = send('startedChat', { id: 4, customer: item });
    const { name, email } = factOf(facts, 'contact').fields;
    expect({ name, email }).toEqual({ name: undefined, email: undefined });
  });

  it.each([
    ['the phone', { mobile: '+55 (11) 99999-0000' }, 'tel:5511999990000'],
    ['the e-mail', { email: 'Ana@Example.com ' }, 'mailto:ana@example.com'],
  ])('without an id %s is the contact’s key', (_, item, id) => {
    expect(factOf(send('createdCustomer', item), 'contact').id).toBe(id);
  });

  it('nobody at all is a failure', () => {
    expect(decodeBody(huggy, { time: 5, messages: { updatedCustomer: [{}] } })).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField' } },
    ]);
  });

  it('an event’s own time is no birth: createdCustomer may come again with a later one', () => {
    const bornAt = (name: string) => send(name, { id: 1, name: 'Ana' })[0]?.bornAtMs;
    expect([bornAt('createdCustomer'), bornAt('updatedCustomer')]).toEqual([undefined, undefined]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { change, send, sentAtMs } from './whatsapp-bodies';

const text = { type: 'text', text: { body: 'oi' } };
const timestamp = String(sentAtMs / 1000);

describe('Weni: groups', () => {
  it('a message in a group: a conversation of its own, the sender is a contact', () => {
    const facts = send({ ...text, group_id: 'G1' });
    expect(factOf(facts, 'message').fields).toMatchObject({
      conversationId: '12345:G1',
      senderName: 'Ana',
      phone: '5511999990000',
    });
    const { id, fields } = factOf(facts, 'conversation');
    expect([id, fields.contactId, fields.contactName, fields.phone]).toEqual([
      '12345:G1',
      undefined,
      undefined,
      undefined,
    ]);
    expect(factOf(facts, 'contact').id).toBe('tel:5511999990000');
  });

  const status = (word: string) =>
    factsOf(
      weni,
      change({
        contacts: [{ wa_id: '5511999990000', profile: { name: 'Ana' } }],
        statuses: [
          {
            id: 's',
            recipient_id: 'G1',
            recipient_type: 'group',
            recipient_participant_id: '5511999990000',
            status: word,
            timestamp,
          },
        ],
      }),
    );

  it('sent to a group: the group is no contact', () => {
    expect(status('sent').map(({ entity, id }) => [entity, id])).toEqual([
      ['message', 's'],
      ['conversation', '12345:G1'],
    ]);
  });

  it.each(['delivered', 'read'])('%s by one of a group: not the message’s person', (word) => {
    expect(factOf(status(word), 'message').fields).toMatchObject({
      conversationId: '12345:G1',
      status: word,
      contactName: undefined,
      phone: undefined,
    });
  });

  it('an address that is neither a phone nor a person’s id is no contact', () => {
    const statuses = [{ id: 's', recipient_id: 'Y2FwaV9ncm91cDox', status: 'sent', timestamp }];
    const facts = factsOf(weni, change({ statuses }));
    expect(facts.map(({ entity }) => entity)).toEqual(['message', 'conversation']);
  });
});

describe('Weni: who a message is with', () => {
  const nameOf = (people: readonly object[], from: string): unknown =>
    factOf(
      factsOf(
        weni,
        change({ contacts: people, messages: [{ id: 'm', from, timestamp, ...text }] }),
      ),
      'message',
    ).fields.contactName;
  const ana = { wa_id: '551199990000', profile: { name: 'Ana' } };
  const bia = { wa_id: '551199990001', profile: { name: 'Bia' } };

  it.each([
    ['the ninth digit', '5511999990000'],
    ['a plus', '+551199990000'],
    ['another form of the number', '541150000021'],
  ])('the only contact of a body is meant in spite of %s', (_, from) => {
    expect(nameOf([ana], from)).toBe('Ana');
  });

  it('of several contacts only the one with the same id is meant', () => {
    expect(nameOf([ana, bia], '551199990001')).toBe('Bia');
    expect(nameOf([ana, bia], '5511999990001')).toBeUndefined();
  });

  it('a person without a name is called by the username', () => {
    expect(nameOf([{ wa_id: '1', profile: { username: '@ana' } }], '1')).toBe('@ana');
  });

  it('known by Meta’s id, else by the id of the company’s group', () => {
    const person = { user_id: 'BR.2', parent_user_id: 'BR.ENT.3', profile: { name: 'Lia' } };
    const message = { id: 'm', timestamp, ...text };
    const idOf = (ids: object): string =>
      factOf(
        factsOf(weni, change({ contacts: [person], messages: [{ ...message, ...ids }] })),
        'contact',
      ).id;
    expect(idOf({ from_user_id: 'BR.2', from_parent_user_id: 'BR.ENT.3' })).toBe('BR.2');
    expect(idOf({ from_parent_user_id: 'BR.ENT.3' })).toBe('BR.ENT.3');
    expect(idOf({ from: '5511999990000', from_user_id: 'BR.2' })).toBe('tel:5511999990000');
  });

  it('what our own number wrote is outgoing, in whatever list it stands', () => {
    const messages = [{ id: 'm', from: '551133330000', to: '5511999990000', timestamp, ...text }];
    expect(factOf(factsOf(weni, change({ messages })), 'message').fields).toMatchObject({
      direction: 'out',
      contactName: 'Ana',
      conversationId: '12345:5511999990000',
    });
  });
});

describe('Weni: calls', () => {
  const call = (said: object) => ({
    id: 'wacid.1',
    from: '5511999990000',
    to: '551133330000',
    direction: 'USER_INITIATED',
    timestamp,
    ...said,
  });
  const ours = { from: '551133330000', to: '5511999990000', direction: 'BUSINESS_INITIATED' };

  it.each([
    [{ event: 'connect' }, 'in', '[Ligação de voz]'],
    [{ event: 'terminate', duration: 3725, status: 'COMPLETED' }, 'in', '[Ligação de voz] 3725 s'],
    [{ event: 'terminate', status: 'FAILED' }, 'in', '[Ligação de voz perdida]'],
    [{ ...ours, event: 'terminate', duration: 9 }, 'out', '[Ligação de voz] 9 s'],
    [{ ...ours, event: 'terminate' }, 'out', '[Ligação de voz não atendida]'],
    [{ ...ours, direction: undefined, event: 'connect' }, 'out', '[Ligação de voz]'],
  ])('%j', (said, direction, words) => {
    const facts = factsOf(weni, change({ calls: [call(said)] }, 'calls'));
    const { fields } = factOf(facts, 'message');
    expect(fields).toMatchObject({ kind: 'call', text: words, direction, contactName: 'Ana' });
    expect(fields.status).toBeUndefined();
  });

  it.each(['RINGING', 'ACCEPTED', 'REJECTED'])('%s is no delivery', (status) => {
    const ringing = {
      id: 'wacid.1',
      type: 'call',
      recipient_id: '5511999990000',
      status,
      timestamp,
    };
    expect(decodeBody(weni, change({ statuses: [ringing] }, 'calls'))).toEqual([
      { kind: 'noise', name: 'statuses.call' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { shortHash } from '../../../../src/events/short-hash';
import { treble } from '../../../../src/vendors/treble/treble';
import { factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { changed } from './bodies';

const session = 'd2fa98d29a2670dfa119335df1b0371720d674f1677302aba228876a';

describe('Treble: HubSpot’s form of the close', () => {
  const body = readFixture('treble/conversation_closed_hubspot.json');
  const at = Date.UTC(2019, 0, 1);

  it('has no phone: a conversation and an attendance, no contact', () => {
    const facts = factsOf(treble, body);
    expect(facts.map(({ entity }) => entity)).toEqual([
      'conversation',
      'attendance',
      'message',
      'message',
    ]);
    expect(factOf(facts, 'conversation').fields).toMatchObject({
      contactId: undefined,
      contactName: 'Juan',
      phone: undefined,
      status: 'closed',
      closedAt: at,
    });
  });

  it('with an email among its variables it has a contact by that', () => {
    const told = (value: string) =>
      factsOf(
        treble,
        changed('conversation_closed_hubspot', {
          user_session_keys: [
            { key: 'name', value: 'Juan' },
            { key: 'email', value },
          ],
        }),
      );
    expect(factOf(told('Juan@Example.com '), 'contact')).toMatchObject({
      id: 'mailto:juan@example.com',
      fields: { name: 'Juan', email: 'Juan@Example.com' },
    });
    expect(factOf(told('Juan@Example.com '), 'conversation').fields.contactId).toBe(
      'mailto:juan@example.com',
    );
    expect(told('não tenho').filter(({ entity }) => entity === 'contact')).toEqual([]);
  });

  it('the sender is a name: the person’s goes in, Treble’s goes out', () => {
    expect(factsOf(treble, body).slice(2)).toMatchObject([
      {
        id: `${session}|in|${at / 1000}|${shortHash('Hola, ¿cómo están?')}`,
        fields: { direction: 'in', kind: 'text', senderName: 'Juan' },
      },
      {
        fields: {
          direction: 'out',
          kind: 'image',
          text: 'Bienvenido a nuestro servicio',
          attachmentUrl: 'https://example.com/welcome.jpg',
          senderName: 'Treble - Acme',
        },
      },
    ]);
  });

  const directionOf = (sender: unknown, name: string | null): unknown => {
    const messages = [{ sender, message: 'oi', created_at: '2019-01-01 00:00:00' }];
    const user_session_keys = name === null ? [] : [{ key: 'name', value: name }];
    const changedBody = changed('conversation_closed_hubspot', { messages, user_session_keys });
    return factOf(factsOf(treble, changedBody), 'message').fields.direction;
  };

  it.each([
    ['Juan', 'Juan', 'in'],
    ['juan pérez', 'Juan', 'in'],
    ['Juan', 'Juan Pérez', 'in'],
    ['Ana (agente)', 'Juan', 'out'],
    ['treble', 'Juan', 'out'],
    ['Ana', null, 'in'],
    ['Treble - Acme', null, 'out'],
    [null, 'Juan', 'out'],
  ])('sender %j of a session with %j goes %s', (sender, name, direction) => {
    expect(directionOf(sender, name)).toBe(direction);
  });
});

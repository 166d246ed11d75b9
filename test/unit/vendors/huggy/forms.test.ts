import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { factOf } from '../../../support/decoding';
import { readHuggy as read, sendHuggy } from '../../../support/huggy-facts';

const atMs = 1_659_382_581_000;

const send = (name: string, item: object) => sendHuggy(name, { id: 5, ...item });

describe('Huggy: forms', () => {
  it('answeredChatForm: a message of questions and answers', () => {
    const { fields, id } = factOf(read('answeredChatForm-deprecated'), 'message');
    expect(id).toBe(`4004:form:${atMs}`);
    expect(fields).toMatchObject({ kind: 'form', text: 'Pergunta: Resposta', direction: 'in' });
    expect(factOf(read('answeredChatForm-deprecated'), 'conversation').id).toBe('4004');
  });

  const formIds = (time: number | null, receivedMs: number, ...texts: readonly string[]) => {
    const items = texts.map((text) => ({ chat: { id: 1 }, answers: [{ text }] }));
    const body = { time, messages: { answeredChatForm: items } };
    return huggy
      .decode({ webhook: '', body, receivedAtMs: receivedMs })
      .flatMap((part) => (part.kind === 'event' ? part.event.facts : []))
      .flatMap(({ entity, id }) => (entity === 'message' ? [id] : []));
  };

  it('two forms of a chat in one second are two rows', () => {
    expect(new Set(formIds(1_659_382_581, atMs, 'A', 'B')).size).toBe(2);
  });

  it('a form without a time that comes again is the same row', () => {
    expect(formIds(null, atMs, 'A')).toEqual(formIds(null, atMs + 5000, 'A'));
  });

  it('several answers to one question of a form are one line', () => {
    const answers = [{ question: { fieldName: 'Cor' }, text: ['A', 'B'] }];
    const facts = send('answeredChatForm', { chat: { id: 1 }, answers });
    expect(factOf(facts, 'message').fields.text).toBe('Cor: A, B');
  });
});

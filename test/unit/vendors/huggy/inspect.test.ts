import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { decodeBody } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

describe('Huggy: what a body says of itself', () => {
  it('is a handshake when validToken is there, and its token is the answer', () => {
    expect(huggy.inspect(readFixture('huggy/validation.json'))).toEqual({
      kind: 'handshake',
      token: '380c4e7399999999999999999999d354',
    });
    expect(huggy.answer).toEqual({ kind: 'text' });
  });

  it.each([true, false, null, 0, '', 'x'])('whatever the value of validToken: %j', (validToken) => {
    expect(huggy.inspect({ token: ' t ', validToken })).toEqual({
      kind: 'handshake',
      token: ' t ',
    });
  });

  it.each([
    ['an event', readFixture('huggy/agentChangedStatus.json'), '888c48839995c333939a80f0000dd354'],
    ['validToken beside messages', { token: 't', validToken: true, messages: {} }, 't'],
    ['no token at all', { messages: {} }, null],
    ['a handshake without a token to answer', { validToken: true }, null],
    ['a token of another type', { token: {}, messages: {} }, null],
    ['a list', [], null],
    ['a text', 'token', null],
    ['nothing', null, null],
  ])('is an event: %s', (_, body, token) => {
    expect(huggy.inspect(body)).toEqual({ kind: 'event', token });
  });

  it('a handshake that is decoded all the same writes nothing', () => {
    expect(decodeBody(huggy, readFixture('huggy/validation.json'))).toEqual([
      { kind: 'noise', name: 'validToken' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { makeLogger } from '../../../../src/twin/services/utilities/logger';
import { makeSession } from '../../../../src/twin/services/web/session';
import { makeExecution, openService } from '../../../support/execution-context';

const PARTS = { timeZone: 'America/Sao_Paulo', locale: 'pt-BR' };

describe('Session', () => {
  it.each([
    ['', 'getActiveUser', ''],
    ['ana@example.com', 'getActiveUser', 'ana@example.com'],
    ['', 'getEffectiveUser', 'owner@example.com'],
  ])('with %p at the keyboard, %s is %p', (activeUser, method, email) => {
    const session = openService(makeSession(PARTS), makeExecution({ activeUser }));
    expect(session.open(method).call('getEmail')).toBe(email);
  });

  it("gives the manifest's zone and the user's language", () => {
    const session = openService(makeSession(PARTS));
    expect(session.call('getScriptTimeZone')).toBe('America/Sao_Paulo');
    expect(session.call('getActiveUserLocale')).toBe('pt-BR');
  });

  it('gives a key that changes with the user and after 30 days', async () => {
    const open = (activeUser: string) => {
      const execution = makeExecution({ activeUser });
      return { execution, session: openService(makeSession(PARTS), execution) };
    };
    const { execution, session } = open('ana@example.com');
    const key = session.call('getTemporaryActiveUserKey');
    expect(session.call('getTemporaryActiveUserKey')).toBe(key);
    expect(open('rui@example.com').session.call('getTemporaryActiveUserKey')).not.toBe(key);
    await execution.clock.advance(30 * 24 * 3_600_000);
    expect(session.call('getTemporaryActiveUserKey')).not.toBe(key);
  });
});

describe('Logger', () => {
  it.each([
    [['texto'], 'texto'],
    [['100%'], '100%'],
    [[1], '1.0'],
    [[1.5], '1.5'],
    [[null], 'null'],
    [[true], 'true'],
    [[{ a: 1, b: ['x', null] }], '{a=1.0, b=[x, null]}'],
    [['%s tem %d itens', 'Ana', 3], 'Ana tem 3 itens'],
    [['%s', { a: 1 }], '{a=1.0}'],
    [['%s', 3], '3.0'],
    [[new Date('2026-01-05T12:00:00Z')], 'Mon Jan 05 09:00:00 GMT-03:00 2026'],
  ])('log%p writes %p', (values, text) => {
    const execution = makeExecution();
    const logger = openService(makeLogger('America/Sao_Paulo'), execution);
    expect(logger.call('log', ...values)).toBe(logger.target);
    expect(execution.lines).toEqual([`info ${text}`]);
    expect(logger.call('getLog')).toBe(`Mon Jan 05 09:00:00 GMT-03:00 2026 INFO: ${text}\n`);
  });

  it('clear empties the log, not the execution', () => {
    const execution = makeExecution();
    const logger = openService(makeLogger('GMT'), execution);
    logger.call('log', 'a');
    logger.call('clear');
    expect(logger.call('getLog')).toBe('');
    expect(execution.lines).toEqual(['info a']);
  });
});

import { expect, it } from '@jest/globals';
import { longToken } from '../../support/strict-huggy/account';
import { startInProcess } from '../../support/in-process';

it('a token as long as Huggy’s is taken whole from the page', () => {
  const desk = startInProcess();
  const outcome = desk.ask('keepAccess', 'huggy', '', '', longToken);
  expect(outcome.kind).toBe('done');
  expect(longToken.length).toBeGreaterThan(1000);
  expect(Object.values(desk.properties())).toContain(longToken);
});

import { expect, it } from '@jest/globals';
import { connectServices } from '../../../../src/platform/connect';
import { startInProcess } from '../../../support/in-process';

it('parts of a request whose execution died before its head are told and deleted nine minutes later', () => {
  const desk = startInProcess();
  desk.sweep();
  desk.execute(() => connectServices().properties.set('q.dead.0', 'part'));
  for (let minute = 0; minute < 9; minute += 1) desk.sweep();
  expect(desk.properties()['q.dead.0']).toBe('part');
  desk.sweep();
  expect(desk.properties()['q.dead.0']).toBeUndefined();
  expect(desk.rows('Falhas')).toMatchObject([{ Plataforma: 'Plantão', Quantidade: 1 }]);
});

import { describe, expect, it } from '@jest/globals';
import { failurePlace } from '../../../src/events/failure-words';
import type { Failure } from '../../../src/events/failure';

const failure = (path: string, expected: string, received: string): Failure => ({
  code: 'wrongType',
  path,
  expected,
  received,
});

describe('failurePlace', () => {
  it.each([
    ['chat', 'object', 'text(6)', 'chat: esperado: objeto; veio: texto (6)'],
    [
      'ids[0]',
      'id (number or text)',
      'nothing',
      'ids[0]: esperado: identificação (número ou texto); veio: nada',
    ],
    [
      'messages[1].created_at',
      'time',
      'null',
      'messages[1].created_at: esperado: data e hora; veio: vazio',
    ],
    ['a', 'something new', 'list(3)', 'a: esperado: something new; veio: lista (3)'],
    ['', 'object', 'null', ''],
  ])('%j: %s, not %s', (...row) => {
    const [path, expected, received, said] = row;
    expect(failurePlace(failure(path, expected, received), 'pt')).toBe(said);
  });

  it('is said in the language of the user', () => {
    const place = (language: 'es' | 'en') => failurePlace(failure('a', 'time', 'null'), language);
    expect(place('es')).toBe('a: esperado: fecha y hora; llegó: vacío');
    expect(place('en')).toBe('a: expected: time; received: empty');
  });
});

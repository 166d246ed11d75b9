import { describe, expect, it } from '@jest/globals';
import { shortName } from '../../../src/events/short-name';

describe('A name where there is little room', () => {
  it.each([
    ['Luís Gustavo de Araújo', 18, 'Luís G. de Araújo'],
    ['Luís Gustavo de Araújo', 13, 'Luís Araújo'],
    ['Maria Aparecida dos Santos Nascimento', 18, 'Maria Nascimento'],
    ['Ana Beatriz Souza', 18, 'Ana Beatriz Souza'],
    ['atendimento@loja.example.com', 18, 'atendimento@loja.…'],
    ['Bartolomeu Albuquerque', 18, 'Bartolomeu A.'],
    ['', 18, ''],
  ])('%s in %i letters: %s', (name, most, short) => {
    expect(shortName(name, most)).toBe(short);
    expect(short.length).toBeLessThanOrEqual(most);
  });
});

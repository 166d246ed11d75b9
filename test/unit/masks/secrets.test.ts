import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskSecrets } from '../../../src/masks/secrets';

const mask = (body: string, hidesCpf = false, hidesToken = true): string =>
  maskSecrets(body, { hidesCpf, hidesToken });
const said = (text: string): string => JSON.stringify({ messages: [{ text }] });

describe('secrets of other systems in a body', () => {
  it.each([
    ['a card alone', said('4111111111111111'), '4111111111111111'],
    ['a card in groups', said('meu cartão é 5555 5555 5555 4444, validade 12/29'), '5555'],
    ['a card with hyphens', said('3782-822463-10005 ou 4111-1111-1111-1111'), '4111-1111'],
    ['a key in a sentence', said(`use sk-${'a1B2'.repeat(6)} no painel`), 'a1B2a1B2'],
    ['a token of the web', said(`Bearer eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc-DEF_123`), 'eyJ'],
    [
      'a field that says so',
      '{"headers":{"authorization":"Basic dXNlcjpzZW5oYQ=="},"a":1}',
      'dXNl',
    ],
    ['an API key of a relay', '{"apikey":"A1B2-C3","data":{}}', 'A1B2'],
    ['a token that is not the platform’s own', '{"token":"abc123xyz","data":{}}', 'abc123xyz'],
  ])('%s goes', (_what, body, secret) => {
    expect(body).toContain(secret);
    const masked = mask(body);
    expect(masked).not.toContain(secret);
    expect(masked).toContain('•••');
    expect(() => void JSON.parse(masked)).not.toThrow();
  });

  it.each([
    ['an id with the digits of a card', '{"id":"4111111111111111","page":4111111111111111}'],
    ['phones and times', said('ligue +55 11 99999-0000 às 1659382581000')],
    ['a long id in an address', said('https://example.com/p/4111111111111111?x=1')],
    ['a wrong check digit', said('4111111111111112')],
    ['a CPF, where nobody asks for it', said('meu CPF é 529.982.247-25')],
    ['nothing of the kind', said('Olá, tudo bem? Senha do wifi esqueci.')],
  ])('%s stays to the letter', (_what, body) => {
    expect(mask(body)).toBe(body);
  });

  it("keeps the platform's own token, by which it is known", () => {
    const body = '{"messages":{},"token":"888c48839995c333939a80f0000dd354"}';
    expect(mask(body, false, false)).toBe(body);
  });

  it('hides CPFs where it is asked for, those with right check digits only', () => {
    const body = '{"text":"CPF 529.982.247-25 ou 529.982.247-26","customer":{"cpf":"52998224725"}}';
    expect(mask(body, true)).toBe('{"text":"CPF ••• ou 529.982.247-26","customer":{"cpf":"•••"}}');
  });

  it('leaves JSON that was JSON, and does the same twice', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (body, hidesCpf) => {
        const masked = mask(body, hidesCpf);
        expect(() => void JSON.parse(masked)).not.toThrow();
        expect(mask(masked, hidesCpf)).toBe(masked);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { choose, tellChosen } from '../../../src/choices/choose';
import { listFields, toText, valueAt } from '../../../src/choices/path';
import { toContent } from '../../../src/choices/to-content';
import type { Decoded } from '../../../src/events/event';
import { maskFields } from '../../../src/masks/mask-fields';
import { erasingMask } from '../../../src/masks/mask-values';
import { openPseudonyms } from '../../../src/masks/pseudonyms';

const form = {
  answers: [
    { question: { fieldName: 'CPF' }, text: '123' },
    { name: 'Plano', value: 7 },
  ],
};

describe('A field of an event', () => {
  it('is found again by the path under which it was offered, whatever its place in a list', () => {
    const fields = listFields(form);
    expect(fields.map(({ value }) => value)).toEqual(['CPF', '123', 'Plano', '7']);
    const moved = { answers: [...form.answers].reverse() };
    for (const { path, value } of fields) expect(toText(valueAt(moved, path))).toBe(value);
  });

  it('says nothing where it is absent, and is empty where it is blank', () => {
    expect(valueAt({ a: {} }, ['a', 'b'])).toBeUndefined();
    expect(valueAt({}, ['constructor'])).toBeUndefined();
    for (const blank of [null, '', ' ', []]) expect(toText(blank)).toBeNull();
    expect(toText(['a', null, 2, false])).toBe('a, 2, false');
  });
});

describe('A text in a column of a type', () => {
  it.each([
    ['number', '12.5', 12.5],
    ['number', '12,5', 12.5],
    ['number', 'R$ 1.234,50', 1234.5],
    ['number', '1,234.50', 1234.5],
    ['number', '00123', '00123'],
    ['number', '55119999000011112222', '55119999000011112222'],
    ['number', 'doze', 'doze'],
    ['time', '2026-03-02T10:00:00Z', Date.UTC(2026, 2, 2, 10)],
    ['time', '02/03/2026 10:00', Date.UTC(2026, 2, 2, 13)],
    ['time', 'amanhã', 'amanhã'],
    ['flag', 'Sim', true],
    ['flag', 'false', false],
    ['flag', 'talvez', 'talvez'],
    ['text', '=1+1', '=1+1'],
  ] as const)('as %s %s is %s', (kind, text, content) => {
    expect(toContent(kind, text, -180)).toBe(content);
  });
});

const event = (ids: readonly string[]): Decoded => ({
  kind: 'event',
  event: {
    name: 'changed',
    entityId: 'x',
    atMs: 1,
    item: { plan: 'ouro', team: 'A' },
    facts: ids.map((id) => ({ entity: 'contact', id, atMs: 1, fields: {} })),
  },
});

describe('What was chosen for a connection', () => {
  const source = { id: 'extra.@text.k1', tab: 'contacts', path: ['plan'] };
  const told = (parts: readonly Decoded[], choices: object, tell = choose) =>
    tell(parts, { choices: JSON.stringify(choices), attendances: 'own' }).flatMap((part) =>
      part.kind === 'event' ? [part.event] : [],
    );

  it('gives the field to the one contact of an event, and to none of two', () => {
    const choices = { sources: [source] };
    expect(told([event(['1'])], choices)[0]?.facts[0]?.fields).toEqual({ [source.id]: 'ouro' });
    const facts = told([event(['1', '2'])], choices)[0]?.facts ?? [];
    expect(facts.map(({ fields }) => fields)).toEqual([{}, {}]);
  });

  it('keeps of a masked event whether its value left it out, but not that its kind was switched off', () => {
    const choices = { off: ['changed'], conditions: [{ path: ['team'], values: ['B'] }] };
    expect(told([event(['1'])], { off: ['changed'] }, tellChosen)[0]?.isOut).toBeUndefined();
    const [kept] = told([event(['1'])], choices, tellChosen);
    expect(kept?.isOut).toBe(true);
    const masked: Decoded[] =
      kept === undefined ? [] : [{ kind: 'event', event: { ...kept, item: null } }];
    expect(told(masked, { ...choices, off: [] })[0]?.isOut).toBe(true);
    expect(told(masked, {})[0]?.isOut).toBeUndefined();
  });

  it('is taken out of the row of a person who is erased, whatever it was said to be', () => {
    const codec = { hmacSha256WebSafe: (text: string) => text };
    const mask = erasingMask(openPseudonyms(codec, 'key'));
    const fields = { 'extra.@none.k1': 'a', 'extra.@text.k2': 'b', channel: 'whatsapp' };
    const owner = { entity: 'contact', isFromTeam: false } as const;
    expect(maskFields(fields, owner, mask)).toEqual({
      'extra.@none.k1': null,
      'extra.@text.k2': null,
      channel: 'whatsapp',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Contact } from '../../../../src/sync/weni/contact';
import { fieldValue } from '../../../../src/sync/weni/field-value';
import { isFieldLabel, keyOfLabel, toFieldLabel } from '../../../../src/sync/weni/label-rules';
import { planContact, type Target } from '../../../../src/sync/weni/plan';
import { hashOf, untold, writeTold } from '../../../../src/sync/weni/told';
import { readWeniSettings, type FieldType } from '../../../../src/settings/weni';

const contact = (fields: Contact['fields']): Contact => ({
  key: 'c|1',
  row: 2,
  connectionId: 'c',
  id: '1',
  vendor: 'Huggy',
  hasCountry: false,
  account: 'Principal',
  fields: { phone: '+5511988887777', ...fields },
});
const target: Target = {
  settings: readWeniSettings(undefined),
  known: { keys: {}, groups: {} },
  offsetMinutes: -180,
};
const valuesOf = (fields: Contact['fields']) => {
  const plan = planContact(contact(fields), target);
  return plan?.kind === 'send' ? plan.values : plan;
};

describe('what is sent of a contact', () => {
  it('a name of at most 100 whole characters; a blank one is not told, so that none is wiped', () => {
    expect(valuesOf({ name: ` ${'😀'.repeat(120)} ` })).toEqual({ name: '😀'.repeat(100) });
    expect(valuesOf({ name: '  ' })).toEqual({});
  });

  it('no sign that Weni refuses, and no half of one', () => {
    expect(valuesOf({ name: 'Ana\u0000 B\ud83d' })).toEqual({ name: 'Ana B' });
    expect(valuesOf({ name: `${'a'.repeat(99)}😀b` })).toEqual({ name: `${'a'.repeat(99)}😀` });
  });

  it('nothing more of somebody who opted out, whatever the settings make of the phone', () => {
    const told = { ...untold, urn: 'whatsapp:551188887777' };
    const left = { leftAt: 1, weniState: 'sent', weniTold: writeTold(told) };
    expect(valuesOf({ name: 'Ana', ...left })).toBeNull();
  });

  it('nothing of what is known there already', () => {
    const told = { ...untold, urn: 'whatsapp:5511988887777', values: { name: hashOf('Ana') } };
    const known = { weniState: 'sent', weniTold: writeTold(told) };
    expect(valuesOf({ name: 'Ana', ...known })).toBeNull();
    expect(valuesOf({ name: 'Ana B', ...known })).toEqual({ name: 'Ana B' });
  });

  it('all of it under another address: that is another contact at Weni', () => {
    const told = { ...untold, urn: 'whatsapp:5511900000000', values: { name: hashOf('Ana') } };
    expect(valuesOf({ name: 'Ana', weniState: 'sent', weniTold: writeTold(told) })).toEqual({
      name: 'Ana',
    });
  });

  it.each(['', 'x', '[]', '{"urn":7}', '{"values":{"name":7}}'])(
    'a damaged memory %j is none: it is sent once more',
    (weniTold) => {
      expect(valuesOf({ name: 'Ana', weniState: 'sent', weniTold })).toEqual({ name: 'Ana' });
    },
  );
});

describe("a value of Weni's field", () => {
  const value = (plano: string, type: FieldType) =>
    fieldValue(
      contact({ 'extra.plano': plano }),
      { source: 'extra.plano', label: 'x', type },
      -180,
    );
  it.each([
    ['1234.5', 'numeric', '1234.5'],
    ['1.234,50', 'numeric', '1234.50'],
    ['R$ 1.300,00', 'numeric', '1300.00'],
    ['1,234.56', 'numeric', '1234.56'],
    ['1.234.567', 'numeric', '1234567'],
    ['10%', 'numeric', '10'],
    ['', 'numeric', ''],
    ['muito', 'numeric', null],
    ['2026-10-05 12:00:00', 'datetime', '2026-10-05T12:00:00.000-03:00'],
    ['ontem', 'datetime', null],
    ['x'.repeat(700), 'text', 'x'.repeat(640)],
  ] as const)('%s as %s: %s', (text, type, sent) => {
    expect(value(text, type)).toBe(sent);
  });
});

describe("a label of Weni's field", () => {
  it.each(['Endereço', 'Created By', 'tel', '1 plano', 'x'.repeat(37), ''])(
    '%s is none',
    (label) => {
      expect(isFieldLabel(label)).toBe(false);
    },
  );

  it('has a key, and one without accents in its place', () => {
    expect(isFieldLabel('Valor do plano')).toBe(true);
    expect(keyOfLabel('Valor do-plano')).toBe('valor_do_plano');
    expect(toFieldLabel('Endereço (nº 1)')).toBe('Endereco  n  1');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Contact } from '../../../../src/sync/weni/contact';
import { otherUrnOf, personOfUrn, urnOf } from '../../../../src/sync/weni/urn';
import { readWeniSettings, type WeniSettings } from '../../../../src/settings/weni';
import { normalizeUrn } from '../../../support/strict-weni/urns';

const contact = (fields: Contact['fields'], id = '123456'): Contact => ({
  key: `c|${id}`,
  row: 2,
  connectionId: 'c',
  id,
  vendor: 'Huggy',
  account: 'Principal',
  hasCountry: false,
  fields,
});
const settings = (changes: Partial<WeniSettings>): WeniSettings => ({
  ...readWeniSettings(undefined),
  ...changes,
});
const ana = contact({ phone: '(11) 8888-7777', email: ' Ana@Example.COM ' });

describe("a contact's address at Weni", () => {
  it.each([
    [['whatsapp'], 'whatsapp:551188887777'],
    [['tel'], 'tel:+5511988887777'],
    [['mailto'], 'mailto:ana@example.com'],
    [['ext'], 'ext:123456'],
    [['mailto', 'whatsapp'], 'mailto:ana@example.com'],
  ] as const)('by %j: %s, as Weni itself writes it', (schemes, urn) => {
    expect(urnOf(ana, settings({ schemes }))).toBe(urn);
    expect(normalizeUrn(urn)).toEqual({ urn });
  });

  it('is the first one that there is; none where there is none', () => {
    const schemes = ['whatsapp', 'tel', 'mailto'] as const;
    expect(urnOf(contact({ email: 'a@b.co' }), settings({ schemes }))).toBe('mailto:a@b.co');
    expect(urnOf(contact({ phone: '12', email: 'a@b' }), settings({ schemes }))).toBeNull();
    expect(urnOf(contact({}, ''), settings({ schemes: ['ext'] }))).toBeNull();
    expect(urnOf(contact({}, 'x'.repeat(300)), settings({ schemes: ['ext'] }))).toBeNull();
  });

  it.each([
    'joão@x.com',
    'ana..b@x.com',
    '.ana@x.com',
    'ana,bia@x.com',
    'ana@-x.com',
    'ana@x.c',
    'ana\u0000@x.com',
  ])('is no e-mail that Weni refuses: %j', (email) => {
    const schemes = ['mailto', 'whatsapp'] as const;
    expect(urnOf(contact({ phone: ana.fields.phone, email }), settings({ schemes }))).toBe(
      'whatsapp:551188887777',
    );
  });

  it('never has signs that cannot be told', () => {
    expect(urnOf(contact({}, 'a\ud83d'), settings({ schemes: ['ext'] }))).toBeNull();
  });

  it('of a platform that writes phones as WhatsApp does: the country is in front', () => {
    const chile = { ...contact({ phone: '56987654321' }), hasCountry: true };
    expect(urnOf(chile, settings({ schemes: ['whatsapp'] }))).toBe('whatsapp:56987654321');
  });

  it('has another form only where the number has one', () => {
    expect(otherUrnOf('whatsapp:551188887777')).toBe('whatsapp:5511988887777');
    expect(otherUrnOf('whatsapp:573001234567')).toBeNull();
    expect(otherUrnOf('mailto:a@b.co')).toBeNull();
    expect(personOfUrn('whatsapp:551188887777')).toBe(personOfUrn('whatsapp:5511988887777'));
    expect(personOfUrn('mailto:a1@b.co')).toBe('mailto:a1@b.co');
  });
});

import { describe, expect, it } from '@jest/globals';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';

const change = (...names: readonly string[]): readonly object[] =>
  names.map((name) => ({
    [name]: { previous_value: null, current_value: '2026-09-10T13:12:00Z' },
  }));

const updated = (changed_attributes: unknown): unknown => ({
  event: 'contact_updated',
  id: 4,
  name: 'João Alves',
  phone_number: null,
  changed_attributes,
});

describe('Evolvy: contacts', () => {
  it.each([
    ['only the last activity', change('last_activity_at')],
    ['and its time', change('last_activity_at', 'updated_at')],
    ['as a plain map', { last_activity_at: [null, 1], updated_at: [1, 2] }],
  ])('an update of %s is noise', (_, changes) => {
    const noise = { kind: 'noise', name: 'contact_updated' };
    expect(decodeBody(evolvy, updated(changes))).toEqual([noise]);
    expect(evolvy.inspect(updated(changes))).toEqual(noise);
  });

  it.each([
    ['a name', change('name', 'updated_at', 'last_activity_at')],
    ['what it does not say', null],
    ['its time alone', change('updated_at')],
  ])('an update of %s is written', (_, changes) => {
    expect(factOf(factsOf(evolvy, updated(changes)), 'contact')).toMatchObject({
      id: '4',
      fields: { name: 'João Alves', phone: null, email: undefined },
    });
  });

  it('the change tells when', () => {
    const atMs = Date.UTC(2026, 8, 10, 13, 12);
    const fact = factOf(factsOf(evolvy, updated(change('name', 'updated_at'))), 'contact');
    expect(fact).toMatchObject({ atMs, fields: { updatedAt: atMs } });
  });

  it('a new contact is older than everything that is dated', () => {
    const fact = factOf(factsOf(evolvy, { event: 'contact_created', id: 4 }), 'contact');
    expect(fact.atMs).toBe(0);
  });

  it('a creation that lists its columns tells when', () => {
    const created = { event: 'contact_created', id: 4, changed_attributes: change('created_at') };
    const { fields } = factOf(factsOf(evolvy, created), 'contact');
    expect(fields.createdAt).toBe(Date.UTC(2026, 8, 10, 13, 12));
  });

  it.each(['contact_created', 'contact_updated', 'webwidget_triggered'])(
    '%s without an id is a failure',
    (event) => {
      expect(decodeBody(evolvy, { event, name: 'x' })).toMatchObject([
        { kind: 'failure', failure: { code: 'missingField' } },
      ]);
    },
  );
});

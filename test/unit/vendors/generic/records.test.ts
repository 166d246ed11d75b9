import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generic } from '../../../../src/vendors/generic/generic';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';

const atMs = Date.UTC(2026, 9, 5, 15);
const time = '2026-10-05T12:00:00-03:00';
const contactOf = (body: unknown, webhook = 'contacts') =>
  factOf(factsOf(generic, body, webhook), 'contact');

describe('Genérico: records of people', () => {
  it.each([
    [{ client: { id: 7, name: 'Ana', mobile: '+5511988887777' } }, '7'],
    [{ cliente: { id: 7, nome: 'Ana', celular: '+5511988887777' } }, '7'],
    [{ data: { contato: { uuid: 'u7', nome: 'Ana', telefone: '+5511988887777' } } }, 'u7'],
    [{ id: 7, name: 'Ana', phone: '+5511988887777' }, '7'],
    [{ nome: 'Ana', telefone: '+5511988887777' }, 'tel:5511988887777'],
  ])('%j is of %s', (body, id) => {
    expect(contactOf(body)).toMatchObject({ id, fields: { name: 'Ana', phone: '+5511988887777' } });
    expect(factsOf(generic, body, 'contacts')).toHaveLength(1);
  });

  it.each([
    ['client.created', { createdAt: atMs, updatedAt: atMs, deletedAt: null }],
    ['Lead atualizado', { updatedAt: atMs, deletedAt: null }],
    ['contact_deleted', { deletedAt: atMs }],
    ['cliente.excluído', { deletedAt: atMs }],
    ['contacto eliminado', { deletedAt: atMs }],
  ])('%s', (event, fields) => {
    expect(contactOf({ event, id: '7', name: 'Ana', time }).fields).toMatchObject(fields);
    const asMessage = contactOf({ event, contact: { id: '7', name: 'Ana' }, time }, 'main');
    expect(asMessage.fields).toMatchObject(fields);
  });

  it('what has no column is told under the name that the URL gives it; an empty value clears it', () => {
    const webhook = 'contacts,name:p.n,field.plano:p.plan,field.Data de corte:p.cut,field.x:p.none';
    const body = { id: '7', p: { n: 'Ana', plan: 'ouro', cut: '' } };
    expect(contactOf(body, webhook).fields).toMatchObject({
      name: 'Ana',
      'extra.plano': 'ouro',
      'extra.Data de corte': null,
      'extra.x': undefined,
    });
  });

  it('a record of nobody is a failure that says what is missing', () => {
    expect(decodeBody(generic, { event: 'client.created' }, 'contacts')).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField', expected: 'id, phone or e-mail' } },
    ]);
  });

  it.each(['contacts,plano:x', 'contacts,field.:x', 'contacts,field.plano:', 'text'])(
    '%s: only what can be read is taken',
    (webhook) => {
      const [first] = decodeBody(generic, { id: '7', name: 'Ana' }, webhook);
      expect(first?.kind).toBe(webhook === 'text' ? 'event' : 'failure');
    },
  );

  it('never throws, whatever the body', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        decodeBody(generic, body, 'contacts,field.a:b.c');
        return true;
      }),
    );
  });
});

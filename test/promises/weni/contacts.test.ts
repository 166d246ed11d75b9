import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MappedField } from '../../../src/settings/weni';
import { startWithWeni, type PlantaoWithWeni } from '../../support/plantao-with-weni';
import { contactOf, type SeenCall } from '../../support/strict-weni/workspace';

/** What somebody's CRM posts when a client's record changes. */
const record = (event: string, client: object, hour = '12:00:00'): object => ({
  event,
  client: { id: '77', name: 'Ana Souza', phone: '+55 (11) 98888-7777', ...client },
  time: `2026-10-05T${hour}-03:00`,
});

const fields: readonly MappedField[] = [
  { source: 'extra.plano', label: 'Plano', type: 'text' },
  { source: 'extra.valor', label: 'Valor do plano', type: 'numeric' },
  { source: 'createdAt', label: 'Cliente desde', type: 'datetime' },
  { source: 'email', label: 'Correio', type: 'text' },
];
const groups = [
  { name: 'Plantão', connectionId: '' },
  { name: 'CRM', connectionId: 'generic' },
  { name: 'Huggy', connectionId: 'huggy' },
];
const webhook = 'contacts,field.plano:client.plan,field.valor:client.price';
const urn = 'whatsapp:5511988887777';

/** Calls in short: `POST contacts {"urn":…} body`. */
const inShort = (calls: readonly SeenCall[]): readonly string[] =>
  calls.map(({ method, path, query, body }) =>
    [
      method,
      /(\w+)\.json$/.exec(path)?.[1],
      Object.values(query).join('&'),
      method === 'POST' ? body : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

describe("a client of somebody's CRM, created, updated and deleted (the very case of Weni's guide)", () => {
  let desk: PlantaoWithWeni;
  const client = () => contactOf(desk.workspace, urn);
  const groupId = (name: string) =>
    desk.workspace.groups.find((group) => group.name === name)?.uuid ?? '';
  const row = () => desk.plantao.shown('Contatos')[0];
  beforeAll(async () => {
    desk = await startWithWeni();
    desk.workspace.groups.push({ uuid: 'vip', name: 'VIP', query: null, status: 'ready' });
    desk.workspace.fields.push({ key: 'correio', label: 'Correio', valueType: 'text' });
    await desk.save({ fields, groups, language: 'por', deletes: true });
    await desk.minutes();
  });
  afterAll(() => desk.stop());

  it('before anything: fields and groups that are missing are made, once', async () => {
    expect(desk.workspace.fields.map(({ key, valueType }) => [key, valueType])).toEqual([
      ['correio', 'text'],
      ['plano', 'text'],
      ['valor_do_plano', 'numeric'],
      ['cliente_desde', 'datetime'],
    ]);
    expect(desk.workspace.groups.map(({ name }) => name)).toEqual([
      'VIP',
      'Plantão',
      'CRM',
      'Huggy',
    ]);
    desk.newCalls();
    await desk.minutes(2);
    expect(desk.newCalls()).toEqual([]);
  });

  it('created: the contact is made with name, language, fields and groups, without a row in Mensagens', async () => {
    const event = record('client.created', {
      email: 'ana@example.com',
      plan: 'Premium',
      price: '1.234,50',
    });
    await desk.plantao.post('generic', event, { webhook });
    await desk.minutes();
    expect(client()).toMatchObject({
      name: 'Ana Souza',
      language: 'por',
      urns: [urn],
      groups: [groupId('CRM'), groupId('Plantão')].sort(),
      fields: {
        plano: 'Premium',
        valor_do_plano: '1234.50',
        cliente_desde: '2026-10-05T12:00:00.000-03:00',
        correio: 'ana@example.com',
      },
    });
    expect(row()).toMatchObject({
      Nome: 'Ana Souza',
      'Outros dados': 'plano: Premium · valor: 1.234,50',
      'Weni situação': 'Enviado',
      'Weni UUID': client()?.uuid,
    });
    expect(desk.plantao.rows('Mensagens')).toEqual([]);
  });

  it('every call is JSON under its own type, with the token, and carries neither urns nor groups', () => {
    for (const { method, headers, body } of desk.workspace.calls) {
      expect(headers['authorization']).toMatch(/^Token /);
      expect(headers['content-type']).toBe(method === 'POST' ? 'application/json' : undefined);
      expect(body).not.toMatch(/"urns"|"groups"/);
    }
  });

  it('told again: nothing is sent twice for the same state', async () => {
    desk.newCalls();
    await desk.plantao.post('generic', record('client.updated', {}, '12:30:00'), {
      webhook: 'contacts',
    });
    await desk.minutes(2);
    expect(desk.newCalls()).toEqual([]);
  });

  it('updated: only what changed is sent, and what others did at Weni stays', async () => {
    const known = client();
    known?.groups.push('vip');
    known?.urns.push('mailto:ana@example.com');
    await desk.plantao.post(
      'generic',
      record('client.updated', { name: 'Ana Lima', plan: 'Gratuito', price: '' }, '13:00:00'),
      { webhook },
    );
    await desk.minutes();
    expect(inShort(desk.newCalls())).toEqual([
      `POST contacts ${urn} {"name":"Ana Lima","fields":{"plano":"Gratuito","valor_do_plano":""}}`,
    ]);
    expect(client()).toMatchObject({
      name: 'Ana Lima',
      urns: [urn, 'mailto:ana@example.com'],
      groups: expect.arrayContaining(['vip', groupId('CRM')]),
      fields: { plano: 'Gratuito', correio: 'ana@example.com' },
    });
    expect(client()?.fields).not.toHaveProperty('valor_do_plano');
  });

  it('a late, older record changes nothing at Weni', async () => {
    await desk.plantao.post('generic', record('client.updated', { name: 'Velha' }, '12:10:00'), {
      webhook,
    });
    await desk.minutes(2);
    expect(desk.newCalls()).toEqual([]);
  });

  it('somebody deletes the contact at Weni: with the next change it is made anew, whole', async () => {
    Object.assign(client() ?? {}, { status: 'deleted', urns: [] });
    await desk.plantao.post('generic', record('client.updated', { name: 'Ana Luz' }, '14:00:00'), {
      webhook,
    });
    await desk.minutes();
    expect(client()).toMatchObject({
      name: 'Ana Luz',
      language: 'por',
      groups: [groupId('CRM'), groupId('Plantão')].sort(),
      fields: { plano: 'Gratuito', correio: 'ana@example.com' },
    });
    desk.newCalls();
  });

  it('deleted: the CRM says so and the user has switched that on', async () => {
    await desk.plantao.post(
      'generic',
      { event: 'client.deleted', client: { id: '77' }, time: '2026-10-05T15:00:00-03:00' },
      { webhook },
    );
    await desk.minutes();
    expect(inShort(desk.newCalls())).toEqual([`DELETE contacts ${urn}`]);
    expect(client()).toBeUndefined();
    expect(row()).toMatchObject({
      'Weni situação': 'Excluído na Weni',
      'Excluído em': '05/10/2026 - 15:00:00',
    });
    await desk.minutes(2);
    expect(desk.newCalls()).toEqual([]);
  });

  it('created once more: it is at Weni again', async () => {
    await desk.plantao.post('generic', record('client.created', {}, '16:00:00'), { webhook });
    await desk.minutes();
    expect(client()).toMatchObject({ name: 'Ana Souza', fields: { plano: 'Gratuito' } });
  });
});

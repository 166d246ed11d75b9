import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFixture } from '../support/fixtures';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';
import { contactOf } from '../support/strict-weni/workspace';

let desk: PlantaoWithWeni;
beforeEach(async () => {
  desk = await startWithWeni();
});
afterEach(() => desk.stop());

/** What Huggy posts when a customer is made or changed. */
const huggyCustomer = (event: string, changes: object = {}, time = 1_791_212_000) => ({
  time,
  messages: {
    [event]: [
      { id: 501, name: 'Bia Reis', mobile: '5521977776666', email: 'bia@example.com', ...changes },
    ],
  },
  token: '888c48839995c333939a80f0000dd354',
});

const groups = [
  { name: 'Todos', connectionId: '' },
  { name: 'Da Nexloo', connectionId: 'evolvy' },
];
const fields = [
  { source: 'vendor', label: 'Plataforma', type: 'text' },
  { source: 'email', label: 'Correio', type: 'text' },
] as const;

describe('contacts of every platform', () => {
  it('arrive with names, fields and groups, and are updated', async () => {
    await desk.save({ groups, fields });
    await desk.plantao.post('huggy', huggyCustomer('createdCustomer'));
    await desk.plantao.post('evolvy', readFixture('evolvy/v415_contact_created.json'));
    await desk.plantao.post('plug', readFixture('plug/plug-startAttendance.json'), {
      webhook: 'startAttendance',
    });
    await desk.plantao.post('generic', {
      id: 'm1',
      text: 'Oi',
      nome: 'Davi',
      telefone: '(11) 96666-5555',
    });
    await desk.minutes(3);
    const id = (name: string) =>
      desk.workspace.groups.find((group) => group.name === name)?.uuid ?? '';
    expect(contactOf(desk.workspace, 'whatsapp:5521977776666')).toMatchObject({
      name: 'Bia Reis',
      fields: { plataforma: 'Huggy', correio: 'bia@example.com' },
      groups: [id('Todos')],
    });
    expect(contactOf(desk.workspace, 'whatsapp:5521900000002')).toMatchObject({
      name: 'Maria de Fátima',
      fields: { plataforma: 'Nexloo (Evolvy)', correio: 'maria@example.com' },
      groups: [id('Todos'), id('Da Nexloo')].sort(),
    });
    expect(contactOf(desk.workspace, 'whatsapp:554499999999')).toMatchObject({
      fields: { plataforma: 'PlugChat' },
    });
    expect(contactOf(desk.workspace, 'whatsapp:5511966665555')).toMatchObject({ name: 'Davi' });
    await desk.plantao.post(
      'huggy',
      huggyCustomer('updatedCustomer', { name: 'Bia Reis Lima' }, 1_791_213_000),
    );
    await desk.minutes(2);
    expect(contactOf(desk.workspace, 'whatsapp:5521977776666')).toMatchObject({
      name: 'Bia Reis Lima',
    });
    expect(desk.workspace.contacts).toHaveLength(4);
  });

  it("Weni's own are not sent back to it, those of chosen connections alone are sent", async () => {
    await desk.save({ connectionIds: ['evolvy'] });
    await desk.plantao.post('huggy', huggyCustomer('createdCustomer'));
    await desk.plantao.post('evolvy', readFixture('evolvy/v415_contact_created.json'));
    await desk.minutes(2);
    expect(desk.workspace.contacts.map(({ name }) => name)).toEqual(['Maria de Fátima']);
    await desk.save({ connectionIds: [] });
    await desk.plantao.post('weni', readFixture('weni/out_resthook_payload_goflow_snapshot.json'));
    await desk.minutes(2);
    expect(desk.plantao.rows('Contatos')).toHaveLength(3);
    expect(desk.workspace.contacts).toHaveLength(2);
  });

  it('one person on two platforms is one contact, and the change that came last counts', async () => {
    await desk.save();
    await desk.plantao.post('huggy', huggyCustomer('createdCustomer', { mobile: '5521900000002' }));
    await desk.plantao.post('evolvy', readFixture('evolvy/v415_contact_created.json'));
    await desk.minutes(3);
    expect(desk.workspace.contacts).toHaveLength(1);
    await desk.plantao.post(
      'huggy',
      huggyCustomer('updatedCustomer', { name: 'Bia R', mobile: '5521900000002' }, 1_791_213_000),
    );
    await desk.minutes(2);
    expect(desk.workspace.contacts).toMatchObject([{ name: 'Bia R' }]);
  });
});

describe('who is not sent', () => {
  const stop = JSON.stringify(readFixture('weni/field/user-preferences-stop.json'));
  const preference = (value: 'stop' | 'resume', timestamp: number) =>
    stop
      .replace('"value":"stop"', `"value":"${value}"`)
      .replace(/"timestamp":\d+/, `"timestamp":${timestamp}`);
  const post = (value: 'stop' | 'resume', timestamp: number) =>
    desk.plantao.post('weni', preference(value, timestamp), { webhook: 'whatsapp' });

  it('whoever asked to be left alone; one that Weni has leaves the groups, and joins them when they come back', async () => {
    await desk.save({ groups, connectionIds: ['weni'] });
    await post('stop', 1_791_210_000);
    await desk.minutes(2);
    expect(desk.workspace.contacts).toEqual([]);
    const state = () => desk.plantao.shown('Contatos')[0]?.['Weni situação'];
    expect(state()).toBe('Não enviado: pediu para sair');
    await post('resume', 1_791_211_000);
    await desk.minutes(2);
    expect(state()).toBe('Enviado');
    expect(desk.workspace.contacts[0]?.groups).toHaveLength(1);
    await post('stop', 1_791_212_000);
    await desk.minutes(2);
    expect(desk.workspace.contacts[0]?.groups).toEqual([]);
    expect(desk.workspace.contacts[0]?.status).toBe('active');
  });

  it('whoever has neither phone nor e-mail that Weni takes: the row says so, once', async () => {
    await desk.save();
    const nobody = { event: 'client.created', id: '9', name: 'Caio', phone: '123' };
    await desk.plantao.post('generic', nobody, { webhook: 'contacts' });
    await desk.minutes(2);
    expect(desk.workspace.calls).toEqual([]);
    const [row] = desk.plantao.shown('Contatos');
    expect(row?.['Weni situação']).toMatch(/^Não enviado: sem telefone/);
  });

  it('the test event of a connection', async () => {
    await desk.save();
    await desk.plantao.post('huggy', huggyCustomer('createdCustomer'), {
      query: 'k=huggy.exemplo-local&w=main&t=1',
    });
    await desk.minutes(2);
    expect(desk.workspace.calls).toEqual([]);
  });
});

describe('WhatsApp numbers of two forms', () => {
  const customer = { event: 'client.created', id: '9', name: 'Caio', phone: '+55 11 98888-7777' };
  const send = () => desk.plantao.post('generic', customer, { webhook: 'contacts' });
  it.each([
    ['kept', '5511988887777'],
    ['long', '5511988887777'],
    ['short', '551188887777'],
    ['asked', '551188887777'],
  ] as const)('%s: %s', async (phoneForm, digits) => {
    if (phoneForm === 'asked') {
      await desk.save();
      const short = { ...customer, id: '8', phone: '+551188887777', name: 'Como na Weni' };
      await desk.plantao.post('generic', short, { webhook: 'contacts' });
      await desk.minutes(2);
    }
    await desk.save({ phoneForm });
    await send();
    await desk.minutes(2);
    expect(desk.workspace.contacts).toMatchObject([{ name: 'Caio', urns: [`whatsapp:${digits}`] }]);
    const { calls } = desk.workspace;
    await desk.plantao.post(
      'generic',
      { ...customer, event: 'client.updated', name: 'Caio B' },
      { webhook: 'contacts' },
    );
    await desk.minutes(2);
    expect(desk.workspace.contacts).toMatchObject([
      { name: 'Caio B', urns: [`whatsapp:${digits}`] },
    ]);
    expect(calls.length).toBeLessThan(7);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isSaidIn } from '../support/said-in';
import { fieldOf } from '../support/field-of';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';
import { contactOf, goodToken } from '../support/strict-weni/workspace';

let desk: PlantaoWithWeni;
beforeEach(async () => {
  desk = await startWithWeni();
});
afterEach(() => desk.stop());

const customer = { event: 'client.created', id: '9', name: 'Caio', phone: '+55 11 98888-7777' };
const post = (changes: object = {}) =>
  desk.plantao.post('generic', { ...customer, ...changes }, { webhook: 'contacts' });
const urn = 'whatsapp:5511988887777';

describe('the dry run', () => {
  it('lists what would be sent, as it would be sent, and sends nothing', async () => {
    await post();
    await post({ id: '10', phone: '', email: '' });
    await desk.minutes();
    const wanted = {
      schemes: ['whatsapp'],
      language: 'por',
      fields: [{ source: 'vendor', label: 'Plataforma', type: 'text' }],
      groups: [{ name: 'Todos', connectionId: '' }],
    };
    const outcome = await desk.ask('previewWeni', JSON.stringify(wanted));
    expect(outcome.sentence).toBe(
      'De 2 contatos: 1 novos, 0 com mudanças, 0 a excluir; 1 sem endereço, 0 pediram para sair. Nada foi enviado.',
    );
    expect(fieldOf(outcome, 'value', 'calls')).toEqual([
      {
        name: 'Caio',
        method: 'POST',
        path: '/api/v2/contacts.json?urn=whatsapp%3A5511988887777',
        body: '{"name":"Caio","language":"por","fields":{"plataforma":"Genérico"}}',
      },
      {
        name: 'Caio',
        method: 'POST',
        path: '/api/v2/contact_actions.json',
        body: `{"contacts":["${urn}"],"action":"add","group":"Todos"}`,
      },
    ]);
    expect(desk.workspace.calls).toEqual([]);
  });
});

describe('the token', () => {
  it('stands in the properties alone: in no cell, no page, no log, no answer', async () => {
    await desk.save();
    await post();
    await desk.minutes(12);
    expect(desk.workspace.contacts).toHaveLength(1);
    const page = await desk.ask('readWeni');
    const everything = desk.plantao.twin.workbook.sheets.map((sheet) =>
      desk.plantao.shown(sheet.title),
    );
    expect(JSON.stringify([page, everything])).not.toContain(goodToken);
    expect(fieldOf(page, 'value', 'hasToken')).toBe(true);
  });

  it('that is none is refused; one that is deleted ends the sending', async () => {
    expect((await desk.ask('keepWeniToken', 'a b')).kind).toBe('refused');
    await desk.save();
    await desk.minutes();
    expect((await desk.ask('forgetWeniToken')).kind).toBe('done');
    await post();
    await desk.minutes(2);
    expect(desk.newCalls()).toEqual([]);
    expect((await desk.ask('sendWeniNow')).sentence).toContain('Falta o token');
  });
});

describe('what Weni would not take', () => {
  it.each([
    [{ fields: [{ source: 'email', label: 'Endereço', type: 'text' }] }, '"Endereco"'],
    [{ fields: [{ source: 'email', label: 'Created By', type: 'text' }] }, 'nome de campo'],
    [{ groups: [{ name: '!!!', connectionId: '' }] }, 'nome de grupo'],
    [{ language: 'pt-BR' }, 'três letras'],
    [{ address: 'http://flows.weni.ai' }, 'https://'],
    [{ address: 'https://flows.weni.ai/api/v2' }, 'nome do servidor'],
    [{ version: '2' }, 'v2'],
    [{ schemes: [] }, 'ao menos um'],
    [{ callsPerHour: 5 }, '2500'],
  ])('%j is not saved', async (wanted, sentence) => {
    const outcome = await desk.ask('saveWeni', JSON.stringify(wanted));
    expect(outcome.kind).toBe('refused');
    expect(outcome.sentence).toContain(sentence);
    expect(isSaidIn('pt', outcome.sentence)).toBe(true);
  });
});

describe('a person who deletes a contact at Weni', () => {
  it('sees whom first; its row stays, and it is not made again', async () => {
    await desk.save();
    await post();
    await desk.minutes(2);
    const found = await desk.ask('findWeniContact', '(11) 98888-7777');
    expect(found.sentence).toBe(`Caio: ${urn}. Confira antes de excluir.`);
    const uuid = String(fieldOf(found, 'value', 'uuid'));
    expect((await desk.ask('deleteWeniContact', uuid)).sentence).toContain(
      'Contato excluído na Weni',
    );
    expect(contactOf(desk.workspace, urn)).toBeUndefined();
    await post({ event: 'client.updated', name: 'Caio B' });
    await desk.minutes(3);
    expect(contactOf(desk.workspace, urn)).toBeUndefined();
    expect(desk.plantao.shown('Contatos')).toMatchObject([
      { Nome: 'Caio B', 'Weni situação': 'Excluído na Weni' },
    ]);
  });

  it('is told when Weni has nobody', async () => {
    await desk.save();
    expect((await desk.ask('findWeniContact', '+5511900000000')).sentence).toContain(
      'não tem contato',
    );
    expect((await desk.ask('deleteWeniContact', 'nobody')).sentence).toContain(
      'A Weni não tem isto',
    );
  });
});

describe('a contact that the platform deleted', () => {
  it('stays at Weni unless the user has switched that on', async () => {
    await desk.save();
    await post();
    await desk.minutes(2);
    await post({ event: 'client.deleted' });
    await desk.minutes(3);
    expect(contactOf(desk.workspace, urn)).toBeDefined();
    await desk.save({ deletes: true });
    await desk.minutes(2);
    expect(contactOf(desk.workspace, urn)).toBeUndefined();
  });
});

describe('groups', () => {
  it('are listed, made, renamed and deleted; one that is in use says by what', async () => {
    await desk.save();
    await desk.ask('makeWeniGroup', 'Clientes');
    const [made] = desk.workspace.groups;
    expect(made).toMatchObject({ name: 'Clientes' });
    const uuid = made?.uuid ?? '';
    expect((await desk.ask('renameWeniGroup', uuid, 'Clientes VIP')).sentence).toContain(
      'Clientes VIP',
    );
    expect((await desk.ask('makeWeniGroup', 'clientes vip')).sentence).toContain('must be unique');
    Object.assign(made ?? {}, {
      usedBy: 'Group is being used by the following flows which must be archived first: f-1',
    });
    expect((await desk.ask('deleteWeniGroup', uuid)).sentence).toMatch(/em uso na Weni.*f-1/);
    delete made?.usedBy;
    expect(await desk.ask('deleteWeniGroup', uuid)).toMatchObject({ kind: 'done', value: [] });
  });

  it('a dynamic one, or one that is gone, is told or made anew', async () => {
    desk.workspace.groups.push({ uuid: 'd', name: 'Ativos', query: 'age > 1', status: 'ready' });
    await desk.save({ groups: [{ name: 'Ativos', connectionId: '' }] });
    await desk.minutes();
    expect(JSON.stringify(await desk.ask('readWeni'))).toContain('não aceitou um grupo');
    await desk.save({ groups: [{ name: 'Todos', connectionId: '' }] });
    await desk.minutes();
    desk.workspace.groups.splice(1);
    await post();
    await desk.minutes(4);
    const group = desk.workspace.groups.find(({ name }) => name === 'Todos');
    expect(contactOf(desk.workspace, urn)?.groups).toEqual([group?.uuid]);
  });
});

describe('a click on Enviar agora', () => {
  it('sends at once, also what was stopped, and tells how far it is', async () => {
    await desk.save({ isOn: false });
    await post();
    await desk.minutes(3);
    expect(desk.workspace.calls).toEqual([]);
    const outcome = await desk.ask('sendWeniNow');
    expect(outcome.sentence).toContain('Em dia: 1 envios aceitos');
    expect(contactOf(desk.workspace, urn)).toMatchObject({ name: 'Caio' });
  });
});

describe('a field that is taken away at Weni', () => {
  it('is made anew, and nobody is refused for it', async () => {
    await desk.save({ fields: [{ source: 'vendor', label: 'Origem', type: 'text' }] });
    await desk.minutes();
    desk.workspace.fields.splice(0);
    await desk.minutes(15);
    await post();
    await desk.minutes(4);
    expect(contactOf(desk.workspace, urn)?.fields).toEqual({ origem: 'Genérico' });
  });
});

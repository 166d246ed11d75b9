import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWithWeni, type PlantaoWithWeni } from '../../support/plantao-with-weni';
import { contactOf } from '../../support/strict-weni/workspace';

/** A record of somebody's CRM. */
const record = (changes: object = {}): object => ({
  event: 'client.created',
  client: { id: '77', name: 'Ana Souza', phone: '+55 (11) 98888-7777', email: 'Ana@Example.com' },
  time: '2026-10-05T12:00:00-03:00',
  ...changes,
});

describe('contacts of the tab Contatos at Weni', () => {
  let desk: PlantaoWithWeni;
  beforeAll(async () => {
    desk = await startWithWeni();
  });
  afterAll(() => desk.stop());

  it('are made', async () => {
    await desk.plantao.post('generic', record());
    expect((await desk.save()).sentence).toContain('Salvo');
    await desk.minutes(3);
    console.log(desk.plantao.shown('Contatos'), desk.workspace.calls, desk.workspace.contacts, (await desk.ask('readWeni')));
    expect(contactOf(desk.workspace, 'whatsapp:5511988887777')).toMatchObject({ name: 'Ana Souza' });
  });
});

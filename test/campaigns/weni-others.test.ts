import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isVirtualClock } from '../../src/twin/runtime/clock';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';
import { contactOf } from '../support/strict-weni/workspace';

const hourMs = 3_600_000;
let desk: PlantaoWithWeni;
beforeEach(async () => {
  desk = await startWithWeni();
});
afterEach(() => desk.stop());

const person = (number: number, changes = {}): object => ({
  event: 'client.created',
  id: String(number),
  name: `Pessoa ${number}`,
  phone: `+55119${String(80_000_000 + number)}`,
  time: '2026-10-05T12:00:00-03:00',
  ...changes,
});
const post = (body: object) => desk.plantao.post('generic', body, { webhook: 'contacts' });
const people = (count: number): readonly object[] =>
  Array.from({ length: count }, (_one, index) => person(index + 1));
const situationOf = (name: string): string =>
  String(desk.plantao.shown('Contatos').find((row) => row['Nome'] === name)?.['Weni situação']);
const fault = { status: 500, body: 'Server Error. Site administrators have been notified.' };

describe('one contact at which Weni fails each time', () => {
  it('does not hold up the others, and is tried again by the next pass', async () => {
    await desk.save();
    let isMended = false;
    desk.weni.trouble = ({ body }) =>
      !isMended && body.includes('"Pessoa 3"') ? { ...fault, headers: {} } : null;
    await post(people(40));
    await desk.minutes(20);
    expect(desk.workspace.contacts).toHaveLength(39);
    expect(situationOf('Pessoa 3')).toContain('500');
    isMended = true;
    // The pass of a night.
    const { clock } = desk.plantao.twin;
    if (isVirtualClock(clock)) clock.moveTo(clock.now() + 16 * hourMs);
    await desk.minutes(5);
    expect(desk.workspace.contacts).toHaveLength(40);
    expect(situationOf('Pessoa 3')).toBe('Enviado');
  });
});

describe('waiting', () => {
  it('is as long as the one who asks for most wants it', async () => {
    await desk.save();
    desk.weni.trouble = ({ body }) => {
      if (!body.includes('"Pessoa')) return null;
      return body.includes('"Pessoa 2"')
        ? { status: 429, body: { detail: 'x' }, headers: { 'retry-after': '1800' } }
        : { ...fault, headers: {} };
    };
    await post(people(4));
    await desk.minutes(2);
    desk.newCalls();
    await desk.minutes(28);
    expect(desk.newCalls()).toEqual([]);
  });
});

describe('a group', () => {
  const groups = [{ name: 'Todos', connectionId: '' }];

  it('that somebody deleted at Weni is made anew, and everybody is in it again', async () => {
    await desk.save({ groups });
    await post(people(3));
    await desk.minutes(2);
    desk.workspace.groups.length = 0;
    for (const contact of desk.workspace.contacts) contact.groups.length = 0;
    await post(person(4));
    await desk.minutes(5);
    await desk.save({ groups, language: 'por' });
    await desk.minutes(10);
    const [group] = desk.workspace.groups;
    expect(group?.name).toBe('Todos');
    expect(desk.workspace.contacts.map((one) => one.groups)).toEqual(
      Array.from({ length: 4 }, () => [group?.uuid]),
    );
    expect(JSON.stringify(await desk.ask('readWeni'))).toContain('Em dia');
  });
});

describe('somebody whom two platforms know', () => {
  it('is not deleted at Weni when one of them deletes, only when both do', async () => {
    await desk.save({ deletes: true });
    const phone = '+5511980000001';
    await post(person(1));
    await desk.minutes(2);
    const customer = { id: 9001, name: 'Pessoa 1', mobile: phone, email: null };
    await desk.plantao.post('huggy', {
      time: 1_791_212_400,
      messages: { createdCustomer: [customer] },
    });
    await desk.minutes(3);
    expect(desk.plantao.rows('Contatos')).toHaveLength(2);
    await post({ ...person(1), event: 'client.deleted', time: '2026-10-05T12:10:00-03:00' });
    await desk.minutes(3);
    expect(contactOf(desk.workspace, 'whatsapp:5511980000001')?.status).toBe('active');
    expect(desk.workspace.contacts.filter(({ status }) => status === 'active')).toHaveLength(1);
  });
});

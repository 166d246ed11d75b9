import { describe, expect, it } from '@jest/globals';
import { vendorIds } from '../../../src/vendors/registry';
import { reloadConfig } from '../../../src/settings/config-cache';
import * as connections from '../../../src/panel/connections';
import * as menu from '../../../src/panel/menu';
import { nameStatuses } from '../../../src/panel/name-statuses';
import { start } from '../../../src/panel/start';
import { connectServices } from '../../../src/platform/connect';
import { valueOf } from '../../support/ask-panel';
import { openInProcess, startInProcess } from '../../support/in-process';
import { withPerson } from '../../support/person';

const execUrl =
  'https://script.google.com/macros/s/AKfycbxAbCdEfGhIjKlMnOpQrStUvWxYz0123456789/exec';

describe('Plantão > Começar', () => {
  it('makes everything on a new spreadsheet, in the language of the account', () => {
    const desk = openInProcess();
    const { seen } = withPerson(desk, { locale: 'es_AR', typed: `${execUrl}?x=1` }, start);
    expect(desk.rows('Ahora')).toEqual([]);
    const config = desk.execute(() => reloadConfig(connectServices()));
    expect(config.settings).toMatchObject({ language: 'es', execUrl });
    expect(config.connections.map(({ vendor }) => vendor).toSorted()).toEqual(
      [...vendorIds].toSorted(),
    );
    for (const { secrets } of config.connections) expect(secrets[0]).toMatch(/^[\w-]{32}$/);
    expect(desk.execute(() => connectServices().triggers.list())).toMatchObject([
      { functionName: 'sweep_' },
    ]);
    expect(seen.length).toBeGreaterThanOrEqual(2);
  });

  it('chosen again changes nothing: same secrets, same tabs, one trigger', () => {
    const desk = openInProcess();
    const read = (): unknown => desk.execute(() => reloadConfig(connectServices()));
    withPerson(desk, { typed: execUrl }, start);
    const before = read();
    withPerson(desk, { typed: '' }, start);
    expect(read()).toEqual(before);
    expect(desk.execute(() => connectServices().triggers.list())).toMatchObject([
      { functionName: 'sweep_' },
    ]);
  });

  it.each([
    ['a wrong address', 'https://example.com/exec'],
    ['the test address', execUrl.replace('/exec', '/dev')],
    ['nothing', ''],
    ['cancelled', null],
  ])('%s is not stored', (_, typed) => {
    const desk = openInProcess();
    withPerson(desk, { typed }, start);
    expect(desk.execute(() => reloadConfig(connectServices())).settings.execUrl).toBeNull();
  });

  it.each([
    [true, 'America/Sao_Paulo'],
    [false, 'America/New_York'],
  ])('asks before it changes the zone of the spreadsheet: %s', (agrees, zone) => {
    const desk = openInProcess();
    desk.execute(() => connectServices().workbook.setTimeZone('America/New_York'));
    const { seen } = withPerson(desk, { agrees, typed: null }, start);
    expect(seen.some((text) => text.includes('America/New_York'))).toBe(true);
    expect(desk.execute(() => connectServices().workbook.timeZone())).toBe(zone);
  });
});

describe('the menu', () => {
  it.each([
    ['pt_BR', 'Começar'],
    ['es', 'Empezar'],
    ['en', 'Start'],
  ])('speaks %s', (locale, word) => {
    const { seen } = withPerson(openInProcess(), { locale }, menu.addMenu);
    expect(seen[0]).toBe('Plantão');
    expect(seen.join('|')).toContain(word);
  });

  it('Conexões waits for the address, then opens', () => {
    const desk = openInProcess();
    expect(withPerson(desk, {}, menu.openConnections).seen).not.toContain('connections');
    withPerson(desk, { typed: execUrl }, start);
    expect(withPerson(desk, {}, menu.openConnections).seen).toEqual(['connections']);
    expect(withPerson(desk, {}, menu.openFailures).seen).toEqual(['failures']);
  });

  it("keeps the user's own names of status codes, and drops them again", () => {
    const desk = startInProcess();
    const names = (): unknown =>
      desk.execute(() => reloadConfig(connectServices())).settings.statusNames['huggy'];
    withPerson(desk, { typed: ' 3 = Almoço ' }, nameStatuses);
    withPerson(desk, { typed: '4=Café' }, nameStatuses);
    expect(names()).toEqual({ 3: 'Almoço', 4: 'Café' });
    withPerson(desk, { typed: '3=' }, nameStatuses);
    withPerson(desk, { typed: null }, nameStatuses);
    expect(names()).toEqual({ 4: 'Café' });
  });

  it('Sobre tells the version', () => {
    expect(withPerson(startInProcess(), {}, menu.openAbout).seen.join()).toMatch(/\d+\.\d+\.\d+/);
  });
});

describe('connections', () => {
  it('a new one gets an id and a secret of its own; an unknown platform or no label changes nothing', () => {
    const desk = startInProcess();
    const labels = (): readonly string[] =>
      desk
        .execute(() => connections.listConnections(connectServices()))
        .map(({ account }) => account);
    const before = labels();
    const refusedOnes = [
      ['huggy', ' '],
      ['constructor', 'X'],
      ['huggy', 'Filial '.repeat(20)],
    ] as const;
    for (const [vendor, label] of refusedOnes)
      expect(desk.ask('addConnection', vendor, label)).toMatchObject({
        kind: 'refused',
        sentence: expect.stringMatching(/^\p{Lu}.+\.$/u),
      });
    expect(labels()).toEqual(before);
    expect(desk.ask('addConnection', 'huggy', ' Filial ').kind).toBe('done');
    expect(labels().toSorted()).toEqual([...before, 'Filial'].toSorted());
  });

  it('while a secret is changed both are known; then only the new one', () => {
    const desk = startInProcess();
    const change = (work: typeof connections.changeSecret): boolean | undefined =>
      valueOf(desk.execute(() => work(connectServices(), 'huggy'))).find(({ id }) => id === 'huggy')
        ?.hasOldSecret;
    expect(change(connections.changeSecret)).toBe(true);
    expect(desk.post('huggy', { a: 1 })).toBe('OK');
    expect(change(connections.dropOldSecrets)).toBe(false);
    desk.nowMs += 60_000;
    expect(desk.post('huggy', { a: 1 })).toContain('segredo');
  });
});

import { describe, expect, it } from '@jest/globals';
import { vendorIds } from '../../../src/vendors/registry';
import { reloadConfig } from '../../../src/settings/config-cache';
import * as menu from '../../../src/panel/menu';
import { openConnections, openStart } from '../../../src/panel/sidebar/open-sidebar';
import { makeTabs } from '../../../src/panel/start/set-up';
import { connectServices } from '../../../src/platform/connect';
import type { Services } from '../../../src/platform/services';
import { openInProcess, startInProcess } from '../../support/in-process';
import { withPerson } from '../../support/person';

describe('Plantão > Começar', () => {
  const make = (zone: string) => (services: Services) => makeTabs(services, zone);

  it('opens the panel and makes nothing before somebody says so', () => {
    const desk = openInProcess();
    const before = desk.everything();
    const { pages } = withPerson(desk, {}, openStart);
    expect(pages).toMatchObject([
      { name: 'sidebar', title: 'Plantão', values: { screen: 'start' } },
    ]);
    const { 'panel.key': _key, ...properties } = desk.properties();
    expect([properties, desk.execute(() => connectServices().workbook.sheets())]).toMatchObject([
      {},
      [expect.anything()],
    ]);
    expect(before).toMatchObject([{}, expect.anything()]);
  });

  it('its first step makes everything, in the language of the account', () => {
    const desk = openInProcess();
    withPerson(desk, { locale: 'es_AR' }, make('keep'));
    expect(desk.rows('Ahora')).toEqual([]);
    const config = desk.execute(() => reloadConfig(connectServices()));
    expect(config.settings).toMatchObject({ language: 'es', execUrl: null });
    expect(config.connections.map(({ vendor }) => vendor).toSorted()).toEqual(
      [...vendorIds].toSorted(),
    );
    for (const { secrets } of config.connections) expect(secrets[0]).toMatch(/^[\w-]{32}$/);
    expect(desk.execute(() => connectServices().triggers.list())).toMatchObject([
      { functionName: 'sweep_' },
    ]);
  });

  it('chosen again makes what was deleted, and changes nothing else: same secrets, same tabs, one trigger', () => {
    const desk = startInProcess();
    const read = (): unknown => desk.execute(() => reloadConfig(connectServices()).connections);
    const before = read();
    desk.deleteTab('Conversas');
    withPerson(desk, {}, openStart);
    expect(desk.rows('Conversas')).toEqual([]);
    expect(read()).toEqual(before);
    expect(desk.execute(() => connectServices().triggers.list())).toMatchObject([
      { functionName: 'sweep_' },
    ]);
  });

  it.each([
    ['America/Bogota', 'America/Bogota'],
    ['keep', 'America/New_York'],
  ])('changes the zone only when told to: %s', (choice, zone) => {
    const desk = openInProcess();
    desk.execute(() => connectServices().workbook.setTimeZone('America/New_York'));
    withPerson(desk, {}, make(choice));
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

  it('opens each of its pages', () => {
    const desk = startInProcess();
    expect(withPerson(desk, {}, openConnections).pages).toMatchObject([
      { name: 'sidebar', values: { screen: 'connections' } },
    ]);
    expect(withPerson(desk, {}, menu.openFailures).seen).toEqual(['failures']);
    expect(withPerson(desk, {}, menu.openSettings).seen).toEqual(['settings']);
  });

  it('tells whoever has not begun that the first click only asks for permission; later nothing', () => {
    const desk = openInProcess();
    expect(withPerson(desk, {}, menu.addMenu).seen.at(-1)).toContain('clique em Começar de novo');
    expect(withPerson(startInProcess(), {}, menu.addMenu).seen.at(-1)).toBe('Sobre');
  });

  it('is there although Google refuses the properties', () => {
    const desk = openInProcess();
    desk.interpose('PropertiesService', 'getProperty', () => {
      throw new Error('Service invoked too many times for one day: properties.');
    });
    expect(withPerson(desk, {}, menu.addMenu).seen).toContain('Começar');
  });

  it('Sobre tells the version', () => {
    expect(withPerson(startInProcess(), {}, menu.openAbout).seen.join()).toMatch(/\d+\.\d+\.\d+/);
  });
});

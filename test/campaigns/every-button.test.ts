import { describe, expect, it } from '@jest/globals';
import { runAction } from '../../src/panel/actions';
import * as menu from '../../src/panel/menu';
import type { Outcome } from '../../src/panel/outcome';
import { openConnections, openStart } from '../../src/panel/sidebar/open-sidebar';
import { texts } from '../../src/panel/texts';
import { connectServices } from '../../src/platform/connect';
import { tabIds, tabs } from '../../src/tabs/tabs';
import { openInProcess, startInProcess, type InProcess } from '../support/in-process';
import { withPerson, type Person } from '../support/person';
import { agentStatus } from '../support/plantao';
import { isSaidIn } from '../support/said-in';
import { badInput } from '../support/bad-input';

const languages = [
  { language: 'pt', locale: 'pt_BR' },
  { language: 'es', locale: 'es_CO' },
  { language: 'en', locale: 'en_US' },
] as const;

/** Every item of the menu. */
const menuItems = {
  start: openStart,
  openConnections,
  openFailures: menu.openFailures,
  openSettings: menu.openSettings,
  openPlatforms: menu.openPlatforms,
  openWeni: menu.openWeni,
  pauseWriting: menu.pauseWriting,
  resumeWriting: menu.resumeWriting,
  updateNow: menu.updateNow,
  openAbout: menu.openAbout,
} as const satisfies Readonly<Record<string, menu.MenuFunction>>;

/** Items that write, so that they need the lock. */
const writingItems = ['start', 'pauseWriting', 'resumeWriting', 'updateNow'] as const;

/** Every button that changes something, with arguments that are right. */
const writingButtons = [
  ['addConnection', 'huggy', 'Filial'],
  ['changeSecret', 'huggy'],
  ['dropOldSecrets', 'huggy'],
  ['renameConnection', 'huggy', 'Matriz'],
  ['makeTabs', 'keep'],
  ['pauseWriting'],
  ['resumeWriting'],
  ['replay', 'all', '0'],
  ['replay', 'request', 'x'],
  ['acceptToken', 'huggy', 'x'],
  ['refuseToken', 'huggy', 'x'],
  ['checkTabs'],
  ['writeAgain', 'agentsNow', '0'],
  ['keepWeniToken', 'a-token-of-weni'],
  ['forgetWeniToken'],
  ['saveWeni', '{}'],
  ['saveSettings', 'hours', '{}'],
  ['keepAccess', 'weni', '', '', '0b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f'],
  ['forgetAccess', 'weni'],
  ['keepPolling', 'weni', '', '5'],
  ['keepMissed', 'huggy', '', '0', 'days'],
  ['ignoreCause', 'x', 'Era um teste'],
  ['unignoreCause', 'x'],
  ['dropConnection', 'huggy'],
] as const;

function press(desk: InProcess, person: Person, call: readonly string[]): Outcome<unknown> | null {
  const [action = '', ...args] = call;
  return withPerson(desk, person, (services) => runAction(services, action, args)).result;
}

const choose = (desk: InProcess, person: Person, work: menu.MenuFunction): readonly string[] =>
  withPerson(desk, person, (services) => menu.runFromMenu(services, work)).seen;

describe.each(languages)('in $language', ({ language, locale }) => {
  const person = { locale, typed: 'x' };
  const expectSentence = (said: string | undefined): void => {
    expect([said, isSaidIn(language, said ?? '')]).toEqual([said, true]);
    expect(said).toMatch(/^[\p{Lu}¿][^]*\.$/u);
  };

  it('while another writes, every button and every item says so, and nothing is changed', () => {
    const desk = startInProcess();
    desk.occupyLock(true);
    const before = desk.everything();
    for (const call of writingButtons) {
      const outcome = press(desk, person, call);
      expect([call, outcome?.kind]).toEqual([call, 'busy']);
      expectSentence(outcome?.sentence);
    }
    for (const name of writingItems) expectSentence(choose(desk, person, menuItems[name]).at(-1));
    expect(desk.everything()).toEqual(before);
  });

  it('blank and hostile input is refused with what to do, and nothing is changed', () => {
    const desk = startInProcess();
    const before = desk.everything();
    for (const call of badInput) {
      const outcome = press(desk, person, call);
      expect([call, outcome?.kind]).toEqual([call, 'refused']);
      expectSentence(outcome?.sentence);
    }
    expect(desk.everything()).toEqual(before);
  });

  it('on a spreadsheet that was not started, every item but Começar says what comes first, and makes nothing', () => {
    const desk = openInProcess();
    const before = desk.everything();
    for (const name of ['openSettings', 'pauseWriting', 'resumeWriting'] as const)
      expectSentence(choose(desk, person, menuItems[name]).at(-1));
    expect(desk.everything()).toEqual(before);
    expect(desk.execute(() => connectServices().triggers.list())).toEqual([]);
  });

  it.each(tabIds.map((id) => tabs[id].title.pt))(
    'with %s deleted, everything works or says what to do',
    (title) => {
      const desk = startInProcess();
      desk.post('huggy', agentStatus());
      desk.deleteTab(title);
      for (const call of writingButtons)
        expect(press(desk, person, call)?.kind).toMatch(/done|refused/);
      for (const work of Object.values(menuItems))
        for (const said of choose(desk, person, work)) expect(said).not.toBe('');
    },
  );

  it('when Google refuses to store something, it is said', () => {
    const desk = startInProcess();
    desk.interpose('PropertiesService', 'setProperty', () => {
      throw new Error('Service invoked too many times for one day: properties.');
    });
    const said = (['start', 'pauseWriting', 'openFailures'] as const).map((name) =>
      choose(desk, person, menuItems[name]).at(-1),
    );
    expect(said).toEqual(said.map(() => texts.fault[language]));
  });
});

describe('Pausar and Retomar', () => {
  it('change that one setting and make nothing', () => {
    const desk = startInProcess();
    desk.deleteTab('Quedas');
    const [, before] = [
      desk.properties(),
      desk.execute(() => connectServices().workbook.sheets().length),
    ];
    const seen = choose(desk, {}, menu.pauseWriting);
    expect(seen).toEqual([expect.stringContaining('Gravação pausada')]);
    expect(desk.execute(() => connectServices().workbook.sheets())).toHaveLength(before);
    expect(desk.properties()['settings']).toContain('"isPaused":true');
    choose(desk, {}, menu.resumeWriting);
    expect(desk.properties()['settings']).toContain('"isPaused":false');
  });
});

describe('the sweep', () => {
  const triggers = (desk: InProcess): readonly string[] =>
    desk.execute(() => connectServices().triggers.list()).map(({ functionName }) => functionName);

  /** Another editor: Google shows them none of the first one's triggers. */
  function chooseAsAnother(desk: InProcess): void {
    desk.interpose('ScriptApp', 'getProjectTriggers', () => []);
    choose(desk, {}, openStart);
    desk.interpose('ScriptApp', 'getProjectTriggers', null);
  }

  it('is one, however many editors choose Começar', () => {
    const desk = startInProcess();
    chooseAsAnother(desk);
    desk.sweep(12);
    chooseAsAnother(desk);
    expect(triggers(desk)).toEqual(['sweep_']);
  });

  it('is made anew by Começar when no trigger ran for 25 minutes, whatever else swept', () => {
    const desk = startInProcess();
    desk.nowMs += 26 * 60_000;
    choose(desk, {}, menu.updateNow);
    chooseAsAnother(desk);
    expect(triggers(desk)).toEqual(['sweep_', 'sweep_']);
  });
});

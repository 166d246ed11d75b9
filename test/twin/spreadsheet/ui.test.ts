import { describe, expect, it } from '@jest/globals';
import type {
  DialogPage,
  Menu,
  Question,
  UserInterfaceSession,
} from '../../../src/twin/runtime/ui-session';
import { openDesk, type Run } from './support';

function wrapAll(run: Run, list: unknown) {
  return Array.isArray(list) ? list.map((item: unknown) => run.mark(item)) : [];
}

function makeWindow() {
  const seen: (Menu | DialogPage | Question | string)[] = [];
  const window: UserInterfaceSession = {
    activeSheetId: null,
    showSheet: (sheetId) => void seen.push(`sheet ${sheetId}`),
    addMenu: (menu) => void seen.push(menu),
    showSidebar: (html, title) => void seen.push(`${title}: ${html}`),
    showDialog: (page) => void seen.push(page),
    alert: (question) => {
      seen.push(question);
      return Promise.resolve('YES');
    },
    prompt: () => Promise.resolve({ button: 'OK', text: 'Ana' }),
    toast: (text) => void seen.push(text),
  };
  return { seen, window };
}

describe('getUi', () => {
  it.each(['webApp', 'trigger'] as const)('throws in a %s execution', (kind) => {
    const { window } = makeWindow();
    const run = openDesk({ options: { userInterface: () => window } }).start({ kind });
    expect(() => run.app.call('getUi')).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  it('adds menus, asks and tells', async () => {
    const { seen, window } = makeWindow();
    const dialogs: string[] = [];
    const options = {
      userInterface: () => window,
      beforeDialog: (id: string) => void dialogs.push(id),
    };
    const run = openDesk({ options }).start({ kind: 'menu' });
    const ui = run.app.open('getUi');
    const sub = ui.open('createMenu', 'Mais').open('addItem', 'Sobre', 'about');
    ui.open('createMenu', 'Plantão')
      .open('addItem', 'Começar', 'start')
      .open('addSeparator')
      .open('addSubMenu', sub.target)
      .call('addToUi');
    run.spreadsheet.call('toast', 'pronto');
    expect(await ui.call('alert', 'Certeza?', 'Apagar tudo', 'YES_NO')).toMatchObject({
      name: 'YES',
    });
    const answer = run.mark(await ui.call('prompt', 'Nome?'));
    expect(answer.call('getResponseText')).toBe('Ana');
    expect(dialogs).toEqual([run.execution.id, run.execution.id]);
    expect(seen).toEqual([
      {
        caption: 'Plantão',
        entries: [
          { type: 'item', caption: 'Começar', functionName: 'start' },
          { type: 'separator' },
          {
            type: 'menu',
            menu: {
              caption: 'Mais',
              entries: [{ type: 'item', caption: 'Sobre', functionName: 'about' }],
            },
          },
        ],
      },
      'pronto',
      { title: 'Certeza?', prompt: 'Apagar tudo', buttons: 'YES_NO' },
    ]);
  });
});

describe('the spreadsheet itself', () => {
  it('has no active spreadsheet in web calls on the other side', () => {
    const desk = openDesk({ options: { activeNullInWebCalls: true } });
    expect(desk.start({ kind: 'menu' }).spreadsheet.call('getName')).toBe('Plantão');
    expect(() => desk.start({ kind: 'webApp' })).toThrow('not a host object');
  });

  it('is renamed, gets another locale, recalculation and named ranges', () => {
    const run = openDesk().start();
    run.spreadsheet.call('rename', 'Novo');
    run.spreadsheet.call('setSpreadsheetLocale', 'en_US');
    run.spreadsheet.call('setRecalculationInterval', 'MINUTE');
    run.range('A1').call('setValue', '1.5');
    expect(run.range('A1').call('getValue')).toBe(1.5);
    expect(run.spreadsheet.call('getName')).toBe('Novo');
    expect(run.spreadsheet.call('getRecalculationInterval')).toMatchObject({ name: 'MINUTE' });
    run.spreadsheet.call('setNamedRange', 'dados', run.range('A1:B2').target);
    expect(run.sheet.open('getRange', 'dados').call('getA1Notation')).toBe('A1:B2');
    const [named] = wrapAll(run, run.spreadsheet.call('getNamedRanges'));
    named?.call('setName', 'outros');
    expect(run.spreadsheet.call('getRangeByName', 'dados')).toBeNull();
    run.spreadsheet.call('removeNamedRange', 'outros');
    expect(() => run.spreadsheet.call('removeNamedRange', 'outros')).toThrow('does not exist');
  });

  it('texts with looks stay text', () => {
    const run = openDesk().start();
    const style = run.app.open('newTextStyle').open('setBold', true).call('build');
    const text = run.app
      .open('newRichTextValue')
      .open('setText', '=1+1')
      .open('setTextStyle', style);
    run.range('A1').call('setRichTextValue', text.call('build'));
    expect([run.range('A1').call('getValue'), run.range('A1').call('getFontWeight')]).toEqual([
      '=1+1',
      'bold',
    ]);
    expect(run.range('A1').open('getRichTextValue').call('getText')).toBe('=1+1');
  });

  it('a sheet that was activated comes to the front at the end; one in front is the active one', () => {
    const { seen, window } = makeWindow();
    const options = { userInterface: () => window };
    const desk = openDesk({ options });
    const run = desk.start({ kind: 'menu' });
    const added = run.spreadsheet.open('insertSheet', 'Agora');
    run.sheet.call('activate');
    added.open('getRange', 'B2').call('activate');
    expect(seen).toEqual([]);
    run.execution.end();
    expect(seen).toEqual([`sheet ${String(added.call('getSheetId'))}`]);
    const front = Number(added.call('getSheetId'));
    const later = openDesk({
      storage: desk.storage,
      options: { userInterface: () => ({ ...window, activeSheetId: front }) },
    }).start({ kind: 'menu' });
    expect(later.spreadsheet.open('getActiveSheet').call('getName')).toBe('Agora');
    later.execution.end();
    expect(seen).toHaveLength(1);
  });
});

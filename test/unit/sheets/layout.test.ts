import { beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../../src/events/localized';
import { columnLetter } from '../../../src/platform/column-letter';
import type { Sheet } from '../../../src/platform/services';
import { createTab } from '../../../src/sheets/create-tab';
import { findSheet, freeTitle } from '../../../src/sheets/find-sheet';
import { hiddenColumnsOf, hiddenTitles } from '../../../src/sheets/hidden-columns';
import { readLayout, type Layout } from '../../../src/sheets/layout';
import { lookRulesOf } from '../../../src/sheets/look-rules';
import { tabIds, tabs } from '../../../src/tabs/tabs';
import { openTabDesk, put, type TabDesk } from '../../support/tab-sheet';

const tab = tabs.agentsNow;

const layoutOf = (sheet: Sheet): Layout => {
  const top = sheet.read({ row: 1, column: 1, rows: 1, columns: sheet.maxColumns() });
  return readLayout(tab, top, sheet);
};

describe('where the columns of a tab stand', () => {
  let tabDesk: TabDesk;
  beforeEach(() => {
    tabDesk = openTabDesk(tab);
  });
  const inOrder = tab.columns.map(({ id }, index) => [id, index + 1] as const);

  it('is told by their titles, without asking for marks', () => {
    expect([...tabDesk.use(layoutOf).columns]).toEqual(inOrder);
    expect(tabDesk.calls).not.toContain('markedColumns');
  });

  it.each(['es', 'en'] as const)('in %s, too', (language) => {
    tabDesk.use((sheet) => {
      const titles = tab.columns.map(({ title }) => title[language]);
      sheet.write({ row: 1, column: 1, rows: 1, columns: titles.length }, [titles]);
    });
    expect([...tabDesk.use(layoutOf).columns]).toEqual(inOrder);
    expect(tabDesk.calls).not.toContain('markedColumns');
  });

  it('is told by the mark when a title was changed', () => {
    tabDesk.use((sheet) => put(sheet, [1, 1], 'Pessoa'));
    expect(tabDesk.use(layoutOf).columns.get('agent')).toBe(1);
  });

  it('is told by the mark when the user has a column of the same title', () => {
    tabDesk.use((sheet) => {
      sheet.addColumns(1);
      put(sheet, [1, sheet.maxColumns()], 'Agente');
    });
    expect(tabDesk.use(layoutOf).columns.get('agent')).toBe(1);
  });

  it.each(tabIds)('of %s in every language, its hidden columns included', (id) => {
    const definition = tabs[id];
    if (hiddenColumnsOf(definition).length === 0) return;
    const sheets = languages.map((language) => {
      const header = [
        ...definition.columns.map(({ title }) => title[language]),
        ...hiddenColumnsOf(definition).map((name) => hiddenTitles[name]),
      ];
      return tabDesk.use((sheet) => readLayout(definition, [header], sheet));
    });
    for (const { columns, keyColumn } of sheets) {
      expect([...columns.values()]).toEqual(definition.columns.map((_unused, index) => index + 1));
      expect(keyColumn).toBe(definition.columns.length + 1);
    }
  });
});

describe('finding the sheet of a tab', () => {
  it('by its id, else by its mark, whatever it is called', () => {
    const found = openTabDesk(tab).use((sheet, workbook) => {
      sheet.setTitle('Quem está');
      return [findSheet(workbook, tab, sheet.id()), findSheet(workbook, tab, undefined)].map(
        (one) => one?.title(),
      );
    });
    expect(found).toEqual(['Quem está', 'Quem está']);
  });

  it("a tab of the user's with one of our titles stays theirs", () => {
    const titles = openTabDesk(tabs.contacts).use((_sheet, workbook) => {
      put(workbook.addSheet('Agora', 10, 3), [1, 1], 'minhas coisas');
      const found = findSheet(workbook, tab, undefined);
      const made = createTab(workbook, tab, { language: 'pt', numbers: {} }).title();
      return [found?.title() ?? null, made, freeTitle(workbook, 'Agora'), freeTitle(workbook, 'X')];
    });
    expect(titles).toEqual([null, 'Agora (Plantão)', 'Agora (Plantão 2)', 'X']);
  });

  it('by title when id and mark were lost, if the header is ours', () => {
    const found = openTabDesk(tab).use((_sheet, workbook) => {
      const copy = workbook.addSheet('Contatos', 5, 40);
      const header = [
        ...tabs.contacts.columns.map(({ title }) => title.pt),
        'Chave',
        'Nº',
        'Gravado',
        'Estado',
      ];
      copy.write({ row: 1, column: 1, rows: 1, columns: header.length }, [header]);
      return findSheet(workbook, tabs.contacts, 123)?.title();
    });
    expect(found).toBe('Contatos');
  });
});

describe('column letters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [18_278, 'ZZZ'],
  ])('%i is %s', (column, letters) => {
    expect(columnLetter(column)).toBe(letters);
  });
});

describe('conditional formats', () => {
  const columns = new Map([['status', 28]]);

  it('colour a word in any language, in the column where it stands now', () => {
    const [first] = lookRulesOf(tabs.attendances, columns, {});
    expect(first).toMatchObject({ over: { fromRow: 2, column: 28, columns: 1 } });
    expect(first?.formula).toBe('=OR($AB2="Aguardando";$AB2="En espera";$AB2="Waiting")');
  });

  it('leave out columns that are gone, and tabs without colours', () => {
    expect(lookRulesOf(tab, new Map(), {})).toEqual([]);
    expect(lookRulesOf(tabs.contacts, columns, {})).toEqual([]);
  });
});

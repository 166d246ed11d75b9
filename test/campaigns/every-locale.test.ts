import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../src/events/localized';
import { tabs, type TabId } from '../../src/tabs/tabs';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { SheetView } from '../../src/twin/spreadsheet/model';
import { colouredCells } from '../support/colours';
import { agentStatus, bundleDir, startPlantao, type Plantao } from '../support/plantao';

/** What a person does by hand in the spreadsheet. */
const handiwork = `
function changeLocale(locale) { SpreadsheetApp.getActiveSpreadsheet().setSpreadsheetLocale(locale); }
function put(title, row, column, text) { SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title).getRange(row, column).setValue(text); }
`;

interface Place {
  readonly locale: string;
  readonly language: Language;
  /** The locale that the person changes to. */
  readonly next: string;
}

const places: readonly Place[] = [
  { locale: 'pt_BR', language: 'pt', next: 'en_US' },
  { locale: 'es_CO', language: 'es', next: 'es_MX' },
  { locale: 'es_MX', language: 'es', next: 'es_CO' },
  { locale: 'en_US', language: 'en', next: 'pt_BR' },
];

const green = '#ceead6';
const amber = '#feefc3';
const grey = '#e8eaed';
const red = '#fad2cf';

const situations = {
  pt: { Disponível: green, 'Em pausa': amber, Offline: grey },
  es: { Disponible: green, 'En pausa': amber, Desconectado: grey },
  en: { Available: green, Paused: amber, Offline: grey },
};

/** Which word of which column has which colour, in each language. */
const colours: readonly (readonly [TabId, string, Readonly<Record<Language, object>>])[] = [
  ['agentsNow', 'situation', situations],
  ['agentStatus', 'situation', situations],
  [
    'conversations',
    'status',
    {
      pt: { Aberta: amber, Adiada: grey, Pendente: grey },
      es: { Abierta: amber, Pospuesta: grey, Pendiente: grey },
      en: { Open: amber, Snoozed: grey, Pending: grey },
    },
  ],
  [
    'attendances',
    'status',
    {
      pt: { Aguardando: amber, 'Em atendimento': green },
      es: { 'En espera': amber, 'En atención': green },
      en: { Waiting: amber, Active: green },
    },
  ],
  ['messages', 'status', { pt: { Falhou: red }, es: { Falló: red }, en: { Failed: red } }],
  [
    'templates',
    'status',
    {
      pt: { Rejeitado: red, Aprovado: green },
      es: { Rechazado: red, Aprobado: green },
      en: { Rejected: red, Approved: green },
    },
  ],
  [
    'outages',
    'situation',
    { pt: { Desconectado: red }, es: { Desconectado: red }, en: { Disconnected: red } },
  ],
];

/** Names that one of the locales takes for a number, a date, a time, a boolean or a formula when they are typed. */
const names = [
  '1.234,5 | 1,234.5 | 1,5 | 1.5 | 10% | R$ 10 | $ 10 | € 10 | 1 234 | (5) | 1e5',
  '12/05 | 12/05/2026 | 12.05.2026 | 5 de maio | 5 de mayo | May 5 | 2:30 | 2:30 PM',
  'VERDADEIRO | Falso | VERDADERO | TRUE | false',
  '=1+1 | =SUM(1;2) | +55 11 | -a',
].flatMap((line) => line.split(' | '));
/** Seconds; 28 November 2026, 09:00:00 in GMT-3. */
const sentAt = Date.UTC(2026, 10, 28, 12) / 1000;
const nowMs = (sentAt + 25 * 3600 + 61) * 1000;

async function open(folder: string, locale: string): Promise<Plantao> {
  const plantao = await startPlantao({
    bundleDir: folder,
    locale,
    clock: createVirtualClock(nowMs),
  });
  const agents = names.map((name, id) => ({
    id,
    name,
    isOnline: id > 0,
    isAvailable: id > 1,
    statusID: String(id),
  }));
  await plantao.post('huggy', agentStatus({ time: sentAt, agents }));
  await plantao.settle();
  return plantao;
}

describe.each(places)('In a spreadsheet of $locale', ({ locale, language, next }) => {
  let folder: string;
  let plantao: Plantao;
  const titleOf = (id: TabId): string => tabs[id].title[language];
  const columnOf = (id: TabId, column: string): string =>
    tabs[id].columns.find((one) => one.id === column)?.title[language] ?? '';
  const sheetOf = (id: TabId): SheetView => {
    const sheet = plantao.twin.workbook.sheets.find(({ title }) => title === titleOf(id));
    if (sheet === undefined) throw new Error(`There is no tab ${titleOf(id)}.`);
    return sheet;
  };
  const columnPlace = (id: TabId, column: string): number => {
    const sheet = sheetOf(id);
    const header = Array.from(
      { length: sheet.lastColumn },
      (_, at) => sheet.cell(1, at + 1)?.value,
    );
    return header.indexOf(columnOf(id, column)) + 1;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plantao-'));
    cpSync(bundleDir, folder, { recursive: true });
    writeFileSync(
      join(folder, 'Code.js'),
      readFileSync(join(folder, 'Code.js'), 'utf8') + handiwork,
    );
    plantao = await open(folder, locale);
    for (const [id, column, words] of colours) {
      const at = columnPlace(id, column);
      const texts = [...Object.keys(words[language]), 'x', 'Disponível ou não'];
      for (const [index, text] of texts.entries())
        await plantao.twin.run('put', [titleOf(id), 100 + index, at, text]);
    }
  });
  afterAll(async () => {
    await plantao.twin.stop();
    rmSync(folder, { recursive: true });
  });

  /** Formula cells of all tabs that show an error. */
  const errors = (): readonly unknown[] =>
    plantao.twin.workbook.sheets.flatMap((sheet) => {
      const found: unknown[] = [];
      sheet.eachCell(({ formula }, row, column) => {
        const value = plantao.twin.engine.evaluate(sheet.id, row, column);
        if (formula !== undefined && String(value).startsWith('#'))
          found.push([sheet.title, row, column, formula, value]);
      });
      return found;
    });

  /** What the cells of a column show in the rows that events wrote. */
  const shown = (id: TabId, column: string): readonly (string | undefined)[] =>
    plantao
      .shown(titleOf(id))
      .filter(({ Chave: key }) => key !== '')
      .map((row) => row[columnOf(id, column)]);

  /** What the same cells hold. */
  const held = (id: TabId, column: string): readonly unknown[] =>
    plantao
      .rows(titleOf(id))
      .filter(({ Chave: key }) => key !== null)
      .map((row) => row[columnOf(id, column)]);

  /** By tab: the words in the rows written by hand that have a colour, and the columns that have some. */
  const coloured = (): readonly unknown[] =>
    colours.map(([id]) => {
      const cells = colouredCells(plantao.twin.workbook, sheetOf(id));
      const byHand = cells.filter(({ row }) => row >= 100);
      const words = Object.fromEntries(byHand.map((cell) => [cell.text, cell.background]));
      return [id, words, [...new Set(cells.map(({ column }) => column))]];
    });
  const colouredAsMeant = (): readonly unknown[] =>
    colours.map(([id, column, words]) => [id, words[language], [columnPlace(id, column)]]);
  const colouredAgents = (): number =>
    colouredCells(plantao.twin.workbook, sheetOf('agentsNow')).filter(({ row }) => row < 100)
      .length;

  it('every formula has its value and every date is shown as it is meant', () => {
    expect(errors()).toEqual([]);
    expect(shown('agentsNow', 'elapsed')).toEqual(
      names.map(() => expect.stringMatching(/^25:0\d:\d\d$/)),
    );
    expect(shown('agentsNow', 'since')).toEqual(names.map(() => '28/11/2026 - 09:00:00'));
    expect(shown('agentStatus', 'at')).toEqual(names.map(() => '28/11/2026 - 09:00:00'));
  });

  it('every colour rule colours its words and nothing else', () => {
    expect(coloured()).toEqual(colouredAsMeant());
    expect(colouredAgents()).toBe(names.length);
  });

  it('texts stay texts, numbers numbers and booleans booleans', () => {
    expect(held('agentsNow', 'agent')).toEqual(names);
    expect(shown('agentsNow', 'agent')).toEqual(names);
    expect(held('agentsNow', 'online')).toEqual(names.map((_name, id) => id > 0));
    expect(held('agentsNow', 'available')).toEqual(names.map((_name, id) => id > 1));
    expect(held('agentStatus', 'statusCode')).toEqual(names.map((_name, id) => String(id)));
    const attempts = plantao
      .rows(titleOf('journal'))
      .map((row) => row[columnOf('journal', 'attempts')]);
    expect(attempts.every((count) => typeof count === 'number')).toBe(true);
  });

  it(`all of it holds when the person changes to ${next}, for old rows and new ones`, async () => {
    await plantao.twin.run('changeLocale', [next]);
    const again = names.map((name, id) => ({ id: 100 + id, name }));
    await plantao.post('huggy', agentStatus({ time: sentAt, agents: again }));
    const all = [...names, ...names];
    expect(errors()).toEqual([]);
    expect(held('agentsNow', 'agent')).toEqual(all);
    expect(shown('agentsNow', 'since')).toEqual(all.map(() => '28/11/2026 - 09:00:00'));
    expect(shown('agentsNow', 'elapsed')).toEqual(
      all.map(() => expect.stringMatching(/^25:0\d:\d\d$/)),
    );
    expect(coloured()).toEqual(colouredAsMeant());
  });
});

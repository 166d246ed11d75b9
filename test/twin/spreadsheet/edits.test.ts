import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Twin } from '../../../src/twin/runtime/twin';
import { createEditQueue } from '../../../src/twin/spreadsheet/edit/edit-queue';
import { startTwin } from '../../../src/twin/start-twin';

const code = `
function setUp() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var rule = SpreadsheetApp.newDataValidation().requireValueInList(['Hoje', 'Ontem'], true)
    .setAllowInvalid(false).setHelpText('Escolha um período').build();
  sheet.getRange('A1').setValue('Hoje').setDataValidation(rule);
  ScriptApp.newTrigger('onInstalledEdit').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
}
function onEdit(event) {
  var sheet = event.range.getSheet();
  sheet.getRange('C1').setValue([event.range.getA1Notation(), event.oldValue, event.value, event.authMode, event.source.getName()].join(' | '));
}
function onInstalledEdit(event) {
  event.range.getSheet().getRange('C2').setValue(event.authMode + ' | ' + (event.triggerUid ? 'uid' : ''));
}
`;

let folder: string;
let twin: Twin;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'twin-edit-'));
  writeFileSync(join(folder, 'Code.js'), code);
  writeFileSync(join(folder, 'appsscript.json'), '{"timeZone":"America/Sao_Paulo"}');
  twin = startTwin({ bundleDir: folder, title: 'Painel' });
  await twin.run('setUp');
});

afterAll(async () => {
  await twin.stop();
  await rm(folder, { recursive: true });
});

const read = (row: number, column: number): unknown =>
  twin.workbook.sheets[0]?.cell(row, column)?.value ?? null;

describe('what a person types', () => {
  it('stands in the cell, and onEdit and the installed trigger hear of it', async () => {
    await twin.edit({ sheetId: 0, row: 1, column: 1, text: 'Ontem' });
    expect(read(1, 1)).toBe('Ontem');
    expect(read(1, 3)).toBe('A1 | Hoje | Ontem | LIMITED | Painel');
    expect(read(2, 3)).toBe('FULL | uid');
  });

  it('is read as typed: numbers, dates and formulas', async () => {
    await twin.edit({ sheetId: 0, row: 5, column: 1, text: '1.234,5' });
    await twin.edit({ sheetId: 0, row: 6, column: 1, text: '2026-11-24' });
    await twin.edit({ sheetId: 0, row: 7, column: 1, text: '=1+1' });
    expect(read(5, 1)).toBe(1234.5);
    expect(read(6, 1)).toBe(46_350);
    expect(twin.workbook.sheets[0]?.cell(7, 1)?.formula).toBe('=1+1');
  });

  it('is refused in the words of the rule when the rule refuses it', async () => {
    const edit = twin.edit({ sheetId: 0, row: 1, column: 1, text: 'Amanhã' });
    await expect(edit).rejects.toThrow('Escolha um período');
    expect(read(1, 1)).toBe('Ontem');
    await expect(twin.edit({ sheetId: 9, row: 1, column: 1, text: '' })).rejects.toThrow(
      'no such cell',
    );
  });
});

describe('edits that come faster than they are answered', () => {
  it('one runs and two wait; the rest are lost, as on Google', async () => {
    const queue = createEditQueue();
    const done: number[] = [];
    const release: (() => void)[] = [];
    const add = (number: number): Promise<boolean> =>
      queue.add(async () => {
        await new Promise<void>((resolve) => release.push(resolve));
        done.push(number);
      });
    const heard = [1, 2, 3, 4, 5].map(add);
    while (done.length < 3) {
      release.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await Promise.all(heard)).toEqual([true, true, true, false, false]);
    expect(done).toEqual([1, 2, 3]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startItem, wrap } from '../../src/cli/demo/bodies/huggy';
import { drawDay } from '../../src/cli/demo/day';
import { dayStart } from '../../src/cli/demo/shop-time';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { readSheet } from '../../src/twin/web/sheet-json';
import { startPlantao, type Plantao } from '../support/plantao';

const atMs = Date.UTC(2026, 10, 24, 14, 22);

describe('Painel', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await startPlantao({ clock: createVirtualClock(atMs) });
    const [conversation] = drawDay('plantao', dayStart(atMs)).conversations;
    if (conversation === undefined) throw new Error('Nothing happens on that day.');
    const chat = { ...conversation, channel: 'widget', openedMs: atMs - 60_000 };
    await plantao.post('huggy', wrap(chat.openedMs, [startItem(chat)]).body);
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it('says in the language of its user what is a word of ours', () => {
    const { workbook, engine } = plantao.twin;
    const sheet = workbook.sheets.find(({ title }) => title === 'Painel');
    const cells = sheet === undefined ? [] : readSheet(sheet, { workbook, engine }).display.flat();
    expect(cells).toContain('Site');
    expect(cells.join('')).not.toMatch(/[\uE000\uE001]/);
  });
});

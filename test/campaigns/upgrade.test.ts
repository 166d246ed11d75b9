import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault, Seam } from '../../src/twin/runtime/seam';
import { openLines, readFailures, readHealth } from '../support/upgraded-books';
import {
  keysOf,
  listArriving,
  listOfOneAgent,
  newAgent,
  openFresh,
  openStored,
  readReceived,
  rowsByKey,
  sheetOf,
  storeOld,
  type Opening,
  type Sent,
  type Version,
  type Workbook,
} from '../support/upgrade';

const minutesToSettle = 16;
const dayMs = 86_400_000;

/** When a conversation ended follows from what was observed; what an older decoder observed stays (docs/limits.md, P3). */
const ends = /"(?:Encerrada em|Finalizado em|Duração|Tempo até resolução)":"[^"]*"/g;
const withoutEnds = (rows: unknown): unknown =>
  JSON.parse(JSON.stringify(rows).replace(ends, '"":""'));

/** Formulas of ours that the locale cannot read. */
function countBroken(workbook: Workbook): number {
  let count = 0;
  sheetOf(workbook, 'agentsNow').eachCell(({ isBroken }) => {
    if (isBroken === true) count += 1;
  });
  return count;
}

describe('A workbook of 0.1.0', () => {
  let fresh: Workbook;
  let arriving: readonly Sent[];
  let atMs: number;
  let expected: unknown;
  const openOld = (more: Partial<Opening> = {}): Workbook =>
    openStored({ storage: storeOld(), atMs, ...more });

  beforeAll(async () => {
    const old = openStored({ storage: storeOld(), atMs: 0 });
    const received = readReceived(old);
    await old.stop();
    atMs = received.at(-1)?.atMs ?? 0;
    arriving = listArriving(atMs);
    fresh = await openFresh((received[0]?.atMs ?? 0) - 60_000);
    for (const sent of [...received, ...arriving]) await fresh.send(sent);
    await fresh.sweep(minutesToSettle);
    expected = rowsByKey(fresh);
  });
  afterAll(() => fresh.stop());

  /** All that arrives, a few between one sweep and the next. */
  async function sendBetween(
    workbook: Workbook,
    versionOf: (index: number) => Version = () => 'today',
    minutes = 0,
  ): Promise<void> {
    for (const [index, sent] of arriving.entries()) {
      await workbook.send(sent, versionOf(index));
      if (index % 10 === 9) await workbook.sweep(1);
    }
    await workbook.sweep(minutes);
  }

  describe('after the upgrade, in which events arrive', () => {
    let workbook: Workbook;
    let before: Workbook;
    beforeAll(async () => {
      before = openOld();
      workbook = openOld({ evaluatesFormulas: true });
      await sendBetween(workbook, undefined, minutesToSettle);
    });
    afterAll(async () => {
      await workbook.stop();
      await before.stop();
    });

    it('has the same rows as a new one that got the same events', () => {
      expect(rowsByKey(workbook)).toEqual(expected);
    });

    it('Saúde and Falhas tell the same', () => {
      expect(readHealth(workbook)).toEqual(readHealth(fresh));
      expect(readFailures(workbook)).toEqual(readFailures(fresh));
      expect(openLines(workbook)).toEqual([]);
    });

    it('Há counts, and the colours are there', () => {
      const elapsed = workbook
        .shown('Agora')
        .flatMap(({ Chave: key, Há: text }) => (key === '' ? [] : text));
      expect(elapsed.filter((text) => !/^\d+:\d\d:\d\d$/.test(text ?? ''))).toEqual([]);
      expect(
        sheetOf(workbook, 'agentsNow').conditionalRules.filter(({ isBroken }) => isBroken),
      ).toEqual([]);
    });

    it("keeps what is the person's", () => {
      const contacts = workbook.rows('Contatos');
      for (const { Chave: key, Vendedor: own } of before.rows('Contatos'))
        expect(contacts.find((row) => row['Chave'] === key)?.['Vendedor']).toBe(own);
      expect(sheetOf(workbook, 'contacts').cell(1, 3)?.note).toBe('Quem cuida deste contato.');
      expect(sheetOf(workbook, 'contacts').cell(2, 2)?.note).toBe('Ligar na segunda.');
      expect([...sheetOf(workbook, 'contacts').hiddenColumns]).toEqual(
        expect.arrayContaining([...sheetOf(before, 'contacts').hiddenColumns]),
      );
      expect(workbook.rows('Agora')).toContainEqual(
        expect.objectContaining({ Situação: 'só dela', Chave: null }),
      );
      const own = sheetOf(workbook, 'agentsNow').conditionalRules.find(
        ({ criteria }) => criteria !== 'CUSTOM_FORMULA',
      );
      expect(own?.style.background).toBe('#123456');
      expect(workbook.formulas('Resumo')).toEqual(before.formulas('Resumo'));
    });

    it('brings the tabs that are new, the others in their order', () => {
      const titlesOf = ({ twin }: Workbook): readonly string[] =>
        twin.workbook.sheets.map(({ title }) => title);
      const stood = new Set(titlesOf(before));
      expect(titlesOf(workbook).filter((title) => stood.has(title))).toEqual(titlesOf(before));
      expect(titlesOf(workbook).filter((title) => !stood.has(title))).toEqual([
        'Painel',
        'Jornada',
        'Linha do tempo',
        'Privacidade',
        'Totais',
        'Movimentos',
      ]);
    });

    it('keeps the order in which the rows stood', () => {
      const stood = new Set(keysOf(before));
      expect(keysOf(workbook).filter((key) => stood.has(key))).toEqual(keysOf(before));
    });
  });

  describe('when sweeps end at a call', () => {
    const fates: readonly Fault[] = [
      { kind: 'kill', when: 'before' },
      { kind: 'throw', when: 'after', message: 'Service Spreadsheets failed' },
    ];

    it.each(fates)(
      '$kind $when: one after the other at later calls, all is the same',
      async (fault) => {
        let deadly = 2;
        const seam: Seam = {
          beforeCall: ({ execution, index }) =>
            execution.functionName === 'sweep_' && index === deadly ? fault : undefined,
        };
        const workbook = openOld({ seam });
        for (const sent of arriving) {
          await workbook.send(sent);
          if (deadly >= 0) deadly = (await workbook.sweep(1)) ? -1 : deadly + 17;
        }
        deadly = -1;
        await workbook.sweep(minutesToSettle);
        expect(rowsByKey(workbook)).toEqual(expected);
        expect(readFailures(workbook)).toEqual(readFailures(fresh));
        expect(openLines(workbook)).toEqual([]);
        await workbook.stop();
      },
    );
  });

  describe('while an old deployment goes on answering', () => {
    const doors: readonly (readonly [string, (index: number) => Version])[] = [
      ['all of them', () => '0.1.0'],
      ['every other one', (index) => (index % 2 === 0 ? '0.1.0' : 'today')],
    ];

    it.each(doors)('%s through it: no row is lost or doubled', async (_name, versionOf) => {
      const workbook = openOld();
      await sendBetween(workbook, versionOf, minutesToSettle);
      expect(withoutEnds(rowsByKey(workbook))).toEqual(withoutEnds(expected));
      expect(readHealth(workbook)).toEqual(readHealth(fresh));
      expect(openLines(workbook)).toEqual([]);
      const keys = keysOf(workbook);
      expect(keys).toHaveLength(new Set(keys).size);
      await workbook.stop();
    });
  });

  // An old deployment numbers lines by their rows: after the trimming its numbers are those of lines long done.
  it('many that an old deployment took between two sweeps of a trimmed journal are all written', async () => {
    const workbook = openOld();
    await workbook.sweep(minutesToSettle);
    for (const sent of listOfOneAgent(250, workbook.clock.now())) await workbook.send(sent);
    await workbook.sweep(2);
    workbook.clock.moveTo(workbook.clock.now() + 8 * dayMs);
    await workbook.sweep(2);
    expect(workbook.rows('Diário').length).toBeLessThan(50);
    const received = (): number => Number(workbook.rows('Saúde')[0]?.['Recebidos']);
    const [before, many] = [received(), 130];
    for (const sent of listOfOneAgent(many, workbook.clock.now(), 1000))
      await workbook.send(sent, '0.1.0');
    expect(openLines(workbook)).toHaveLength(many);
    await workbook.send(newAgent(workbook.clock.now()), '0.1.0');
    expect(countBroken(workbook)).toBe(1);
    await workbook.sweep(10);
    expect(openLines(workbook)).toEqual([]);
    expect(received()).toBe(before + many + 1);
    expect(countBroken(workbook)).toBe(0);
    await workbook.stop();
  });

  it('an older file pasted over, then the newer one again: nothing is lost or doubled', async () => {
    const storage = storeOld();
    const upgraded = openOld({ storage });
    for (const sent of arriving.slice(0, 12)) await upgraded.send(sent);
    await upgraded.sweep(minutesToSettle);
    const pastedMs = upgraded.clock.now();
    await upgraded.stop();
    const pasted = openStored({ storage, atMs: pastedMs, latest: '0.1.0' });
    for (const sent of arriving.slice(12, 24)) await pasted.send(sent, '0.1.0');
    await pasted.sweep(5);
    for (const sent of arriving.slice(24)) await pasted.send(sent, '0.1.0');
    await pasted.sweep(5);
    const againMs = pasted.clock.now();
    await pasted.stop();
    const again = openStored({ storage, atMs: againMs });
    await again.sweep(2 * minutesToSettle);
    expect(openLines(again)).toEqual([]);
    const keys = keysOf(again);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(new Set(keys)).toEqual(new Set(keysOf(fresh)));
    await again.stop();
  });
});

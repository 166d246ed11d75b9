import { describe, expect, it } from '@jest/globals';
import { startInProcess, type InProcess } from '../support/in-process';
import { totalsLines } from '../support/totals-lines';

const dayMinutes = 24 * 60;

const tell = (desk: InProcess, id: string, atMs: number): void => {
  desk.post(
    'generic',
    {
      id,
      direction: 'in',
      text: `segredo de ${id}`,
      phone: '+5511999990000',
      timestamp: new Date(atMs).toISOString(),
    },
    'k=generic.exemplo-local&w=messages',
  );
};

const keep = (desk: InProcess, retention: object): string =>
  desk.ask(
    'saveRetention',
    JSON.stringify({ journalDays: 0, failedDays: 0, textDays: 0, rowMonths: {}, ...retention }),
  ).kind;

/** So many nights go by; in each the sweep runs some times. */
function sleep(desk: InProcess, nights: number): void {
  desk.nowMs += (nights - 1) * dayMinutes * 60_000;
  // 6:30 UTC is half past three in GMT-3.
  const midnight = Math.ceil(desk.nowMs / 86_400_000) * 86_400_000;
  desk.nowMs = midnight + 6.5 * 3_600_000;
  for (let run = 0; run < 6; run += 1) desk.sweep();
}

const ids = (desk: InProcess): readonly unknown[] =>
  desk.rows('Mensagens').map((row) => row['Mensagem']);
const texts = (desk: InProcess): readonly unknown[] =>
  desk.rows('Mensagens').map((row) => row['Texto']);
describe('P8: what is kept no longer than its time', () => {
  it('texts leave the tabs and their state, rows leave, the journal leaves; Totais stay', () => {
    const desk = startInProcess();
    const firstMs = desk.nowMs;
    tell(desk, 'm1', firstMs);
    desk.sweep();
    const counted = totalsLines(desk);
    expect(counted.length).toBeGreaterThan(0);
    expect(keep(desk, { textDays: 30, journalDays: 1, rowMonths: { messages: 3 } })).toBe('done');
    sleep(desk, 40);
    expect(texts(desk)).toEqual([null]);
    expect(ids(desk)).toEqual(['m1']);
    expect(JSON.stringify(desk.everything())).not.toContain('segredo de m1');
    expect(desk.rows('Diário')).toEqual([]);
    // A repeated delivery brings the text back as little as a second row.
    tell(desk, 'm1', firstMs);
    desk.sweep();
    expect([ids(desk), texts(desk)]).toEqual([['m1'], [null]]);
    sleep(desk, 60);
    expect(ids(desk)).toEqual([]);
    expect(totalsLines(desk)).toEqual(counted);
    tell(desk, 'm1', firstMs);
    tell(desk, 'm2', desk.nowMs);
    desk.sweep();
    expect(ids(desk)).toEqual(['m2']);
  });

  it('refuses times that would change the counts, and numbers that are none', () => {
    const desk = startInProcess();
    expect(keep(desk, { rowMonths: { messages: 2 } })).toBe('refused');
    expect(keep(desk, { textDays: -1 })).toBe('refused');
    expect(keep(desk, { journalDays: 1000 })).toBe('refused');
    expect(keep(desk, { failedDays: 30 })).toBe('done');
  });
});

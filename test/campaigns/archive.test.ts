import { describe, expect, it } from '@jest/globals';
import { download, letLeave } from '../support/archive-desk';
import { send } from '../support/erasing';
import { startInProcess, type InProcess } from '../support/in-process';
import { totalsLines } from '../support/totals-lines';
import { drawTraffic } from '../support/traffic';

const dayMs = 86_400_000;
const leaving = ['Mensagens', 'Atendimentos', 'Conversas'];

/** A morning of every platform, long ago. */
function liveThrough(seed: string, daysAgo = 40): InProcess {
  const desk = startInProcess();
  send(desk, drawTraffic(seed));
  for (let run = 0; run < 3; run += 1) desk.sweep();
  desk.nowMs += daysAgo * dayMs;
  desk.sweep();
  return desk;
}

const beforeOf = (desk: InProcess, days: number): string => String(desk.nowMs - days * dayMs);
const count = (desk: InProcess, title: string): number => desk.rows(title).length;
const counts = (desk: InProcess): readonly number[] => leaving.map((title) => count(desk, title));

/** So many nights; in each the recount, the check of the tabs and all that the sweep does at night. */
function sleep(desk: InProcess, nights: number): void {
  for (let night = 0; night < nights; night += 1) {
    const midnight = Math.ceil(desk.nowMs / dayMs) * dayMs;
    desk.nowMs = midnight + 6.2 * 3_600_000;
    for (let run = 0; run < 8; run += 1) desk.sweep();
  }
}

describe('Arquivo: rows leave for files', () => {
  it('downloads every row once, and lets leave those whose copy was read back; the counts stay', () => {
    const desk = liveThrough('files');
    const before = beforeOf(desk, 30);
    const [rows, totals, agents] = [counts(desk), totalsLines(desk), count(desk, 'Contatos')];
    expect(Math.min(...rows)).toBeGreaterThan(3);
    const files = download(desk, before);
    const keys = [...files.lines.values()]
      .flat()
      .map((line) => /"row_key":"[^"]*"/.exec(line)?.[0]);
    expect(new Set(keys.map((key, index) => `${key}${index}`)).size).toBe(keys.length);
    expect(counts(desk)).toEqual(rows);
    const removed = letLeave(desk, files, { before });
    expect(removed).toBeGreaterThan(10);
    const gone = ['messages', 'attendances', 'conversations'].map(
      (table) => files.lines.get(table)?.length ?? 0,
    );
    expect(counts(desk)).toEqual(rows.map((had, index) => had - (gone[index] ?? 0)));
    expect(count(desk, 'Contatos')).toBe(agents);
    desk.sweep();
    sleep(desk, 2);
    expect(totalsLines(desk)).toEqual(totals);
    expect(letLeave(desk, files, { before })).toBe(0);
  });

  it('brings nothing back: neither repeated deliveries, nor a replay, nor the check of the tabs', () => {
    const traffic = drawTraffic('again');
    const desk = startInProcess();
    send(desk, traffic);
    for (let run = 0; run < 3; run += 1) desk.sweep();
    // Still in the journal, a day longer than rows have to be unchanged.
    desk.nowMs += 7.9 * dayMs;
    const before = beforeOf(desk, 7);
    expect(letLeave(desk, download(desk, before), { before })).toBeGreaterThan(10);
    const [left, totals] = [counts(desk), totalsLines(desk)];
    for (const { platform, webhook, body } of traffic.posts)
      desk.post(platform, body, `k=${platform}.exemplo-local&w=${webhook}`);
    desk.ask('replay', 'all', '0');
    for (let run = 0; run < 3; run += 1) desk.sweep();
    sleep(desk, 2);
    expect(counts(desk)).toEqual(left);
    expect(totalsLines(desk)).toEqual(totals);
  });

  it('keeps a row that learnt something since it was downloaded, and one whose copy is gone', () => {
    const desk = liveThrough('changed');
    const before = beforeOf(desk, 30);
    const files = download(desk, before);
    const messages = files.lines.get('messages') ?? [];
    files.lines.set('messages', messages.slice(1));
    const [, lost = ''] = /"message":"([^"]*)"/.exec(messages[0] ?? '') ?? [];
    const rows = count(desk, 'Mensagens');
    letLeave(desk, files, { before });
    expect(desk.rows('Mensagens').map((row) => String(row['Mensagem']))).toContain(lost);
    expect(count(desk, 'Mensagens')).toBe(rows - messages.length + 1);
  });

  it('refuses without the word, for young rows, and while days are counted anew', () => {
    const desk = liveThrough('refused');
    const before = beforeOf(desk, 30);
    const files = download(desk, before);
    const rows = counts(desk);
    const leave = (more: { before: string; word?: string }) => () => letLeave(desk, files, more);
    expect(leave({ before, word: 'sim' })).toThrow(/RETIRAR/);
    expect(leave({ before: beforeOf(desk, 1) })).toThrow(/7 dias/);
    expect(counts(desk)).toEqual(rows);
  });
});

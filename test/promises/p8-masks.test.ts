import { describe, expect, it } from '@jest/globals';
import { maskClasses } from '../../src/masks/policy';
import { bodyOf, eventKinds } from '../simulation/event-kinds';
import { dataTabTitles } from '../support/data-tabs';
import { startInProcess, type InProcess } from '../support/in-process';
import { personalTexts } from '../support/personal-cells';

const full = JSON.stringify(Object.fromEntries(maskClasses.map((one) => [one, 'full'])));
const firstMs = Date.UTC(2026, 9, 1, 13);
const vendors = [...new Set(eventKinds.map(({ vendor }) => vendor))];

/** Every kind of event of every platform, of several people, each delivered twice, with sweeps in between. */
function live(desk: InProcess): void {
  const atMs = firstMs;
  for (const round of [1, 2])
    for (const [index, kind] of eventKinds.entries()) {
      const body = bodyOf(kind, { entity: index % 3, atMs: atMs + index * 60_000 });
      // Both runs at the same moments, however often their code asks what time it is.
      desk.nowMs = firstMs + (round * eventKinds.length + index) * 200_000;
      desk.post(kind.vendor, body, `k=${kind.vendor}.exemplo-local&w=${kind.webhook}`);
      if (index % 25 === round) desk.sweep();
    }
  for (let run = 0; run < 2; run += 1) desk.sweep();
}

const start = (isMasked: boolean): InProcess => {
  const desk = startInProcess();
  if (isMasked) for (const vendor of vendors) desk.ask('saveMasks', vendor, full);
  return desk;
};

/** The numbers of Totais, whosever they are. */
const numbersOf = (desk: InProcess): readonly string[] =>
  desk
    .rows('Totais')
    .map((row) => {
      const [day = '', connection = '', dimension = ''] = String(row['Do que']).split('|');
      return [day, connection, dimension, row['Números']].join(' ');
    })
    .filter((line) => /^\d/.test(line))
    .sort();

describe('P8: masked from the first day', () => {
  // One after the other: they share one clock.
  const clear = start(false);
  live(clear);
  const masked = start(true);
  live(masked);

  it('no phone, e-mail, name or text of anybody stands anywhere in clear', () => {
    const texts = personalTexts(clear, ['phone', 'email', 'name', 'text']);
    expect(texts.size).toBeGreaterThan(30);
    const everything = JSON.stringify(masked.everything());
    expect(
      [...texts].filter((text) => everything.includes(JSON.stringify(text).slice(1, -1))),
    ).toEqual([]);
  });

  it('all counts are those of the unmasked run: rows of every tab, and every number of Totais', () => {
    const count = (desk: InProcess) =>
      dataTabTitles.map((title) => [title, desk.rows(title).length]);
    expect(count(masked)).toEqual(count(clear));
    expect(numbersOf(masked)).toEqual(numbersOf(clear));
    expect(numbersOf(masked).length).toBeGreaterThan(20);
  });

  it('a replay of the whole journal changes nothing', () => {
    const rows = () => dataTabTitles.map((title) => masked.rows(title).map((row) => row['Estado']));
    const before = rows();
    masked.ask('replay', 'all', '0');
    masked.sweep();
    expect(rows()).toEqual(before);
  });
});

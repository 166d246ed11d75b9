import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { countDay, type Seen } from '../counter/agent-day';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';

/** Tuesday 24 November 2026, 11:22 in GMT-3. */
const nowMs = Date.UTC(2026, 10, 24, 14, 22);
const dayMs = 86_400_000;
const today = Math.floor((nowMs - 3 * 3_600_000) / dayMs);

const body = (id: number, { atMs, isOnline, isAvailable }: Seen) =>
  agentStatus({ time: atMs / 1000, agents: [{ id, name: `Agente ${id}`, isOnline, isAvailable }] });

const startedAt: Plantao[] = [];
async function startAt(atMs: number): Promise<Plantao> {
  const plantao = await startPlantao({ clock: createVirtualClock(atMs) });
  startedAt.push(plantao);
  return plantao;
}

/** Midnight of the day from which Sheets counts, by the wall clock of São Paulo in 1899, as which a duration is read. */
const firstMidnightMs = Date.UTC(1899, 11, 30, 3, 6, 28);

/** A cell of a duration as whole seconds. */
const secondsOf = (value: unknown): number =>
  Math.round((Date.parse(String(value)) - firstMidnightMs) / 1000);

const rowsOf = (plantao: Plantao) =>
  plantao.rows('Jornada').map((row) => ({
    key: String(row['Chave']).split('|').slice(1).join('|'),
    onlineS: row['Tempo online'],
    availableS: row['Tempo disponível'],
    pausedS: row['Tempo em pausa'],
    pauses: row['Pausas'],
    longestPauseS: row['Maior pausa'],
    firstIn: row['Primeira entrada'],
  }));

describe('Jornada', () => {
  afterAll(async () => {
    for (const { twin } of startedAt) await twin.stop();
  });

  it('shows a day of one agent, and goes on by itself', async () => {
    const plantao = await startAt(nowMs);
    const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 24, hour + 3, minute);
    for (const [hour, minute, isOnline, isAvailable] of [
      [8, 0, true, true],
      [9, 30, true, false],
      [9, 50, true, true],
      [10, 30, true, false],
    ] as const)
      await plantao.post('huggy', body(1, { atMs: at(hour, minute), isOnline, isAvailable }));
    await plantao.settle();
    expect(plantao.shown('Jornada')).toMatchObject([
      {
        Dia: '24/11/2026',
        Agente: 'Agente 1',
        'Primeira entrada': '08:00',
        'Última saída': 'online',
        'Tempo online': '3:22',
        'Tempo disponível': '2:10',
        'Tempo em pausa': '1:12',
        Pausas: '2',
        'Maior pausa': '0:52',
        Plataforma: 'Huggy',
      },
    ]);
  });

  it('equals a count second by second, in any order and repetition', async () => {
    const seen = fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      minutesAgo: fc.integer({ min: 1, max: 4 * 1440 }),
      isOnline: fc.boolean(),
      isAvailable: fc.boolean(),
    });
    const story = fc
      .uniqueArray(seen, {
        minLength: 3,
        maxLength: 25,
        selector: ({ id, minutesAgo }) => `${id} ${minutesAgo}`,
      })
      .chain((facts) =>
        fc.record({
          facts: fc.constant(facts),
          sent: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(story, async ({ facts, sent }) => {
        const plantao = await startAt(nowMs);
        const atMsOf = ({ minutesAgo }: { readonly minutesAgo: number }): number =>
          nowMs - minutesAgo * 60_000;
        for (const [index, fact] of sent.entries()) {
          await plantao.post('huggy', body(fact.id, { ...fact, atMs: atMsOf(fact) }));
          if (index % 7 === 3) await plantao.settle();
        }
        await plantao.settle();
        const expected = [1, 2, 3].flatMap((id) => {
          const own = facts.filter((fact) => fact.id === id);
          const heard = own.map((fact): Seen => ({ ...fact, atMs: atMsOf(fact) }));
          return [0, 1, 2, 3, 4].flatMap((ago) => {
            const counted = countDay(heard, today - ago, nowMs);
            return counted.firstInMs === null ? [] : [{ key: `${id}|${today - ago}`, ...counted }];
          });
        });
        const found = rowsOf(plantao).map(({ firstIn, ...row }) => ({
          ...row,
          onlineS: secondsOf(row.onlineS),
          availableS: secondsOf(row.availableS),
          pausedS: secondsOf(row.pausedS),
          longestPauseS: secondsOf(row.longestPauseS),
          firstInMs: firstIn === null ? null : Date.parse(String(firstIn)),
        }));
        const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
          a.key < b.key ? -1 : 1;
        expect(found.filter(({ onlineS }) => onlineS > 0).sort(byKey)).toEqual(
          expected.sort(byKey),
        );
      }),
      { numRuns: 4 },
    );
  });
});

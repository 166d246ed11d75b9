import { describe, expect, it } from '@jest/globals';
import { chosen } from '../../../src/intake/views/dashboard/choice';
import { messageRows, requestRows } from '../../../src/intake/views/dashboard/funnels';
import type { BoardInput } from '../../../src/intake/views/dashboard/numbers';
import {
  agentTable,
  causeTable,
  channelTable,
  countTable,
  queueTable,
  type Rows,
} from '../../../src/intake/views/dashboard/tables';
import { makeCards } from '../../../src/intake/views/dashboard/cards';
import { defaultLimits } from '../../../src/tabs/shared/limits';

const pen = { language: 'pt', offsetMinutes: -180, nowCell: '$A$1' } as const;
const day = 20_000;
const nowMs = (day + 0.6) * 86_400_000;

type Entry = BoardInput['entries'][number];
const entry = (
  dimension: Entry['dimension'],
  value: string,
  measures: Entry['measures'],
): Entry => ({ day, connectionId: 'weni', dimension, value, measures });
const inputOf = (entries: readonly Entry[], more: Partial<BoardInput> = {}): BoardInput => ({
  entries,
  open: [],
  people: [],
  days: { from: day, until: day },
  isToday: true,
  nowMs,
  offsetMinutes: -180,
  limits: defaultLimits,
  ...more,
});
const firstOf = (rows: Rows): readonly unknown[] => rows.map(([first]) => first);

describe('Tables of Painel', () => {
  it('list agents by what they resolved, then by what they received', () => {
    const entries = [
      entry('agent', 'Ana', { out: 2, in: 30 }),
      entry('agent', 'Bia', { out: 5, in: 1 }),
      entry('agent', 'Caio', { out: 2, in: 40 }),
    ];
    expect(firstOf(agentTable(inputOf(entries), pen)).slice(0, 4)).toEqual([
      'Bia',
      'Caio',
      'Ana',
      '',
    ]);
  });

  it('say how many more there are', () => {
    const many = Array.from({ length: 12 }, (_unused, index) => index);
    const of = (dimension: Entry['dimension']): BoardInput =>
      inputOf(many.map((one) => entry(dimension, `x${one + 10}`, { in: 20 - one, out: 1 })));
    expect(firstOf(queueTable(of('team'), pen)).at(-1)).toBe("'e mais 6");
    expect(firstOf(channelTable(of('channel'), pen)).at(-1)).toBe("'e mais 8");
    expect(firstOf(countTable(of('label'), pen, 'label')).at(-1)).toBe("'e mais 3");
    expect(queueTable(of('team'), pen)).toHaveLength(7);
  });

  it('say so when there is none', () => {
    for (const rows of [
      agentTable(inputOf([]), pen),
      queueTable(inputOf([]), pen),
      channelTable(inputOf([]), pen),
      countTable(inputOf([]), pen, 'category'),
      causeTable(inputOf([]), pen),
    ])
      expect(firstOf(rows).filter((cell) => cell !== '')).toEqual(['nada no período']);
  });

  it('keep who opted out below the causes, also where there are many', () => {
    const causes = Array.from({ length: 11 }, (_unused, index) =>
      entry('cause', `c${index + 10}`, { 'messages.failed': 20 - index }),
    );
    const rows = causeTable(inputOf([...causes, entry('all', '', { 'contacts.left': 3 })]), pen);
    expect(rows).toHaveLength(10);
    expect(firstOf(rows).slice(-2)).toEqual(["'e mais 3", 'Pediram para sair']);
    const alone = causeTable(inputOf([entry('all', '', { 'contacts.left': 3 })]), pen);
    expect(firstOf(alone).slice(0, 2)).toEqual(['Pediram para sair', '']);
  });
});

describe('Funnels of Painel', () => {
  const shown = (rows: Rows): readonly unknown[] => rows.map((row) => [row[5], row[6]]);

  it('say "–" of what none of the chosen connections has told', () => {
    const entries = [entry('all', '', { 'messages.out': 10, 'messages.delivered': 5, in: 4 })];
    expect(shown(messageRows(inputOf(entries), pen))).toEqual([
      [10, ''],
      [5, 0.5],
      ["'–", ''],
      ["'–", ''],
    ]);
    expect(shown(requestRows(inputOf(entries), pen))[2]).toEqual(["'–", '']);
  });

  it('say 0 where it was told on another day', () => {
    const then = { ...entry('all', '', { 'messages.answered': 1 }), day: day - 3 };
    const entries = [then, entry('all', '', { 'messages.out': 10 })];
    expect(shown(messageRows(inputOf(entries), pen))[3]).toEqual([0, 0]);
  });
});

describe('What is chosen', () => {
  const sources = [
    { id: 'a', vendorName: 'Weni', account: 'Loja', unit: 'e' },
    { id: 'b', vendorName: 'Huggy', account: 'Filial', unit: 'e' },
  ] as const;
  const idsOf = (platform: string, account: string): readonly string[] =>
    chosen(sources, { period: 'today', from: null, until: null, platform, account }).map(
      ({ id }) => id,
    );

  it('is nothing where no connection has that platform and that account', () => {
    expect(idsOf('Weni', 'Filial')).toEqual([]);
    expect(idsOf('Weni', 'Todas')).toEqual(['a']);
    expect(idsOf('', '')).toEqual(['a', 'b']);
  });
});

describe('The card of pauses', () => {
  it('says in words that one is above its limit', () => {
    const stint = {
      fromMs: nowMs - 90 * 60_000,
      untilMs: nowMs,
      doing: 'paused',
      end: 'open',
      code: null,
    } as const;
    const people = [{ name: 'Ana', members: [], stints: [stint] }];
    const [, paused] = makeCards(inputOf([], { people }), pen).cards;
    expect(paused?.lines[1]).toContain('"    acima do limite de 60 min"');
    expect(paused?.lines[1]).toContain('"    limite 60 min"');
  });
});

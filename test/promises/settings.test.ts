import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { data } from '../../src/tabs/dashboard/layout';
import { readSheet } from '../../src/twin/web/sheet-json';
import { askPanel, valueOf } from '../support/ask-panel';
import { startHands, type Hands } from '../support/hands';
import { agentStatus } from '../support/plantao';

/** The hands' clock begins on Monday 2 March 2026, 9:00 in GMT-3. */
const fridayMs = Date.UTC(2026, 1, 27, 21, 58);
const mondayMs = Date.UTC(2026, 2, 2, 11, 6);

/** Asked for on Friday at 18:58, taken on Monday at 8:06. */
const attendance = {
  attendance: {
    attendanceNumber: 1492,
    customer: { name: 'Cliente Exemplo', phone: '5511999990000' },
    departament: 'Suporte',
    operator: 'Operadora Exemplo',
    momment: fridayMs,
    startTime: mondayMs,
    status: 'PROGRESS',
  },
};

describe('What is set in Ajustes', () => {
  let hands: Hands;
  const save = async (section: string, values: object): Promise<void> => {
    valueOf(await askPanel(hands.twin, 'saveSettings', section, JSON.stringify(values)));
    for (let minute = 0; minute < 3; minute += 1) {
      hands.wait(60_000);
      await hands.twin.run('sweep_', [], 'trigger');
    }
  };
  const board = (): string => {
    const { workbook, engine } = hands.twin;
    const sheet = workbook.sheets.find(({ title }) => title === 'Painel');
    if (sheet === undefined) throw new Error('There is no dashboard.');
    return readSheet(sheet, { workbook, engine }).display.flat().join('\n');
  };
  /** The median of the day, as the chart has it: in one of two columns. */
  const replyMinutes = (): number => {
    const sheet = hands.twin.workbook.sheets.find(({ title }) => title === 'Painel');
    const { row, column } = data.replies;
    const cells = [1, 2].map((offset) => Number(sheet?.cell(row + 1, column + offset)?.value ?? 0));
    return Math.max(...cells);
  };
  const rulesOf = (title: string): readonly string[] =>
    (hands.twin.workbook.sheets.find((sheet) => sheet.title === title)?.conditionalRules ?? []).map(
      ({ values }) => String(values[0]),
    );

  beforeAll(async () => {
    hands = await startHands();
    await hands.post('huggy', agentStatus({ time: mondayMs / 1000 }));
    await hands.post('plug', attendance, { webhook: 'startAttendance' });
    await hands.settle();
  });
  afterAll(() => hands.stop());

  it('limits: the dashboard says them within a minute, and colours follow in all tabs, where columns were moved, too', async () => {
    await hands.do('moveColumnTo', 'Conversas', 'Há', 1);
    const before = rulesOf('Conversas').length;
    await save('limits', { waitMinutes: '20', firstReplyMinutes: '7', pauseMinutes: '30' });
    expect(board()).toContain('limite 20 min');
    expect(board()).toContain('acima do limite de 30 min');
    expect(board()).toContain('meta 7 min');
    expect(rulesOf('Conversas').filter((rule) => rule.includes('>20/1440'))).toHaveLength(2);
    expect(rulesOf('Conversas').filter((rule) => rule.includes('>7/1440'))).toHaveLength(1);
    expect(rulesOf('Conversas')).toHaveLength(before);
    expect(rulesOf('Jornada').filter((rule) => rule.includes('>30/1440'))).toHaveLength(1);
    const painel = rulesOf('Painel').join(' ');
    expect(painel).toMatch(/>20\b.*>30\b.*>7\/1440/);
    expect(painel).not.toMatch(/>5\/1440|>10\b|>60\b/);
  });

  it('limits: a tab that is made again has them, too', async () => {
    await hands.do('deleteTab', 'Jornada');
    const back = { time: mondayMs / 1000 + 600, agents: [{ isAvailable: true }] };
    await hands.post('huggy', agentStatus(back));
    hands.wait(60_000);
    await hands.twin.run('sweep_', [], 'trigger');
    expect(rulesOf('Jornada').join(' ')).toContain('>30/1440');
  });

  it('business hours: the first reply is counted anew within them', async () => {
    expect(replyMinutes() / 3668).toBeCloseTo(1, 1);
    const week = [1, 1, 1, 1, 1, 0, 0].map((open) => ({
      open: open === 1,
      from: '08:00',
      until: '19:00',
    }));
    await save('hours', { counts: true, week, holidays: false, days: [] });
    // Two minutes on Friday, six on Monday.
    expect(replyMinutes() / 8).toBeCloseTo(1, 1);
  });

  it('the zone: rows that are there show the clock of that zone', async () => {
    const since = () => hands.shown('Agora')[0]?.['Desde'];
    expect(since()).toBe('02/03/2026 - 08:16:00');
    await save('place', { language: 'pt', zone: 'America/Bogota', sheetZone: false });
    for (let register = 0; register < 6; register += 1) {
      hands.wait(60_000);
      await hands.twin.run('sweep_', [], 'trigger');
    }
    expect(since()).toBe('02/03/2026 - 06:16:00');
  });
});

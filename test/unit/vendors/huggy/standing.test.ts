import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { rowsAfter } from '../../../support/rows';

const start = 1_790_000_000;
const ms = (second: number): number => (start + second) * 1000;
const wallClock = (second: number): string =>
  new Date(ms(second) - 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const event = (name: string, second: number, item: object) => ({
  time: start + second,
  messages: { [name]: [{ id: 7, ...item }] },
});
const entered = (second: number, name: string, department?: number) =>
  event('agentEntered', second, { situation: 'in_chat', agent: { id: name, name }, department });
const closed = (second: number, more: object = {}) =>
  event('closedChat', second, { situation: 'finishing', closed_at: wallClock(second), ...more });

/** Status and end of the conversation, and each attendance's status, operator and end. */
function tell(bodies: readonly object[]) {
  const rows = rowsAfter(huggy, bodies);
  const { status, closedAt, agent } = rows.of('conversation', '7');
  const attendances = rows
    .attendancesOf('7')
    .map((row) => [row['status'], row['operator'], row['finishedAt']]);
  return { conversation: [status, agent, closedAt], attendances };
}

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

/** The events in any order, each perhaps twice, and only the first of them. */
const partly = (items: readonly object[]) =>
  fc
    .tuple(shuffled([...items, ...items]), fc.nat(items.length * 2))
    .map(([order, count]) => order.slice(0, count + 1));

describe('Huggy: an agent who enters after the chat was closed', () => {
  const day = [entered(10, 'Ana'), closed(60), entered(90, 'Bia')];

  it('is a second attendance, the chat is open again, in any order', () => {
    fc.assert(
      fc.property(shuffled([...day, ...day]), (bodies) => {
        expect(tell(bodies)).toEqual({
          conversation: ['Aberta', 'Bia', null],
          attendances: [
            ['Finalizado', 'Ana', ms(60)],
            ['Em atendimento', 'Bia', null],
          ],
        });
      }),
    );
  });

  it.each([
    ['in the same second', 60],
    ['before it, though told later', 59],
  ])('%s: the chat is still closed', (_, second) => {
    for (const bodies of [
      [closed(60), entered(second, 'Ana')],
      [entered(second, 'Ana'), closed(60)],
    ])
      expect(tell(bodies)).toEqual({
        conversation: ['Encerrada', 'Ana', ms(60)],
        attendances: [['Finalizado', 'Ana', ms(60)]],
      });
  });
});

describe('Huggy: Conversas and Atendimentos', () => {
  const message = (second: number, situation: string) =>
    event('sentAllMessage', second, {
      id: 100 + second,
      body: 'oi',
      chat: { id: 7, situation },
      senderType: 'agent',
      sender: { id: 1, name: 'Ana' },
      send_at: wallClock(second),
    });
  const day = [
    event('startedChat', 0, { situation: 'wait_for_chat' }),
    entered(10, 'Ana', 3),
    message(20, 'in_chat'),
    event('updatedChatDepartment', 30, { situation: 'in_chat', department: 8 }),
    message(50, 'finishing'),
    closed(60, { tabulation: { id: 1, name: 'Venda' } }),
    message(61, 'in_chat'),
    entered(90, 'Bia', 9),
    closed(125, { closed_at: wallClock(120) }),
    entered(123, 'Caio', 9),
    message(124, 'finishing'),
  ];

  it('say the same of the end, whatever came, in any order', () => {
    fc.assert(
      fc.property(partly(day), (bodies) => {
        const { conversation, attendances } = tell(bodies);
        const [status, , closedAt] = conversation;
        const isOver = status === 'Encerrada';
        const [lastStatus, , finishedAt] = attendances.at(-1) ?? [];
        const isEnded = lastStatus === 'Finalizado';
        expect({ isOver, closedAt }).toEqual({
          isOver: isEnded || (attendances.length === 0 && isOver),
          closedAt: isEnded ? finishedAt : null,
        });
      }),
      { numRuns: 150 },
    );
  });

  it('the department of each attendance is the latest before its end', () => {
    fc.assert(
      fc.property(shuffled(day), (bodies) => {
        const departments = rowsAfter(huggy, bodies)
          .attendancesOf('7')
          .map(({ department }) => department);
        expect(departments).toEqual(['8', '9', '9']);
      }),
      { numRuns: 50 },
    );
  });

  it('each attendance counts the messages of its time', () => {
    const rows = rowsAfter(huggy, day).attendancesOf('7');
    expect(rows.map(({ messages }) => messages)).toEqual([2, 0, 1]);
  });
});

describe('Huggy: an account whose clock is in another zone', () => {
  /** A chat that waits, is served and ends; its own times by a clock so many minutes off GMT-3, each a second behind the envelope's. */
  const chat = (minutes: number) => [
    event('startedChat', 1, { situation: 'wait_for_chat', created_at: wallClock(minutes * 60) }),
    entered(300, 'Ana'),
    closed(601, { closed_at: wallClock(600 + minutes * 60) }),
  ];

  it.each([-60, -30, 60, 180, 330, 720])('%i minutes off: one attendance that ended', (minutes) => {
    expect(tell(chat(minutes))).toEqual(tell(chat(0)));
    expect(tell(chat(minutes)).attendances).toEqual([['Finalizado', 'Ana', ms(600)]]);
  });

  it.each([
    ['a time with a zone', `${wallClock(600)} UTC`, ms(600) - 3 * 3_600_000],
    ['one that is minutes old', wallClock(601 - 20 * 60), ms(601 - 20 * 60)],
    ['one that is days old', wallClock(601 - 48 * 3600), ms(601 - 48 * 3600)],
  ])('%s is taken at its word', (_, closed_at, finishedAt) => {
    expect(tell([closed(601, { closed_at })]).attendances).toEqual([
      ['Finalizado', null, finishedAt],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ApiQuestion } from '../../../../src/vendors/kit/api';
import { plugWalk } from '../../../../src/vendors/plug/api-walk';
import { plug } from '../../../../src/vendors/plug/plug';
import { differences } from '../../../support/reconciled';
import type { Reply } from '../../../support/strict-server';
import { fetched, received, rowsTold } from '../../../support/told-rows';
import { walkWhole } from '../../../support/walked';

const startMs = Date.UTC(2026, 9, 5, 12);

/** A finish as its webhook tells it. */
const finish = (number: number) => ({
  attendance: {
    attendanceNumber: number,
    customer: { name: 'Maria de Fátima', phone: `55219${10_000_000 + number}` },
    requestTime: startMs + number * 1000,
    startTime: startMs + number * 1000 + 40_123,
    endTime: startMs + number * 1000 + 90_456,
    finishBy: 'Ana Flávia',
    status: 'FINISH',
  },
  chat: {
    [`M${number}`]: {
      fromMe: false,
      messageId: `M${number}`,
      momment: startMs + number * 1000 + 50_000,
      phone: `55219${10_000_000 + number}`,
      senderName: 'Maria de Fátima',
      status: 'RECEIVED',
      text: { message: `Mensagem ${number}` },
      type: 'ReceivedCallback',
      isGroup: false,
    },
  },
});

/** Attendances 100 to 120 exist; the API shows them by their number, and operators by their ids. */
function answer({ path, headers = {} }: ApiQuestion): Reply {
  if (path === 'operator/get-all')
    return { status: 200, body: [{ id: 'op1', name: 'Ana Flávia ', active: true }] };
  const number = Number(headers['Ticket']);
  if (!(number >= 100 && number <= 120) || number === 111) return { status: 500, body: '' };
  const { attendance, chat } = finish(number);
  const found = { ...attendance, id: `x${number}`, finishBy: 'op1', operators: { op1: true } };
  return { status: 200, body: { attendanceData: { [`x${number}`]: found }, chat } };
}

const dayMs = 86_400_000;

interface Begun {
  readonly daysAgo: number;
  readonly number: number;
}

const walk = (numbers: readonly number[], open: readonly number[] = [], begun?: Begun) => {
  const asked: string[] = [];
  const told = walkWhole(
    plugWalk,
    (question) => {
      asked.push(question.headers?.['Ticket'] ?? '');
      return answer(question);
    },
    {
      fromMs: startMs,
      untilMs: startMs + 86_400_000,
      most: 3,
      known: () =>
        numbers.map((number) => ({
          id: String(number),
          atMs: startMs + number * 1000 - (number === begun?.number ? begun.daysAgo * dayMs : 0),
          isFinished: !open.includes(number),
        })),
    },
  );
  return { ...told, tickets: asked.slice(1) };
};

describe('PlugChat: attendances whose numbers are missing', () => {
  it('are asked for by their number, and give the rows that their webhook would have given', () => {
    const known = [100, 101, 104, 105, 109];
    const { records, tickets } = walk(known);
    expect(tickets).toEqual(['102', '103', '106', '107', '108']);
    const all = [100, 101, 102, 103, 104, 105, 106, 107, 108, 109].map(finish);
    const whole = rowsTold(plug, all.map(received), {});
    const told = [...known.map((number) => received(finish(number))), ...records.map(fetched)];
    expect(differences(whole, rowsTold(plug, told, {}))).toEqual([]);
  });

  it('one that has not come to its end is asked for again', () => {
    expect(walk([100, 101, 102], [101]).tickets).toEqual(['101']);
  });

  it('one that began before the window, up to a month ago, is asked for till it has ended', () => {
    expect(walk([100, 118, 119], [100], { number: 100, daysAgo: 5 }).tickets).toEqual(['100']);
    expect(walk([100, 118, 119], [100], { number: 100, daysAgo: 40 }).tickets).toEqual([]);
    expect(walk([100, 118, 119], [], { number: 100, daysAgo: 5 }).tickets).toEqual([]);
    const between = walk([116, 117, 119], [117], { number: 117, daysAgo: 5 });
    expect(between.tickets).toEqual(['117', '118']);
  });

  it('a number that PlugChat does not show is told, and no fault', () => {
    expect(walk([110, 112])).toMatchObject({ records: [], unreadable: 1 });
  });

  it('where nothing is missing nothing is asked, not even for names', () => {
    expect(walk([100, 101, 102]).asked).toBe(0);
  });

  it('numbers that begin anew are no gap', () => {
    expect(walk([3, 900_000]).asked).toBe(0);
  });
});

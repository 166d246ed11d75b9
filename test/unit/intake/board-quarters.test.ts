import { describe, expect, it } from '@jest/globals';
import { quartersOf } from '../../../src/intake/views/quarters';
import { makeBoard } from '../../../src/intake/views/screen/board';
import { sampleConnections } from '../../../src/cli/sample';
import { sumDay, type Stint } from '../../../src/projections/agent-days';
import { defaultSettings } from '../../../src/settings/config';

const startMs = Date.UTC(2026, 10, 24, 3);
const at = (hour: number, minute: number): number => startMs + (hour * 60 + minute) * 60_000;
const stint = (
  doing: Stint['doing'],
  fromMs: number,
  { untilMs, end = 'over' }: { readonly untilMs: number; readonly end?: Stint['end'] },
): Stint => ({ doing, fromMs, untilMs, end, code: null });

describe('How many were available in a quarter of an hour', () => {
  it('is on the board for a TV what the timeline shows: who was so for most of it', () => {
    const nowMs = at(11, 22);
    const stints = [
      stint('available', at(8, 0), { untilMs: at(9, 10) }),
      stint('paused', at(9, 10), { untilMs: at(9, 40) }),
      stint('available', at(9, 40), { untilMs: nowMs, end: 'open' }),
    ];
    const agent = {
      key: 'huggy|1',
      connectionId: 'huggy',
      name: 'Ana',
      email: null,
      vendorName: 'Huggy',
      account: 'Exemplo',
      statusNames: {},
    };
    const config = { settings: defaultSettings, connections: sampleConnections };
    const { day } = makeBoard(config, {
      agents: [{ agent: { ...agent, row: 2, fields: {} }, stints }],
      rows: [],
      nowMs,
    });
    const drawn = quartersOf(stints, sumDay(stints), startMs).map((doing) =>
      doing === 'available' ? 1 : 0,
    );
    const shown = day.available.slice(0, 13);
    expect(shown).toEqual(drawn.slice(day.firstHour * 4, day.firstHour * 4 + 13));
    // 9:00–9:15 was mostly available, though paused at its end; 9:30–9:45 mostly paused, though available at its end.
    expect(shown.slice(4, 8)).toEqual([1, 0, 0, 1]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { lookRulesOf } from '../../../src/sheets/look-rules';
import { columnLetter } from '../../../src/platform/column-letter';
import { defaultLimits } from '../../../src/tabs/shared/limits';
import { tabs } from '../../../src/tabs/tabs';

const { columns } = tabs.conversations;
const places = new Map(columns.map(({ id }, index) => [id, index + 1] as const));
const rules = lookRulesOf(tabs.conversations, places, defaultLimits);
const cellOf = (id: string): string => `$${columnLetter(places.get(id) ?? 0)}2`;
const at = (color: string, id: string): number =>
  rules.findIndex(
    ({ look, over }) =>
      look.fontColor === color && 'fromRow' in over && over.column === places.get(id),
  );

describe('the colours of Conversas', () => {
  it('say waiting only of those whom nobody serves, as Painel counts them', () => {
    const waiting = rules.filter(({ look }) =>
      ['#fad2cf', '#feefc3'].includes(look.background ?? ''),
    );
    expect(waiting).toHaveLength(4);
    for (const { formula } of waiting) {
      expect(formula).toContain(`${cellOf('agent')}=""`);
      expect(formula).toContain(`${cellOf('firstReplyAt')}=""`);
    }
  });

  it('show a late first reply also where the row is over: the first rule that holds counts', () => {
    const late = at('#a50e0e', 'firstReplyIn');
    const past = rules.findIndex(({ look }) => look.fontColor === '#5f6368');
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(past);
  });
});

describe('the colours of Agora', () => {
  it.each(['agentsNow', 'agentStatus'] as const)(
    '%s: a pause that the user has named has the colour of a pause',
    (id) => {
      const own = new Map(tabs[id].columns.map((one, index) => [one.id, index + 1] as const));
      const [online, available] = ['online', 'available'].map(
        (flag) => `$${columnLetter(own.get(flag) ?? 0)}2`,
      );
      const amber = lookRulesOf(tabs[id], own, defaultLimits).find(
        ({ look }) => look.background === '#feefc3',
      );
      expect(amber?.formula).toBe(
        `=AND(AND(ISLOGICAL(${online});${online});AND(ISLOGICAL(${available});NOT(${available})))`,
      );
    },
  );
});

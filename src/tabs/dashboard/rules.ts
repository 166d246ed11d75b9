import type { Area, CellLook, LookRule } from '../../platform/services';
import { columnLetter } from '../../platform/column-letter';
import { call, fillPlaces, formula, text } from '../../sheets/formula';
import { situationLabels } from '../agents/labels';
import { inDays, limitPlace, type Limits } from '../shared/limits';
import { colors } from './desk';
import {
  agentColumns,
  area,
  cardColumns,
  cardWidth,
  data,
  parts,
  queueColumns,
  type TableColumn,
} from './layout';

const overLimit: CellLook = { background: '#fad2cf', fontColor: colors.red };

const cellAt = ({ row, column }: Area): string => `$${columnLetter(column)}$${row}`;

/** Conditional formats: what is above a limit, situations, steps of the heat map, what is over its target. */
export const rulesOf = (limits: Limits): readonly LookRule[] =>
  rulePatterns().map((rule) => ({
    ...rule,
    formula: fillPlaces(rule.formula, (name) =>
      String(Object.entries(limits).find(([id]) => id === name)?.[1] ?? ''),
    ),
  }));

/** The same with the limits' places still in their formulas. */
export function rulePatterns(): readonly LookRule[] {
  const flag = (index: number): string => cellAt(area(data.flags.row + index, data.flags.column));
  const above = (index: number, limit: string): string => formula(`${flag(index)}>${limit}`);
  return [
    ...overRules(2, above(0, limitPlace('waitMinutes'))),
    ...overRules(1, above(1, limitPlace('pauseMinutes'))),
    ...overRules(4, formula(`${flag(2)}=1`)),
    ...betterRules(),
    {
      over: parts.health,
      formula: formula(`${call('LEFT', cellAt(parts.health), '1')}=${text('!')}`),
      look: { background: '#fad2cf', fontColor: colors.red },
    },
    ...situationRules(),
    {
      over: area(11, 19, 1, 7),
      formula: formula(`${call('COLUMN')}-18=${flag(3)}`),
      look: { fontColor: colors.ink, isBold: true },
    },
    ...heatRules(),
    ...[agentColumns, queueColumns].flatMap(lateRules),
  ];
}

/** The whole card; in bold the line that says it: the target's, or the limit's. */
function overRules(card: number, isOver: string): readonly LookRule[] {
  const column = cardColumns[card] ?? 2;
  const said = area(card === 4 ? 7 : 8, column, 1, cardWidth);
  return [
    { over: said, formula: isOver, look: { ...overLimit, isBold: true } },
    { over: area(4, column, 5, cardWidth), formula: isOver, look: overLimit },
  ];
}

/** Cards whose number is compared, and the sign that says that it is better: of a wait less is. */
const betterSigns = [
  [0, '▲'],
  [4, '▼'],
  [5, '▲'],
] as const;

const betterRules = (): readonly LookRule[] =>
  betterSigns.map(([card, sign]) => {
    const over = area(8, cardColumns[card] ?? 2, 1, cardWidth);
    const first = call('LEFT', call('TRIM', cellAt(over)), '1');
    return { over, formula: formula(`${first}=${text(sign)}`), look: { fontColor: colors.green } };
  });

const situationColors = {
  available: { background: '#ceead6', fontColor: colors.green },
  paused: { background: '#feefc3', fontColor: '#94520a' },
  offline: { background: '#e8eaed', fontColor: colors.secondary },
} as const;

const situationRules = (): readonly LookRule[] =>
  (['available', 'paused', 'offline'] as const).map((name) => {
    const words = [...new Set(Object.values(situationLabels[name]))];
    const tests = words.map((word) => `${call('TRIM', '$E12')}=${text(word)}`);
    return {
      over: area(12, 5, 12, 2),
      formula: formula(call('OR', ...tests)),
      look: situationColors[name],
    };
  });

/** The lowest step is the cells' own look. */
export const heatFloor = '#f1f3f4';
/** Steps, not a gradient: a gradient cannot change the ink. */
const heatColors = ['#d2e3fc', '#aecbfa', '#669df6', '#1a73e8'];

function heatRules(): readonly LookRule[] {
  const most = call('MAX', '$S$12:$Y$23');
  const steps = heatColors.map((background, index) => {
    const ofFive = index + 1;
    const look = ofFive === 4 ? { background, fontColor: '#ffffff' } : { background };
    return { over: parts.heat, formula: formula(`S12*5>=${ofFive}*${most}`), look };
  });
  const isBlank = { over: parts.heat, formula: formula('S12=0'), look: { background: heatFloor } };
  return [isBlank, ...steps.reverse()];
}

/** A first answer above its target, in whichever table it stands. */
function lateRules(columns: readonly TableColumn[]): readonly LookRule[] {
  return columns.flatMap(({ column, columns: width, text: id }) => {
    if (id !== 'reply') return [];
    const first = `$${columnLetter(column)}40`;
    const isLate = `${first}>${inDays('firstReplyMinutes')}`;
    return [
      {
        over: area(40, column, 15, width),
        formula: formula(call('AND', call('ISNUMBER', first), isLate)),
        look: { fontColor: colors.red, isBold: true },
      },
    ];
  });
}

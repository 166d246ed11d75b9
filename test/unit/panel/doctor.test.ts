import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/doctor/checks';
import type { Facts, VisitKind } from '../../../src/doctor/facts';
import { languages } from '../../../src/events/localized';
import { sayAmount } from '../../../src/panel/doctor/budgets';
import { mends } from '../../../src/panel/doctor/mends';
import { fill, texts } from '../../../src/panel/texts';

const minuteMs = 60_000;
/** A Monday, 10:00 in São Paulo. */
const nowMs = Date.UTC(2026, 9, 5, 13);
const code = { version: '1.0.0', commit: 'abc' };
const little = { used: 1, of: 100 };

const healthy: Facts = {
  nowMs,
  offsetMinutes: -180,
  isCopy: false,
  isStarted: true,
  isPaused: false,
  visit: { kind: 'well', ...code, skewMs: 300 },
  code,
  zone: 'America/Sao_Paulo',
  zoneAheadMinutes: 0,
  isZoneKnown: true,
  lastSweepMs: nowMs - 20 * minuteMs,
  ownTriggers: 1,
  isApprovalMissing: false,
  missingTabs: [],
  brokenTabs: [],
  doubles: {},
  account: 'consumer',
  cells: little,
  properties: little,
  operations: little,
  triggerMs: little,
  lateSinceMs: nowMs - 10 * minuteMs,
  connections: [{ name: 'Huggy · A', lastMs: nowMs, isSilent: false, unknown: 0, atRisk: 0 }],
};

const [connection] = healthy.connections;
const visitOf = (kind: VisitKind): Facts['visit'] => ({
  kind,
  version: '',
  commit: '',
  skewMs: null,
});
const used = (percent: number): Facts['cells'] => ({ used: percent, of: 100 });

/** What is wrong, the line that tells it, its level, and what its button mends; blank: a sentence says what to click. */
const table: readonly (readonly [string, string, string, string, Partial<Facts>])[] = [
  ['nothing is set up', 'own', 'red', '', { isStarted: false }],
  ['it is a copy', 'own', 'red', '', { isStarted: false, isCopy: true }],
  ...(['none', 'asksLogin', 'unapproved', 'gone', 'other', 'silent'] as const).map(
    (kind) => [`the visit: ${kind}`, 'deployment', 'red', '', { visit: visitOf(kind) }] as const,
  ),
  [
    'an older version is deployed',
    'version',
    'red',
    '',
    { visit: { ...healthy.visit, version: '0.9.0' } },
  ],
  [
    'the clocks differ',
    'clock',
    'amber',
    '',
    { visit: { ...healthy.visit, skewMs: -3 * minuteMs } },
  ],
  ['the sweep stopped', 'sweep', 'red', 'sweep', { lastSweepMs: nowMs - 26 * minuteMs }],
  ['the sweep never ran', 'sweep', 'red', 'sweep', { lastSweepMs: 0 }],
  ['two sweeps', 'oneSweep', 'amber', 'sweep', { ownTriggers: 2 }],
  ['an approval is missing', 'scopes', 'red', '', { isApprovalMissing: true }],
  ['writing is paused', 'paused', 'amber', 'resume', { isPaused: true }],
  ['events wait', 'late', 'amber', 'sweepNow', { lateSinceMs: nowMs - 26 * minuteMs }],
  ['a tab is gone', 'tabs', 'red', 'tabs', { missingTabs: ['Agora'] }],
  ['a hidden column is gone', 'tabs', 'red', 'tabs', { brokenTabs: ['Agora'] }],
  ['rows stand twice', 'doubles', 'amber', 'unite', { doubles: { agentsNow: 2 } }],
  ['another zone', 'zone', 'amber', 'zone', { zoneAheadMinutes: -120 }],
  [
    'another zone than Brazil’s',
    'zone',
    'amber',
    '',
    { zoneAheadMinutes: -120, isZoneKnown: false },
  ],
  ['cells, 80 %', 'cells', 'amber', '', { cells: used(80) }],
  ['cells, 95 %', 'cells', 'red', '', { cells: used(95) }],
  ['properties, 95 %', 'properties', 'red', '', { properties: used(95) }],
  ['operations, 80 %', 'operations', 'amber', '', { operations: used(80) }],
  ['trigger time, 95 %', 'triggerTime', 'red', '', { triggerMs: used(95) }],
  ...(['isSilent', 'atRisk', 'unknown'] as const).map((what) => {
    const line = { isSilent: 'lastEvents', atRisk: 'failures', unknown: 'unknown' }[what];
    const value = what === 'isSilent' ? true : 3;
    const connections = connection === undefined ? [] : [{ ...connection, [what]: value }];
    return [`a connection: ${what}`, line, 'amber', '', { connections }] as const;
  }),
];

/** What counts or measures something is called so whatever it finds. */
const namedAlike = new Set([
  'doubles',
  'unknown',
  'cells',
  'properties',
  'operations',
  'triggerTime',
]);

const faults = table.map(([what, id, level, mend, facts]) => ({ what, id, level, mend, facts }));

const amounts = [
  ['count', 999, '999', '999', '999'],
  ['count', 1_234_567, '1.234.567', '1\u00a0234\u00a0567', '1,234,567'],
  ['minutes', 22.4 * minuteMs, '22 min', '22 min', '22 min'],
  ['kilobytes', 41_499, '41 kB', '41 kB', '41 kB'],
  ['millions', 1_249_000, '1,2 mi', '1,2 M', '1.2 M'],
  ['millions', 9_960_000, '10 mi', '10 M', '10 M'],
  ['millions', 20_000, '0 mi', '0 M', '0 M'],
] as const;

describe('An amount, as people write it', () => {
  it.each(amounts)('%s %d', (unit, amount, ...said) => {
    const inEach = languages.map((language) =>
      sayAmount((id, values = {}) => fill(texts[id][language], values), unit, amount),
    );
    expect(inEach).toEqual(said);
  });
});

describe('Diagnóstico', () => {
  it('a healthy install shows no amber', () => {
    expect(diagnose(healthy).filter(({ level }) => level !== 'green')).toEqual([]);
    expect(diagnose(healthy)).toHaveLength(19);
  });

  it.each(faults)('$what: $id turns $level', ({ id, level, mend, facts }) => {
    const found = diagnose({ ...healthy, ...facts });
    const [first] = found;
    expect(first).toMatchObject({ id, level });
    expect(first?.mend ?? '').toBe(mend);
    expect(found.slice(1).filter((one) => one.level !== 'green')).toEqual([]);
    expect(['', ...Object.keys(mends)]).toContain(mend);
    const whenWell = diagnose(healthy).find((one) => one.id === id)?.title;
    expect(first?.title.pt === whenWell?.pt).toBe(namedAlike.has(id));
    for (const language of languages)
      expect(first?.text[language]).toMatch(/^\p{Lu}.{30,}\.$|^\{percent\}.{30,}\.$/u);
  });

  it('says nothing of what only a web app that answers can tell', () => {
    const told = diagnose({ ...healthy, visit: visitOf('gone') }).map(({ id }) => id);
    expect(told).not.toContain('version');
    expect(told).not.toContain('clock');
  });

  it('what hurts most comes first', () => {
    const both = { isPaused: true, missingTabs: ['Agora'] };
    expect(diagnose({ ...healthy, ...both }).map(({ level }) => level)).toEqual(
      ['red', 'amber'].concat(Array.from({ length: 17 }, () => 'green')),
    );
  });
});

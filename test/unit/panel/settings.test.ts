import { describe, expect, it } from '@jest/globals';
import { runAction } from '../../../src/panel/actions';
import type { Outcome } from '../../../src/panel/outcome';
import { configFrom, type Settings } from '../../../src/settings/config';
import { readSettings } from '../../../src/panel/settings/settings-page';
import { valueOf } from '../../support/ask-panel';
import { startInProcess, type InProcess } from '../../support/in-process';
import { withPerson } from '../../support/person';
import { agentStatus } from '../../support/plantao';
import { isSaidIn } from '../../support/said-in';

const languages = [
  { language: 'pt', locale: 'pt_BR' },
  { language: 'es', locale: 'es_CO' },
  { language: 'en', locale: 'en_US' },
] as const;

const day = (open: boolean, from = '08:00', until = '18:00'): object => ({ open, from, until });
/** Monday to Friday. */
const week = [true, true, true, true, true, false, false].map((open) => day(open));

/** What is typed into a section, and by whom. */
type Typed = Readonly<Record<string, unknown>> & { readonly locale?: string };

function save(
  desk: InProcess,
  section: string,
  { locale = 'pt_BR', ...values }: Typed,
): Outcome<unknown> | null {
  const args = [section, JSON.stringify(values)];
  return withPerson(desk, { locale }, (services) => runAction(services, 'saveSettings', args))
    .result;
}

const settingsOf = (desk: InProcess): Settings => configFrom(desk.properties()).settings;

const faultsOf = (outcome: Outcome<unknown> | null): readonly string[] =>
  outcome?.kind === 'refused' ? (outcome.faults ?? []).map(({ field }) => field) : [];

/** What a person may type that is wrong, and the field at which it is told. */
const wrong: readonly (readonly [section: string, values: object, fields: readonly string[]])[] = [
  [
    'limits',
    { waitMinutes: '0', firstReplyMinutes: 'cinco', pauseMinutes: '30' },
    ['firstReplyMinutes', 'waitMinutes'],
  ],
  [
    'limits',
    { waitMinutes: '1441', firstReplyMinutes: '5', pauseMinutes: '' },
    ['waitMinutes', 'pauseMinutes'],
  ],
  ['hours', { counts: true, week: [day(true, '08:00', '07:00')] }, ['week.0.until']],
  ['hours', { counts: true, week: [day(true, '8h61', '25:00')] }, ['week.0.from', 'week.0.until']],
  ['hours', { counts: true, week: [] }, ['week.0.open']],
  ['hours', { counts: true, week, days: [{ day: '2026-02-30' }] }, ['days.0.day']],
  [
    'hours',
    {
      counts: true,
      week,
      days: [{ day: '2026-12-24', name: 'Véspera', from: '08:00' }, { day: '2026-12-24' }],
    },
    ['days.0.until', 'days.1.day'],
  ],
  ['names', { 'names.huggy': [{ code: '', name: 'Almoço' }] }, ['names.huggy.0.code']],
  [
    'names',
    {
      'names.huggy': [
        { code: '-1', name: 'Almoço' },
        { code: '-1', name: 'Café' },
      ],
    },
    ['names.huggy.1.code'],
  ],
  ['names', { 'names.huggy': [{ code: '1', name: 'x'.repeat(61) }] }, ['names.huggy.0.name']],
  ['people', { people: [{ key: 'huggy|1', person: 'x'.repeat(61) }] }, ['people.0.person']],
  ['place', { language: 'fr', zone: 'Europe/Lisbon' }, ['language', 'zone']],
];

/** One spreadsheet for all that changes nothing. */
const still = startInProcess();
still.post('huggy', agentStatus());
const untouched = still.everything();

describe.each(languages)('Ajustes in $language', ({ language, locale }) => {
  it.each(wrong)(
    '%s: what is wrong in %j is told at its field, and nothing is stored',
    (section, values, fields) => {
      const outcome = save(still, section, { ...values, locale });
      expect(faultsOf(outcome).toSorted()).toEqual([...fields].toSorted());
      const said = outcome?.kind === 'refused' ? (outcome.faults ?? []) : [];
      for (const { sentence } of [...said, { sentence: outcome?.sentence ?? '' }])
        expect([sentence, isSaidIn(language, sentence)]).toEqual([sentence, true]);
      expect(still.everything()).toEqual(untouched);
    },
  );

  it('shows every field with its default or an example, and writes nothing', () => {
    const { result } = withPerson(still, { locale }, readSettings);
    expect(result.map(({ id }) => id)).toEqual(['names', 'people', 'hours', 'limits', 'place']);
    for (const { fields, sum, about } of result) {
      expect(fields.length).toBeGreaterThan(0);
      for (const text of [sum, about, ...fields.flatMap(({ label, help }) => [label, help])])
        expect(text).toMatch(/\S/);
      for (const text of fields.map(({ help }) => help)) expect(text).not.toMatch(/\{\w+\}/);
    }
    expect(still.everything()).toEqual(untouched);
  });
});

describe('Ajustes keeps', () => {
  it('names of the codes that agents have sent, and drops those that are blank', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    const lines = valueOf(desk.ask('readSettings'));
    expect(JSON.stringify(lines)).toContain('"cells":{"code":"-1","name":""');
    const typed = [
      { code: '-1', name: ' Almoço ' },
      { code: '7', name: '' },
      { code: '', name: '' },
    ];
    expect(save(desk, 'names', { 'names.huggy': typed })?.kind).toBe('done');
    expect(settingsOf(desk).statusNames).toEqual({ huggy: { '-1': 'Almoço' } });
    expect(save(desk, 'names', { 'names.huggy': [] })?.kind).toBe('done');
    expect(settingsOf(desk).statusNames).toEqual({ huggy: {} });
  });

  it('who is who, line by line; a blank name takes it back, and who is not in the table stays', () => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus());
    const shown = JSON.stringify(valueOf(desk.ask('readSettings')));
    expect(shown).toContain(
      '"key":"huggy|95096","agent":"João Alves","where":"Huggy · Exemplo · joao.alves@example.com","person":""',
    );
    const line = (key: string, person: string): object => ({ key, person });
    const typed = [line('huggy|95096', ' Ana Lima '), line('plug|7', 'Ana Lima'), line('x', 'Y')];
    expect(save(desk, 'people', { people: typed })?.kind).toBe('done');
    const both = { 'huggy|95096': 'Ana Lima', 'plug|7': 'Ana Lima' };
    expect(settingsOf(desk).people).toEqual(both);
    expect(JSON.stringify(valueOf(desk.ask('readSettings')))).toContain('"key":"plug|7"');
    expect(save(desk, 'people', { people: [line('plug|7', '')] })?.kind).toBe('done');
    expect(settingsOf(desk).people).toEqual({ 'huggy|95096': 'Ana Lima' });
  });

  it('hours by weekday, holidays, days unlike others in order; off, none', () => {
    const desk = startInProcess();
    const days = [
      { day: '2026-12-24', name: 'Véspera', from: '8', until: '12h00' },
      { day: '2026-11-20', name: '', from: '', until: '' },
    ];
    const own = [...week.slice(0, 6), day(true, '10:00', '24:00')];
    expect(save(desk, 'hours', { counts: true, week: own, holidays: true, days })?.kind).toBe(
      'done',
    );
    const usual = { fromMinute: 480, untilMinute: 1080 };
    expect(settingsOf(desk).hours).toEqual({
      week: [{ fromMinute: 600, untilMinute: 1440 }, usual, usual, usual, usual, usual, null],
      holidays: 'brazil',
      days: [
        { day: '2026-11-20', name: '', shift: null },
        { day: '2026-12-24', name: 'Véspera', shift: { fromMinute: 480, untilMinute: 720 } },
      ],
    });
    expect(save(desk, 'hours', { counts: false, week })?.kind).toBe('done');
    expect(settingsOf(desk).hours).toBeNull();
  });

  it('language and zone, which Começar no longer changes, and the zone of the spreadsheet when asked to', () => {
    const desk = startInProcess();
    const chosen = { language: 'es', zone: 'America/Bogota', sheetZone: true };
    expect(save(desk, 'place', chosen)?.kind).toBe('done');
    expect(settingsOf(desk)).toMatchObject({
      language: 'es',
      isLanguageChosen: true,
      zone: 'America/Bogota',
      offsetMinutes: -300,
    });
    const zone = withPerson(desk, {}, ({ workbook }) => workbook.timeZone()).result;
    expect(zone).toBe('America/Bogota');
  });

  it('no more than a property holds', () => {
    const desk = startInProcess();
    const many = Array.from({ length: 60 }, (_unused, index) => ({
      code: `código ${index}`,
      name: 'ã'.repeat(60),
    }));
    const before = desk.everything();
    expect(save(desk, 'names', { 'names.huggy': many })).toMatchObject({ kind: 'refused' });
    expect(desk.everything()).toEqual(before);
  });
});

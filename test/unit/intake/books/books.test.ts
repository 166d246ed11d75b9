import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { failureCodes } from '../../../../src/events/failure';
import { failureTexts } from '../../../../src/events/failure-texts';
import {
  describeFailures,
  readFailures,
  type NamedFailure,
} from '../../../../src/intake/journal/failure-line';
import { addFailures, causeKey, type FailureNews } from '../../../../src/intake/books/failure-rows';
import {
  addHealth,
  noCounts,
  subtractCounts,
  addCounts,
  type HealthNews,
} from '../../../../src/intake/books/health-rows';
import { nextTry } from '../../../../src/intake/judge/retry-plan';

const failure = (changes: Partial<NamedFailure['failure']> = {}): NamedFailure => ({
  event: 'agentChangedStatus',
  failure: { code: 'wrongType', path: 'a[0].b', expected: 'time', received: 'text(3)', ...changes },
});

describe("the journal's text of failures", () => {
  it('is read as it was written; the separator and line ends inside become spaces, a cause stands once', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', ' ', '·', '\n', '[0]', 'ç'),
      maxLength: 8,
    });
    const named = fc.record({
      event: word,
      failure: fc.record({
        code: fc.constantFrom(...failureCodes),
        path: word,
        expected: word,
        received: word,
      }),
    });
    const clean = (text: string): string => text.replace(/[·\n]/g, ' ');
    const textOf = ({ event, failure: { code, path, expected, received } }: NamedFailure): string =>
      [code, event, path, expected, received].join('|');
    const cause = ({ event, failure: { code, path } }: NamedFailure): string =>
      clean([code, event, path.replaceAll('[0]', '[]')].join('|'));
    fc.assert(
      fc.property(fc.array(named, { maxLength: 4 }), (failures) => {
        const read = readFailures(describeFailures(failures));
        const causes = new Map<string, NamedFailure[]>();
        for (const one of failures)
          causes.set(cause(one), [...(causes.get(cause(one)) ?? []), one]);
        expect(read.map(({ times }) => times)).toEqual(
          [...causes.values()].map((all) => all.length),
        );
        for (const one of read) {
          const [first] = causes.get(cause(one)) ?? [];
          expect(textOf(one)).toBe(first === undefined ? null : clean(textOf(first)));
        }
      }),
    );
  });

  it('lines of another form are left out', () => {
    expect(readFailures('')).toEqual([]);
    expect(readFailures('constructor · x\n\nqualquer coisa')).toEqual([]);
  });
});

describe('a row of Falhas', () => {
  const news = (changes: Partial<FailureNews> = {}): FailureNews => ({
    vendorName: 'Huggy',
    failure: failure(),
    count: 1,
    solved: 0,
    firstMs: 5000,
    lastMs: 5000,
    nextTryMs: null,
    ...changes,
  });

  it('is one per platform, event, code and place; list positions aside', () => {
    const key = causeKey('Huggy', failure());
    expect(causeKey('Huggy', failure({ path: 'a[17].b', received: 'null' }))).toBe(key);
    const others = [
      causeKey('Plug', failure()),
      causeKey('Huggy', failure({ code: 'badTime' })),
      causeKey('Huggy', failure({ path: 'a[0].c' })),
      causeKey('Huggy', { ...failure(), event: 'x' }),
    ];
    expect(new Set([key, ...others]).size).toBe(5);
  });

  it('counts, and keeps the first and the last time, in whatever order they come', () => {
    const first = addFailures('', news({ firstMs: 9000, lastMs: 9000 }), 'pt');
    const second = addFailures(first.state, news({ count: 2, firstMs: 1000, lastMs: 2000 }), 'pt');
    expect(second.content).toMatchObject({
      count: 3,
      firstAt: 1000,
      lastAt: 9000,
      vendor: 'Huggy',
    });
  });

  it.each([
    [{ nextTryMs: 7000 }, 'Tentando de novo', 7000],
    [{ nextTryMs: null }, 'Espera por você', null],
    [{ solved: 1, nextTryMs: 7000 }, 'Resolvida', null],
  ])('%j: %s', (changes, situation, nextTryAt) => {
    expect(addFailures('', news(changes), 'pt').content).toMatchObject({ situation, nextTryAt });
  });

  it.each(failureCodes)('%s is told in the user’s language', (code) => {
    for (const language of ['pt', 'es', 'en'] as const) {
      const { content } = addFailures('', news({ failure: failure({ code, path: '' }) }), language);
      expect(content).toMatchObject({ advice: failureTexts[code].advice[language] });
      expect(JSON.stringify(content)).toContain(failureTexts[code].cause[language]);
    }
  });

  it('a row typed over by the user begins anew', () => {
    expect(addFailures('minha nota', news(), 'pt').content).toMatchObject({
      count: 1,
      firstAt: 5000,
    });
  });
});

const alarmWords = { pt: 'Veja Falhas.', es: 'Vea Fallas.', en: 'See Failures.' } as const;

describe('a row of Saúde', () => {
  const news = (changes: Partial<HealthNews> = {}): HealthNews => ({
    vendorName: 'Huggy',
    account: 'A',
    counts: noCounts,
    waiting: 0,
    missing: 0,
    refused: 0,
    trouble: null,
    isPaused: false,
    nowMs: 0,
    offsetMinutes: -180,
    hours: null,
    hasUnreadableTab: false,
    mended: 0,
    through: 0,
    ...changes,
  });
  const counts = { ...noCounts, received: 3, written: 1, failed: 1, quarantined: 1, lastMs: 9 };

  it('adds up; what waits is received, too', () => {
    const first = addHealth('', news({ counts, waiting: 2 }), 'pt');
    expect(first.content).toMatchObject({ received: 5, written: 1, waiting: 2, lastAt: 9 });
    const second = addHealth(first.state, news({ counts, waiting: null }), 'pt');
    expect(second.content).toMatchObject({ received: 8, written: 2, waiting: 2 });
  });

  it.each([
    ['paused writing', { isPaused: true, counts }, 'pausada'],
    ['a tab that cannot be read', { hasUnreadableTab: true, counts }, 'colunas ocultas'],
    ['held events', { counts }, 'token desconhecido'],
    ['failures', { counts: { ...counts, quarantined: 0 } }, 'Veja Falhas'],
    ['refusals', { refused: 2 }, 'segredo errado'],
    ['unknown events', { counts: { ...noCounts, unknown: 1 } }, 'ainda não tratados'],
  ])('the most urgent alarm is shown: %s', (_, changes, words) => {
    expect(addHealth('', news(changes), 'pt').content['alarm']).toContain(words);
  });

  it.each([
    ['pt', 'Eventos aceitos cuja linha sumiu do Diário: 3.'],
    ['es', 'Eventos aceptados cuya fila desapareció del Diario: 3.'],
    ['en', 'Accepted events whose line is gone from the journal: 3.'],
  ] as const)(
    'missing lines are told beside the other alarm, until they are back: %s',
    (language, words) => {
      const first = addHealth('', news({ counts, missing: 3 }), language);
      expect(first.content['alarm']).toContain(words);
      expect(first.content['alarm']).toContain(alarmWords[language]);
      const later = addHealth(first.state, news({ missing: null }), language);
      expect(later.content['alarm']).toContain(words);
      const back = addHealth(later.state, news({ missing: 0 }), language);
      expect(back.content['alarm']).not.toContain(words);
    },
  );

  it('an alarm ends when its cause is gone', () => {
    const before = addHealth('', news({ counts }), 'pt');
    const solved = subtractCounts(
      { ...noCounts, written: 2 },
      { ...noCounts, failed: 1, quarantined: 1 },
    );
    const after = addHealth(before.state, news({ counts: solved, waiting: null }), 'pt');
    expect(after.content).toMatchObject({ received: 3, written: 3, alarm: null, lastAt: 9 });
    expect(addCounts(subtractCounts(counts, counts), counts)).toEqual(counts);
  });
});

describe('the retry plan', () => {
  const minutes = (attempts: number): number | null => {
    const at = nextTry(['writeFault'], attempts, 0);
    return at === null ? null : at / 60_000;
  };

  it('is 1, 10, 30, 60 minutes, then a person decides', () => {
    expect([1, 2, 3, 4, 5, 6].map(minutes)).toEqual([1, 10, 30, 60, null, null]);
  });

  it.each(failureCodes)('%s is tried again only if it may pass by itself', (code) => {
    const passes = ['writeFault', 'decoderFault', 'unreadableTab'].includes(code);
    expect(nextTry([code], 1, 0) !== null).toBe(passes);
    expect(nextTry([], 1, 0)).toBeNull();
  });
});

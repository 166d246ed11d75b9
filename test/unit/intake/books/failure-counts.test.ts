import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Decoded } from '../../../../src/events/event';
import { findVendor } from '../../../../src/vendors/registry';
import { startInProcess, type InProcess } from '../../../support/in-process';

/** Causes that may stand several times in one request: two that wait for a person, one that is tried again by itself. */
const causes = ['a', 'b', 'own fault'] as const;
type Cause = (typeof causes)[number];

/** What happens, in any order. A request is named by its number; numbers beyond the last one mean nothing. */
type Act =
  | { readonly kind: 'post'; readonly fails: readonly Cause[] }
  | { readonly kind: 'mend'; readonly request: number; readonly fails: readonly Cause[] }
  | { readonly kind: 'sweep'; readonly minutes: number }
  | { readonly kind: 'replayCause'; readonly cause: Cause }
  | { readonly kind: 'replayRequest'; readonly request: number }
  | { readonly kind: 'replayAll' };

/** A request as the model knows it: what fails now when it is tried, what failed when it was last tried. */
interface Known {
  fails: readonly Cause[];
  failed: readonly Cause[];
  attempts: number;
  isCounted: boolean;
}

const timesIn = (list: readonly Cause[], cause: Cause): number =>
  list.filter((one) => one === cause).length;

function failureOf(cause: Cause): Decoded {
  const code = cause === 'own fault' ? 'decoderFault' : 'wrongType';
  const failure = { code, path: cause, expected: 'text', received: 'number' } as const;
  return { kind: 'failure', name: 'e', failure };
}

/** The app with a platform whose decoder fails as it is told. */
function openDesk(known: readonly Known[]): InProcess {
  const desk = startInProcess();
  const generic = findVendor('generic');
  if (generic === undefined) throw new Error('Generic is missing.');
  jest.spyOn(generic, 'decode').mockImplementation(({ body }) => {
    const number: unknown = Reflect.get(Object(body), 'number');
    return (known[Number(number)]?.fails ?? []).map(failureOf);
  });
  return desk;
}

function perform(desk: InProcess, act: Act, known: Known[]): void {
  const ids = (): readonly string[] => desk.rows('Diário').map((row) => String(row['Pedido']));
  const replay = (kind: string, value: string): unknown => desk.ask('replay', kind, value);
  if (act.kind === 'post') {
    known.push({ fails: act.fails, failed: act.fails, attempts: 1, isCounted: false });
    desk.post('generic', { number: known.length - 1 });
  } else if (act.kind === 'mend') {
    const request = known[act.request];
    if (request !== undefined) request.fails = act.fails;
  } else if (act.kind === 'sweep') desk.sweep(act.minutes);
  else if (act.kind === 'replayAll') replay('all', '0');
  else if (act.kind === 'replayRequest') replay('request', ids()[act.request] ?? '');
  else {
    const keys = desk.rows('Falhas').map((row) => String(row['Chave']));
    replay('cause', keys.find((key) => key.endsWith(`|${act.cause}`)) ?? '');
  }
}

/** Counts as a person would, who sees which requests were tried. */
function createModel(): {
  follow(known: readonly Known[], attempts: readonly number[]): void;
  readonly count: (cause: Cause) => number;
} {
  const counts = new Map<Cause, number>(causes.map((cause) => [cause, 0]));
  const add = (cause: Cause, more: number): void =>
    void counts.set(cause, (counts.get(cause) ?? 0) + more);
  return {
    count: (cause) => counts.get(cause) ?? 0,
    follow: (known, attempts) => {
      for (const [index, request] of known.entries()) {
        if (!request.isCounted) for (const cause of request.failed) add(cause, 1);
        request.isCounted = true;
        const tries = attempts[index] ?? request.attempts;
        if (tries === request.attempts) continue;
        for (const cause of causes)
          add(cause, Math.max(0, timesIn(request.fails, cause) - timesIn(request.failed, cause)));
        request.failed = request.fails;
        request.attempts = tries;
      }
    },
  };
}

const fails = fc.array(fc.constantFrom(...causes), { maxLength: 4 });
const request = fc.nat(2);
const look: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('sweep' as const), minutes: fc.constantFrom(1, 2, 12, 70) }),
  fc.record({ kind: fc.constant('replayCause' as const), cause: fc.constantFrom(...causes) }),
  fc.record({ kind: fc.constant('replayRequest' as const), request }),
  fc.record({ kind: fc.constant('replayAll' as const) }),
);
const post: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('post' as const), fails });
const mend: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('mend' as const), request, fails });
const someActs: fc.Arbitrary<readonly Act[]> = fc
  .array(fc.tuple(fc.oneof(post, mend, mend), look), { minLength: 2, maxLength: 7 })
  .map((pairs) => pairs.flat());

const looksAtJournal: ReadonlySet<Act['kind']> = new Set([
  'sweep',
  'replayCause',
  'replayRequest',
  'replayAll',
]);

/** The rows of Falhas after these acts, and as they should be: how many, and whether any of them fails still. */
function compare(acts: readonly Act[]): { found: object; expected: object } {
  const known: Known[] = [];
  const desk = openDesk(known);
  const model = createModel();
  for (const one of [...acts, { kind: 'sweep', minutes: 1 } as const]) {
    perform(desk, one, known);
    const attempts = desk.rows('Diário').map((row) => Number(row['Tentativas']));
    if (looksAtJournal.has(one.kind)) model.follow(known, attempts);
  }
  const rowOf = (cause: Cause): Readonly<Record<string, unknown>> | undefined =>
    desk.rows('Falhas').find((row) => String(row['Chave']).endsWith(`|${cause}`));
  const found = causes.map((cause) => {
    const row = rowOf(cause);
    return [cause, row?.['Quantidade'] ?? 0, row === undefined || row['Situação'] === 'Resolvida'];
  });
  const expected = causes.map((cause) => {
    const failing = known.reduce((sum, { failed }) => sum + timesIn(failed, cause), 0);
    return [cause, model.count(cause), failing === 0];
  });
  return { found, expected };
}

describe('Falhas counts failures', () => {
  it.each<readonly [string, readonly Act[]]>([
    [
      'two of one cause in one request, solved in two steps',
      [
        { kind: 'post', fails: ['a', 'a'] },
        { kind: 'sweep', minutes: 1 },
        { kind: 'mend', request: 0, fails: ['a'] },
        { kind: 'replayAll' },
        { kind: 'mend', request: 0, fails: [] },
        { kind: 'replayAll' },
      ],
    ],
    [
      'one that becomes two, of which one is solved: not solved yet',
      [
        { kind: 'post', fails: ['a'] },
        { kind: 'sweep', minutes: 1 },
        { kind: 'mend', request: 0, fails: ['a', 'a'] },
        { kind: 'replayAll' },
        { kind: 'mend', request: 0, fails: ['a'] },
        { kind: 'replayCause', cause: 'a' },
      ],
    ],
    [
      'so many in one request that a cell would not hold a line for each',
      [
        { kind: 'post', fails: Array.from({ length: 3000 }, () => 'a' as const) },
        { kind: 'sweep', minutes: 1 },
        { kind: 'replayAll' },
        { kind: 'mend', request: 0, fails: ['a'] },
        { kind: 'replayAll' },
      ],
    ],
  ])('%s', (_, sequence) => {
    const { found, expected } = compare(sequence);
    expect(found).toEqual(expected);
  });

  it('exactly, in whatever order they are settled, replayed, retried, mended and joined by others', () => {
    fc.assert(
      fc.property(post, someActs, (first, others) => {
        const { found, expected } = compare([first, ...others]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

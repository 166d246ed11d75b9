import { describe, expect, it } from '@jest/globals';
import { trebleWalk } from '../../../../src/vendors/treble/api-walk';
import { treble } from '../../../../src/vendors/treble/treble';
import { fieldOf } from '../../../support/field-of';
import { randomFrom } from '../../../support/random';
import { differences } from '../../../support/reconciled';
import {
  answerAsTreble,
  playSessions,
  type TrebleAccount,
} from '../../../support/strict-treble/account';
import { fetched, received, rowsTold } from '../../../support/told-rows';
import { walkWhole } from '../../../support/walked';

const startMs = Date.UTC(2026, 9, 5, 3);
const untilMs = startMs + 86_400_000;
const seeds = Number(process.env['RECONCILE_SEEDS'] ?? 3);

const fetchAll = (account: TrebleAccount, perPage?: number) =>
  walkWhole(
    trebleWalk,
    ({ path, query = {} }) => answerAsTreble(account, { path, query }, perPage),
    { fromMs: startMs, untilMs },
  );

describe('Treble: what was missed, fetched', () => {
  it.each(Array.from({ length: seeds }, (_unused, seed) => seed + 1))(
    'history %i, a fifth of it dropped: the rows are as if nothing had been',
    (seed) => {
      const account = playSessions(25, seed, startMs);
      const random = randomFrom(seed + 1);
      const heard = account.sent.filter(() => random() >= 0.2);
      const { records } = fetchAll(account, 4);
      const whole = rowsTold(treble, account.sent.map(received), {});
      const all = account.sessions.flatMap(({ messages }) => messages);
      expect(whole.filter((row) => row.startsWith('Mensagens'))).toHaveLength(all.length);
      const mended = rowsTold(treble, [...heard.map(received), ...records.map(fetched)], {});
      expect(differences(whole, mended)).toEqual([]);
      const told = [...account.sent.map(received), ...records.map(fetched)];
      expect(differences(whole, rowsTold(treble, told, {}))).toEqual([]);
    },
  );

  it('a history that is not shown leaves the number of messages open', () => {
    const account = playSessions(1, 7, startMs);
    const { records, unreadable } = walkWhole(
      trebleWalk,
      ({ path, query = {} }) =>
        path.endsWith('/history')
          ? { status: 403, body: {} }
          : answerAsTreble(account, { path, query }),
      { fromMs: startMs, untilMs },
    );
    expect(unreadable).toBe(1);
    const rows = rowsTold(treble, records.map(fetched), {});
    const attendance = rows.find((row) => row.startsWith('Atendimentos'));
    expect(attendance).toContain('Finalizado');
    expect(attendance).not.toMatch(/Mensagens \d/);
  });

  it('what cannot be asked for is left out and told; the others are fetched', () => {
    const account = playSessions(4, 7, startMs);
    const ids = account.sessions.map(({ id }) => id);
    const odd: unknown = { id: 'a/../b', created_at: '2026-10-05 12:00:00.000000', user: {} };
    const asked: string[] = [];
    const { records, unreadable } = walkWhole(
      trebleWalk,
      ({ path, query = {} }) => {
        asked.push(path);
        const reply = answerAsTreble(account, { path, query });
        if (path === 'poll/api/all')
          return { status: 200, body: [{ id: 'x/1' }, { name: 'sem id' }, ...account.flows] };
        if (!path.endsWith('/sessions')) return reply;
        const results: unknown = fieldOf(reply.body, 'results');
        const list: readonly unknown[] = Array.isArray(results) ? results : [];
        return { status: 200, body: { results: [odd, ...list, { created_at: 'x' }] } };
      },
      { fromMs: startMs, untilMs, most: 2 },
    );
    const isListed = /^poll\/api\/all$|^devapi\/(?:poll\/\d+\/sessions|session\/[\w-]+\/history)$/;
    expect(asked.filter((path) => !isListed.test(path))).toEqual([]);
    expect(new Set(records.map((record) => fieldOf(record, 'id')))).toEqual(new Set(ids));
    expect(records).toHaveLength(ids.length);
    expect(unreadable).toBe(2 + 2 * account.flows.length);
  });

  it('pages that are small and one page that is large give the same sessions', () => {
    const account = playSessions(60, 5, startMs);
    expect(fetchAll(account, 7).records).toEqual(fetchAll(account).records);
    expect(fetchAll(account).records).toHaveLength(60);
  });
});

import { randomFrom } from '../../../support/random';
import { describe, expect, it } from '@jest/globals';
import { evolvyWalk } from '../../../../src/vendors/evolvy/api-walk';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { differences } from '../../../support/reconciled';
import { makeAccount, type Account } from '../../../support/strict-chatwoot/account';
import { ask, begin } from '../../../support/strict-chatwoot/acts';
import { answer, type Version } from '../../../support/strict-chatwoot/answer';
import { playHistory } from '../../../support/strict-chatwoot/history';
import { withheld } from '../../../support/strict-chatwoot/withheld';
import { fetched, received, rowsTold } from '../../../support/told-rows';
import { walkWhole } from '../../../support/walked';

const startMs = Date.UTC(2026, 9, 5, 3);
const seeds = Number(process.env['RECONCILE_SEEDS'] ?? 4);

function makeHistory(
  seed: number,
  count = 25,
): { readonly account: Account; readonly untilMs: number } {
  const account = makeAccount();
  const untilMs = playHistory(account, { count, seed, startMs });
  return { account, untilMs: untilMs + 60_000 };
}

const fetchAll = (account: Account, untilMs: number, version: Version = '4.15') =>
  walkWhole(
    evolvyWalk,
    ({ path, query = {} }) =>
      answer(
        account,
        {
          method: 'GET',
          path: `/api/v1/accounts/${account.id}/${path}`,
          query,
          headers: { 'api-access-token': account.token },
        },
        version,
      ),
    { fromMs: startMs - 60_000, untilMs },
  );

describe('Evolvy: what was missed, fetched', () => {
  it.each(Array.from({ length: seeds }, (_unused, seed) => seed + 1))(
    'history %i, a fifth of it dropped: the rows are as if nothing had been',
    (seed) => {
      const { account, untilMs } = makeHistory(seed);
      const random = randomFrom(seed + 1);
      const heard = account.sent.filter(() => random() >= 0.2);
      const { records } = fetchAll(account, untilMs);
      const whole = rowsTold(evolvy, account.sent.map(received), withheld);
      const mended = rowsTold(evolvy, [...heard.map(received), ...records.map(fetched)], withheld);
      expect(differences(whole, mended)).toEqual([]);
    },
  );

  it.each<Version>(['2.10', '2.13'])(
    'a server of %s gives all messages, in more questions',
    (version) => {
      const account = makeAccount();
      const one = begin(account, startMs, 'Maria de Fátima');
      for (let index = 0; index < 70; index += 1)
        ask(one, `Mensagem ${index}`, startMs + index * 1000);
      const { records, asked } = fetchAll(account, startMs + 3_600_000, version);
      expect(records.filter((record) => 'message_type' in record)).toHaveLength(70);
      expect(asked).toBeGreaterThan(fetchAll(account, startMs + 3_600_000).asked);
    },
  );

  it('a conversation of more than a thousand messages is read to its end', () => {
    const account = makeAccount();
    const one = begin(account, startMs, 'Maria de Fátima');
    for (let index = 0; index < 2300; index += 1)
      ask(one, `Mensagem ${index}`, startMs + index * 1000);
    const { records } = fetchAll(account, startMs + 3_600_000);
    expect(records.filter((record) => 'message_type' in record)).toHaveLength(2300);
  });

  it('a list that begins with the same conversation for ever comes to an end', () => {
    const { account, untilMs } = makeHistory(5, 30);
    const { asked } = walkWhole(
      evolvyWalk,
      ({ path, query = {} }) => {
        const headers = { 'api-access-token': account.token };
        const whole = `/api/v1/accounts/${account.id}/${path}`;
        return answer(
          account,
          { method: 'GET', path: whole, query: { ...query, page: '1' }, headers },
          '4.15',
        );
      },
      { fromMs: startMs - 60_000, untilMs },
    );
    expect(asked).toBeLessThan(500);
  });

  it('what moves to the front while the list is read is read in the second round', () => {
    const { account, untilMs } = makeHistory(6, 40);
    const late = account.conversations[0];
    let pages = 0;
    const { records } = walkWhole(
      evolvyWalk,
      ({ path, query = {} }) => {
        if (path === 'conversations') pages += 1;
        if (pages === 2 && late !== undefined && late.lastActivityMs < untilMs)
          ask(late, 'Ainda estou aqui', untilMs + 1000);
        const headers = { 'api-access-token': account.token };
        const whole = `/api/v1/accounts/${account.id}/${path}`;
        return answer(account, { method: 'GET', path: whole, query, headers }, '4.15');
      },
      { fromMs: startMs - 60_000, untilMs },
    );
    expect(JSON.stringify(records)).toContain('Ainda estou aqui');
  });
});

import { randomFrom } from '../random';
import { startWithChatwoot, startMs, type PlantaoWithChatwoot } from '../plantao-with-chatwoot';
import { differences, shownRows } from '../reconciled';
import { makeAccount, type Account } from './account';
import { playHistory } from './history';
import { withheld } from './withheld';

const hourMs = 3_600_000;

/** The same history told to two workbooks: to one whole, to the other with a part of it dropped. */
export interface Story {
  readonly whole: PlantaoWithChatwoot;
  readonly holed: PlantaoWithChatwoot;
  readonly account: Account;
  readonly dropped: number;
  /** Rows that differ, in so far as the API can give them. */
  differences(): readonly string[];
  stop(): Promise<void>;
}

export async function tellStory({
  count,
  seed,
  share = 0.2,
}: {
  readonly count: number;
  readonly seed: number;
  readonly share?: number;
}): Promise<Story> {
  const account = makeAccount();
  playHistory(account, { count, seed, startMs: startMs - 12 * hourMs });
  const whole = await startWithChatwoot({}, account);
  const holed = await startWithChatwoot({}, account);
  const random = randomFrom(seed + 1);
  let dropped = 0;
  for (const body of account.sent) {
    await whole.plantao.post('evolvy', body);
    if (random() < share) dropped += 1;
    else await holed.plantao.post('evolvy', body);
  }
  await whole.minutes(2);
  await holed.minutes(2);
  return {
    whole,
    holed,
    account,
    dropped,
    differences: () =>
      differences(shownRows(whole.plantao, withheld), shownRows(holed.plantao, withheld)),
    stop: async () => {
      await whole.stop();
      await holed.stop();
    },
  };
}

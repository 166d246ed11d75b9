import { decodeRecord } from '../../events/decode-record';
import type { Ledger } from '../repair/ledger';
import { addFailures, causeKey, type FailureNews } from './failure-rows';
import type { UpsertRows } from '../write/upsert';

/** Up to which journal line a row of Falhas or Saúde has counted. */
export const throughOf = (state: string): number => decodeRecord(state, { through: 0 }).through;

/** Adds news to the rows of their causes; of journal lines only those that a row has not counted yet. */
export function failureChanges(
  news: readonly FailureNews[],
  { config }: Ledger,
  reached: number | null = null,
): Parameters<UpsertRows>[0] {
  const { language } = config.settings;
  const byCause = new Map<string, FailureNews[]>();
  for (const item of news) {
    const key = causeKey(item.vendorName, item.failure);
    byCause.set(key, [...(byCause.get(key) ?? []), item]);
  }
  const change = (items: readonly FailureNews[]) => (state: string) => {
    const through = throughOf(state);
    const joined = items.map((item) => skipCounted(item, through)).reduce(joinNews);
    return addFailures(state, { ...joined, through: reached ?? through }, language);
  };
  return new Map([...byCause].map(([key, items]) => [key, change(items)] as const));
}

/** News of a line that the row has counted tell nothing any more. */
function skipCounted(item: FailureNews, through: number): FailureNews {
  const isCounted = item.number !== undefined && item.number <= through;
  return isCounted ? { ...item, count: 0, solved: 0, firstMs: Infinity, lastMs: 0 } : item;
}

function joinNews(a: FailureNews, b: FailureNews): FailureNews {
  return {
    ...b,
    count: a.count + b.count,
    solved: a.solved + b.solved,
    firstMs: Math.min(a.firstMs, b.firstMs),
    lastMs: Math.max(a.lastMs, b.lastMs),
    nextTryMs: b.nextTryMs ?? a.nextTryMs,
  };
}

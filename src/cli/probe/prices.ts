import { block } from '../../probe/inputs';
import type { ProbeReport } from '../../probe/report';
import {
  costTable,
  evaluationMsPerMb,
  flushCosts,
  startCosts,
  type Cost,
} from '../../twin/runtime/cost-table';
import { defaultLockSides } from '../../twin/services/stores/lock';

/** A price of the twin, and what the probe measured for it. */
export interface PriceRow {
  /** Where it stands. */
  readonly price: string;
  readonly is: number;
  /** In the same unit; null when it was not measured. */
  readonly seen: number | null;
  /** The measurement's 95th percentile, where it is that of the price itself. */
  readonly seenP95: number | null;
  readonly isP95: number | null;
  readonly samples: number;
  /** Less says nothing: the probe sees only a part of it. */
  readonly isLowerBound?: true;
}

type Prices = ProbeReport['prices'];
type Costs = ReadonlyMap<string, Cost>;

const cells = block.rows * block.columns;
/** Characters that the store of `properties.of120kB` holds, in thousands. */
const storedThousands = 120;
/** A waiter that looks every half to one and a half times `pollMs` has a released lock after 0.54 of it, on average. */
const gapShare = 0.54;

const medianOf = (prices: Prices, name: string): number | null => prices[name]?.medianMs ?? null;

/** `a` less `b`, divided; null when one of them was not measured. */
function between(prices: Prices, [a, b]: readonly [string, string], divisor = 1): number | null {
  const [more, less] = [medianOf(prices, a), medianOf(prices, b)];
  return more === null || less === null ? null : (more - less) / divisor;
}

/** What the probe measured in itself, by the names of the cost table. */
function listOwn(prices: Prices, costs: Costs): readonly PriceRow[] {
  return Object.entries(prices).flatMap(([name, { medianMs, p95Ms, samples }]) => {
    const cost = costs.get(name);
    if (cost === undefined) return [];
    const { medianMs: is, p95Ms: isP95 } = cost.thereafter ?? cost;
    return [{ price: name, is, isP95, seen: medianMs, seenP95: p95Ms, samples }];
  });
}

function listFlushes(prices: Prices): readonly PriceRow[] {
  return (['values', 'formats'] as const).map((kind) => {
    const { medianMs: is, p95Ms: isP95 } = flushCosts[kind];
    const seen = prices[`flush.${kind}`];
    return {
      price: `flushCosts.${kind}`,
      is,
      isP95,
      seen: seen?.medianMs ?? null,
      seenP95: seen?.p95Ms ?? null,
      samples: seen?.samples ?? 0,
    };
  });
}

type Derived = readonly [price: string, is: number, seen: number | null, measuredBy: string];

/** What follows from two measurements. */
function listDerived(prices: Prices, costs: Costs): readonly Derived[] {
  const cost = (name: string): Cost => costs.get(name) ?? { medianMs: 0, p95Ms: 0 };
  const gap = medianOf(prices, 'lock.gap');
  return [
    [
      'Range.getValues, perCellMs',
      cost('Range.getValues').perCellMs ?? 0,
      between(prices, ['read.block', 'Range.getValues'], cells - 1),
      'read.block',
    ],
    [
      'flushCosts.perCellMs',
      flushCosts.perCellMs,
      between(prices, ['flush.block', 'flush.values'], cells - flushCosts.freeCells),
      'flush.block',
    ],
    [
      'Properties.getProperties',
      cost('Properties.getProperties').medianMs +
        (cost('Properties.getProperties').perThousandCharactersMs ?? 0) * storedThousands,
      medianOf(prices, 'properties.of120kB'),
      'properties.of120kB',
    ],
    [
      'Spreadsheet.getSheetByName, the first',
      cost('Spreadsheet.getSheetByName').medianMs,
      medianOf(prices, 'open.first'),
      'open.first',
    ],
    [
      'startCosts.warm',
      startCosts.warm.medianMs,
      between(prices, ['call.text', 'UrlFetchApp.fetch']),
      'call.text',
    ],
    [
      'services.lock.pollMs',
      defaultLockSides.pollMs,
      gap === null ? null : gap / gapShare,
      'lock.gap',
    ],
  ];
}

/** Every price that the probe measured, beside the twin's. */
export function listPrices({ prices }: ProbeReport, costs: Costs = costTable): readonly PriceRow[] {
  const plain = { seenP95: null, isP95: null };
  const derived = listDerived(prices, costs).map(([price, is, seen, by]) => {
    const samples = prices[by]?.samples ?? 0;
    return { price, is, seen, samples, ...plain };
  });
  const seen = medianOf(prices, 'evaluation.megabyte');
  const evaluation: PriceRow = {
    price: 'evaluationMsPerMb',
    is: evaluationMsPerMb,
    seen,
    samples: prices['evaluation.megabyte']?.samples ?? 0,
    isLowerBound: true,
    ...plain,
  };
  return [...listOwn(prices, costs), ...listFlushes(prices), ...derived, evaluation];
}

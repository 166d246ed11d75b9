import type { Desk } from '../notes';
import { probeCells, probeFormulas } from './cells';
import { leaveMarks } from './copy';
import { priceCalls, priceEvaluation } from '../prices/calls';
import { priceServices } from '../prices/services';
import { priceSheets } from '../prices/sheets';
import { beginTriggers, probeKill, probeLockWaits, probeTriggers } from './runs';
import { probeCache, probeGzip, probeProperties, probeReads } from './stores';
import { probeAnswers, probeAtOnce, probeBodies, probeEvents, probeServices } from './web';

/** A part of a probe by its name, in the order of the runs: triggers take minutes, so they are asked for first and looked at last. */
export const parts: readonly (readonly [name: string, run: (desk: Desk) => void])[] = [
  ['beginTriggers', beginTriggers],
  ['kill', probeKill],
  ['answers', probeAnswers],
  ['events', probeEvents],
  ['services', probeServices],
  ['cells', probeCells],
  ['formulas', probeFormulas],
  ['reads', probeReads],
  ['cache', probeCache],
  ['properties', probeProperties],
  ['gzip', probeGzip],
  ['sheetPrices', priceSheets],
  ['servicePrices', priceServices],
  ['callPrices', priceCalls],
  ['evaluation', priceEvaluation],
  ['locks', probeLockWaits],
  ['atOnce', probeAtOnce],
  ['bodies', probeBodies],
  ['triggers', probeTriggers],
  ['marks', leaveMarks],
];

import { doorChecks } from './door-checks';
import { journalChecks } from './journal-checks';
import { roomChecks } from './room-checks';
import { rowChecks } from './row-checks';
import type { Check } from './stage';

/** What random runs hardly meet, each in a few deliberate steps. */
export const checks: readonly Check[] = [
  ...doorChecks,
  ...journalChecks,
  ...roomChecks,
  ...rowChecks,
];

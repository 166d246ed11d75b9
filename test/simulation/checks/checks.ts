import { budgetChecks } from './budget-checks';
import { doorChecks } from './door-checks';
import { journalChecks } from './journal-checks';
import { leftChecks } from './left-checks';
import { meaningChecks } from './meaning-checks';
import { ownerChecks } from './owner-checks';
import { roomChecks } from './room-checks';
import { rowChecks } from './row-checks';
import { searchChecks } from './search-checks';
import type { Check } from './stage';

/** What random runs hardly meet, each in a few deliberate steps. */
export const checks: readonly Check[] = [
  ...doorChecks,
  ...journalChecks,
  ...leftChecks,
  ...roomChecks,
  ...rowChecks,
  ...searchChecks,
  ...meaningChecks,
  ...ownerChecks,
  ...budgetChecks,
];

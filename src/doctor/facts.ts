import type { AccountKind } from '../budget/quotas';
import type { TabId } from '../tabs/tabs';

/** How the deployed address answered a visit without an account. */
export type VisitKind = 'none' | 'well' | 'asksLogin' | 'unapproved' | 'gone' | 'other' | 'silent';

export interface Visit {
  readonly kind: VisitKind;
  /** What is deployed, as it told; blank where it did not. */
  readonly version: string;
  readonly commit: string;
  /** By how much the clock of the one who answered is ahead of ours, ms; null when it did not tell. */
  readonly skewMs: number | null;
}

/** How a connection stands. */
export interface ConnectionFacts {
  readonly name: string;
  /** When its last event came, epoch ms; 0: never. */
  readonly lastMs: number;
  /** An alarm of today says that it is silent. */
  readonly isSilent: boolean;
  readonly unknown: number;
  readonly atRisk: number;
}

/** A share of what Google gives. */
export interface Used {
  readonly used: number;
  readonly of: number;
}

/** Everything that checks look at. Read once; the checks are pure. */
export interface Facts {
  readonly nowMs: number;
  readonly offsetMinutes: number;
  /** Rows of ours without any settings: somebody copied the spreadsheet. */
  readonly isCopy: boolean;
  readonly isStarted: boolean;
  readonly isPaused: boolean;
  readonly visit: Visit;
  readonly code: { readonly version: string; readonly commit: string };
  /** The spreadsheet's zone, and by how many minutes it is ahead of the team's. */
  readonly zone: string;
  readonly zoneAheadMinutes: number;
  /** Whether the zone can be set from here. */
  readonly isZoneKnown: boolean;
  readonly lastSweepMs: number;
  readonly ownTriggers: number;
  /** Whether the owner has to approve something. */
  readonly isApprovalMissing: boolean;
  readonly missingTabs: readonly string[];
  /** Tabs without one of the hidden columns that tell rows apart. */
  readonly brokenTabs: readonly string[];
  /** By tab: keys that stand more than once. */
  readonly doubles: Readonly<Partial<Record<TabId, number>>>;
  /** Of the account that deployed the web app: its quotas are those of the day. */
  readonly account: AccountKind;
  readonly cells: Used;
  readonly properties: Used;
  readonly operations: Used;
  readonly triggerMs: Used;
  /** Since when the oldest accepted request waits outside the tabs, epoch ms; null: none does. */
  readonly lateSinceMs: number | null;
  readonly connections: readonly ConnectionFacts[];
}

import { withWholeTabs } from '../../intake/repair/whole-tabs';
import { hintsOf, planRow } from '../../intake/write/plan-row';
import { writeChanges } from '../../intake/write/write-changes';
import { shortHash } from '../../events/short-hash';
import type { Services } from '../../platform/services';
import type { Change } from '../../rows/plan';
import { configFrom, isHalted, type Config } from '../../settings/config';
import type { KeyRow } from '../../sheets/key-window';
import { holdShortly } from '../jobs/short-hold';
import type { Outcome } from './outcome';
import { writeTold } from './told';

/** Webhooks come first: a hold of theirs lasts a second or two. */
const lockWaitMs = 10_000;
const lookupMs = 5000;

/**
 * Writes what became of contacts into their rows; true when it is there for good. A row that the user deleted meanwhile is not made
 * again.
 */
export function storeOutcomes(
  services: Services,
  outcomes: readonly Outcome[],
  rows: readonly KeyRow[],
): boolean {
  if (outcomes.length === 0) return true;
  const isStored = holdShortly(services, lockWaitMs, () => {
    services.workbook.flush();
    return withWholeTabs(services, () => {
      const config = configFrom(services.properties.getAll());
      return isHalted(config.settings) ? false : write(services, { config, outcomes, rows });
    });
  });
  return isStored === true;
}

interface Writing {
  readonly config: Config;
  readonly outcomes: readonly Outcome[];
  readonly rows: readonly KeyRow[];
}

function write({ workbook, cache, clock }: Services, { config, outcomes, rows }: Writing): boolean {
  const nowMs = clock.now();
  const changes = outcomes.flatMap((outcome) => toChange(outcome, config, nowMs));
  const { unfinished } = writeChanges([{ requestId: 'weni', changes }], {
    workbook,
    cache,
    settings: config.settings,
    nowMs,
    lookupMs,
    rewrites: false,
    hints: hintsOf(rows),
    only: (_tab, { existing }) => existing !== null,
  });
  return unfinished.size === 0;
}

function toChange(outcome: Outcome, config: Config, nowMs: number): readonly Change[] {
  const { plan, word, detail, uuid, told } = outcome;
  const row = planRow('contact', plan.contact.key, config);
  if (row === null) return [];
  const fields = {
    weniState: word,
    weniDetail: detail === '' ? null : detail,
    weniAt: nowMs,
    weniTold: writeTold(told),
    ...(uuid === '' ? {} : { weniUuid: uuid }),
  };
  const hash = `weni.${shortHash(JSON.stringify(fields))}`;
  const clock = { atMs: nowMs, receivedAtMs: nowMs, index: 0, revision: 0 };
  return [{ ...row, saying: { ...clock, hash, fields } }];
}

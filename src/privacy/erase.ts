import { openLedger, type Ledger } from '../intake/repair/ledger';
import { withWholeTabs } from '../intake/repair/whole-tabs';
import { openGone, type Gone } from '../masks/gone';
import type { Services } from '../platform/services';
import { defaultPrivacy } from '../settings/privacy';
import { forgetConfig } from '../settings/config-cache';
import { ofSpreadsheet, writeCertificate } from './certificate';
import { eraseLines } from './erase-journal';
import { commitAllWaiting, emptyRoom } from './erase-room';
import { eraseRows } from './erase-rows';
import {
  beginState,
  endErasure,
  eraseProperty,
  eraseStateFrom,
  saveEraseState,
  type EraseState,
} from './erase-state';
import { erasedProperties, learnNames } from './learn-names';
import { firstPlace, identitiesIn, readBlock } from './person-rows';
import { renameOpen } from './rename-open';

const dayMs = 86_400_000;
/** Requests that were on their way when it began come within a day. */
const leastMs = dayMs;

/** Somebody who sorts without end must not keep it from ending. */
const mostPasses = 9;

/** Whom to erase, and how long what comes about them is masked. */
export interface Order {
  /** What names the person (see `masks/gone.ts`). */
  readonly entries: string;
  readonly maskedDays: number;
}

/**
 * Begins to erase a person: from this moment on whatever comes about them is masked. Callers hold the lock; the key of the pseudonyms
 * is there.
 */
export function beginErasure(services: Services, { entries, maskedDays }: Order): EraseState {
  const { clock, codec, properties } = services;
  const id = codec.sha256WebSafe(codec.uuid()).slice(0, 12);
  const untilMs = clock.now() + Math.max(leastMs, maskedDays * dayMs);
  const state = beginState(id, untilMs);
  // The work is stored last: without it people would be masked and not erased.
  properties.setMany({ ...erasedProperties(id, { entries, untilMs }), ...eraseProperty(state) });
  forgetConfig(services);
  return state;
}

/**
 * Goes on with an erasure, until a time; null when none is under way. Each step can be cut short and done again. Callers hold the lock
 * and have flushed.
 */
export function goOnErasing(services: Services, untilMs: number): EraseState | null {
  for (;;) {
    const state = eraseStateFrom(services.properties.getAll());
    if (state === null) return null;
    const next = withWholeTabs(services, () => step(services, state));
    services.workbook.flush();
    if (next === null) {
      endErasure(services.properties);
      return null;
    }
    saveEraseState(services.properties, next);
    if (services.clock.now() >= untilMs) return next;
  }
}

function step(services: Services, state: EraseState): EraseState | null {
  const ledger = openLedger(services, services.properties.getAll());
  if (state.phase === 'room') {
    commitAllWaiting(services);
    return { ...state, phase: 'journal', number: 0 };
  }
  if (state.phase === 'journal') {
    const { number, requests } = eraseLines(services, ledger, state.number);
    const done = { ...state, requests: state.requests + requests, found: state.found + requests };
    return number === null ? { ...done, phase: 'tabs', ...firstPlace } : { ...done, number };
  }
  if (state.phase === 'tabs') return eraseBlock(services, ledger, state);
  return finishPass(services, ledger, state);
}

const goneOf = ({ codec }: Services, { config: { privacy = defaultPrivacy } }: Ledger): Gone =>
  openGone(
    codec,
    privacy.key,
    privacy.erased.map(({ entries }) => entries),
  );

function eraseBlock(services: Services, ledger: Ledger, state: EraseState): EraseState {
  const { config } = ledger;
  const block = readBlock(services, config, state);
  if (block === null) return { ...state, phase: 'books' };
  const gone = goneOf(services, ledger);
  const rows = block.rows.filter((row) => identitiesIn(block.entity, row).some(gone.has));
  const isLeading = block.entity === 'conversation' || block.entity === 'attendance';
  if (isLeading)
    learnNames(services, state, {
      gone,
      names: rows.flatMap((row) => identitiesIn(block.entity, row)),
    });
  eraseRows({ services, config, gone, key: config.privacy?.key ?? '' }, block, rows);
  const counted = {
    ...state,
    rows: state.rows + rows.length,
    found: state.found + rows.length,
  };
  return block.next === null ? { ...counted, phase: 'books' } : { ...counted, ...block.next };
}

/** A pass that has found something is followed by another one: somebody may have sorted a tab meanwhile. */
function finishPass(services: Services, ledger: Ledger, state: EraseState): EraseState | null {
  const { config } = ledger;
  emptyRoom(services, ledger);
  renameOpen({ services, config, gone: goneOf(services, ledger), key: config.privacy?.key ?? '' });
  services.workbook.flush();
  if (state.found > 0 && state.passes < mostPasses)
    return { ...state, phase: 'room', found: 0, passes: state.passes + 1 };
  writeCertificate(services, config, { ...state, ...ofSpreadsheet });
  return null;
}

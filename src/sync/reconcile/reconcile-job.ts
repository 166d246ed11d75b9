import type { Services } from '../../platform/services';
import { configFrom, isHalted, type Config, type Connection } from '../../settings/config';
import { weniSettingsFrom } from '../../settings/weni';
import type { Job, Turn } from '../jobs/job';
import { openApis } from './apis';
import { dayMs, nightDayAt } from './night';
import { reconcileSettingsFrom, type ReconcileSettings } from '../../settings/missed';
import { reconcileStateFrom, type ReconcileState } from './reconcile-state';
import { remember, walkOn, type Walking } from './walk-on';
import { findWalk } from './walks';

type All = Readonly<Record<string, string>>;

/** A night looks back to the walk before, and so much further: lists are read while they change. */
const overlapMs = 6 * 3_600_000;
/** The first night, and the furthest that one looks back: more is a person's wish. */
const firstNightMs = 2 * dayMs;
const furthestNightMs = 8 * dayMs;
/** A run with less time does not begin. */
const leastMs = 15_000;

/** Fetches what platforms list for a span of time, and takes in what was missing. */
export const reconcileJob: Job = {
  id: 'reconcile',
  isDue: (all, { nowMs, isThrifty }) => {
    const config = configFrom(all);
    if (isThrifty || isHalted(config.settings)) return false;
    return config.connections.some((connection) => isDue(all, connection, { config, nowMs }));
  },
  run: (services, turn) => {
    const all = services.properties.getAll();
    const config = configFrom(all);
    for (const connection of config.connections) {
      const nowMs = services.clock.now();
      const canGo = !turn.isThrifty() && turn.allows({ ms: leastMs, calls: 1 });
      if (canGo && isDue(all, connection, { config, nowMs }))
        runConnection(services, turn, { config, connection });
    }
  },
};

interface Moment {
  readonly config: Config;
  readonly nowMs: number;
}

function isDue(all: All, connection: Connection, { config, nowMs }: Moment): boolean {
  if (findWalk(connection.vendor) === null || openApis(all, connection).size === 0) return false;
  const state = reconcileStateFrom(all, connection.id);
  const settings = reconcileSettingsFrom(all, connection.id);
  if (hasWish(settings, state) || isNightDue({ settings, state, config, nowMs })) return true;
  return state.position !== '' && !state.isStopped && state.notBeforeMs <= nowMs;
}

const hasWish = (settings: ReconcileSettings, state: ReconcileState): boolean =>
  settings.wish > state.wish;

interface Standing extends Moment {
  readonly settings: ReconcileSettings;
  readonly state: ReconcileState;
}

/** Not while a walk is under way, unless that was stopped. */
function isNightDue({ settings, state, config, nowMs }: Standing): boolean {
  const isFree = state.position === '' || state.isStopped;
  return settings.isDaily && isFree && nightDayAt(nowMs, config) > state.nightDay;
}

function runConnection(
  services: Services,
  turn: Turn,
  { config, connection }: { readonly config: Config; readonly connection: Connection },
): void {
  const all = services.properties.getAll();
  const [walk, apis] = [findWalk(connection.vendor), openApis(all, connection)];
  if (walk === null || apis.size === 0) return;
  const state = reconcileStateFrom(all, connection.id);
  const settings = reconcileSettingsFrom(all, connection.id);
  const nowMs = services.clock.now();
  const standing = { settings, state, config, nowMs };
  const { isOn: isSending } = weniSettingsFrom(all);
  const desk = { services, turn, config, connection, apis, walk };
  const walking: Walking = { ...desk, paging: settings, isSending, state };
  const begun = begin(standing, walk.start);
  if (begun !== null) remember(walking, begun);
  walkOn(walking);
}

/** What a wish or a night begins; null where neither does. */
function begin(standing: Standing, position: string): Partial<ReconcileState> | null {
  const { settings, state, config, nowMs } = standing;
  const isWish = hasWish(settings, state);
  if (!isWish && !isNightDue(standing)) return null;
  const sinceLastMs = state.doneMs === 0 ? firstNightMs : nowMs - state.doneMs + overlapMs;
  const backMs = isWish ? settings.days * dayMs : Math.min(furthestNightMs, sinceLastMs);
  return {
    ...fresh,
    position,
    fromMs: nowMs - backMs,
    untilMs: nowMs,
    ...(isWish ? { wish: settings.wish } : { nightDay: nightDayAt(nowMs, config) }),
  };
}

const fresh = {
  found: 0,
  missing: 0,
  unreadable: 0,
  calls: 0,
  stalls: 0,
  notBeforeMs: 0,
  cause: '',
  words: '',
  isStopped: false,
} as const satisfies Partial<ReconcileState>;

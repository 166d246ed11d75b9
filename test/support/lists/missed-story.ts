import { scriptStore } from '../../../src/cli/connections';
import { saveApiAccess, saveApiToken } from '../../../src/settings/api-access';
import { reconcileSettingsFrom, saveReconcileSettings } from '../../../src/settings/missed';
import {
  reconcileStateFrom,
  type ReconcileState,
} from '../../../src/sync/reconcile/reconcile-state';
import { createVirtualClock } from '../../../src/twin/runtime/clock';
import type { TwinOptions } from '../../../src/twin/start-twin';
import { passMinutes, startPlantao, type Plantao } from '../plantao';
import { randomFrom } from '../random';
import { differences, shownRows } from '../reconciled';
import { rewriteTo, serveStrictly, type StrictServer } from '../strict-server';
import { untilWalked } from '../until-walked';
import type { ListedPlatform } from './platform';

/** The built app beside a platform that lists what it has sent. */
interface PlantaoWithLists {
  readonly plantao: Plantao;
  readonly servers: readonly StrictServer[];
  /** As a person who clicks on the page; `days` back. */
  wish(days: number): void;
  minutes(count?: number): Promise<void>;
  state(): ReconcileState;
  /** Minutes until the walk is done; an error when that takes too long. */
  untilDone(): Promise<ReconcileState>;
  stop(): Promise<void>;
}

async function startWithLists(
  platform: ListedPlatform,
  nowMs: number,
  options: Partial<TwinOptions> = {},
): Promise<PlantaoWithLists> {
  const clock = createVirtualClock(nowMs);
  const served = await Promise.all(
    Object.entries(platform.hosts).map(
      async ([host, answer]) => [host, await serveStrictly(answer)] as const,
    ),
  );
  const rewrite = rewriteTo(new Map(served));
  const plantao = await startPlantao({ clock, services: { urlFetch: { rewrite } }, ...options });
  const { properties } = plantao.twin.services;
  const { connection, access, token } = platform;
  const set = (key: string, value: string): void => {
    properties.write(scriptStore, [[key, value]]);
  };
  const all = (): Readonly<Record<string, string>> =>
    Object.fromEntries(properties.entries(scriptStore));
  saveApiAccess({ set }, connection, access);
  saveApiToken({ set }, connection, token);
  for (const [key, value] of Object.entries(platform.properties ?? {})) set(key, value);
  const desk: PlantaoWithLists = {
    plantao,
    servers: served.map(([, server]) => server),
    wish: (days) => {
      const settings = reconcileSettingsFrom(all(), connection);
      saveReconcileSettings({ set }, connection, { ...settings, days, wish: settings.wish + 1 });
    },
    minutes: (count = 1) => passMinutes(plantao.twin, clock, count),
    state: () => reconcileStateFrom(all(), connection),
    untilDone: () => untilWalked(desk, 2000),
    stop: async () => {
      await plantao.twin.stop();
      await Promise.all(desk.servers.map((server) => server.close()));
    },
  };
  return desk;
}

/** What a search has mended of a history of which a share was missed. */
export interface MissedStory {
  readonly dropped: number;
  readonly state: ReconcileState;
  /** Rows that differ from those of a workbook that missed nothing, in so far as the API can give them. */
  readonly left: readonly string[];
  /** The same of the workbook that missed nothing, before and after a search of its own. */
  readonly changed: readonly string[];
}

/** The same history is told to two workbooks, to one with a share of it dropped; both search. */
export async function tellMissed(
  platform: ListedPlatform,
  { seed, share, nowMs, days }: { seed: number; share: number; nowMs: number; days: number },
): Promise<MissedStory> {
  const whole = await startWithLists(platform, nowMs);
  const holed = await startWithLists(platform, nowMs);
  const random = randomFrom(seed + 1);
  let dropped = 0;
  const { connection, sent, canBeMissed, withheld, isMore = () => false } = platform;
  for (const [index, body] of sent.entries()) {
    await whole.plantao.post(connection, body);
    if (random() < share && canBeMissed(body)) dropped += 1;
    else await holed.plantao.post(connection, body);
    if (index % 200 === 199) await Promise.all([whole.minutes(), holed.minutes()]);
  }
  await whole.minutes(3);
  await holed.minutes(3);
  const shown = ({ plantao }: PlantaoWithLists) =>
    shownRows(plantao, withheld).filter((row) => !isMore(row));
  const told = shown(whole);
  holed.wish(days);
  whole.wish(days);
  const state = await holed.untilDone();
  await whole.untilDone();
  await holed.minutes(3);
  await whole.minutes(3);
  const left = differences(told, shown(holed));
  const changed = differences(told, shown(whole));
  await Promise.all([whole.stop(), holed.stop()]);
  return { dropped, state, left, changed };
}

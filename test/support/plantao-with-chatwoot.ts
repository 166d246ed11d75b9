import { scriptStore } from '../../src/cli/connections';
import { saveApiAccess, saveApiToken } from '../../src/settings/api-access';
import { reconcileSettingsFrom, saveReconcileSettings } from '../../src/settings/missed';
import { reconcileStateFrom, type ReconcileState } from '../../src/sync/reconcile/reconcile-state';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { TwinOptions } from '../../src/twin/start-twin';
import { passMinutes, startPlantao, type Plantao } from './plantao';
import { ask, begin } from './strict-chatwoot/acts';
import { makeAccount, type Account } from './strict-chatwoot/account';
import { answer, type Version } from './strict-chatwoot/answer';
import { serveStrictly, type StrictServer } from './strict-server';
import { untilWalked } from './until-walked';

/** The built app beside a strict Chatwoot on loopback. */
export interface PlantaoWithChatwoot {
  readonly plantao: Plantao;
  readonly account: Account;
  readonly server: StrictServer;
  version: Version;
  /** As a person who clicks on the page; `days` back. */
  wish(days: number): void;
  /** So many minutes pass, each with its trigger. */
  minutes(count?: number): Promise<void>;
  /** Five in the morning of the next day, by the sheet's clock. */
  nextNight(): void;
  /** Minutes until the walk is done; an error when that takes too long. */
  untilDone(): Promise<ReconcileState>;
  state(): ReconcileState;
  stop(): Promise<void>;
}

/** A Monday, 12:00 in São Paulo. */
export const startMs = Date.UTC(2026, 9, 5, 15);
const host = 'chat.example.com';
const mostMinutes = 60;

export async function startWithChatwoot(
  options: Partial<TwinOptions> = {},
  account: Account = makeAccount(),
): Promise<PlantaoWithChatwoot> {
  const clock = createVirtualClock(startMs);
  const server = await serveStrictly((call) => answer(account, call, desk.version));
  const rewrite = (url: URL): URL =>
    url.hostname === host ? new URL(url.pathname + url.search, server.url) : url;
  const plantao = await startPlantao({ clock, services: { urlFetch: { rewrite } }, ...options });
  const { properties } = plantao.twin.services;
  const store = {
    set: (key: string, value: string): void => {
      properties.write(scriptStore, [[key, value]]);
    },
  };
  const all = (): Readonly<Record<string, string>> =>
    Object.fromEntries(properties.entries(scriptStore));
  saveApiAccess(store, 'evolvy', { baseUrl: `https://${host}`, accountId: String(account.id) });
  saveApiToken(store, 'evolvy', account.token);
  const desk: PlantaoWithChatwoot = {
    plantao,
    account,
    server,
    version: '4.15',
    wish: (days) => {
      const settings = reconcileSettingsFrom(all(), 'evolvy');
      saveReconcileSettings(store, 'evolvy', { ...settings, days, wish: settings.wish + 1 });
    },
    minutes: (count = 1) => passMinutes(plantao.twin, clock, count),
    nextNight: () => clock.moveTo(startMs + 14 * 3_600_000),
    state: () => reconcileStateFrom(all(), 'evolvy'),
    untilDone: () => untilWalked(desk, mostMinutes),
    stop: async () => {
      await plantao.twin.stop();
      await server.close();
    },
  };
  return desk;
}

/** The same, where a contact has written once and no webhook has told. */
export async function startWithOneMessage(): Promise<PlantaoWithChatwoot> {
  const desk = await startWithChatwoot();
  const one = begin(desk.account, startMs - 60_000, 'Maria de Fátima');
  ask(one, 'Bom dia', startMs - 59_000);
  return desk;
}

import { readWeniSettings, type WeniSettings } from '../../src/settings/weni';
import type { Outcome } from '../../src/panel/outcome';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { TwinOptions } from '../../src/twin/start-twin';
import { askPanel, valueOf } from './ask-panel';
import { passMinutes, startPlantao, type Plantao } from './plantao';
import { listenAsWeni, type StrictWeni } from './strict-weni/listen';
import { goodToken, makeWorkspace, type SeenCall, type Workspace } from './strict-weni/workspace';

/** The built app beside a strict Weni on loopback, both on the clock of the test. */
export interface PlantaoWithWeni {
  readonly plantao: Plantao;
  readonly workspace: Workspace;
  readonly weni: StrictWeni;
  /** Saves settings, on unless told otherwise; gives what the page says. */
  save(changes?: Partial<WeniSettings>): Promise<Outcome<unknown>>;
  ask(action: string, ...args: readonly string[]): Promise<Outcome<unknown>>;
  /** So many minutes pass, each with its trigger. */
  minutes(count?: number): Promise<void>;
  /** The calls since it was last asked. */
  newCalls(): readonly SeenCall[];
  stop(): Promise<void>;
}

/** A Monday, 12:00 in São Paulo. */
const startMs = Date.UTC(2026, 9, 5, 15);

export async function startWithWeni(options: Partial<TwinOptions> = {}): Promise<PlantaoWithWeni> {
  const clock = createVirtualClock(startMs);
  const workspace = makeWorkspace({ now: () => clock.now() });
  const weni = await listenAsWeni(workspace);
  const rewrite = (url: URL): URL =>
    url.hostname === 'flows.weni.ai' ? new URL(url.pathname + url.search, weni.url) : url;
  const plantao = await startPlantao({ clock, services: { urlFetch: { rewrite } }, ...options });
  let heard = 0;
  const desk: PlantaoWithWeni = {
    plantao,
    workspace,
    weni,
    ask: (action, ...args) => askPanel(plantao.twin, action, ...args),
    save: async (changes = {}) => {
      valueOf(await desk.ask('keepWeniToken', goodToken));
      const settings = { ...readWeniSettings(undefined), isOn: true, ...changes };
      return desk.ask('saveWeni', JSON.stringify(settings));
    },
    minutes: (count = 1) => passMinutes(plantao.twin, clock, count),
    newCalls: () => {
      const fresh = workspace.calls.slice(heard);
      heard = workspace.calls.length;
      return fresh;
    },
    stop: async () => {
      await plantao.twin.stop();
      await weni.close();
    },
  };
  return desk;
}

import type { Outcome } from '../../../src/panel/outcome';
import { scriptStore } from '../../../src/cli/connections';
import { createVirtualClock, type VirtualClock } from '../../../src/twin/runtime/clock';
import { askPanel } from '../ask-panel';
import { passMinutes, startPlantao, type Plantao } from '../plantao';
import { serveStrictly, type Reply, type SeenCall, type Trouble } from '../strict-server';

/** The built app beside one server of somebody else's, whose every mishap the test brings about. */
export interface Outside {
  readonly plantao: Plantao;
  readonly clock: VirtualClock;
  /** What the server was asked. */
  readonly calls: readonly SeenCall[];
  /** What reached a host to which a redirect leads. */
  readonly strangers: readonly SeenCall[];
  /** `refused`: nobody listens at the address. */
  trouble: Trouble | 'refused' | null;
  ask(action: string, ...args: readonly string[]): Promise<Outcome<unknown>>;
  store(key: string, value: string): void;
  minutes(count?: number): Promise<void>;
  stop(): Promise<void>;
}

/** A Monday, 12:00 in São Paulo. */
const startMs = Date.UTC(2026, 9, 5, 15);
/** A second of a time-out: 15 of them are long enough for a loopback server, and short enough for a test. */
const secondMs = 60;
/** No one listens there. */
const closedPort = 'http://127.0.0.1:1';

export async function startOutside(
  host: string,
  answer: (call: SeenCall) => Reply,
): Promise<Outside> {
  const clock = createVirtualClock(startMs);
  const server = await serveStrictly(answer);
  const stranger = await serveStrictly(() => ({ status: 200, body: {} }));
  const state: { trouble: Outside['trouble'] } = { trouble: null };
  server.trouble = (call) => (typeof state.trouble === 'function' ? state.trouble(call) : null);
  const rewrite = (url: URL): URL => {
    const own = state.trouble === 'refused' ? closedPort : server.url;
    return new URL(url.pathname + url.search, url.hostname === host ? own : stranger.url);
  };
  const plantao = await startPlantao({ clock, services: { urlFetch: { rewrite, secondMs } } });
  return Object.assign(state, {
    plantao,
    clock,
    calls: server.calls,
    strangers: stranger.calls,
    ask: (action: string, ...args: readonly string[]) => askPanel(plantao.twin, action, ...args),
    store: (key: string, value: string): void => {
      plantao.twin.services.properties.write(scriptStore, [[key, value]]);
    },
    minutes: (count = 1) => passMinutes(plantao.twin, clock, count),
    stop: async () => {
      await plantao.twin.stop();
      await Promise.all([server.close(), stranger.close()]);
    },
  });
}

import type { Outcome } from '../../src/panel/outcome';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { TwinOptions } from '../../src/twin/start-twin';
import { askPanel, valueOf } from './ask-panel';
import { passMinutes, startPlantao, type Plantao } from './plantao';
import { serveEvolvy, type StrictEvolvy } from './strict-apis/evolvy';
import { servePlug, type StrictPlug } from './strict-apis/plug';
import { chatsToken, serveChats, type StrictChats } from './strict-apis/weni-chats';
import { rewriteTo, type StrictServer } from './strict-server';

/** The built app beside strict servers of the platforms that can be asked, all on the clock of the test. */
export interface PlantaoWithApis {
  readonly plantao: Plantao;
  readonly evolvy: StrictEvolvy;
  readonly plug: StrictPlug;
  readonly chats: StrictChats;
  ask(action: string, ...args: readonly string[]): Promise<Outcome<unknown>>;
  /** Gives the access of a connection and switches its asking on, every minute unless told otherwise. */
  switchOn(connection: AskedPlatform, minutes?: number): Promise<void>;
  /** So many minutes pass, each with its trigger. */
  minutes(count?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Connections of the sample are called as their platforms. */
type AskedPlatform = 'evolvy' | 'plug' | 'weni';

/** A Monday, 12:00 in São Paulo. */
export const startMs = Date.UTC(2026, 9, 5, 15);

export const goodAccess: Readonly<Record<AskedPlatform, readonly [string, string, string]>> = {
  evolvy: ['https://chat.example.com', '7', 'evolvy-token'],
  plug: ['https://www.plugchat.com.br', '42', 'plug-token'],
  weni: ['https://chats-engine.weni.ai', '', chatsToken],
};

export async function startWithApis(options: Partial<TwinOptions> = {}): Promise<PlantaoWithApis> {
  const clock = createVirtualClock(startMs);
  const [evolvy, plug, chats] = await Promise.all([serveEvolvy(), servePlug(), serveChats()]);
  const servers: ReadonlyMap<string, StrictServer> = new Map<string, StrictServer>([
    ['chat.example.com', evolvy],
    ['www.plugchat.com.br', plug],
    ['chats-engine.weni.ai', chats],
  ]);
  const rewrite = rewriteTo(servers);
  const plantao = await startPlantao({ clock, services: { urlFetch: { rewrite } }, ...options });
  const desk: PlantaoWithApis = {
    plantao,
    evolvy,
    plug,
    chats,
    ask: (action, ...args) => askPanel(plantao.twin, action, ...args),
    switchOn: async (connection, minutes = 1) => {
      valueOf(await desk.ask('keepAccess', connection, ...goodAccess[connection]));
      valueOf(await desk.ask('keepPolling', connection, 'yes', String(minutes)));
    },
    minutes: (count = 1) => passMinutes(plantao.twin, clock, count),
    stop: async () => {
      await plantao.twin.stop();
      await Promise.all([evolvy.close(), plug.close(), chats.close()]);
    },
  };
  return desk;
}

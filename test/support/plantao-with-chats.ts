import { createServer, type Server } from 'node:http';
import type { Outcome } from '../../src/panel/outcome';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import { askPanel } from './ask-panel';
import { startPlantao, type Plantao } from './plantao';

/** A message as a chat got it. */
interface SeenMessage {
  readonly host: string;
  readonly path: string;
  readonly body: unknown;
}

/** The built app beside chats on loopback, all on the clock of the test. */
export interface PlantaoWithChats {
  readonly plantao: Plantao;
  readonly clock: VirtualClock;
  readonly messages: SeenMessage[];
  /** What chats answer from now on: a status, and words. */
  answer: readonly [status: number, words: string];
  ask(action: string, ...args: readonly string[]): Promise<Outcome<unknown>>;
  /** So many minutes pass, each with its trigger. */
  minutes(count?: number): Promise<void>;
  stop(): Promise<void>;
}

export const chatUrls = {
  google: 'https://chat.googleapis.com/v1/spaces/AAAA1/messages?key=chave-1&token=segredo-1',
  slack: 'https://hooks.slack.com/services/T1/B1/segredo2',
  teams:
    'https://default1.22.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1/triggers/manual/paths/invoke?api-version=1&sig=segredo-3',
} as const;

/** A Monday, 12:00 in São Paulo. */
const startMs = Date.UTC(2026, 9, 5, 15);

/** Starts both; every host but loopback leads to the chats. */
export async function startWithChats(): Promise<PlantaoWithChats> {
  const clock = createVirtualClock(startMs);
  const messages: SeenMessage[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => (body += String(part)));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback');
      const host = url.searchParams.get('really') ?? '';
      messages.push({ host, path: url.pathname, body: JSON.parse(body) });
      response.writeHead(desk.answer[0]).end(desk.answer[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rewrite = (url: URL): URL =>
    url.hostname === '127.0.0.1'
      ? url
      : new URL(`${url.pathname}?really=${url.hostname}`, addressOf(server));
  const plantao = await startPlantao({ clock, services: { urlFetch: { rewrite } } });
  const desk: PlantaoWithChats = {
    plantao,
    clock,
    messages,
    answer: [200, 'ok'],
    ask: (action, ...args) => askPanel(plantao.twin, action, ...args),
    minutes: async (count = 1) => {
      for (let minute = 0; minute < count; minute += 1) {
        clock.moveTo(clock.now() + 60_000);
        await plantao.twin.run('sweep_', [], 'trigger');
      }
    },
    stop: async () => {
      await plantao.twin.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return desk;
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

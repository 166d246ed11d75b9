import type { Plantao } from './plantao';
import { makeReaper } from './dying-runs';
import { startWithApis, type PlantaoWithApis } from './plantao-with-apis';
import { evolvyAgent } from './strict-apis/evolvy';
import type { PlugOperator } from './strict-apis/plug';

export interface PollCrashes {
  /**
   * Again and again an operator of PlugChat and an agent of Evolvy change, and the run that hears of it dies at one of its calls: every
   * so manieth of them. Every other time the operator changes back before anybody asks again. Gives how many runs died.
   * @throws {Error} when a change is missing or stands twice once all has come to rest
   */
  tryMoments(every: number): Promise<number>;
  stop(): Promise<void>;
}

/** Longer than a lease, and than the first waits after a failure. */
const minutesToRest = 4;

export async function openPollCrashes(): Promise<PollCrashes> {
  const reaper = makeReaper();
  const desk = await startWithApis({ seam: reaper.seam });
  const carla = evolvyAgent(1, 'Carla');
  desk.evolvy.account.agents = [carla];
  await desk.switchOn('evolvy');
  await desk.switchOn('plug');
  const ana: PlugOperator = { id: 'op1', name: 'Ana', state: 'offline', lastChanged: 0 };
  desk.plug.account.operators = [ana];
  let round = 0;
  const changeAna = (): void => {
    ana.state = ana.state === 'online' ? 'offline' : 'online';
    ana.lastChanged = desk.plantao.twin.clock.now();
  };
  const change = (): void => {
    round += 1;
    carla.availability_status = round % 2 === 0 ? 'busy' : 'online';
    changeAna();
  };
  change();
  await desk.minutes(2);
  return {
    tryMoments: async (every) => {
      let died = 0;
      for (let call = 0; ; call += every) {
        change();
        // Evolvy's change counts with the second answer.
        if (died % 4 === 2) await desk.minutes();
        reaper.await({ call, when: died % 3 === 0 ? 'after' : 'before' });
        await desk.minutes().catch(() => undefined);
        const isDead = reaper.rest();
        if (died % 2 === 1) changeAna();
        await desk.minutes(minutesToRest);
        judge(desk, round, { call, ana });
        if (!isDead) return died;
        died += 1;
      }
    },
    stop: () => desk.stop(),
  };
}

interface Round {
  readonly call: number;
  readonly ana: PlugOperator;
}

/** Rows of one agent tell another status each, and the last one is what the platform says now. */
function judge({ plantao }: PlantaoWithApis, rounds: number, { call, ana }: Round): void {
  const carlas = statusesOf(plantao, 'Carla');
  if (carlas.length !== rounds) throw new Error(`call ${call}: Carla ${carlas.join()}`);
  const anas = statusesOf(plantao, 'Ana');
  const wanted = {
    Ana: ana.state === 'online' ? 'Disponível' : 'Offline',
    Carla: rounds % 2 === 0 ? 'Em pausa' : 'Disponível',
  };
  const isTwice = anas.some((status, at) => status === anas[at - 1]);
  if (isTwice || anas[anas.length - 1] !== wanted.Ana)
    throw new Error(`call ${call}: Ana ${anas.join()}`);
  const now = plantao.shown('Agora').map((row) => `${row['Agente']} ${row['Situação']}`);
  if (now.sort().join() !== `Ana ${wanted.Ana},Carla ${wanted.Carla}`)
    throw new Error(`call ${call}: ${now.join()}`);
  const kept = [...plantao.twin.services.properties.entries('script').keys()];
  const left = kept.filter((key) => key.startsWith('polling.'));
  if (left.length > 0) throw new Error(`call ${call}: ${left.join()} is left`);
}

const statusesOf = (plantao: Plantao, agent: string): readonly string[] =>
  plantao
    .shown('Status dos agentes')
    .flatMap((row) => (row['Agente'] === agent ? [row['Situação'] ?? ''] : []));

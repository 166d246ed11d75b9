import { makeReaper, type Moment } from './dying-runs';
import { startWithChatwoot, type PlantaoWithChatwoot } from './plantao-with-chatwoot';
import { ana, type Account } from './strict-chatwoot/account';
import { ask, assign, begin, reply, setStatus } from './strict-chatwoot/acts';

export interface SearchCrashes {
  /**
   * Again and again two conversations are held of which no webhook comes, and the run that fetches them dies at one of its calls: every so
   * manieth of them. Gives how many runs died.
   * @throws {Error} when something is missing or stands twice once all has come to rest
   */
  tryMoments(every: number): Promise<number>;
  stop(): Promise<void>;
}

export async function openSearchCrashes(): Promise<SearchCrashes> {
  const reaper = makeReaper();
  const desk = await startWithChatwoot({ seam: reaper.seam });
  await desk.minutes();
  const tryMoment = async (moment: Moment): Promise<boolean> => {
    const nowMs = desk.plantao.twin.clock.now();
    hold(desk.account, nowMs - 120_000);
    hold(desk.account, nowMs - 110_500);
    desk.wish(1);
    reaper.await(moment);
    await desk.minutes().catch(() => undefined);
    const died = reaper.rest();
    if (desk.state().doneMs < nowMs) await desk.untilDone();
    await desk.minutes();
    const wrong = judge(desk);
    if (wrong !== null) throw new Error(`${moment.when} call ${moment.call}: ${wrong}`);
    return died;
  };
  return {
    tryMoments: async (every) => {
      for (let died = 0; ; died += 1) {
        const when = died % 2 === 0 ? 'before' : 'after';
        if (!(await tryMoment({ call: 3 + died * every, when }))) return died;
      }
    },
    stop: () => desk.stop(),
  };
}

/** One conversation from its beginning to its end. */
function hold(account: Account, atMs: number): void {
  const one = begin(account, atMs, 'Maria de Fátima');
  ask(one, 'Bom dia', atMs + 1100);
  assign(one, { to: ana, by: ana, atMs: atMs + 20_000 });
  reply(one, { agent: ana, content: 'Bom dia!' }, atMs + 30_200);
  setStatus(one, { status: 'resolved', by: ana, atMs: atMs + 60_700 });
}

function judge({ plantao, account }: PlantaoWithChatwoot): string | null {
  const ids = (title: string, column: string): string =>
    plantao
      .shown(title)
      .map((row) => row[column] ?? '')
      .sort()
      .join();
  const conversations = account.conversations.map(({ id }) => String(id)).sort();
  const messages = account.conversations.flatMap((one) =>
    one.messages.flatMap(({ id, type }) => (type === 2 ? [] : [String(id)])),
  );
  const wanted: readonly (readonly [string, string, readonly string[]])[] = [
    ['Conversas', 'Conversa', conversations],
    ['Atendimentos', 'Atendimento', conversations.map((id) => `${id}#1`)],
    ['Mensagens', 'Mensagem', messages.sort()],
    ['Contatos', 'Contato', account.conversations.map(({ contact }) => String(contact.id)).sort()],
  ];
  const faults = wanted.flatMap(([title, column, keys]) => {
    const found = ids(title, column);
    return found === keys.join() ? [] : [`${title}: ${found} for ${keys.join()}`];
  });
  const open = plantao.shown('Atendimentos').filter((row) => row['Status'] !== 'Finalizado');
  if (open.length > 0) faults.push(`still open: ${JSON.stringify(open)}`);
  return faults[0] ?? null;
}

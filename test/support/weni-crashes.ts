import { makeReaper, type Moment } from './dying-runs';
import { startWithWeni, type PlantaoWithWeni } from './plantao-with-weni';
import type { StoredContact } from './strict-weni/workspace';

/** What is wrong after everything has come to rest; null when nothing is. */
type Verdict = string | null;

export interface CrashDesk {
  /**
   * Two contacts come, an earlier one changes, another one is deleted; the run that sends them dies at that moment. Says what is wrong once
   * all has come to rest, and whether the run got so far at all.
   */
  tryMoment(moment: Moment): Promise<{ readonly died: boolean; readonly verdict: Verdict }>;
  stop(): Promise<void>;
}

const phoneOf = (round: number, person: number): string =>
  `55119${String(70_000_000 + round * 10 + person)}`;

/** Longer than a lease, and than the first waits after a failure. */
const minutesToRest = 4;

export async function openCrashDesk(): Promise<CrashDesk> {
  const reaper = makeReaper();
  const desk = await startWithWeni({ seam: reaper.seam });
  await desk.save({
    deletes: true,
    groups: [{ name: 'Clientes', connectionId: '' }],
    fields: [{ source: 'createdAt', label: 'Desde', type: 'datetime' }],
  });
  await desk.minutes();
  let round = 0;
  const send = (person: number, event: string, name: string) =>
    desk.plantao.post(
      'generic',
      { event, id: `${round}-${person}`, name, phone: `+${phoneOf(round, person)}` },
      { webhook: 'contacts' },
    );
  return {
    tryMoment: async (moment) => {
      round += 1;
      await send(1, 'client.created', 'Antes');
      await send(2, 'client.created', 'Sai');
      await desk.minutes();
      await send(1, 'client.updated', 'Depois');
      await send(2, 'client.deleted', 'Sai');
      await send(3, 'client.created', 'Nova');
      await send(4, 'client.created', 'Novo');
      desk.newCalls();
      reaper.await(moment);
      await desk.minutes().catch(() => undefined);
      const died = reaper.rest();
      await desk.minutes(minutesToRest);
      return { died, verdict: judge(desk, round) };
    },
    stop: () => desk.stop(),
  };
}

function judge(desk: PlantaoWithWeni, round: number): Verdict {
  const { contacts, groups } = desk.workspace;
  const there = contacts.filter(({ status }) => status === 'active');
  const found = (person: number): readonly StoredContact[] =>
    there.filter(({ urns }) => urns.includes(`whatsapp:${phoneOf(round, person)}`));
  const isRight = ({ name, groups: mine, fields }: StoredContact, wanted: string): boolean =>
    name === wanted && mine.includes(groups[0]?.uuid ?? '') && fields['desde'] !== undefined;
  const wanted = [
    [1, 'Depois'],
    [3, 'Nova'],
    [4, 'Novo'],
  ] as const;
  for (const [person, name] of wanted) {
    const [contact, ...more] = found(person);
    if (contact === undefined || more.length > 0 || !isRight(contact, name))
      return `person ${person}: ${JSON.stringify(found(person))}`;
  }
  if (found(2).length > 0) return 'the deleted one is there';
  return judgeRows(desk, round) ?? judgeCalls(desk);
}

function judgeRows(desk: PlantaoWithWeni, round: number): Verdict {
  const rows = desk.plantao
    .shown('Contatos')
    .filter((row) => row['Contato']?.startsWith(`${round}-`));
  const states = rows.map((row) => [row['Contato']?.split('-')[1], row['Weni situação']].join(' '));
  const wanted = ['1 Enviado', '2 Excluído na Weni', '3 Enviado', '4 Enviado'];
  return states.sort().join() === wanted.join() ? null : states.join();
}

/** A call whose result was lost with the run is made once more, and no further time. */
function judgeCalls(desk: PlantaoWithWeni): Verdict {
  const counts = new Map<string, number>();
  for (const { method, path, query, body } of desk.newCalls()) {
    const call = [method, path, JSON.stringify(query), body].join(' ');
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  const often = [...counts].find(([, count]) => count > 2);
  return often === undefined ? null : `${often[1]} times ${often[0]}`;
}

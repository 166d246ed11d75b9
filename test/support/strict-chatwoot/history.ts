import { randomFrom } from '../random';
import { ana, bruno, type Account, type Agent, type Conversation } from './account';
import { ask, assign, begin, label, progress, reply, setStatus } from './acts';

interface Play {
  readonly account: Account;
  readonly random: () => number;
  atMs: number;
}

const people = ['Maria de Fátima', 'João Alves', 'Lúcia Ramos', 'Pedro Nunes', 'Rita Gomes'];

/** Days of a team: so many conversations, each with a life of its own; ends at the time given. */
export function playHistory(
  account: Account,
  {
    count,
    seed,
    startMs,
  }: { readonly count: number; readonly seed: number; readonly startMs: number },
): number {
  const play: Play = { account, random: randomFrom(seed), atMs: startMs };
  const open: Conversation[] = [];
  for (let index = 0; index < count; index += 1) {
    later(play);
    const one = begin(account, play.atMs, people[index % people.length] ?? '');
    later(play, 900);
    ask(one, `Olá, pedido ${index}`, play.atMs);
    open.push(one);
    const turns = 1 + Math.floor(play.random() * 3);
    for (let turn = 0; turn < turns; turn += 1) live(play, pick(play, open) ?? one);
  }
  for (const one of open) live(play, one);
  return play.atMs;
}

const later = (play: Play, mostMs = 90_000): void => {
  play.atMs += 137 + Math.floor(play.random() * mostMs);
};

const pick = <T>({ random }: Play, items: readonly T[]): T | undefined =>
  items[Math.floor(random() * items.length)];

/** One of the things that happen to a conversation. */
function live(play: Play, one: Conversation): void {
  const { random } = play;
  const agent: Agent = random() < 0.5 ? ana : bruno;
  later(play);
  const act = Math.floor(random() * 9);
  if (one.status === 'resolved') {
    if (act < 5) ask(one, 'Mais uma coisa', play.atMs);
    else if (act < 7) setStatus(one, { status: 'open', by: agent, atMs: play.atMs });
    return;
  }
  if (act < 3) answerIt(play, one, agent);
  else if (act === 3) ask(one, 'E então?', play.atMs);
  else if (act === 4) assign(one, { to: agent, by: random() < 0.5 ? agent : ana, atMs: play.atMs });
  else if (act === 5) label(one, ['vip', `n${Math.floor(random() * 3)}`], play.atMs);
  else if (act === 6)
    reply(one, { agent, content: 'Nota para a equipe', isPrivate: true }, play.atMs);
  else setStatus(one, { status: drawStatus(play), by: agent, atMs: play.atMs });
}

function drawStatus({ random }: Play): Conversation['status'] {
  const drawn = random();
  if (drawn < 0.1) return 'pending';
  return drawn < 0.2 ? 'snoozed' : 'resolved';
}

function answerIt(play: Play, one: Conversation, agent: Agent): void {
  const { random } = play;
  const message = reply(one, { agent, content: `Resposta de ${agent.name}` }, play.atMs);
  if (random() < 0.6) {
    later(play, 3000);
    const status = random() < 0.1 ? 'failed' : 'delivered';
    progress(one, message, { status, atMs: play.atMs });
    if (status === 'delivered' && random() < 0.6) {
      later(play, 3000);
      progress(one, message, { status: 'read', atMs: play.atMs });
    }
  }
  if (random() < 0.05) {
    later(play, 3000);
    progress(one, message, { isDeleted: true, atMs: play.atMs });
  }
}

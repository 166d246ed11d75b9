import type { Reply } from '../strict-server';
import { randomFrom } from '../random';

/** A Treble account: its sessions, and the bodies that its webhooks have sent. Times are epoch ms. */
export interface TrebleAccount {
  readonly token: string;
  readonly flows: readonly { readonly id: number; readonly name: string }[];
  readonly sessions: Session[];
  readonly sent: object[];
}

interface Session {
  readonly id: string;
  readonly flow: number;
  readonly cellphone: string;
  readonly createdMs: number;
  closedMs: number | null;
  readonly messages: Message[];
}

interface Message {
  readonly side: 'user' | 'company';
  readonly text: string;
  readonly atMs: number;
  deliveredMs: number | null;
  readMs: number | null;
}

const spaced = (atMs: number): string =>
  new Date(atMs).toISOString().replace('T', ' ').slice(0, 19);
const micro = (atMs: number): string =>
  `${new Date(atMs).toISOString().replace('T', ' ').slice(0, 23)}417`;
const seconds = (atMs: number | null): number | null =>
  atMs === null ? null : Math.floor(atMs / 1000);

const common = ({ id, flow, cellphone }: Session) => ({
  country_code: '+55',
  cellphone,
  session_id: id,
  conversation_id: flow,
  user_session_keys: [],
});

/** So many sessions with flows that ask and people who answer; most of them end. */
export function playSessions(count: number, seed: number, startMs: number): TrebleAccount {
  const account: TrebleAccount = {
    token: 'chave-da-treble-0123456789',
    flows: [
      { id: 7, name: 'Boas-vindas' },
      { id: 8, name: 'Vazio' },
      { id: 9, name: 'Pesquisa' },
    ],
    sessions: [],
    sent: [],
  };
  const random = randomFrom(seed);
  let atMs = startMs;
  const later = (): number => (atMs += 1137 + Math.floor(random() * 60_000));
  for (let index = 0; index < count; index += 1) {
    const session: Session = {
      id: `d2fa98d29a2670dfa119335df1b0371720d674f1677302aba2${String(100_000 + index)}`,
      flow: random() < 0.5 ? 7 : 9,
      cellphone: `119${String(80_000_000 + index)}`,
      createdMs: later(),
      closedMs: null,
      messages: [],
    };
    account.sessions.push(session);
    const turns = 1 + Math.floor(random() * 4);
    for (let turn = 0; turn < turns; turn += 1) askIn(account, session, { turn, random, later });
    if (random() < 0.9) {
      if (random() < 0.3) repeatLast(session);
      close(account, session, random() < 0.5 ? later() : sameSecond(atMs));
    }
  }
  return account;
}

const sameSecond = (atMs: number): number => Math.floor(atMs / 1000) * 1000 + 999;

/** The same words twice in one second, as two taps on a button make them; no event of the flow tells of the second. */
function repeatLast({ messages }: Session): void {
  const last = messages[messages.length - 1];
  if (last !== undefined) messages.push({ ...last });
}

interface Course {
  readonly turn: number;
  readonly random: () => number;
  readonly later: () => number;
}

function askIn(account: TrebleAccount, session: Session, { turn, random, later }: Course): void {
  const question: Message = {
    side: 'company',
    text: `Pergunta ${turn}: tudo bem?`,
    atMs: later(),
    deliveredMs: null,
    readMs: null,
  };
  session.messages.push(question);
  const sent = { ...common(session), sent_at: micro(question.atMs), sent_text: question.text };
  const asked = { type: 'open', text: question.text };
  question.deliveredMs = later();
  account.sent.push({ ...sent, question: asked, delivered_at: micro(question.deliveredMs) });
  if (random() < 0.7) {
    question.readMs = later();
    account.sent.push({ ...sent, question: asked, read_at: micro(question.readMs) });
  }
  if (random() < 0.7) {
    const answer: Message = {
      side: 'user',
      text: `Resposta ${turn}`,
      atMs: later(),
      deliveredMs: null,
      readMs: null,
    };
    session.messages.push(answer);
    account.sent.push({
      ...sent,
      question: { ...asked, answers: [] },
      responded_at: micro(answer.atMs),
      actual_response: answer.text,
    });
  }
}

function close(account: TrebleAccount, session: Session, atMs: number): void {
  session.closedMs = atMs;
  const time = (moment: number | null): string | null => (moment === null ? null : spaced(moment));
  account.sent.push({
    session: { external_id: session.id, closed_at: spaced(atMs) },
    user: { country_code: '+55', cellphone: session.cellphone },
    company: { id: 1, cellphone: '5511900000000' },
    messages: [...session.messages].reverse().map((message) => ({
      sender: message.side,
      type: 'text',
      text: { message: message.text },
      created_at: spaced(message.atMs),
      delivered_at: time(message.deliveredMs),
      read_at: time(message.readMs),
    })),
    user_session_keys: [],
  });
}

interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Answers as the documents of the API say, with pages of a few sessions. */
export function answerAsTreble(
  account: TrebleAccount,
  { path, query }: Asked,
  perPage = 1000,
): Reply {
  const notFound = { status: 404, body: { error: 'NOT_FOUND', message: 'Not found' } };
  if (path === 'poll/api/all') return { status: 200, body: account.flows };
  const flow = /^devapi\/poll\/(\d+)\/sessions$/.exec(path)?.[1];
  if (flow !== undefined) return listSessions(account, flow, { query, perPage });
  const id = /^devapi\/session\/([\w-]+)\/history$/.exec(path)?.[1];
  const session = account.sessions.find((one) => one.id === id);
  return session === undefined ? notFound : { status: 200, body: session.messages.map(toHistory) };
}

function listSessions(
  account: TrebleAccount,
  flow: string,
  { query, perPage }: Pick<Asked, 'query'> & { readonly perPage: number },
): Reply {
  const since = Number(query['since'] ?? 0) * 1000;
  const until = Number(query['until'] ?? 1e11) * 1000;
  const all = account.sessions.filter(
    (one) => String(one.flow) === flow && one.createdMs >= since && one.createdMs <= until,
  );
  const from = all.findIndex(({ id }) => id === query['after']) + 1;
  const count = Math.min(perPage, Number(query['limit'] ?? 1000));
  const results = all.slice(from, from + count);
  const last = results[results.length - 1];
  return {
    status: 200,
    body: {
      results: results.map(({ id, createdMs, closedMs, cellphone }) => ({
        id,
        created_at: micro(createdMs),
        finished_at: closedMs === null ? null : micro(closedMs),
        user: { country_code: '+55', cellphone },
      })),
      ...(last === undefined || from + count >= all.length ? {} : { next_id: last.id }),
    },
  };
}

const toHistory = ({ side, text, atMs, deliveredMs, readMs }: Message) => ({
  type: 'MESSAGE',
  message: {
    type: 'TEXT',
    sender: side === 'user' ? 'USER' : 'AI',
    text,
    file_url: null,
    created_at: seconds(atMs),
    delivered_at: seconds(deliveredMs),
    read_at: seconds(readMs),
    extra: null,
  },
});

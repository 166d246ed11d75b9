import { agentStatus } from './plantao';

/** Senders at work; `answered` holds the ids that got OK, `others` what else was answered, by status. */
export interface Senders {
  readonly answered: ReadonlySet<string>;
  readonly others: ReadonlyMap<number, string>;
  /** Fulfilled when the process is gone or all have been sent. */
  readonly done: Promise<unknown>;
}

/** Six senders post one agent after the other until the process is gone. `name` makes the events as long as a test wants them. */
export function sendAgents(url: string, name = 'João Alves'): Senders {
  const answered = new Set<string>();
  const others = new Map<number, string>();
  let next = 0;
  const send = async (): Promise<void> => {
    for (let id = next++; id < 5_000; id = next++) {
      const answer = await fetch(`${url}/macros/s/AKfycbTwin/exec?k=huggy.exemplo-local&w=main`, {
        method: 'POST',
        body: JSON.stringify(agentStatus({ agents: [{ id, name }] })),
      });
      const text = await answer.text();
      if (text === 'OK') answered.add(String(id));
      else others.set(answer.status, text);
    }
  };
  return { answered, others, done: Promise.allSettled(Array.from({ length: 6 }, send)) };
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const listIn = (value: unknown, name: string): readonly unknown[] =>
  asArray(Reflect.get(Object(value), name));

/** Ids of the agents in the log of statuses, after the sweep has written what waited. */
export async function readAgentIds(url: string): Promise<readonly string[]> {
  for (let run = 0; run < 5; run += 1) {
    await fetch(`${url}/api/run/sweep_`, { method: 'POST', body: '[]' });
  }
  const answer = await fetch(`${url}/api/sheets/${encodeURIComponent('Status dos agentes')}`);
  const sheet: unknown = await answer.json();
  const column = listIn(sheet, 'header').indexOf('ID do agente');
  return listIn(sheet, 'values').map((row) => String(asArray(row)[column]));
}

import { describe, expect, it } from '@jest/globals';
import { startInProcess, type InProcess } from '../../../support/in-process';
import { agentStatus } from '../../../support/plantao';

const status = (id: number): object =>
  agentStatus({ time: 1_790_000_000 + id, agents: [{ id, name: `Agente ${id}` }] });

const agentStatusOf = (id: number): { readonly messages: object } => {
  const body = status(id);
  const messages: unknown = Reflect.get(body, 'messages');
  return { ...body, messages: typeof messages === 'object' && messages !== null ? messages : {} };
};

const health = (desk: InProcess): Readonly<Record<string, unknown>> =>
  desk.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy') ?? {};

describe('the counts of Saúde', () => {
  it('Escritos counts every request that brought rows, though a part of it failed or is unknown', () => {
    const partly = (id: number, more: object): object => {
      const { messages, ...rest } = agentStatusOf(id);
      return { ...rest, messages: { ...messages, ...more } };
    };
    const desk = startInProcess();
    desk.post('huggy', status(1));
    desk.post('huggy', partly(2, { novoEvento: [{ id: 1 }] }));
    desk.post('huggy', partly(3, { agentEntered: [{ id: { a: 1 } }] }));
    desk.post('huggy', { ...status(4), messages: { novoEvento: [{ id: 1 }] } });
    desk.post('huggy', partly(2, { novoEvento: [{ id: 1 }] }));
    desk.sweep();
    expect(desk.rows('Agora')).toHaveLength(3);
    const counts = { Recebidos: 5, Escritos: 3, Repetidos: 0, Desconhecidos: 3, 'Em risco': 1 };
    expect(health(desk)).toMatchObject(counts);
    for (const _time of [1, 2]) desk.ask('replay', 'all', '0');
    desk.sweep();
    expect(health(desk)).toMatchObject(counts);
  });
});

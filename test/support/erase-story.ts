import { expect } from '@jest/globals';
import { templatePost } from '../../src/cli/demo/bodies/treble';
import { dataTabTitles } from './data-tabs';
import { erase, find, hold, othersOf, send, tracesIn } from './erasing';
import { startInProcess, type InProcess } from './in-process';
import { totalsLines } from './totals-lines';
import { drawTraffic } from './traffic';

/**
 * People write on every platform; one of them is found, shown and erased, and then everything comes once more. Nothing of that person is
 * left, everybody else's rows are as they were, and so are the counts. Gives what told of the person before.
 */
export function liveAndErase(seed: string): readonly string[] {
  const traffic = drawTraffic(seed);
  const { person } = traffic;
  const desk = startInProcess();
  const sweep = (): void => {
    for (let run = 0; run < 2; run += 1) desk.sweep();
  };
  send(desk, traffic);
  sweep();
  const traces = [...traffic.traces, tellTemplate(desk, person.phone)];
  const [others, totals] = [othersOf(desk, traces), totalsLines(desk)];
  const known = tracesIn(desk, traces);
  expect(totals.length).toBeGreaterThan(10);
  const held = JSON.stringify(hold(desk, person.phone));
  for (const told of [person.name, person.email, person.phone, 'Conversas', 'Diário'])
    expect(held).toContain(told);
  erase(desk, '(11) 90007-7123');
  for (const query of [String(person.id), person.name, person.email])
    expect(find(desk, query)).toEqual([]);
  expect(tracesIn(desk, traces)).toEqual([]);
  expect(othersOf(desk, traces)).toEqual(others);
  desk.sweep();
  expect(totalsLines(desk)).toEqual(totals);
  // What comes again is masked, and told to be the same.
  const count = () => dataTabTitles.map((title) => [title, desk.rows(title).length]);
  const before = count();
  send(desk, traffic);
  desk.ask('replay', 'all', '0');
  sweep();
  expect(tracesIn(desk, traces)).toEqual([]);
  expect(count()).toEqual(before);
  expect(totalsLines(desk)).toEqual(totals);
  expect(desk.rows('Privacidade')).toHaveLength(1);
  return known;
}

/** A template tells which conversations it reached: the person's is one of them. Gives its id. */
function tellTemplate(desk: InProcess, phone: string): string {
  const row = desk
    .rows('Conversas')
    .find(
      ({ Plataforma, Telefone }) => Plataforma === 'Treble' && String(Telefone).includes(phone),
    );
  const id = String(row?.['Conversa']);
  const { body, webhook } = templatePost(desk.nowMs, 'pedido_atualizado', 'PAUSED');
  const told = { ...body, affected_conversation_ids: [id, 'de-outra-pessoa'] };
  desk.post('treble', told, `k=treble.exemplo-local&w=${webhook}`);
  expect(JSON.stringify(desk.rows('Modelos'))).toContain(id);
  return id;
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../src/panel/search/finding';
import { search } from '../../../src/panel/search/search';
import { connectServices } from '../../../src/platform/connect';
import { valueOf } from '../../support/ask-panel';
import { fieldOf } from '../../support/field-of';
import { startInProcess, type InProcess } from '../../support/in-process';
import { agentStatus } from '../../support/plantao';

const client = (id: string, name: string, phone: string): object => ({
  event: 'client.created',
  client: { id, name, phone },
});

const contactsQuery = 'k=generic.exemplo-local&w=contacts';

/** A contact twice, others, an agent, and an event that failed. */
function fill(): InProcess {
  const desk = startInProcess();
  const ana = client('ana-77', 'Ânã Souza', '+55 11 98888-7777');
  desk.post('generic', ana, contactsQuery);
  desk.sweep();
  desk.post('generic', ana, contactsQuery);
  desk.post('generic', client('caio-9', 'Caio Lima', '+55 21 98888-7777'), contactsQuery);
  desk.post('huggy', agentStatus());
  desk.post('huggy', agentStatus({ agents: [{ id: { nested: true }, name: 'Ana de Sá' }] }));
  desk.sweep();
  return desk;
}

/** All steps of a search, as the page asks for them. */
function searchAll(desk: InProcess, typed: string): readonly Finding[] {
  const found: Finding[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor;
    const { findings, cursor: next } = valueOf(
      desk.execute(() => search(connectServices(), typed, from)),
    );
    found.push(...findings);
    cursor = next;
  }
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ heading, title }) => `${heading}: ${title}`);

describe('Procurar', () => {
  let desk: InProcess;
  beforeAll(() => {
    desk = fill();
  });

  it.each(['11 98888-7777', '5511988887777', '551188887777', 'ana-77', 'ana souza'])(
    'finds every row, event and repeated delivery by %s',
    (typed) => {
      expect(told(searchAll(desk, typed))).toEqual([
        'Contatos: Ânã Souza',
        'Entregas repetidas: client.created',
        'Eventos no Diário: client.created',
      ]);
    },
  );

  it('tells of a failure its cause in words, and leads to the cause and to the line', () => {
    const [failure] = searchAll(desk, 'ana de sa');
    expect(failure).toMatchObject({ kind: 'failure', heading: 'Falhas' });
    expect(failure?.facts.join(' ')).toContain('esperado: id');
    expect(failure?.places.map(({ name }) => name)).toEqual(['Falhas', 'Diário']);
  });

  it('tells no raw key, and every place leads to a cell of that row', () => {
    for (const { title, facts, places } of searchAll(desk, '98888-7777')) {
      expect([title, ...facts].join(' ')).not.toContain('|');
      for (const { tab, row, column, key } of places)
        expect(desk.ask('showCell', tab, String(row), String(column), key).kind).toBe('done');
    }
  });

  it('a row that was moved meanwhile is found again; one that is gone is told', () => {
    const [first] = searchAll(desk, 'ana-77');
    const [place] = first?.places ?? [];
    const moved = desk.ask('showCell', 'contacts', '9', '1', place?.key ?? '');
    expect(moved).toMatchObject({
      kind: 'done',
      sentence: `A planilha mostra Contatos, linha ${place?.row}.`,
    });
    expect(desk.ask('showCell', 'contacts', '2', '1', 'generic|nobody')).toMatchObject({
      kind: 'refused',
      sentence: 'Esta linha não está mais na aba. Procure de novo.',
    });
  });

  it('the hidden journal stays hidden: how to show it is said', () => {
    const event = searchAll(desk, 'ana-77').find(({ kind }) => kind === 'event');
    const { row, column, key } = event?.places[0] ?? { row: 0, column: 0, key: '' };
    const outcome = desk.ask('showCell', 'journal', String(row), String(column), key);
    expect(fieldOf(outcome, 'sentence')).toContain('Páginas ocultas');
  });

  it.each([
    ['too short a text', 'a', ''],
    ['a cursor of nowhere', 'ana', '99.0'],
    ['no cursor', 'ana', 'x'],
  ])('refuses %s in a sentence', (_what, typed, cursor) => {
    expect(desk.ask('search', typed, cursor)).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/\.$/),
    });
  });
});

describe('Procurar writes nothing and waits for nobody', () => {
  it.each([null, 'Contatos', 'Agora', 'Falhas', 'Diário'])('with the tab %s deleted', (title) => {
    const desk = fill();
    if (title !== null) desk.deleteTab(title);
    desk.occupyLock(true);
    const before = desk.everything();
    desk.lockWaits.length = 0;
    expect(() => searchAll(desk, 'ana souza')).not.toThrow();
    expect(desk.everything()).toEqual(before);
    expect(desk.lockWaits).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ApiQuestion, WalkContext } from '../../../../src/vendors/kit/api';
import { weniWalk } from '../../../../src/vendors/weni/api-walk';
import { weni } from '../../../../src/vendors/weni/weni';
import { randomFrom } from '../../../support/random';
import { differences, type Withheld } from '../../../support/reconciled';
import type { Reply } from '../../../support/strict-server';
import {
  answerPeople,
  answerRooms,
  playRooms,
  type WeniProject,
} from '../../../support/strict-weni/rooms';
import { fetched, received, rowsTold, type Told } from '../../../support/told-rows';
import { walkWhole } from '../../../support/walked';

const startMs = Date.UTC(2026, 9, 5, 12);
const seeds = Number(process.env['RECONCILE_SEEDS'] ?? 3);
/** What the API does not tell (docs/plataformas/weni.md), and how long ago something was, which goes on. */
const withheld: Withheld = { Conversas: ['Há', 'Equipe'] };

const answer =
  (project: WeniProject) =>
  ({ of, path, query = {} }: ApiQuestion): Reply =>
    of === 'flows'
      ? answerPeople(project, { path: `/api/v2/${path}`, query })
      : answerRooms(project, { path: `/${path}`, query });

/** The ids of contacts that these have told. */
function contactsIn(told: readonly Told[]): ReadonlySet<string> {
  const parts = told.flatMap(({ webhook, body }) =>
    weni.decode({ webhook, body, receivedAtMs: startMs }),
  );
  const facts = parts.flatMap((part) => (part.kind === 'event' ? part.event.facts : []));
  return new Set(facts.flatMap(({ entity, id }) => (entity === 'contact' ? [id] : [])));
}

const fetchAll = (
  project: WeniProject,
  told: readonly Told[],
  given: Partial<Omit<WalkContext, 'ask'>> = {},
) =>
  walkWhole(weniWalk, answer(project), {
    fromMs: startMs,
    untilMs: startMs + 86_400_000,
    apis: ['own', 'flows'],
    knownContacts: (ids) => new Set(ids.filter((id) => contactsIn(told).has(id))),
    ...given,
  });

const isRoom = (body: object): boolean => 'type' in body;
/** Rooms that have ended: of one that has not, no webhook tells. */
const isTold = (project: WeniProject, record: object): boolean =>
  project.rooms.every(
    ({ uuid, endedMs }) => endedMs !== null || !JSON.stringify(record).includes(uuid),
  );

describe('Weni: what was missed, fetched', () => {
  it.each(Array.from({ length: seeds }, (_unused, seed) => seed + 1))(
    'history %i, a fifth of what Chats sent dropped: the rows are as if nothing had been',
    (seed) => {
      const project = playRooms(25, seed, { startMs });
      const random = randomFrom(seed + 1);
      const heard = project.sent.filter((body) => !isRoom(body) || random() >= 0.2).map(received);
      const records = fetchAll(project, heard)
        .records.filter((record) => isTold(project, record))
        .map(fetched);
      const all = project.sent.map(received);
      const whole = rowsTold(weni, all, withheld);
      expect(heard.length).toBeLessThan(all.length);
      expect(differences(whole, rowsTold(weni, [...heard, ...records], withheld))).toEqual([]);
      expect(differences(whole, rowsTold(weni, [...all, ...records], withheld))).toEqual([]);
    },
  );

  it('rooms that are open are conversations with their agent, or in the queue', () => {
    const project = playRooms(60, 4, { startMs });
    const open = project.rooms.filter(({ endedMs }) => endedMs === null);
    const { records } = fetchAll(project, []);
    const rows = rowsTold(weni, records.map(fetched), withheld);
    for (const { uuid, agent } of open) {
      const row = rows
        .find((one) => one.startsWith('Conversas') && one.includes(uuid))
        ?.replaceAll("'", '');
      expect(row).toContain(agent === null ? 'Status Na fila' : 'Status Aberta');
      expect(row).toContain(agent === null ? '' : `Agente ${agent.first_name || agent.email}`);
    }
    expect(open.length).toBeGreaterThan(5);
  });

  it('pages of any size give the same rooms, and each once', () => {
    const project = playRooms(230, 5, { startMs });
    const [small, large] = [fetchAll(project, [], { most: 1 }), fetchAll(project, [])];
    const rooms = (records: readonly object[]) =>
      records.flatMap((record) => ('room' in record ? [JSON.stringify(record)] : [])).sort();
    expect(rooms(small.records)).toEqual(rooms(large.records));
    expect(rooms(large.records)).toHaveLength(project.rooms.length);
    expect(small.asked).toBeGreaterThan(large.asked);
  });

  it('rooms of before the window are fetched when they ended in it, or are open', () => {
    const project = playRooms(100, 6, { startMs });
    const fromMs = startMs + 3 * 3_600_000;
    const { records } = fetchAll(project, [], { fromMs, apis: ['own'] });
    const wanted = project.rooms.filter(
      ({ createdMs, endedMs }) => createdMs >= fromMs || endedMs === null || endedMs >= fromMs,
    );
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(wanted.length);
    expect(wanted.length).toBeLessThan(project.rooms.length);
  });
});

describe('Weni: who a fetched person is', () => {
  const contacts = (rows: readonly string[]) => rows.filter((row) => row.startsWith('Contatos'));

  it('a person who is known by the phone alone stays one row', () => {
    const project = playRooms(30, 7, { startMs, callsBack: false });
    const heard = project.sent.map(received);
    const { records } = fetchAll(project, heard);
    expect(records.length).toBeGreaterThan(30);
    const before = contacts(rowsTold(weni, heard, withheld));
    const after = contacts(rowsTold(weni, [...heard, ...records.map(fetched)], withheld));
    expect(after).toHaveLength(before.length);
  });

  it('who wrote while nobody listened is there by the phone, as the webhook would have told', () => {
    const project = playRooms(30, 8, { startMs, callsBack: false });
    const heard = project.sent.slice(0, 25).map(received);
    const { records } = fetchAll(project, heard, { apis: ['flows'] });
    const keys = (told: readonly Told[]) =>
      contacts(rowsTold(weni, told, { Contatos: ['Atualizado em'] }));
    const whole = keys(project.sent.map(received));
    expect(differences(whole, keys([...heard, ...records.map(fetched)]))).toEqual([]);
  });

  it('who never wrote is no new row while contacts are sent to Weni', () => {
    const project = playRooms(5, 9, { startMs });
    for (const person of project.people) person.seenMs = null;
    const sending = fetchAll(project, [], { apis: ['flows'], isSending: true });
    expect(sending.records).toEqual([]);
    expect(fetchAll(project, [], { apis: ['flows'] }).records).toHaveLength(5);
  });
});

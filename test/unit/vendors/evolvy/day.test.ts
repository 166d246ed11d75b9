import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EntityId, FieldsOf } from '../../../../src/events/fields';
import { episodesOf } from '../../../../src/projections/episodes';
import { readState } from '../../../../src/projections/read-state';
import { emptyState, joinStates, stateOf } from '../../../../src/projections/state';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { factsOf, receivedAtMs } from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { rowsAfter } from '../../../support/rows';

const day = listFixtures('evolvy').filter((name) => name.startsWith('v415_'));

/** What is known of one thing after these bodies arrived in this order. */
function knownOf<E extends EntityId>(entity: E, id: string, names: readonly string[]): FieldsOf<E> {
  const sayings = names.flatMap((name) =>
    factsOf(evolvy, readFixture(`evolvy/${name}`)).map((fact, index) => ({ fact, index, name })),
  );
  const state = sayings
    .filter(({ fact }) => fact.entity === entity && fact.id === id)
    .map(({ fact: { atMs, fields }, index, name }) =>
      stateOf(entity, {
        atMs: atMs ?? receivedAtMs,
        receivedAtMs,
        index,
        hash: name,
        revision: 1,
        fields,
      }),
    )
    .reduce((known, next) => joinStates(entity, known, next), emptyState);
  return readState(entity, state);
}

describe('Evolvy: a conversation’s whole day', () => {
  it('its attendance: who had it, how long, and its messages, the survey after the end not among them', () => {
    const bodies = day.map((name) => readFixture(`evolvy/${name}`));
    expect(rowsAfter(evolvy, bodies).attendancesOf('1542')).toMatchObject([
      { operator: 'Bruno Lima', department: 'suporte', status: 'Finalizado', messages: 2 },
    ]);
  });

  const orders = fc
    .shuffledSubarray([...day, ...day], { minLength: day.length * 2, maxLength: day.length * 2 })
    .map((names): readonly string[] => names);

  it('reads the same in any order and with any repetition', () => {
    fc.assert(
      fc.property(orders, (names) => {
        const known = knownOf('conversation', '1542', names);
        expect(known).toMatchObject({
          contactName: 'Maria de Fátima',
          agentName: 'Bruno Lima',
          teamName: 'suporte',
          inbox: 'WhatsApp Vendas',
          status: 'resolved',
          priority: null,
          openedAt: Date.parse('2026-09-10T13:05:12Z'),
          firstReplyAt: Date.parse('2026-09-10T13:09:30.900Z'),
          closedAt: Date.parse('2026-09-10T13:40:00.500Z'),
          rating: 5,
        });
        expect(episodesOf(known.statusHistory ?? [])).toEqual([
          {
            requestedAt: null,
            openedAt: Date.parse('2026-09-10T13:05:12.346Z'),
            resolvedAt: Date.parse('2026-09-10T13:40:00.500Z'),
            status: 'finished',
          },
        ]);
        expect(knownOf('message', '770002', names)).toMatchObject({ status: 'read' });
        expect(knownOf('contact', '4055', names)).toMatchObject({ phone: '+5521900000002' });
      }),
      { numRuns: 50 },
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dataTabTitles } from '../support/data-tabs';
import { readFixture } from '../support/fixtures';
import { agentStatus, startPlantao, type Plantao, type Row } from '../support/plantao';

/** One delivery: whose, under which webhook, what. */
interface Delivery {
  readonly vendor: string;
  readonly webhook?: string;
  readonly body: unknown;
}

const status = (id: number, time: number, isAvailable: boolean): Delivery => ({
  vendor: 'huggy',
  body: agentStatus({ time, agents: [{ id, name: `Agente ${id}`, isAvailable }] }),
});

const token = '888c48839995c333939a80f0000dd354';
const huggy = (name: string, time: number): Delivery => ({
  vendor: 'huggy',
  body: { ...Object(readFixture(`huggy/reconstructed/${name}.json`)), token, time },
});
const fixture = (vendor: string, name: string, webhook = 'main'): Delivery => ({
  vendor,
  webhook,
  body: readFixture(`${vendor}/${name}.json`),
});

/**
 * Events that tell of the same agents, chats, conversations and messages, with times that cross but never tie: a tie goes to
 * what was received first, and the order of receipt is what this test changes.
 */
const events: readonly Delivery[] = [
  status(1, 1_700_000_100, true),
  status(1, 1_700_000_200, false),
  status(2, 1_700_000_150, true),
  huggy('receivedMessage', 1_759_000_001),
  huggy('receivedAllMessage', 1_759_000_002),
  huggy('agentEntered', 1_759_000_003),
  huggy('closedChat', 1_759_000_004),
  fixture('evolvy', 'v415_conversation_created'),
  fixture('evolvy', 'v415_message_created_incoming'),
  fixture('evolvy', 'v415_conversation_updated_status_resolved'),
  fixture('evolvy', 'v415_conversation_status_changed_resolved'),
  fixture('evolvy', 'v415_message_updated_read'),
  fixture('plug', 'plug-startAttendance', 'startAttendance'),
  fixture('plug', 'plug-finishAttendance-exemplo-1', 'finishAttendance'),
  fixture('treble', 'message_delivered'),
  fixture('treble', 'message_read'),
  fixture('treble', 'message_response'),
  fixture('weni', 'out_whatsapp_channel_message_text', 'whatsapp'),
];

/** Columns that count deliveries or the time of receipt, or that tick. */
const ofDelivery = new Set(['Nº', 'Gravado', 'Estado', 'Há']);

/** The data tabs as sets of rows: order is not promised. */
function readTabs(plantao: Plantao): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    dataTabTitles.map((title) => [title, plantao.rows(title).map(rowText).sort()] as const),
  );
}

function rowText(row: Row): string {
  return JSON.stringify(Object.entries(row).filter(([name]) => !ofDelivery.has(name)));
}

describe('P2 Nothing doubled', () => {
  let expected: ReturnType<typeof readTabs>;
  let plantao: Plantao;

  const deliver = async (target: Plantao, deliveries: readonly Delivery[]): Promise<void> => {
    for (const { vendor, body, webhook = 'main' } of deliveries)
      await target.post(vendor, body, { webhook });
    await target.settle();
  };

  beforeAll(async () => {
    plantao = await startPlantao();
    await deliver(plantao, events);
    expected = readTabs(plantao);
  });
  afterAll(() => plantao.twin.stop());

  it('writes something into every tab that these events touch', () => {
    const filled = dataTabTitles.filter((title) => (expected[title] ?? []).length > 0);
    expect(filled).toEqual(
      expect.arrayContaining([
        'Agora',
        'Status dos agentes',
        'Conversas',
        'Atendimentos',
        'Mensagens',
        'Contatos',
      ]),
    );
  });

  it('the same events again change no row', async () => {
    await deliver(plantao, events);
    expect(readTabs(plantao)).toEqual(expected);
    const repeated = plantao.rows('Diário').filter((row) => row['Situação'] === 'repetido');
    expect(repeated.length).toBeGreaterThanOrEqual(events.length);
  });

  it('any order, repetition and simultaneity of the same set gives the same tabs', async () => {
    const orders = fc.tuple(
      fc.shuffledSubarray([...events.keys()], { minLength: events.length }),
      fc.array(fc.nat({ max: events.length - 1 }), { maxLength: 10 }),
      fc.integer({ min: 1, max: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([order, extra, together]) => {
        const other = await startPlantao({ evaluatesFormulas: false });
        const deliveries = [...order, ...extra].flatMap((index) => events[index] ?? []);
        for (let start = 0; start < deliveries.length; start += together) {
          const batch = deliveries.slice(start, start + together);
          await Promise.all(
            batch.map(({ vendor, body, webhook = 'main' }) =>
              other.post(vendor, body, { webhook }),
            ),
          );
        }
        await other.settle();
        expect(readTabs(other)).toEqual(expected);
        await other.twin.stop();
      }),
      { numRuns: 6 },
    );
  });

  it('an event without a time that comes again is still the first one, also after another', async () => {
    const told = await startPlantao();
    const body = (name: string) => ({
      contact: { uuid: 'u-1', name, urn: 'whatsapp:5511999990000' },
      flow: { uuid: 'f-1', name: 'Fluxo' },
      results: {},
    });
    const send = (name: string) => told.post('weni', body(name), { webhook: 'flow' });
    await send('Agente 1');
    await send('Agente 2');
    await send('Agente 1');
    expect(told.rows('Contatos').map((row) => row['Nome'])).toEqual(['Agente 2']);
    expect(told.rows('Diário').at(-1)).toMatchObject({ Situação: 'repetido' });
    await told.twin.stop();
  });
});

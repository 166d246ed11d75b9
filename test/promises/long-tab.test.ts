import { describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { readFixture } from '../support/fixtures';
import { startPlantao, type Plantao } from '../support/plantao';

/** Chats of a crowd; two crowds are more than the 2,000 rows that a hold looks at. */
const crowd = 1300;
const perRequest = 130;
const minuteMs = 60_000;

const secondsOf = ({ twin }: Plantao): number => Math.floor(twin.clock.now() / 1000);

/** Started chats, several in one request, that push an older conversation out of the newest rows. */
async function crowdOut(plantao: Plantao, firstId: number): Promise<void> {
  for (let start = 0; start < crowd; start += perRequest) {
    const startedChat = Array.from({ length: perRequest }, (_unused, index) => ({
      id: firstId + start + index,
      situation: 'in_chat',
    }));
    const time = secondsOf(plantao);
    await plantao.post('huggy', { time, messages: { startedChat }, token: 'um-token-so' });
  }
  await plantao.twin.advance(20 * minuteMs);
}

/** A message of one and the same WhatsApp conversation, sent now. */
async function sendMessage(plantao: Plantao, id: string): Promise<void> {
  const body = JSON.stringify(readFixture('weni/out_whatsapp_channel_message_text.json'))
    .replace(/"timestamp":"\d+"/, `"timestamp":"${secondsOf(plantao)}"`)
    .replace('external_id', id);
  await plantao.post('weni', body, { webhook: 'whatsapp' });
  await plantao.twin.advance(60 * minuteMs);
}

describe('A conversation whose row stands far above the newest ones', () => {
  it('is found again, though its next message tells a young time', async () => {
    const plantao = await startPlantao({
      clock: createVirtualClock(Date.parse('2026-03-02T12:00:00Z')),
    });
    await sendMessage(plantao, 'primeira');
    await crowdOut(plantao, 700_000);
    await crowdOut(plantao, 800_000);
    await sendMessage(plantao, 'segunda');
    const own = plantao.rows('Conversas').filter((row) => row['Plataforma'] === 'Weni');
    expect(own).toHaveLength(1);
    expect(plantao.rows('Conversas')).toHaveLength(2 * crowd + 1);
    expect(plantao.rows('Mensagens')).toHaveLength(2);
    await plantao.twin.stop();
  }, 60_000);
});

import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../support/fixtures';
import { agentStatus, startPlantao } from '../support/plantao';

describe('P3 Newer wins', () => {
  it('a late, older status never overwrites a newer one; the history has both', async () => {
    const plantao = await startPlantao();
    await plantao.post(
      'huggy',
      agentStatus({ time: 1_700_000_200, agents: [{ isAvailable: true }] }),
    );
    await plantao.post(
      'huggy',
      agentStatus({ time: 1_700_000_100, agents: [{ isAvailable: false }] }),
    );
    expect(plantao.rows('Agora')[0]).toMatchObject({ Situação: 'Disponível', Disponível: true });
    expect(plantao.rows('Status dos agentes')).toHaveLength(2);
    await plantao.twin.stop();
  });

  it('"since" is when the present situation began, also when the beginning is told late', async () => {
    const plantao = await startPlantao();
    const at = (time: number, isAvailable: boolean) =>
      plantao.post('huggy', agentStatus({ time, agents: [{ isAvailable }] }));
    await at(1_700_000_300, true);
    await at(1_700_000_100, false);
    await at(1_700_000_200, true);
    expect(plantao.rows('Agora')[0]?.['Desde']).toBe(new Date(1_700_000_200_000).toISOString());
    await plantao.twin.stop();
  });

  it('a delivered receipt that comes after the read one leaves the message read', async () => {
    const plantao = await startPlantao();
    await plantao.post('treble', readFixture('treble/message_read.json'));
    await plantao.post('treble', readFixture('treble/message_delivered.json'));
    const statuses = plantao.rows('Mensagens').map((row) => row['Status']);
    expect(statuses).toContain('Lida');
    await plantao.twin.stop();
  });

  it('a conversation closed at Evolvy is not opened again by an older update', async () => {
    const plantao = await startPlantao();
    await plantao.post(
      'evolvy',
      readFixture('evolvy/v415_conversation_updated_status_resolved.json'),
    );
    await plantao.post('evolvy', readFixture('evolvy/v415_conversation_created.json'));
    expect(plantao.rows('Conversas')[0]).toMatchObject({ Status: 'Resolvida' });
    await plantao.twin.stop();
  });

  it.each([
    ['open, then closed: the newest word of a platform', ['open', 'closed'], 'closed'],
    ['read, then failed: the failure', ['read', 'failed'], 'Falhou'],
    ['failed, then sent again and read', ['failed', 'sent', 'read'], 'Lida'],
    ['read, then deleted, then a late receipt', ['read', 'deleted', 'delivered'], 'Apagada'],
  ])('%s, in whatever order they come', async (_, words, shown) => {
    const plantao = await startPlantao();
    const events = words.map((status, step) => ({
      id: 'm1',
      text: 'oi',
      status,
      time: 1_790_000_000 + step,
    }));
    for (const event of events) await plantao.post('generic', event);
    for (const event of events.toReversed()) await plantao.post('generic', { ...event, id: 'm2' });
    expect(plantao.rows('Mensagens').map((row) => row['Status'])).toEqual([shown, shown]);
    await plantao.twin.stop();
  });
});

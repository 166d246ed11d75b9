import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseObject } from '../../src/events/decode-record';
import { readFixture } from '../support/fixtures';
import { startHands, type Hands } from '../support/hands';

const secondMs = 1000;
const conversation = parseObject(
  JSON.stringify(readFixture('evolvy/v415_conversation_created.json')),
);

/** The attendances of a conversation on a platform that has none of its own. */
describe('A row that follows from another one', () => {
  let hands: Hands;
  const tell = (laterS: number, more: object): Promise<unknown> => {
    const updatedAt = Number(conversation['updated_at']) + laterS;
    return hands.post('evolvy', { ...conversation, updated_at: updatedAt, ...more });
  };
  const attendances = () => hands.rows('Atendimentos');
  const columnOf = (title: string): number =>
    Object.keys(attendances()[0] ?? {}).indexOf(title) + 1;

  beforeAll(async () => {
    hands = await startHands();
    await tell(0, { status: 'open' });
  });
  afterAll(() => hands.stop());

  it('is written with it', () => {
    expect(attendances()).toHaveLength(1);
    expect(hands.rows('Conversas')).toHaveLength(1);
  });

  it('is left alone while it shows the same, and written when it shows something else', async () => {
    await hands.do('put', 'Atendimentos', 2, columnOf('Departamento'), 'nota minha');
    hands.wait(30 * secondMs);
    await tell(10, { status: 'open', labels: ['vip'] });
    expect(hands.rows('Conversas')[0]).toMatchObject({ Etiquetas: 'vip' });
    expect(attendances()[0]).toMatchObject({ Departamento: 'nota minha' });
    await tell(20, { status: 'resolved' });
    expect(attendances()[0]).not.toMatchObject({ Departamento: 'nota minha' });
    expect(attendances()[0]).toMatchObject({ Status: 'Finalizado' });
  });
});

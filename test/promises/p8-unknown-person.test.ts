import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPanel, valueOf } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { startPlantao, type Plantao } from '../support/plantao';

const phone = '+55 (11) 90000-4321';
const nowhere = JSON.stringify({ register: 9, row: 0, number: 0 });

describe('P8: somebody of whom no tab has a row', () => {
  let plantao: Plantao;
  const ask = async (action: string, ...args: string[]): Promise<unknown> =>
    valueOf(await askPanel(plantao.twin, action, ...args));
  const typedIn = async (query: string): Promise<unknown> =>
    fieldOf(await ask('findSubject', query, nowhere), 'typed');

  beforeAll(async () => {
    plantao = await startPlantao();
  });
  afterAll(() => plantao.twin.stop());

  it('is told by a phone or an e-mail, not by a name or an id', async () => {
    expect(fieldOf(await typedIn(phone), 'title')).toBe(phone);
    expect(fieldOf(await typedIn('cliente@example.com'), 'title')).toBe('cliente@example.com');
    for (const query of ['Cliente Exemplo', '12345']) expect(await typedIn(query)).toBeNull();
  });

  it('is masked from then on, in whatever form the phone comes', async () => {
    const entries = String(fieldOf(await typedIn(phone), 'entries'));
    let left = await ask('eraseSubject', entries, '365', 'ELIMINAR');
    while (left !== null) left = await ask('goOnErasing');
    const contact = { event: 'client.updated', id: 'c-1', name: 'Cliente Exemplo' };
    await plantao.post('generic', { ...contact, phone: '551100004321' }, { webhook: 'contacts' });
    await plantao.post(
      'generic',
      { ...contact, id: 'c-2', name: 'Outra Pessoa', phone: '5511900009999' },
      { webhook: 'contacts' },
    );
    await plantao.settle();
    const rows = JSON.stringify(plantao.rows('Contatos'));
    expect(rows).toContain('Outra Pessoa');
    expect(rows).not.toContain('Cliente Exemplo');
    expect(rows).not.toContain('00004321');
  });
});

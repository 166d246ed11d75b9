import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { setUpSample } from '../../src/cli/sample';
import { askPanel } from '../support/ask-panel';
import { bundleDir, usePlantao, type Plantao } from '../support/plantao';

const vendors = ['huggy', 'evolvy', 'plug', 'treble', 'weni', 'generic'];

describe('The test event of Conexões, through the deployed address', () => {
  let twin: Twin;
  let plantao: Plantao;
  beforeAll(async () => {
    twin = startTwin({ bundleDir });
    const url = await twin.listen(0);
    await setUpSample(twin, `${url}/macros/s/${twin.deploymentId}/exec`);
    plantao = usePlantao(twin);
  });
  afterAll(() => twin.stop());

  it.each(vendors)('%s: arrives, is written, and is plainly a test', async (vendor) => {
    expect((await askPanel(twin, 'sendTestEvent', vendor)).sentence).toContain(
      'O evento de teste chegou',
    );
    const line = plantao.rows('Diário').at(-1);
    expect(line).toMatchObject({ Situação: 'escrito', Conexão: vendor });
    expect(String(line?.['Corpo'])).toContain('Teste do Plantão');
  });

  it("does not take the place of Huggy's own token", async () => {
    const body = {
      time: 1_700_000_000,
      messages: { agentChangedStatus: [{ id: 1, name: 'A' }] },
      token: 'da-huggy',
    };
    await plantao.post('huggy', body);
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toContain('A');
    expect((await askPanel(twin, 'sendTestEvent', 'huggy')).sentence).toContain('chegou');
    // Not held for an unknown token; two tests within one second are the same event.
    const situation = expect.stringMatching(/^(escrito|repetido)$/);
    expect(plantao.rows('Diário').at(-1)).toMatchObject({ Situação: situation });
  });

  it('says in words when the address is not ours', async () => {
    await setUpSample(twin, `${twin.execUrl()?.replace('/exec', 'x/exec')}`);
    expect((await askPanel(twin, 'sendTestEvent', 'huggy')).sentence).toContain(
      'não foi o Plantão',
    );
    expect((await askPanel(twin, 'sendTestEvent', 'nobody')).sentence).toContain('não existe mais');
  });
});

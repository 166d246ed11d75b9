import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { vendorIds, type VendorId } from '../../src/vendors/registry';
import { setUpSample } from '../../src/cli/sample';
import { findVendor } from '../../src/vendors/registry';
import { askPanel } from '../support/ask-panel';
import { sheetInHand } from '../support/by-hand';
import { startInProcess, type InProcess } from '../support/in-process';
import { agentStatus, bundleDir, usePlantao, type Plantao } from '../support/plantao';

const dataTabs = [
  'Agora',
  'Status dos agentes',
  'Conversas',
  'Atendimentos',
  'Mensagens',
  'Contatos',
];
const vendors = vendorIds;

describe('The test event of Conexões, through the deployed address', () => {
  let twin: Twin;
  let plantao: Plantao;
  beforeAll(async () => {
    twin = startTwin({ bundleDir, clock: createVirtualClock(Date.now()) });
    const url = await twin.listen(0);
    await setUpSample(twin, `${url}/macros/s/${twin.deploymentId}/exec`);
    plantao = usePlantao(twin);
  });
  afterAll(() => twin.stop());

  it.each(vendors)('%s: arrives, is written, and is plainly a test', async (vendor) => {
    expect((await askPanel(twin, 'sendTestEvent', vendor, '0')).sentence).toContain('Chegou em');
    const line = plantao.rows('Diário').at(-1);
    expect(line).toMatchObject({ Situação: 'escrito', Conexão: vendor });
    expect(String(line?.['Corpo'])).toContain('Teste do Plantão');
  });

  it('counts nowhere: no request in Saúde, no cause in Falhas, no last event', async () => {
    await plantao.settle();
    const connections = plantao.rows('Saúde').filter((row) => row['Plataforma'] !== 'Plantão');
    expect(connections).toHaveLength(vendors.length);
    for (const row of connections)
      expect(row).toMatchObject({ Recebidos: 0, Escritos: 0, 'Na fila': 0, 'Último evento': null });
    expect(plantao.rows('Falhas')).toEqual([]);
  });

  it('says in every tab that it is a test', () => {
    const rows = dataTabs.flatMap((title) => plantao.rows(title));
    expect(rows.length).toBeGreaterThan(vendors.length);
    for (const row of rows) expect(row['Conta']).toBe('Teste');
  });

  it("does not take the place of Huggy's own token", async () => {
    const body = {
      time: 1_700_000_000,
      messages: { agentChangedStatus: [{ id: 1, name: 'A' }] },
      token: 'da-huggy',
    };
    await plantao.post('huggy', body);
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toContain('A');
    expect((await askPanel(twin, 'sendTestEvent', 'huggy', '0')).sentence).toContain('Chegou');
    // Not held for an unknown token; two tests within one second are the same event.
    const situation = expect.stringMatching(/^(escrito|repetido)$/);
    expect(plantao.rows('Diário').at(-1)).toMatchObject({ Situação: situation });
  });

  it('says in words when the address is not ours', async () => {
    await setUpSample(twin, `${twin.execUrl()?.replace('/exec', 'x/exec')}`);
    expect((await askPanel(twin, 'sendTestEvent', 'huggy', '0')).sentence).toContain(
      'não foi o Plantão',
    );
    expect((await askPanel(twin, 'sendTestEvent', 'nobody', '0')).sentence).toContain(
      'não existe mais',
    );
  });
});

describe('The rows of a test event', () => {
  /** The test event as it reaches the app. */
  const send = (desk: InProcess, vendor: VendorId): string => {
    const moment = { nowMs: desk.nowMs, token: 'de-verdade', name: 'Teste do Plantão' };
    const [first] = findVendor(vendor).testEvents(moment);
    return desk.post(
      vendor,
      first?.body ?? {},
      `k=${vendor}.exemplo-local&w=${first?.webhook}&t=1`,
    );
  };
  const count = (desk: InProcess): number =>
    dataTabs.reduce((sum, title) => sum + desk.rows(title).length, 0);
  const openDesk = (): InProcess => {
    const desk = startInProcess();
    desk.post('huggy', agentStatus({ token: 'de-verdade', agents: [{ id: 1, name: 'Ana' }] }));
    return desk;
  };

  it.each(vendors)(
    '%s: leave by themselves after some minutes, and no other row does',
    (vendor) => {
      const desk = openDesk();
      const before = dataTabs.map((title) => desk.rows(title).map((row) => row['Chave']));
      send(desk, vendor);
      desk.post('huggy', agentStatus({ token: 'de-verdade', agents: [{ id: 2, name: 'Bia' }] }));
      desk.sweep(2);
      const others = count(desk);
      desk.sweep(9);
      expect(count(desk)).toBeLessThan(others);
      desk.sweep(9);
      const left = dataTabs.map((title) => desk.rows(title).map((row) => row['Chave']));
      expect(JSON.stringify(left)).not.toContain('teste');
      for (const [index, keys] of before.entries())
        expect(left[index]).toEqual(expect.arrayContaining(keys));
      expect(desk.rows('Agora').map((row) => row['Agente'])).toEqual(['Ana', 'Bia']);
      expect(desk.rows('Diário').map((row) => row['Próxima tentativa (ms)'])).toEqual([
        null,
        null,
        null,
      ]);
    },
  );

  it('leave although a sweep died in between, and are not brought back by a replay of everything', () => {
    const desk = openDesk();
    send(desk, 'huggy');
    desk.sweep(2);
    desk.interpose('PropertiesService', 'setProperty', () => {
      throw new Error('Service invoked too many times for one day: properties.');
    });
    expect(() => desk.sweep(9)).toThrow('too many times');
    desk.interpose('PropertiesService', 'setProperty', null);
    desk.sweep(1);
    expect(desk.rows('Agora')).toHaveLength(1);
    desk.ask('replay', 'all', '0');
    desk.sweep(12);
    expect(desk.rows('Agora')).toHaveLength(1);
  });

  it("take the user's notes beside other rows nowhere, nor the formulas below", () => {
    const desk = openDesk();
    send(desk, 'huggy');
    desk.post('huggy', agentStatus({ token: 'de-verdade', agents: [{ id: 2, name: 'Bia' }] }));
    desk.execute(() => {
      const sheet = sheetInHand('Agora');
      const column = sheet.getMaxColumns();
      sheet.insertColumnBefore(1);
      for (const [row, note] of ['Nota', 'da Ana', 'do teste', 'da Bia', 'minha linha'].entries())
        sheet.getRange(row + 1, 1).setValue(note);
      expect(column).toBeGreaterThan(5);
    });
    desk.sweep(2);
    desk.sweep(12);
    expect(desk.rows('Agora').map((row) => [row['Nota'], row['Agente']])).toEqual([
      ['da Ana', 'Ana'],
      ['da Bia', 'Bia'],
      ['minha linha', null],
    ]);
  });

  it('need the secret as any other request: the mark alone opens nothing', () => {
    const desk = openDesk();
    desk.post('huggy', agentStatus(), 'k=huggy.errado&w=main&t=1');
    desk.post('huggy', agentStatus(), 'w=main&t=1');
    desk.sweep();
    expect(desk.rows('Diário')).toHaveLength(1);
  });

  it('are written and leave although the test waited behind somebody else, or writing was paused', () => {
    const desk = openDesk();
    desk.occupyLock(true);
    send(desk, 'huggy');
    desk.occupyLock(false);
    desk.pause(true);
    desk.sweep(2);
    expect(desk.rows('Diário').map((row) => row['Situação'])).toEqual(['escrito', 'recebido']);
    desk.pause(false);
    desk.sweep(2);
    expect(desk.rows('Agora').map((row) => row['Conta'])).toEqual(['Exemplo', 'Teste']);
    desk.sweep(12);
    expect(desk.rows('Agora').map((row) => row['Conta'])).toEqual(['Exemplo']);
  });
});

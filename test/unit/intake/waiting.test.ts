import { beforeEach, describe, expect, it } from '@jest/globals';
import { vendorIds } from '../../../src/vendors/registry';
import { previewSelected } from '../../../src/panel/failures/failures-page';
import { pauseWriting } from '../../../src/panel/menu';
import { connectServices } from '../../../src/platform/connect';
import { connectWorkbook } from '../../../src/platform/google-workbook';
import { valueOf } from '../../support/ask-panel';
import { dataTabTitles } from '../../support/data-tabs';
import { listFixtures, readFixture } from '../../support/fixtures';
import { startInProcess, type InProcess } from '../../support/in-process';
import { agentStatus } from '../../support/plantao';

const status = (id: number): object =>
  agentStatus({ time: 1_790_000_000 + id, agents: [{ id, name: `Agente ${id}` }] });

describe('while somebody else writes', () => {
  let desk: InProcess;
  const waitingKeys = (): readonly string[] =>
    Object.entries(desk.properties()).flatMap(([key, value]) =>
      key.startsWith('q.') && value !== '' ? [key] : [],
    );
  beforeEach(() => {
    desk = startInProcess();
    desk.post('huggy', status(1));
    desk.occupyLock(true);
  });

  it('an event is answered at once and waits in the properties; the next holder writes it', () => {
    expect([desk.post('huggy', status(2)), desk.post('huggy', status(3))]).toEqual(['OK', 'OK']);
    expect(desk.rows('Agora')).toHaveLength(1);
    expect(waitingKeys()).toHaveLength(2);
    desk.occupyLock(false);
    desk.post('huggy', status(4));
    expect(desk.rows('Agora')).toHaveLength(4);
  });

  it('what was written is taken once; the sweep deletes keys that nobody else has', () => {
    desk.post('huggy', status(2));
    desk.occupyLock(false);
    desk.interpose('PropertiesService', 'deleteProperty', () => undefined);
    desk.post('huggy', status(3));
    desk.interpose('PropertiesService', 'deleteProperty', null);
    expect(waitingKeys()).toHaveLength(1);
    desk.post('huggy', status(4));
    expect(desk.rows('Diário').map((row) => row['#'])).toEqual([1, 2, 3, 4]);
    desk.sweep();
    expect(waitingKeys()).toEqual([]);
    expect(desk.rows('Diário')).toHaveLength(4);
  });

  it('the sweep writes it when nobody else comes, and deletes what was emptied', () => {
    desk.post('huggy', status(2));
    desk.sweep();
    expect(desk.rows('Agora')).toHaveLength(1);
    desk.occupyLock(false);
    desk.sweep();
    expect(desk.rows('Agora')).toHaveLength(2);
    desk.sweep();
    expect(Object.keys(desk.properties()).filter((key) => key.startsWith('q.'))).toEqual([]);
  });

  it('panel and menu say that they were too late, and change nothing', () => {
    expect(desk.ask('replay', 'all', '0').kind).toBe('busy');
    expect(desk.execute(() => pauseWriting(connectServices()))?.kind).toBe('busy');
    desk.occupyLock(false);
    desk.post('huggy', status(2));
    expect(desk.rows('Agora')).toHaveLength(2);
  });

  it('a request that the journal has is not written again, though nothing tells any more what is done', () => {
    desk.post('huggy', status(2));
    desk.occupyLock(false);
    desk.post('huggy', status(3));
    desk.execute(() =>
      connectWorkbook()
        .sheetByTitle('Ajustes')
        ?.write({ row: 8, column: 2, rows: 1, columns: 1 }, [['']]),
    );
    desk.post('huggy', status(4));
    desk.sweep();
    desk.sweep();
    expect(desk.rows('Diário')).toHaveLength(4);
    expect(waitingKeys()).toEqual([]);
    expect(desk.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy')).toMatchObject({
      Recebidos: 4,
      Repetidos: 0,
    });
  });
});

describe('every body that platforms document', () => {
  it.each(vendorIds)('%s: twice is once, and a replay changes nothing', (vendor) => {
    const desk = startInProcess();
    const bodies = listFixtures(vendor).map((name) => readFixture(`${vendor}/${name}`));
    for (const body of bodies) desk.post(vendor, body);
    desk.sweep();
    const snapshot = (): readonly unknown[] => dataTabTitles.map((title) => desk.rows(title));
    const before = snapshot();
    expect(before.flat().length).toBeGreaterThan(0);
    desk.ask('replay', 'all', '0');
    expect(snapshot()).toEqual(before);
    const rowsBefore = dataTabTitles.map((title) => desk.rows(title).length);
    expect(desk.rows('Diário').filter((row) => row['Situação'] === 'pendente')).toEqual([]);
    expect(rowsBefore).toEqual(dataTabTitles.map((title) => desk.rows(title).length));
  });
});

describe("attendances that follow from a platform's conversations", () => {
  it('are written by the sweep when their tab refused them, although the conversation was written', () => {
    const desk = startInProcess();
    const body = readFixture('evolvy/v415_conversation_status_changed_resolved.json');
    const attendances = (): number => desk.rows('Atendimentos').length;
    desk.post('evolvy', body);
    expect(attendances()).toBe(1);
    desk.execute(() => connectWorkbook().sheetByTitle('Atendimentos')?.deleteRows(2, 1));
    expect(attendances()).toBe(0);
    const planned = valueOf(desk.execute(() => previewSelected(connectServices(), 'all', '0')));
    expect(planned.tabs.map(({ tab, added }) => [tab, added])).toEqual([['attendances', 1]]);
    desk.ask('replay', 'all', '0');
    expect(attendances()).toBe(1);
  });

  it('the app leaves no lock behind', () => {
    const desk = startInProcess();
    desk.post('huggy', status(1));
    expect(desk.execute(() => connectServices().lock.tryAcquire(0))).toBe(true);
  });
});

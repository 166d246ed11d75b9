import { beforeEach, describe, expect, it } from '@jest/globals';
import { openLedger } from '../../src/intake/repair/ledger';
import { trimJournal } from '../../src/intake/sweep/trim';
import * as app from '../../src/main';
import { readFailuresPage } from '../../src/panel/failures/failures-page';
import { connectServices } from '../../src/platform/connect';
import { connectWorkbook } from '../../src/platform/google-workbook';
import { valueOf } from '../support/ask-panel';
import { deleteByHand } from '../support/by-hand';
import { agentStatus } from '../support/plantao';
import { startInProcess, type InProcess } from '../support/in-process';

const status = (id: number, changes: Readonly<Record<string, unknown>> = {}): object =>
  agentStatus({ time: 1_790_000_000 + id, agents: [{ id, name: `Agente ${id}`, ...changes }] });

const dayLimit = (): never => {
  throw new Error('Service invoked too many times for one day: properties.');
};

describe('the way of an event', () => {
  let desk: InProcess;
  beforeEach(() => {
    desk = startInProcess();
  });
  const health = (): Readonly<Record<string, unknown>> =>
    desk.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy') ?? {};
  const journal = (): readonly unknown[] => desk.rows('Diário').map((row) => row['Situação']);
  const refuseProperties = (instead: (() => unknown) | null): void => {
    for (const method of [
      'getProperties',
      'getProperty',
      'setProperty',
      'setProperties',
      'deleteProperty',
    ])
      desk.interpose('PropertiesService', method, instead);
  };

  it('while Google refuses the properties, events are journaled, and written when it answers again', () => {
    desk.post('huggy', status(1));
    desk.sweep();
    refuseProperties(dayLimit);
    expect(desk.post('huggy', status(2))).toBe('OK');
    desk.interpose('CacheService', 'getAll', () => ({}));
    expect(desk.post('huggy', status(3))).toBe('OK');
    expect(desk.post('huggy', status(4), 'k=huggy.errado&w=main')).toContain('segredo');
    expect(journal()).toEqual(['escrito', 'recebido', 'recebido']);
    refuseProperties(null);
    desk.interpose('CacheService', 'getAll', null);
    desk.sweep();
    expect(desk.rows('Agora')).toHaveLength(3);
    expect(journal()).toEqual(['escrito', 'escrito', 'escrito']);
  });

  it('the copy of the configuration in the sheet holds no secret and no token', () => {
    desk.post('huggy', status(1));
    desk.sweep();
    const cells = JSON.stringify(desk.rows('Ajustes'));
    expect(cells).toContain('Reserva');
    expect(cells).not.toContain('exemplo-local');
    expect(cells).not.toContain('888c48839995c333939a80f0000dd354');
  });

  it('a cache that fails costs nothing but time', () => {
    for (const method of ['get', 'getAll', 'put', 'putAll', 'remove'])
      desk.interpose('CacheService', method, () => {
        throw new Error('Service error: Cache');
      });
    expect(desk.post('huggy', status(1))).toBe('OK');
    expect(desk.post('huggy', status(2), 'k=huggy.errado')).toContain('segredo');
    expect(desk.rows('Agora')).toHaveLength(1);
  });

  it('a handshake is answered although its time cannot be kept', () => {
    desk.interpose('PropertiesService', 'setProperty', dayLimit);
    expect(desk.post('huggy', { validToken: true, token: 'abc' })).toBe('abc');
  });

  it('a spreadsheet that refuses a write keeps the event in the journal; the sweep writes it', () => {
    desk.post('huggy', status(1));
    desk.execute(() => {
      const sheet = connectWorkbook().sheetByTitle('Agora');
      sheet?.write({ row: 1, column: 1, rows: 1, columns: sheet.maxColumns() }, [
        Array.from({ length: sheet.maxColumns() }, () => ''),
      ]);
    });
    expect(desk.post('huggy', status(2))).toBe('OK');
    desk.sweep();
    expect(journal()).toEqual(['escrito', 'escrito']);
    expect(desk.rows('Status dos agentes')).toHaveLength(2);
  });

  it('while writing is paused verdicts stand; what asks for rows waits, and a body too large stays one', () => {
    desk.execute(() => app.pauseWriting_());
    desk.post('huggy', status(1));
    desk.post('huggy', 'não é JSON');
    desk.post('huggy', `"${'x'.repeat(1_000_001)}"`);
    desk.post('huggy', { ...status(2), messages: { novoEvento: [{ id: 1 }] } });
    expect(journal()).toEqual(['recebido', 'falhou', 'falhou', 'não tratado']);
    desk.execute(() => app.resumeWriting_());
    desk.sweep();
    expect(journal()).toEqual(['escrito', 'falhou', 'falhou', 'não tratado']);
    expect(desk.rows('Falhas').map((row) => row['Causa'])).toEqual([
      'O conteúdo não é JSON.',
      'O pedido passa de 1 MB.',
    ]);
  });

  it('accepting a quarantined token writes what was quarantined, and Saúde’s alarm ends', () => {
    desk.post('huggy', status(1));
    desk.post('huggy', { ...status(2), token: 'outro' });
    desk.sweep();
    expect(health()['Alarme']).toContain('token');
    const [held] = desk.execute(() => readFailuresPage(connectServices())).tokens;
    const report = desk.ask('acceptToken', 'huggy', held?.digest ?? '');
    expect(valueOf(report)).toMatchObject({ taken: 1, failing: 0 });
    expect(health()).toMatchObject({ Recebidos: 2, Escritos: 2, Alarme: null });
    expect(desk.rows('Falhas')).toMatchObject([{ Situação: 'Resolvida', Quantidade: 1 }]);
    expect(desk.rows('Agora')).toHaveLength(2);
    const [first, second] = desk.rows('Diário');
    expect(second).toMatchObject({ Evento: first?.['Evento'], Situação: 'escrito' });
    expect(second?.['Chave do evento']).toContain('agentChangedStatus|2|');
  });

  it('a line that is worked off later says its events, whatever it said before', () => {
    refuseProperties(dayLimit);
    desk.interpose('CacheService', 'getAll', () => ({}));
    desk.post('huggy', status(1));
    refuseProperties(null);
    desk.interpose('CacheService', 'getAll', null);
    desk.sweep(11);
    desk.post('huggy', status(1));
    refuseProperties(dayLimit);
    desk.post('huggy', status(2));
    expect(
      desk
        .rows('Diário')
        .map((row) => row['Evento'])
        .at(-1),
    ).toBeNull();
    refuseProperties(null);
    desk.sweep();
    expect(desk.rows('Diário').map((row) => row['Evento'])).toEqual(
      desk.rows('Diário').map(() => 'agentChangedStatus'),
    );
  });

  it('a replay of everything makes damaged rows whole, and counts nothing again', () => {
    for (const id of [1, 2, 3]) desk.post('huggy', status(id));
    desk.sweep();
    const before = [desk.rows('Agora'), health()];
    desk.execute(() => {
      const sheet = connectWorkbook().sheetByTitle('Agora');
      sheet?.write({ row: 2, column: 1, rows: 3, columns: 2 }, [
        ['', ''],
        ['x', 'y'],
        ['', ''],
      ]);
    });
    for (const _time of [1, 2])
      expect(valueOf(desk.ask('replay', 'all', '0'))).toMatchObject({ taken: 3, failing: 0 });
    desk.sweep();
    expect([desk.rows('Agora'), health()]).toEqual(before);
    expect(journal()).toEqual(['escrito', 'escrito', 'escrito']);
  });

  it('what has no body is not replayed', () => {
    desk.post('generic', `"${'x'.repeat(1_000_001)}"`);
    desk.sweep();
    expect(valueOf(desk.ask('replay', 'all', '0'))).toMatchObject({ taken: 0 });
    expect(desk.rows('Mensagens')).toEqual([]);
  });

  it("a deleted journal's numbers go on: nothing that comes later is skipped", () => {
    for (const id of [1, 2, 3]) desk.post('huggy', status(id));
    desk.sweep();
    desk.execute(() => deleteByHand('Diário'));
    desk.execute(() => app.pauseWriting_());
    desk.post('huggy', status(4));
    expect(desk.rows('Diário')).toMatchObject([{ '#': 4, Situação: 'recebido' }]);
    desk.execute(() => app.resumeWriting_());
    desk.sweep();
    expect(desk.rows('Agora')).toHaveLength(4);
    expect(health()).toMatchObject({ Recebidos: 4, Escritos: 4 });
  });

  it('settled requests leave the journal after a week; failed ones stay, and numbers go on', () => {
    desk.post('huggy', 'não é JSON');
    for (let id = 0; id < 250; id += 1)
      desk.post('huggy', { time: 1, messages: { outro: [] }, token: 'x' });
    desk.sweep();
    desk.nowMs += 8 * 86_400_000;
    const gone = desk.execute(() => {
      const services = connectServices();
      return trimJournal(services, openLedger(services, services.properties.getAll()));
    });
    expect(gone).toBeGreaterThanOrEqual(200);
    expect(journal()[0]).toBe('falhou');
    const last = desk.rows('Diário').length;
    desk.post('huggy', status(1));
    expect(desk.rows('Diário')[last]).toMatchObject({ '#': 252 });
    desk.sweep();
    expect(health()['Recebidos']).toBe(252);
  });

  it('a request that never became whole is told in Falhas once, and its parts go', () => {
    desk.execute(() => connectServices().properties.set('q.morto.0', 'H4sI'));
    desk.sweep(11);
    expect(desk.properties()).toHaveProperty(['q.morto.0']);
    desk.sweep(11);
    desk.sweep(11);
    expect(desk.properties()).not.toHaveProperty(['q.morto.0']);
    expect(desk.rows('Falhas')).toMatchObject([{ Plataforma: 'Plantão', Quantidade: 1 }]);
  });

  it('rows of a newer version are left to newer code', () => {
    desk.post('huggy', status(1));
    desk.execute(() => {
      const sheet = connectWorkbook().sheetByTitle('Agora');
      // The record of the tab stands behind Estado.
      sheet?.write({ row: 2, column: sheet.maxColumns() - 1, rows: 1, columns: 1 }, [
        ['\'{"s":9,"x":1}'],
      ]);
    });
    desk.post('huggy', status(1, { isAvailable: true }));
    expect(desk.rows('Agora')).toMatchObject([{ Situação: 'Em pausa', Estado: '{"s":9,"x":1}' }]);
    expect(journal()).toEqual(['escrito', 'pendente']);
  });
});

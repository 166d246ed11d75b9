import { describe, expect, it } from '@jest/globals';
import { createEventSource } from '../../../../src/cli/bench/bodies';
import { quotas } from '../../../../src/budget/quotas';
import { connectServices } from '../../../../src/platform/connect';
import { languages, type Language } from '../../../../src/events/localized';
import { configFrom, saveSettings } from '../../../../src/settings/config';
import {
  saveSweepState,
  sweepStateFrom,
  type SweepState,
} from '../../../../src/settings/sweep-state';
import { agentStatus } from '../../../support/plantao';
import { startInProcess, type InProcess } from '../../../support/in-process';

const status = (id: number): object => agentStatus({ agents: [{ id }] });

const state = (desk: InProcess): SweepState => sweepStateFrom(desk.properties());

/** As if so much of a consumer's day were used. */
function useUp(desk: InProcess, share: number): void {
  desk.execute(() => {
    const { properties } = connectServices();
    const known = sweepStateFrom(properties.getAll());
    const operations = share * quotas.consumer.operations;
    const { usage } = known.budget;
    const fromFirst = { ...usage.fromFirst, operations };
    saveSweepState(properties, {
      ...known,
      budget: { ...known.budget, usage: { ...usage, fromFirst } },
    });
  });
}

/** What the row of Google's quota says. */
function told(desk: InProcess): string {
  const row = desk.rows('Saúde').find(({ Plataforma: vendor }) => vendor === 'Plantão');
  return [row?.['Conta'], row?.['Alarme']].join(' ').trim();
}

describe('what the sweep does with the budgets of a day', () => {
  it('tells both figures in Saúde, and that there is nothing to do', () => {
    const desk = startInProcess();
    desk.sweep();
    useUp(desk, 0.25);
    desk.sweep(10);
    expect(told(desk)).toMatch(
      /^Cota do Google, hoje: 12\.5\d\d de 50\.000 operações \(25 %\) e \d+ de 90 minutos de acionador \(\d+ %\) de uma conta pessoal do Google, contados pelo Plantão\. Nada a fazer\.$/,
    );
  });

  it.each(languages)('says near the limit what to do, in %s', (language: Language) => {
    const desk = startInProcess();
    desk.sweep();
    desk.execute(() => {
      const { properties } = connectServices();
      const { settings } = configFrom(properties.getAll());
      saveSettings(properties, { ...settings, language });
    });
    useUp(desk, 0.9);
    desk.sweep(10);
    const health = desk
      .rows('Saúde')
      .map((row) => JSON.stringify(row))
      .join('\n');
    const words = {
      pt: /Perto do limite: o acionador só trabalha a cada 10 minutos.*Nada se perde/,
      es: /Cerca del límite: el activador solo trabaja cada 10 minutos.*Nada se pierde/,
      en: /Near the limit: the trigger only works every 10 minutes.*Nothing is lost/,
    };
    expect(health).toMatch(words[language]);
    expect(health).not.toMatch(/[{}]\w+[{}]/);
  });

  it('works every minute while there is enough', () => {
    const desk = startInProcess();
    desk.sweep();
    desk.post('huggy', status(1));
    desk.sweep();
    const before = state(desk).lastRunMs;
    desk.post('huggy', status(2));
    desk.sweep();
    expect(state(desk).lastRunMs).toBeGreaterThan(before);
  });

  it.each([
    ['the cache says so', false],
    ['the cache has forgotten', true],
  ])('from 80 %% on works every ten minutes, and returns at once between: %s', (_, forgets) => {
    const desk = startInProcess();
    desk.sweep();
    useUp(desk, 0.8);
    desk.sweep(10);
    desk.post('huggy', status(1));
    const before = state(desk);
    if (forgets) desk.interpose('CacheService', 'get', () => null);
    let reads = 0;
    desk.interpose('PropertiesService', 'setProperty', () => {
      throw new Error('a run that should rest has written');
    });
    for (let minute = 1; minute < 10; minute += 1) {
      desk.sweep();
      reads += 1;
    }
    expect(reads).toBe(9);
    expect(state(desk)).toEqual(before);
    desk.interpose('PropertiesService', 'setProperty', null);
    desk.sweep();
    expect(state(desk).lastRunMs).toBeGreaterThan(before.lastRunMs);
  });

  it('asks nothing of the properties while it rests', () => {
    const desk = startInProcess();
    desk.sweep();
    useUp(desk, 0.8);
    desk.sweep(10);
    desk.interpose('PropertiesService', 'getProperties', () => {
      throw new Error('a run that rests has asked');
    });
    expect(() => desk.sweep()).not.toThrow();
    expect(told(desk)).toContain('Perto do limite');
  });

  it('from 70 % on leaves rows to be rendered again, and renders them when the day is over', () => {
    const desk = startInProcess();
    desk.post('huggy', status(1));
    desk.sweep();
    useUp(desk, 0.75);
    desk.execute(() => {
      const { properties } = connectServices();
      const { settings } = configFrom(properties.getAll());
      saveSettings(properties, { ...settings, statusNames: { huggy: { '-1': 'Almoço' } } });
    });
    desk.sweep(12);
    desk.sweep(12);
    expect(JSON.stringify(desk.rows('Agora'))).not.toContain('Almoço');
    desk.sweep(24 * 60);
    desk.sweep(20);
    desk.sweep(20);
    expect(JSON.stringify(desk.rows('Agora'))).toContain('Almoço');
  });

  it('from 80 % on shows the views every ten minutes, and has counted Totais whenever it has swept', () => {
    const desk = startInProcess();
    desk.sweep();
    useUp(desk, 0.8);
    desk.sweep(10);
    const { views, totals } = state(desk);
    desk.post('huggy', status(1));
    desk.post('huggy', createEventSource().message(desk.nowMs, 1).body);
    for (let minute = 1; minute < 10; minute += 1) desk.sweep();
    expect([state(desk).views, state(desk).totals.mark]).toEqual([views, totals.mark]);
    desk.sweep();
    expect(state(desk).views).not.toEqual(views);
    expect(state(desk).totals.mark).toBeGreaterThan(totals.mark);
  });

  it('from 60 % of the operations on requests wait for the lock for a moment, and before not', () => {
    const desk = startInProcess();
    const waitsOfPost = (id: number): readonly number[] => {
      desk.lockWaits.length = 0;
      expect(desk.post('huggy', status(id))).toBe('OK');
      return [...desk.lockWaits];
    };
    desk.sweep();
    expect(waitsOfPost(1)).toEqual([0]);
    useUp(desk, 0.6);
    desk.sweep(10);
    expect(waitsOfPost(2)).toEqual([1500]);
  });

  it('what comes at the limit is written all the same', () => {
    const desk = startInProcess();
    desk.sweep();
    useUp(desk, 1.2);
    desk.sweep(10);
    desk.occupyLock(true);
    for (const id of [1, 2, 3]) expect(desk.post('huggy', status(id))).toBe('OK');
    desk.occupyLock(false);
    for (let minute = 0; minute < 21; minute += 1) desk.sweep();
    expect(desk.rows('Agora')).toHaveLength(3);
  });

  it('says so in Saúde while Google refuses the properties, and shows the figures again afterwards', () => {
    const desk = startInProcess();
    desk.post('huggy', status(1));
    desk.sweep();
    desk.interpose('PropertiesService', 'getProperties', () => {
      throw new Error('Service invoked too many times for one day: properties.');
    });
    desk.sweep();
    expect(told(desk)).toContain('O Google recusa por ora');
    desk.interpose('PropertiesService', 'getProperties', null);
    desk.sweep(20);
    expect(told(desk)).toContain('de 50.000 operações');
  });

  it('in quiet hours does all of its work every twenty minutes', () => {
    const desk = startInProcess();
    desk.sweep();
    for (let minute = 0; minute < 30; minute += 1) desk.sweep();
    const { lastRunMs } = state(desk);
    for (let minute = 0; minute < 19; minute += 1) desk.sweep();
    const later = state(desk).lastRunMs - lastRunMs;
    expect(later === 0 || later > 19 * 60_000).toBe(true);
  });
});

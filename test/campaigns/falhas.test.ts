import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { failureCodes, type FailureCode } from '../../src/events/failure';
import { failureTexts } from '../../src/events/failure-texts';
import * as app from '../../src/main';
import { connectServices } from '../../src/platform/connect';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Seam } from '../../src/twin/runtime/seam';
import { findVendor } from '../../src/vendors/registry';
import { askPanel, valueOf } from '../support/ask-panel';
import { startInProcess } from '../support/in-process';
import {
  agentStatus,
  sampleSecret,
  startPlantao,
  type Plantao,
  type Row,
} from '../support/plantao';

const token = '888c48839995c333939a80f0000dd354';
const refusedName = 'Nome que a planilha recusa';

/** A request that fails, and how Falhas and the journal tell of it. */
interface Case {
  readonly code: FailureCode;
  readonly vendor: string;
  readonly body: unknown;
  readonly query?: string;
  readonly situation: string;
  /** What the sender reads. */
  readonly answer: RegExp;
}

const waits = 'Espera por você';
const withEvents = (messages: unknown): object => ({ time: 1_790_000_000, messages, token });

const cases: readonly Case[] = [
  { code: 'emptyBody', vendor: 'evolvy', body: '', situation: waits, answer: /corpo veio vazio/ },
  {
    code: 'bodyTooLarge',
    vendor: 'evolvy',
    body: `{"a":"${'x'.repeat(1_000_000)}"}`,
    situation: waits,
    answer: /acima de 1 MB/,
  },
  { code: 'notJson', vendor: 'huggy', body: 'messages=x', situation: waits, answer: /não é JSON/ },
  {
    code: 'notAnObject',
    vendor: 'huggy',
    body: [1, 2],
    situation: waits,
    answer: /esperamos um objeto/,
  },
  {
    code: 'missingField',
    vendor: 'huggy',
    body: withEvents({ agentChangedStatus: [{ name: 'Sem id' }] }),
    situation: waits,
    answer: /OK/,
  },
  {
    code: 'wrongType',
    vendor: 'huggy',
    body: withEvents({ agentChangedStatus: [{ id: { a: 1 } }] }),
    situation: waits,
    answer: /OK/,
  },
  {
    code: 'badTime',
    vendor: 'huggy',
    body: { ...agentStatus(), time: 'ontem' },
    situation: waits,
    answer: /OK/,
  },
  {
    code: 'badPath',
    vendor: 'generic',
    body: { id: 1 },
    query: `k=generic.${sampleSecret}&w=${encodeURIComponent('naoexiste:x')}`,
    situation: waits,
    answer: /OK/,
  },
  {
    code: 'unknownToken',
    vendor: 'huggy',
    body: agentStatus({ token: 'outro' }),
    situation: waits,
    answer: /OK/,
  },
  {
    code: 'writeFault',
    vendor: 'huggy',
    body: agentStatus({ agents: [{ id: 7, name: refusedName }] }),
    situation: 'Tentando de novo',
    answer: /OK/,
  },
];

/** Google refuses every write of that one name. */
const refusing: Seam = {
  beforeCall: ({ method, args }) =>
    method === 'setValues' && JSON.stringify(args).includes(`"${refusedName}"`)
      ? {
          kind: 'throw',
          when: 'before',
          message: 'The data you entered violates the data validation rules.',
        }
      : undefined,
};

describe('Falhas', () => {
  let plantao: Plantao;
  const answers = new Map<FailureCode, string>();
  const rowOf = (code: FailureCode): Row | undefined =>
    plantao
      .rows('Falhas')
      .find((row) => String(row['Causa']).startsWith(failureTexts[code].cause.pt));
  beforeAll(async () => {
    plantao = await startPlantao({ seam: refusing });
    await plantao.post('huggy', agentStatus());
    for (const { code, vendor, body, query } of cases) {
      const answer = await plantao.post(vendor, body, query === undefined ? {} : { query });
      answers.set(code, JSON.stringify(answer));
    }
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it('knows a way to every code', () => {
    const elsewhere: readonly FailureCode[] = [
      'notRecognised',
      'decoderFault',
      'incompleteSpill',
      // test/campaigns/unreadable-tab.test.ts
      'unreadableTab',
    ];
    const covered = [...cases.map(({ code }) => code), ...elsewhere];
    expect(covered.toSorted()).toEqual([...failureCodes].toSorted());
  });

  it.each(cases)('$code has a row that says what to do, and the sender reads why', (one) => {
    expect(rowOf(one.code)).toMatchObject({
      Quantidade: 1,
      Situação: one.situation,
      'O que fazer': failureTexts[one.code].advice.pt,
    });
    expect(answers.get(one.code)).toMatch(one.answer);
  });

  it('nothing that failed is in a tab; what it stood beside is', () => {
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toEqual(['João Alves']);
    expect(plantao.rows('Mensagens')).toEqual([]);
  });

  it('a failure never stops its neighbours in the same request', async () => {
    const agents = [{ id: { a: 1 } }, { id: 8, name: 'Vizinha' }];
    await plantao.post('huggy', agentStatus({ agents }));
    expect(plantao.rows('Agora').map((row) => row['Agente'])).toContain('Vizinha');
  });

  it('no row holds what the customer sent: types and places only', () => {
    const texts = JSON.stringify(plantao.rows('Falhas'));
    expect(texts).not.toMatch(/Sem id|ontem|outro"|João/);
  });

  it('a decoder that throws keeps the request, and is tried again by itself', () => {
    const desk = startInProcess();
    const huggy = findVendor('huggy');
    if (huggy === undefined) throw new Error('Huggy is missing.');
    const broken = jest.spyOn(huggy, 'decode').mockImplementation(() => {
      throw new RangeError('our own fault');
    });
    expect(desk.post('huggy', agentStatus())).toBe('OK');
    desk.sweep();
    expect(desk.rows('Falhas')).toMatchObject([
      {
        Quantidade: 1,
        Situação: 'Tentando de novo',
        'O que fazer': failureTexts.decoderFault.advice.pt,
      },
    ]);
    broken.mockRestore();
    desk.sweep(2);
    expect(desk.rows('Agora')).toHaveLength(1);
    expect(desk.rows('Falhas')).toMatchObject([{ Quantidade: 1, Situação: 'Resolvida' }]);
  });

  it('a write that Google refuses is tried by the plan, then waits for a person', async () => {
    const refusal = { isOn: true };
    const beforeCall: Seam['beforeCall'] = (call) =>
      refusal.isOn ? refusing.beforeCall?.(call) : undefined;
    const clock = createVirtualClock(Date.UTC(2026, 9, 1, 12));
    const one = await startPlantao({ seam: { beforeCall }, clock });
    await one.post('huggy', agentStatus({ agents: [{ name: refusedName }] }));
    const situations: unknown[] = [];
    for (const minutes of [2, 12, 32, 62, 62]) {
      await one.twin.advance(minutes * 60_000);
      situations.push(one.rows('Falhas')[0]?.['Situação']);
    }
    const trying = 'Tentando de novo';
    expect(situations).toEqual([trying, trying, trying, waits, waits]);
    refusal.isOn = false;
    const report = await askPanel(
      one.twin,
      'replay',
      'cause',
      String(one.rows('Falhas')[0]?.['Chave']),
    );
    expect(valueOf(report)).toMatchObject({ taken: 1, failing: 0 });
    expect(one.rows('Agora')).toMatchObject([{ Agente: refusedName }]);
    expect(one.rows('Falhas')).toMatchObject([{ Quantidade: 1, Situação: 'Resolvida' }]);
    await one.twin.stop();
  });

  it('a request whose connection is gone meanwhile is kept, and says so', () => {
    const desk = startInProcess();
    desk.execute(() => app.pauseWriting_());
    desk.post('huggy', agentStatus());
    desk.execute(() => connectServices().properties.remove('connection.huggy'));
    desk.execute(() => app.resumeWriting_());
    desk.sweep();
    expect(desk.rows('Falhas')).toMatchObject([
      { Quantidade: 1, Causa: failureTexts.notRecognised.cause.pt, Situação: waits },
    ]);
    expect(desk.rows('Diário')).toMatchObject([{ Situação: 'falhou' }]);
  });

  it('a request whose execution died before it was whole is told as incomplete', () => {
    const desk = startInProcess();
    desk.execute(() => connectServices().properties.set('q.morto.0', 'H4sI'));
    desk.sweep(11);
    desk.sweep(11);
    expect(desk.rows('Falhas')).toMatchObject([
      { Quantidade: 1, Causa: failureTexts.incompleteSpill.cause.pt, Situação: waits },
    ]);
  });
});

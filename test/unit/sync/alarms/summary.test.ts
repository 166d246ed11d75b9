import { describe, expect, it } from '@jest/globals';
import { saySummary } from '../../../../src/sync/alarms/summary';
import { chatOfAddress, messageTo } from '../../../../src/sync/alarms/chats';
import { chatUrls } from '../../../support/plantao-with-chats';

const hourMs = 3_600_000;
const numbers = {
  received: 120,
  resolved: 118,
  replyMs: 3 * 60_000,
  onlineMs: 41.5 * hourMs,
  messagesIn: 900,
  messagesOut: 800,
  messagesFailed: 2,
};

describe('the summary of a day', () => {
  it('puts the same day of the week before in brackets', () => {
    const earlier = { ...numbers, received: 100, replyMs: null, onlineMs: 45_000 };
    const day = Date.UTC(2026, 9, 5) / (24 * hourMs);
    const summary = { day, now: numbers, earlier, waiting: 3, atRisk: 1 };
    expect(saySummary(summary, 'pt')).toBe(
      [
        'Plantão: resumo de 05/10 (entre parênteses, 28/09)',
        'Atendimentos recebidos: 120 (100)',
        'Atendimentos resolvidos: 118 (118)',
        'Primeira resposta, mediana: 3 min (–)',
        'Horas online da equipe: 41 h 30 min (45 s)',
        'Mensagens recebidas / enviadas / não entregues: 900 / 800 / 2 (900 / 800 / 2)',
        'Esperam agora: 3',
        'Pedidos que falharam: 1',
      ].join('\n'),
    );
  });
});

describe('the address of a chat', () => {
  it.each(Object.entries(chatUrls))('of %s is known', (id, url) => {
    expect(chatOfAddress(url)).toBe(id);
  });

  it.each([
    'http://hooks.slack.com/services/T1/B1/x',
    'https://hooks.slack.com.example.com/services/T1/B1/x',
    'https://example.com/https://hooks.slack.com/services/T1/B1/x',
    'https://hooks.slack.com@example.com/services/T1/B1/x',
    'https://example.com\\.logic.azure.com/workflows/1?sig=1',
    'https://example.com/x.logic.azure.com/workflows/1?sig=1',
    'https://chat.googleapis.com/v1/spaces/A/messages',
    'https://x.webhook.office.com/webhookb2/1',
  ])('%s is none', (url) => {
    expect(chatOfAddress(url)).toBeNull();
  });

  it('takes no link and no mention of everybody out of a name', () => {
    const request = messageTo('slack', chatUrls.slack, 'Loja <!channel> & filhos');
    expect(request.value).toEqual({ text: 'Loja ‹!channel› &amp; filhos' });
  });
});

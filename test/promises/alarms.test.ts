import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { agentStatus, type Row } from '../support/plantao';
import { chatUrls, startWithChats, type PlantaoWithChats } from '../support/plantao-with-chats';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Huggy spoke in every part of every hour for four weeks. */
const everyHour = '4zz00';

describe('P7: alarms', () => {
  let desk: PlantaoWithChats;
  const rowOf = (vendor: string, account = ''): Row | undefined =>
    desk.plantao
      .rows('Saúde')
      .find((row) => row['Plataforma'] === vendor && String(row['Conta']).startsWith(account));
  const told = (): string => String(rowOf('Plantão', 'Alarmes de hoje')?.['Alarme'] ?? '');
  const form = (changes: object): string =>
    JSON.stringify({ waitMinutes: '30', summaryHour: '-1', ...changes });

  beforeAll(async () => {
    desk = await startWithChats();
    await desk.plantao.post('huggy', agentStatus());
    await desk.minutes();
  });
  afterAll(() => desk?.stop());

  /** Types what is known of Huggy's rhythm into its hidden cell, as if four weeks had taught it. */
  async function teach(): Promise<void> {
    const { twin, rows } = desk.plantao;
    const sheet = twin.workbook.sheets.find(({ title }) => title === 'Saúde');
    const index = rows('Saúde').findIndex((row) => row['Plataforma'] === 'Huggy');
    const state = String(rows('Saúde')[index]?.['Estado']);
    const text = state.replace(/"week":"[^"]*"/, `"week":"${everyHour.repeat(168)}"`);
    const columns = Array.from({ length: sheet?.maxColumns ?? 0 }, (_unused, at) => at + 1);
    const column = columns.find((at) => sheet?.cell(2 + index, at)?.value === state) ?? 0;
    await twin.edit({ sheetId: sheet?.id ?? 0, row: 2 + index, column, text });
  }

  it('says in Saúde that there is none', () => {
    expect(rowOf('Plantão', 'Alarmes de hoje: nenhum.')).toBeDefined();
    expect(told()).toBe('');
  });

  it('keeps the address of a chat, never shows it again, and takes no other', async () => {
    for (const url of Object.values(chatUrls)) {
      const page = valueOf(await desk.ask('keepChat', url));
      expect(JSON.stringify(page)).not.toContain('segredo');
    }
    const bad = await desk.ask('keepChat', 'https://chat.googleapis.com.example.com/v1/spaces/1');
    expect(bad).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('Slack') });
    const retired = await desk.ask('keepChat', 'https://x.webhook.office.com/webhookb2/1');
    expect(retired).toMatchObject({ sentence: expect.stringContaining('Fluxos de trabalho') });
    expect(JSON.stringify(desk.plantao.rows('Ajustes'))).not.toContain('segredo');
  });

  it('sends a test to each chat, in its own form', async () => {
    for (const id of Object.keys(chatUrls)) valueOf(await desk.ask('testChat', id));
    const text = expect.stringContaining('mensagem de teste');
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text, wrap: true }] };
    expect(desk.messages).toMatchObject([
      { host: 'chat.googleapis.com', path: '/v1/spaces/AAAA1/messages', body: { text } },
      { host: 'hooks.slack.com', path: '/services/T1/B1/segredo2', body: { text } },
      {
        host: 'default1.22.environment.api.powerplatform.com',
        body: { type: 'message', attachments: [{ content: card }] },
      },
    ]);
    desk.messages.length = 0;
  });

  it('a platform that falls silent is told once, in Saúde, on the page and in the chats', async () => {
    await teach();
    await desk.minutes(30);
    expect(told()).toBe('');
    await desk.minutes(50);
    expect(told()).toMatch(/^13:\d\d Huggy · Exemplo: nada chega desde 12:00/);
    expect(desk.messages.map(({ host }) => host).toSorted()).toEqual([
      'chat.googleapis.com',
      'default1.22.environment.api.powerplatform.com',
      'hooks.slack.com',
    ]);
    expect(JSON.stringify(desk.messages[0]?.body)).toContain('nada chega desde 12:00');
    const page = valueOf(await desk.ask('readAlarms'));
    expect(String(fieldOf(page, 'today', 0))).toContain('nada chega desde');
    await desk.minutes(60);
    expect(told().split('\n')).toHaveLength(1);
    expect(desk.messages).toHaveLength(3);
  });

  it('events that failed are told; what a chat does not take is tried again, what it refuses is not', async () => {
    desk.messages.length = 0;
    desk.answer = [503, 'later'];
    await desk.plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    await desk.minutes(2);
    expect(told()).toContain('pedidos que falharam e esperam por você: 1');
    const tries = desk.messages.length;
    desk.answer = [404, 'no_service'];
    await desk.minutes(3);
    expect(desk.messages.length).toBe(tries + 3);
    await desk.minutes(10);
    expect(desk.messages.length).toBe(tries + 3);
    const page = valueOf(await desk.ask('readAlarms'));
    expect(String(fieldOf(page, 'chats', 1, 'state'))).toContain('404: no_service');
    desk.answer = [200, 'ok'];
    for (const id of Object.keys(chatUrls)) valueOf(await desk.ask('testChat', id));
    await desk.minutes(2);
    expect(JSON.stringify(desk.messages.at(-1)?.body)).toContain('esperam por você: 1');
  });

  it('a summary of yesterday comes once, at its hour, without names', async () => {
    valueOf(await desk.ask('saveAlarms', form({ summaryHour: '8' })));
    desk.messages.length = 0;
    await desk.minutes();
    expect(desk.messages).toEqual([]);
    const { clock } = desk;
    // 8:05 of the next day.
    clock.moveTo(
      Math.floor(clock.now() / dayMs) * dayMs + dayMs + 11 * 60 * minuteMs + 5 * minuteMs,
    );
    await desk.minutes(3);
    const texts = desk.messages.map(({ body }) => JSON.stringify(body));
    const summaries = texts.filter((text) => text.includes('resumo de 05/10'));
    expect(summaries).toHaveLength(3);
    expect(summaries[0]).toContain('Horas online da equipe');
    expect(texts.join('')).not.toContain('João');
  });

  it('takes no wait that is no number of minutes', async () => {
    for (const waitMinutes of ['dez', '-5', '9999', ''])
      expect(await desk.ask('saveAlarms', form({ waitMinutes }))).toMatchObject({
        kind: 'refused',
        sentence: expect.stringContaining('de 0 a 1440'),
      });
    const page = valueOf(await desk.ask('saveAlarms', form({ waitMinutes: '45' })));
    expect(fieldOf(page, 'form', 'waitMinutes')).toBe('45');
  });
});

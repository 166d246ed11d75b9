import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { decodeBody, factOf, factsOf, receivedAtMs } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { rowsAfter } from '../../../support/rows';

const atMs = 1_659_382_581_000;
const contact = { contactName: 'Cliente Exemplo', phone: '5575999990000' };
const customer = { contactId: '1001', email: 'cliente@example.com' };

const read = (name: string) => factsOf(huggy, readFixture(`huggy/reconstructed/${name}.json`));
const envelope = (name: string, item: object, time: number | null = 1_659_382_581) => ({
  time,
  messages: { [name]: [item] },
});
const send = (...told: Parameters<typeof envelope>) => factsOf(huggy, envelope(...told));
/** The attendances of chat 4 after those events. */
const attended = (...bodies: readonly object[]) => rowsAfter(huggy, bodies).attendancesOf('4');

describe('Huggy: chats', () => {
  it('createdChat opens the conversation, and no attendance while the bot has it', () => {
    const facts = read('createdChat-deprecated');
    expect(factOf(facts, 'conversation')).toEqual({
      id: '4004',
      atMs,
      fields: {
        ...contact,
        ...customer,
        channel: 'WhatsApp',
        teamName: '3003',
        status: 'bot',
        openedAt: atMs,
        closedAt: null,
        lastActivityAt: atMs,
        statusHistory: [[atMs, 'bot']],
      },
    });
    expect(facts.map(({ entity }) => entity)).toEqual(['conversation', 'contact']);
    const rows = rowsAfter(huggy, [readFixture('huggy/reconstructed/createdChat-deprecated.json')]);
    expect(rows.attendancesOf('4004')).toEqual([]);
  });

  it.each([
    ['flat', { id: 4, situation: 'wait_for_chat', created_at: '2022-08-01 16:00:00' }],
    ['nested', { chat: { id: 4, situation: 'in_queue', created_at: '2022-08-01 16:00:00' } }],
  ])('startedChat (%s) in the queue is an attendance that waits', (_, item) => {
    const openedAt = Date.UTC(2022, 7, 1, 19);
    expect(attended(envelope('startedChat', item))).toMatchObject([
      { attendance: '4', conversation: '4', status: 'Aguardando', requestedAt: openedAt },
    ]);
    expect(factOf(send('startedChat', item), 'conversation').fields).toMatchObject({ openedAt });
  });

  it('agentEntered starts the attendance and names the operator', () => {
    const facts = read('agentEntered');
    expect(factOf(facts, 'conversation').fields).toMatchObject({
      ...contact,
      status: 'open',
      agentName: 'Agente Exemplo',
      teamName: '3003',
      closedAt: null,
      statusHistory: [[atMs, 'open']],
    });
    expect(factOf(facts, 'contact').id).toBe('1001');
    const rows = rowsAfter(huggy, [readFixture('huggy/reconstructed/agentEntered.json')]);
    expect(rows.attendancesOf('4004')).toMatchObject([
      {
        attendance: '4004',
        customer: 'Cliente Exemplo',
        phone: '5575999990000',
        department: '3003',
        operator: 'Agente Exemplo',
        status: 'Em atendimento',
        startedAt: atMs,
        finishedAt: null,
      },
    ]);
  });

  it('an attendance that waited in the queue starts with the earliest agent', () => {
    const at = (seconds: number): number => 1_659_382_581 + seconds;
    const agent = (name: string) => ({ id: 4, situation: 'in_chat', agent: { name } });
    const day = [
      envelope('startedChat', { id: 4, situation: 'auto' }, at(0)),
      envelope('leftQueue', { id: 4, situation: 'wait_for_chat' }, at(10)),
      envelope('agentEntered', agent('Ana'), at(60)),
      envelope('agentEntered', agent('Bia'), at(90)),
      envelope('closedChat', { id: 4, situation: 'finishing' }, at(200)),
    ];
    for (const bodies of [day, day.toReversed()])
      expect(attended(...bodies)).toMatchObject([
        {
          status: 'Finalizado',
          operator: 'Bia',
          requestedAt: at(10) * 1000,
          startedAt: at(60) * 1000,
          finishedAt: at(200) * 1000,
          wait: 50_000,
          duration: 140_000,
        },
      ]);
  });

  it.each([[null], [[]], [undefined], [{ id: null }]])(
    'an agent who entered and is not named (%j): served, by nobody known',
    (agent) => {
      const entered = envelope('agentEntered', { id: 4, situation: 'in_chat', agent });
      expect(attended(entered)).toMatchObject([
        { status: 'Em atendimento', operator: null, startedAt: atMs },
      ]);
      const undated = envelope('agentEntered', { id: 4, agent }, null);
      expect(attended(undated)).toMatchObject([{ status: 'Em atendimento', operator: null }]);
      const named = envelope('agentEntered', { id: 4, agent: { name: 'Ana' } }, 1_659_382_500);
      expect(attended(entered, named)).toMatchObject([
        { status: 'Em atendimento', operator: 'Ana' },
      ]);
    },
  );

  it('an agent of whom a message has the number alone serves the chat', () => {
    const message = {
      id: 9,
      chat: { id: 4, situation: 'in_chat' },
      receiverType: 'agent',
      receiver: { id: 2 },
    };
    const bodies = [
      envelope('leftQueue', { id: 4, situation: 'wait_for_chat' }, 1_659_382_500),
      envelope('leftQueue', { id: 4, situation: 'in_chat' }),
      envelope('receivedAllMessage', message),
    ];
    expect(attended(...bodies)).toMatchObject([{ status: 'Em atendimento', operator: null }]);
  });

  it('closedChat ends both, and says nothing of customer and agent, whom it does not name', () => {
    const finishedAt = Date.UTC(2022, 7, 1, 20);
    const facts = read('closedChat');
    expect(factOf(facts, 'conversation')).toEqual({
      id: '4004',
      atMs,
      fields: {
        channel: 'WhatsApp',
        status: 'closed',
        closedAt: finishedAt,
        lastActivityAt: atMs,
        category: 'Resolvido',
        statusHistory: [[finishedAt, 'closed']],
      },
    });
    expect(facts).toHaveLength(1);
  });

  it('a closedChat alone is a finished attendance with blanks', () => {
    const rows = rowsAfter(huggy, [readFixture('huggy/reconstructed/closedChat.json')]);
    expect(rows.attendancesOf('4004')).toMatchObject([
      {
        attendance: '4004',
        customer: null,
        operator: null,
        department: null,
        status: 'Finalizado',
        startedAt: null,
        finishedAt: Date.UTC(2022, 7, 1, 20),
        duration: null,
        category: 'Resolvido',
      },
    ]);
  });

  it.each([
    ['null', null, null],
    ['PHP’s []', [], null],
    ['only a number', { id: 77 }, '77'],
    ['a text', 'Venda', 'Venda'],
    ['absent', undefined, null],
  ])('tabulation %s', (_, tabulation, category) => {
    expect(attended(envelope('closedChat', { id: 4, tabulation }))).toMatchObject([{ category }]);
  });

  it('without closed_at the chat ended at the envelope’s time', () => {
    expect(attended(envelope('closedChat', { id: 4 }))).toMatchObject([{ finishedAt: atMs }]);
  });

  it('without any time what was observed is dated by the receipt', () => {
    const item = { id: 4, agent: { id: 2 }, department: 8 };
    const { atMs: version, fields } = factOf(send('agentEntered', item, null), 'conversation');
    expect(version).toBeNull();
    expect(fields).toMatchObject({
      agents: [[receivedAtMs, '2']],
      teams: [[receivedAtMs, '8']],
      statusHistory: [[receivedAtMs, 'open']],
      lastActivityAt: undefined,
    });
    expect(attended(envelope('agentEntered', item, null))).toMatchObject([
      { operator: '2', department: '8' },
    ]);
  });

  it.each(['31/12/2026 10:00:00', true, '0000-00-00'])(
    'closed_at %j: the chat ended at the envelope’s time',
    (closed_at) => {
      expect(attended(envelope('closedChat', { id: 4, closed_at }))).toMatchObject([
        { finishedAt: atMs },
      ]);
    },
  );

  it.each([
    ['leftQueue', { id: 4, situation: 'in_chat' }],
    ['updatedChatDepartment', { chat: { id: '4', situation: 'in_chat', department: 8 } }],
    ['updatedWorkflowStep', { chatID: 4, situation: 'in_chat' }],
  ])('%s: the chat’s state, wherever its id is', (name, item) => {
    const { id, fields } = factOf(send(name, item), 'conversation');
    expect(id).toBe('4');
    expect(fields).toMatchObject({ status: 'open', statusHistory: [[atMs, 'open']] });
  });

  it('a chat event without any id is a failure that says where', () => {
    expect(decodeBody(huggy, { time: 5, messages: { leftQueue: [{}] } })).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField', path: 'messages.leftQueue[0].id' } },
    ]);
  });
});

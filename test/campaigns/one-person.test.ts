import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHands, twice, type Hands, type Prepared } from '../support/hands';

/**
 * WhatsApp hides the phone of some people behind a LID; some events tell both, others only one of the two. It is one person with
 * one conversation, in whichever order the events come. A public receiver of Z-API's webhooks joins chats by `chatLid`, too.
 */
const lid = '81896600000005@lid';
const phone = '5511966600005';
const momentMs = 1_782_907_200_000;
const secondMs = 1000;

interface Step {
  readonly webhook: string;
  readonly body: object;
}

const message = (id: string, who: object, seconds: number): Step => ({
  webhook: 'receiveMessage',
  body: {
    type: 'ReceivedCallback',
    messageId: id,
    fromMe: false,
    isGroup: false,
    momment: momentMs + seconds * secondMs,
    status: 'RECEIVED',
    senderName: 'Zap 5',
    chatName: 'Zap 5',
    text: { message: `texto ${id}` },
    ...who,
  },
});

const steps = {
  phoneOnly: {
    webhook: 'startAttendance',
    body: {
      attendance: {
        attendanceNumber: 77,
        customer: { name: 'Zap 5', phone },
        momment: momentMs + 1,
        status: 'PROGRESS',
      },
      chat: {},
    },
  },
  lidOnly: message('LID', { phone: lid, chatLid: lid }, 10),
  both: message('BOTH', { phone, chatLid: lid }, 30),
} as const satisfies Readonly<Record<string, Step>>;

const names = ['phoneOnly', 'lidOnly', 'both'] as const;

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    ordersOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

/** What a person sees of people and messages, whatever the order of the rows. */
function seen(hands: Hands): unknown {
  const contacts = hands
    .rows('Contatos')
    .map((row) => [row['Contato'], row['Nome'], row['Telefone']]);
  const messages = hands
    .rows('Mensagens')
    .map((row) => [row['Mensagem'], row['Conversa'], row['Telefone'], row['Contato']].map(String))
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
  return { contacts, messages };
}

const due = {
  contacts: [[phone, 'Zap 5', phone]],
  messages: ['BOTH', 'LID'].map((id) => [id, phone, phone, 'Zap 5']),
};

describe('A person whose phone is hidden at times', () => {
  let empty: Prepared;
  beforeAll(async () => {
    const hands = await startHands();
    await hands.stop();
    empty = hands.stored();
  });

  it.each(ordersOf(names).map((order) => [order.join(', '), order] as const))(
    'is one contact with one conversation, in the order %s',
    async (_title, order) => {
      const hands = await startHands(empty);
      for (const name of order) await hands.post('plug', steps[name].body, steps[name]);
      expect(seen(hands)).toEqual(due);
      for (const name of order) await hands.post('plug', steps[name].body, steps[name]);
      await hands.settle();
      expect(seen(hands)).toEqual(due);
      await hands.stop();
    },
  );

  it('loses nothing when what tells both is older than all that was known', async () => {
    const hands = await startHands(empty);
    const older = message('OLD', { phone, chatLid: lid, senderName: 'Zap velho' }, -60);
    const later = message('LATER', { phone: lid, chatLid: lid, senderName: 'Zap novo' }, 90);
    for (const { body, webhook } of [steps.phoneOnly, later, older, steps.lidOnly])
      await hands.post('plug', body, { webhook });
    expect(seen(hands)).toEqual({
      contacts: [[phone, 'Zap novo', phone]],
      messages: ['LATER', 'LID', 'OLD'].map((id) => [id, phone, phone, expect.any(String)]),
    });
    await hands.stop();
  });

  it('stays behind the LID while nothing tells the phone, and the LID is no phone', async () => {
    const hands = await startHands(empty);
    for (const { body, webhook } of [steps.lidOnly, steps.phoneOnly])
      await hands.post('plug', body, { webhook });
    expect(hands.rows('Contatos').map((row) => [row['Contato'], row['Telefone'] ?? ''])).toEqual([
      [lid, ''],
      [phone, phone],
    ]);
    await hands.stop();
  });

  it('is not the person of the same LID in another account', async () => {
    const hands = await startHands(empty);
    const evolution = (id: string, key: object) => ({
      event: 'messages.upsert',
      instance: 'loja',
      data: {
        key: { id, fromMe: false, ...key },
        message: { conversation: 'oi' },
        pushName: 'Eva',
      },
    });
    await hands.post('plug', steps.both.body, steps.both);
    await hands.post('generic', evolution('A', { remoteJid: lid }));
    expect(hands.rows('Contatos')).toHaveLength(2);
    const both = { remoteJid: lid, remoteJidAlt: '5511900000001@s.whatsapp.net' };
    await hands.post('generic', evolution('B', both));
    const phones = hands.rows('Contatos').map(({ Telefone }) => Telefone);
    expect(new Set(phones)).toEqual(new Set(['5511900000001', phone]));
    expect(phones).toHaveLength(2);
    await hands.stop();
  });
});

describe('In tabs of thousands of rows', () => {
  const filling = 2600;
  let hands: Hands;
  beforeAll(async () => {
    hands = await startHands();
    await hands.post('plug', steps.both.body, steps.both);
    const other = message('OTHER', { phone: '55@lid', chatLid: '55@lid' }, 0);
    await hands.post('plug', other.body, other);
    await hands.do('fill', 'Contatos', filling, Date.now(), secondMs);
    hands.wait(filling * secondMs);
  });
  afterAll(() => hands.stop());

  it('a LID is found beside the phone that was told long ago', async () => {
    await hands.post('plug', steps.lidOnly.body, steps.lidOnly);
    await hands.settle();
    const row = hands.rows('Mensagens').find((one) => one['Mensagem'] === 'LID');
    expect(row).toMatchObject({ Telefone: phone, Conversa: phone });
    expect(hands.keys('contacts')).toHaveLength(filling + 2);
  });

  it('the row of a LID that was told long ago becomes the person of the phone', async () => {
    const told = message('TOLD', { phone: '5511966600055', chatLid: '55@lid' }, 40);
    await hands.post('plug', told.body, told);
    await hands.settle();
    expect(hands.count('contacts', '5511966600055')).toBeGreaterThan(0);
    expect(hands.count('contacts', '55@lid')).toBe(0);
    expect(hands.keys('contacts')).toHaveLength(filling + 2);
    expect(twice(hands.keys('contacts'))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import type { Fact } from '../../../../src/events/event';
import { factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';
import { change, send, sentAtMs } from './whatsapp-bodies';

type Requests = readonly (readonly Fact[])[];

/** Every order in which the requests may arrive. */
function ordersOf(requests: Requests): readonly Requests[] {
  if (requests.length < 2) return [requests];
  return requests.flatMap((first, index) =>
    ordersOf(requests.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

const field = (name: string): readonly Fact[] =>
  factsOf(weni, readFixture(`weni/field/${name}.json`));

const at = (seconds: number): string => String(sentAtMs / 1000 + seconds);
const original = send({
  id: 'm',
  type: 'image',
  image: { id: 'i', caption: 'uma', url: 'https://x.example/1' },
});
const editOf = (id: string, seconds: number, message: unknown): readonly Fact[] =>
  send({ id, timestamp: at(seconds), type: 'edit', edit: { original_message_id: 'm', message } });
const edit = editOf('e1', 60, { type: 'image', image: { id: 'i', caption: 'duas' } });
const secondEdit = editOf('e2', 90, { type: 'image', image: { id: 'i', caption: 'três' } });
const revoke = send({
  id: 'r',
  timestamp: at(120),
  type: 'revoke',
  revoke: { original_message_id: 'm' },
});

describe('Weni: a message that is edited or deleted', () => {
  it.each(ordersOf([original, edit]).map((order) => [order]))(
    'an edit changes the original row, whichever comes first (%#)',
    (order) => {
      expect(mergedFields('message', 'm', order)).toMatchObject({
        kind: 'image',
        text: 'duas',
        attachmentUrl: 'https://x.example/1',
        senderName: 'Ana',
        sentAt: sentAtMs,
      });
    },
  );

  it.each(ordersOf([original, edit, secondEdit]).map((order) => [order]))(
    'the newest edit holds, in any order (%#)',
    (order) => {
      expect(mergedFields('message', 'm', order).text).toBe('três');
    },
  );

  it.each(ordersOf([original, edit, revoke]).map((order) => [order]))(
    'a deleted message is gone, with its file; the row stays and says so (%#)',
    (order) => {
      const merged = mergedFields('message', 'm', order);
      expect(merged).toMatchObject({
        text: '[Mensagem apagada]',
        attachmentUrl: null,
        status: 'deleted',
        senderName: 'Ana',
        sentAt: sentAtMs,
      });
    },
  );

  const sameSecond = [
    original,
    editOf('e', 0, { type: 'text', text: { body: 'no mesmo segundo' } }),
  ];
  it.each(ordersOf(sameSecond).map((order) => [order]))(
    'within one second the edit comes after the original (%#)',
    (order) => {
      expect(mergedFields('message', 'm', order).text).toBe('no mesmo segundo');
    },
  );

  it('changes write no row of their own, and none that is taken for new', () => {
    const messages = [...edit, ...revoke].filter(({ entity }) => entity === 'message');
    expect(messages.map(({ id, bornAtMs }) => [id, bornAtMs])).toEqual([
      ['m', undefined],
      ['m', undefined],
    ]);
  });

  it('an edit without a message leaves the text as it was', () => {
    const order = [original, editOf('e', 60, undefined)];
    expect(mergedFields('message', 'm', order).text).toBe('uma');
  });

  it('in a group the one who deletes is not taken for the one who wrote', () => {
    const group = { group_id: 'G1' };
    const written = send({ ...group, id: 'm', type: 'text', text: { body: 'oi' } });
    const byAdmin = send({
      ...group,
      from: '5511999990001',
      id: 'r',
      timestamp: at(5),
      type: 'revoke',
      revoke: { original_message_id: 'm' },
    });
    expect(mergedFields('message', 'm', [written, byAdmin])).toMatchObject({
      senderName: 'Ana',
      phone: '5511999990000',
      status: 'deleted',
    });
  });

  it('receipts that come after a deletion change nothing', () => {
    const status = factsOf(
      weni,
      change({
        statuses: [{ id: 'm', recipient_id: '5511999990000', status: 'read', timestamp: at(500) }],
      }),
    );
    expect(mergedFields('message', 'm', [revoke, status]).status).toBe('deleted');
  });

  it('text, then its deletion, as the field sends them', () => {
    const requests = [field('text-then-revoke-1'), field('text-then-revoke-2')];
    expect(mergedFields('message', 'wamid.FIELDW007', requests)).toMatchObject({
      kind: 'text',
      text: '[Mensagem apagada]',
      status: 'deleted',
    });
  });
});

const preference = (seconds: number, value: string, more: object = {}): readonly Fact[] => {
  const said = { wa_id: '5511999990000', category: 'marketing_messages', value, ...more };
  const user_preferences = [{ ...said, timestamp: sentAtMs / 1000 + seconds }];
  return factsOf(weni, change({ user_preferences }, 'user_preferences'));
};
const leaveOf = (order: Requests): unknown => {
  const { leftAt, leaveReason } = mergedFields('contact', 'tel:5511999990000', order);
  return { leftAt, leaveReason };
};

describe('Weni: a contact who stops and resumes marketing messages', () => {
  const leaveReason = 'Não quer mais mensagens de marketing';
  const stop = preference(0, 'stop');
  const resume = preference(60, 'resume');
  const stopAgain = preference(120, 'stop');

  it.each(ordersOf([stop, resume]).map((order) => [order]))('stop, resume (%#)', (order) => {
    expect(leaveOf(order)).toEqual({ leftAt: null, leaveReason: null });
  });

  it.each(ordersOf([stop, resume, stopAgain]).map((order) => [order]))(
    'stop, resume, stop: left at the last (%#)',
    (order) => {
      expect(leaveOf(order)).toEqual({ leftAt: sentAtMs + 120_000, leaveReason });
    },
  );

  it('as the field sends them', () => {
    const requests = [field('stop-then-resume-1'), field('stop-then-resume-2')];
    expect(mergedFields('contact', 'tel:5511988880111', requests)).toMatchObject({
      name: 'Xande Prova',
      leftAt: null,
    });
  });

  it('a person without a phone is known by Meta’s id', () => {
    const facts = preference(0, 'stop', { wa_id: undefined, user_id: 'BR.1A' });
    expect(facts).toMatchObject([{ entity: 'contact', id: 'BR.1A', fields: { leaveReason } }]);
  });

  it('another category says itself what was stopped', () => {
    const facts = preference(0, 'stop', { category: 'news', detail: 'No more news' });
    expect(facts).toMatchObject([{ fields: { leaveReason: 'No more news' } }]);
  });

  it('another word, and nobody to say it of, write nothing', () => {
    expect(preference(0, 'pause')).toEqual([]);
    expect(preference(0, 'stop', { wa_id: undefined })).toEqual([]);
  });
});

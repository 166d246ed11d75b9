import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { listFixtures, readFixture } from '../../../support/fixtures';

describe('PlugChat: the connection', () => {
  it('has the seven URLs of update-webhooks, each under its own name', () => {
    expect(plug.webhooks.map(({ id }) => id).toSorted()).toEqual([
      'finishAttendance',
      'messageDeliveryError',
      'messageStatus',
      'receiveMessage',
      'sendingMessage',
      'startAttendance',
      'whenDisconnecting',
    ]);
    for (const { id, clickPath } of plug.webhooks) expect(clickPath.pt).toContain(id);
  });

  it('is answered without a redirect', () => {
    expect(plug.answer).toEqual({ kind: 'html' });
  });

  it.each(listFixtures('plug').filter((name) => name.includes('presence')))(
    '%s is noise before the journal',
    (name) => {
      const noise = { kind: 'noise', name: 'PresenceChatCallback' };
      expect(plug.inspect(readFixture(`plug/${name}`))).toEqual(noise);
    },
  );

  it.each([
    ['zapi-received-alteracao-da-foto-do-whatsapp-conectado.json', 'PROFILE_PICTURE_UPDATED'],
    ['zapi-received-alteracao-de-etiquetas-de-um-chat.json', 'CHAT_LABEL_ASSOCIATION'],
  ])('%s, a notice without a message, too', (name, notification) => {
    expect(plug.inspect(readFixture(`plug/${name}`))).toEqual({
      kind: 'noise',
      name: notification,
    });
  });

  it.each([[readFixture('plug/plug-receiveMessage.json')], [{}], [[]], [null], ['x'], [7]])(
    'everything else is an event without a secret',
    (body) => {
      expect(plug.inspect(body)).toEqual({ kind: 'event', token: null });
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { createOutbox, makeMailApp } from '../../../../src/twin/services/web/mail';
import { makeExecution, messageOf, openService } from '../../../support/execution-context';

function openMail(recipientsPerDay?: number) {
  const outbox = createOutbox(recipientsPerDay);
  return { outbox, mail: openService(makeMailApp(outbox), makeExecution()) };
}

describe('MailApp', () => {
  it.each([
    [
      [{ to: 'a@example.com', subject: 'S', body: 'B', cc: 'c@example.com' }],
      { cc: 'c@example.com' },
    ],
    [['a@example.com', 'S', 'B'], {}],
    [['a@example.com', 'S', 'B', { htmlBody: '<b>B</b>' }], { htmlBody: '<b>B</b>' }],
    [['a@example.com', 'r@example.com', 'S', 'B'], { replyTo: 'r@example.com' }],
  ])('records sendEmail%p instead of sending', (values, more) => {
    const { outbox, mail } = openMail();
    mail.call('sendEmail', ...values);
    expect(outbox.messages).toEqual([
      {
        sentAtMs: Date.UTC(2026, 0, 5, 12),
        from: 'owner@example.com',
        to: 'a@example.com',
        cc: '',
        bcc: '',
        replyTo: '',
        subject: 'S',
        body: 'B',
        htmlBody: '',
        ...more,
      },
    ]);
  });

  it('counts recipients against the day', async () => {
    const { mail } = openMail();
    expect(mail.call('getRemainingDailyQuota')).toBe(100);
    mail.call('sendEmail', { to: 'Ana <a@example.com>, b@example.com', bcc: 'c@example.com' });
    expect(mail.call('getRemainingDailyQuota')).toBe(97);
    const { mail: small, outbox } = openMail(1);
    const send = () => small.call('sendEmail', 'a@example.com,b@example.com', 'S', 'B');
    expect(await messageOf(send)).toBe('Service invoked too many times for one day: email.');
    expect(outbox.messages).toEqual([]);
  });

  it.each([
    [{ subject: 'S' }, 'Failed to send email: no recipient'],
    [{ to: 'nobody' }, 'Invalid email: nobody'],
    [
      { to: Array(51).fill('a@example.com').join() },
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    [{ to: 'a@example.com', body: 'x'.repeat(204_801) }, 'Limit Exceeded: Email Body Size.'],
  ])('refuses (case %#)', (message, error) => {
    const { mail } = openMail();
    expect(() => mail.call('sendEmail', message)).toThrow(error);
  });
});

import { describe, expect, it } from '@jest/globals';
import { treble } from '../../../../src/vendors/treble/treble';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';

describe('Treble: session.close of the webhook center', () => {
  it('is the same close in ISO 8601, with or without messages', () => {
    const body = {
      event_id: 'e1',
      timestamp: '2026-05-04T23:03:09.195065Z',
      event_type: 'session.close',
      session: { external_id: 's1', closed_at: '2026-05-04T23:03:00Z' },
      user: { country_code: '+55', cellphone: '11999990000' },
      hsm: { name: 'boas_vindas' },
    };
    const [part] = decodeBody(treble, body);
    expect(part).toMatchObject({
      event: { name: 'session.close', entityId: 's1', atMs: Date.UTC(2026, 4, 4, 23, 3) },
    });
    expect(factOf(factsOf(treble, body), 'attendance').fields).toMatchObject({
      status: 'finished',
      phone: '+5511999990000',
      finishedAt: Date.UTC(2026, 4, 4, 23, 3),
    });
  });

  it('without closed_at the event’s time is the end', () => {
    const body = {
      event_type: 'session.close',
      timestamp: '2026-05-04T23:03:09Z',
      session: { external_id: 's1' },
    };
    expect(factOf(factsOf(treble, body), 'conversation').fields).toMatchObject({
      closedAt: Date.UTC(2026, 4, 4, 23, 3, 9),
    });
  });
});

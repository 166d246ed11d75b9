import { describe, expect, it } from '@jest/globals';
import { treble } from '../../../../src/vendors/treble/treble';
import { fetched, received, rowsTold } from '../../../support/told-rows';
import { decodeRecordOf } from './bodies';

const second = Date.UTC(2026, 9, 5, 12) / 1000;
const user = { country_code: '+55', cellphone: '11980000000' };
const ended = { api: 'session', id: 's1', finished_at: '2026-10-05 12:10:00', user };

describe('Treble: a session of the API', () => {
  it('without its history says nothing of how many messages it had', () => {
    const countOf = (record: object): unknown => decodeRecordOf(record, 'attendance').messageCount;
    expect(countOf(ended)).toBeUndefined();
    expect(countOf({ ...ended, messages: [] })).toBe(0);
  });

  it('its location is the row that the close gives', () => {
    const message = { created_at: second, delivered_at: null, read_at: null };
    const place = { type: 'location', location: { latitude: -23.5, longitude: -46.6 } };
    const close = received({
      session: { external_id: 's1', closed_at: '2026-10-05 12:10:00' },
      user,
      messages: [{ ...place, sender: 'user', created_at: '2026-10-05 12:00:00' }],
    });
    for (const text of ['', null, '-23.5,-46.6']) {
      const file = { type: 'LOCATION', sender: 'USER', text, file_url: null };
      const record = fetched({ ...ended, messages: [{ ...message, ...file }] });
      for (const told of [
        [close, record],
        [record, close],
      ]) {
        const rows = rowsTold(treble, told, {}).filter((row) => row.startsWith('Mensagens'));
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatch(/Localização.*-23\.5, -46\.6/);
      }
      expect(rowsTold(treble, [record], {}).join('\n')).toContain('Localização');
    }
  });
});

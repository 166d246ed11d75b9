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
});

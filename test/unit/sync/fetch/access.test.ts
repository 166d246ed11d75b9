import { describe, expect, it } from '@jest/globals';
import {
  apiAccessFrom,
  apiTokenOf,
  forgetApiToken,
  saveApiAccess,
  saveApiToken,
} from '../../../../src/settings/api-access';
import { checkAccess, openApi } from '../../../../src/sync/fetch/api';
import { longToken } from '../../../support/strict-huggy/account';

const evolvy = { baseUrl: 'https://chat.example.com', accountId: '7' };
const uuid = '0b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f';

describe('the access to an API', () => {
  it('is kept by connection, its token apart', () => {
    const kept: Record<string, string> = {};
    const store = {
      set: (key: string, value: string) => void (kept[key] = value),
      remove: (key: string) => void delete kept[key],
    };
    saveApiAccess(store, 'c1', evolvy);
    saveApiToken(store, 'c1', 'a-token');
    expect(apiAccessFrom(kept, 'c1')).toEqual(evolvy);
    expect(apiTokenOf(kept, 'c1')).toBe('a-token');
    expect(kept['api.c1']).not.toContain('a-token');
    forgetApiToken(store, 'c1');
    expect(apiTokenOf(kept, 'c1')).toBeNull();
    expect(openApi(kept, { id: 'c1', vendor: 'evolvy' })).toBeNull();
  });

  it.each([
    'http://chat.example.com',
    'https://ana:secret@chat.example.com',
    'https://chat.example.com/app',
    'https://chat.example.com?x=1',
    'https://chat.example.com#x',
    'https://localhost',
    'https://chat.example.com\\@other.example.com',
    'chat.example.com',
  ])('leads to a host and nowhere else: not %s', (baseUrl) => {
    expect(checkAccess('evolvy', { ...evolvy, baseUrl }, null)).toBe('badBaseUrl');
  });

  it('is asked for what its platform needs', () => {
    const blank = { baseUrl: '', accountId: '' };
    expect(checkAccess('evolvy', evolvy, 'a-token')).toBeNull();
    expect(checkAccess('evolvy', blank, null)).toBe('badBaseUrl');
    expect(checkAccess('evolvy', { ...evolvy, accountId: '' }, null)).toBe('badAccountId');
    expect(checkAccess('evolvy', { ...evolvy, accountId: '7/../8' }, null)).toBe('badAccountId');
    expect(checkAccess('evolvy', evolvy, 'a token')).toBe('badToken');
    expect(checkAccess('plug', blank, null)).toBe('badAccountId');
    expect(checkAccess('weni', blank, uuid)).toBeNull();
    expect(checkAccess('weni', blank, 'no-uuid')).toBe('badToken');
    expect(checkAccess('huggy', blank, 'a.b.c')).toBeNull();
    expect(checkAccess('huggy', blank, longToken)).toBeNull();
    expect(checkAccess('huggy', blank, 'x'.repeat(4001))).toBe('badToken');
    expect(checkAccess('treble', blank, 'a-key')).toBeNull();
    expect(checkAccess('generic', blank, null)).toBe('noApi');
  });
});

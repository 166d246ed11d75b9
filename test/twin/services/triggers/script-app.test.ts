import { describe, expect, it } from '@jest/globals';
import { EnumValue } from '../../../../src/twin/runtime/host-object';
import { AuthorizationRequired } from '../../../../src/twin/services/triggers/authorization';
import { openScript, SCOPES, URLS } from '../../../support/script-app';

describe('ScriptApp: web app address', () => {
  it.each([
    ['webApp', undefined, URLS.exec],
    ['menu', undefined, URLS.dev],
    ['trigger', undefined, URLS.dev],
    ['trigger', 'null', null],
    ['menu', 'exec', URLS.exec],
  ] as const)('in %s with %p it is %p', (kind, serviceUrlElsewhere, expected) => {
    const parts = serviceUrlElsewhere === undefined ? {} : { serviceUrlElsewhere };
    const service = openScript().open({ kind, parts }).open('getService');
    expect(service.call('getUrl')).toBe(expected);
    expect(service.call('isEnabled')).toBe(true);
  });

  it('is null and not enabled before the first deployment', () => {
    const parts = { webAppUrls: () => ({ exec: null, dev: null }) };
    const service = openScript().open({ parts }).open('getService');
    expect(service.call('getUrl')).toBeNull();
    expect(service.call('isEnabled')).toBe(false);
  });
});

describe('ScriptApp: authorisation', () => {
  it('nothing is missing unless taken away', () => {
    const script = openScript().open();
    script.call('requireAllScopes', 'FULL');
    const info = script.open('getAuthorizationInfo', 'FULL');
    expect(info.call('getAuthorizationStatus')).toEqual(
      new EnumValue('AuthorizationStatus', 'NOT_REQUIRED'),
    );
    expect(info.call('getAuthorizationUrl')).toBeNull();
    expect(info.call('getAuthorizedScopes')).toEqual(SCOPES);
  });

  it('a scope not ticked ends the run when it is asked for', () => {
    const { authorization, open } = openScript();
    authorization.grant('owner@example.com', SCOPES.slice(0, 1));
    expect(() => open().call('requireAllScopes', 'FULL')).toThrow(AuthorizationRequired);
    expect(() => open().call('requireScopes', 'FULL', SCOPES.slice(1))).toThrow(
      'Authorization is required to perform that action.',
    );
    open().call('requireScopes', 'FULL', SCOPES.slice(0, 1));
    const info = open().open('getAuthorizationInfo', 'FULL');
    expect(info.call('getAuthorizationStatus')).toEqual(
      new EnumValue('AuthorizationStatus', 'REQUIRED'),
    );
    expect(info.call('getAuthorizationUrl')).toMatch(/^https:/);
    authorization.grant('owner@example.com');
    open().call('requireAllScopes', 'FULL');
  });

  it('invalidateAuth takes everything from the user, and from no other', () => {
    const { authorization, open } = openScript();
    open().call('invalidateAuth');
    expect(authorization.missingScopes('owner@example.com')).toEqual(SCOPES);
    expect(authorization.missingScopes('ana@example.com')).toEqual([]);
  });

  it('getOAuthToken is steady for a user, and differs between users', () => {
    const { open } = openScript();
    const token = open().call('getOAuthToken');
    expect(open().call('getOAuthToken')).toBe(token);
    expect(open({ user: 'ana@example.com' }).call('getOAuthToken')).not.toBe(token);
  });

  it('knows its id and where it was installed from', () => {
    expect(openScript().open().call('getScriptId')).toBe('script-1');
    expect(openScript().open().call('getInstallationSource')).toEqual(
      new EnumValue('InstallationSource', 'NONE'),
    );
  });
});

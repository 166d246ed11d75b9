import { afterEach, describe, expect, it } from '@jest/globals';
import { start, stopAll, writeBundle } from './support';

afterEach(stopAll);

describe('two versions at once', () => {
  it('runs the deployed code for web calls and the latest for the rest', async () => {
    const deployedBundleDir = writeBundle(
      'function doGet() { return version(); } function version() { return ContentService.createTextOutput("old"); }',
    );
    const twin = await start("function main() { return 'new'; }", { deployedBundleDir });
    const request = { method: 'GET', query: '', contentType: null, body: new Uint8Array() };
    expect(await twin.webOutput(request)).toMatchObject({ kind: 'text', text: 'old' });
    expect(await twin.run('main')).toBe('new');
  });
});

describe('authorisation', () => {
  it('asks at the first menu click, which is spent', async () => {
    const twin = await start('function main() { return 1; } function doGet() {}', {
      authorisation: 'fresh',
    });
    const request = { method: 'GET', query: '', contentType: null, body: new Uint8Array() };
    expect(await twin.webOutput(request)).toMatchObject({
      html: expect.stringContaining('Authorization needed'),
    });
    await expect(twin.run('main')).rejects.toThrow('Authorization is required');
    expect(await twin.run('main')).toBe(1);
  });

  it('names the call and the scope that the manifest lacks', async () => {
    const oauthScopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
    const code =
      "function main() { SpreadsheetApp.getActiveSpreadsheet(); UrlFetchApp.fetch('http://127.0.0.1:9/'); }";
    const twin = await start(code, { manifest: { oauthScopes } });
    await expect(twin.run('main')).rejects.toThrow(
      'Exception: You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    );
  });

  it('ends an execution that demands authorisation, whatever it catches', async () => {
    const code =
      'function main() { try { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); } catch (e) {} return 1; }';
    const twin = await start(code, { manifest: { oauthScopes: ['scope'] } });
    twin.services.authorization.revoke('owner@example.com');
    await expect(twin.run('main')).rejects.toThrow('Authorization is required');
  });
});

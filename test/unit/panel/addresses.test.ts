import { describe, expect, it } from '@jest/globals';
import { vendorIds } from '../../../src/vendors/registry';
import { defaultSettings } from '../../../src/settings/config';
import { urlsOf } from '../../../src/panel/connection-urls';
import { checkExecUrl, wrongFormOf } from '../../../src/panel/start/exec-url';
import { languageOf } from '../../../src/panel/language';

const id = 'AKfycbxAbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd';
const plain = `https://script.google.com/macros/s/${id}/exec`;

describe("the web app's address as the user pastes it", () => {
  it.each([
    ['as Google shows it', plain, plain],
    ['with spaces and a line end', `  ${plain}\n`, plain],
    ['with a query', `${plain}?k=x&w=y`, plain],
    ['with a fragment', `${plain}#x`, plain],
    [
      'of the second account in the browser',
      `https://script.google.com/macros/u/1/s/${id}/exec`,
      plain,
    ],
    [
      'of the second account, an older form',
      `https://script.google.com/u/1/macros/s/${id}/exec`,
      plain,
    ],
    ['of the second account, with a query', `${plain.replace('/s/', '/u/1/s/')}?authuser=1`, plain],
    [
      'of a Workspace domain and the second account',
      `https://script.google.com/a/macros/example.com/u/1/s/${id}/exec`,
      `https://script.google.com/a/macros/example.com/s/${id}/exec`,
    ],
    [
      'of a Workspace domain and the second account, old form',
      `https://script.google.com/a/example.com/macros/u/12/s/${id}/exec`,
      `https://script.google.com/a/example.com/macros/s/${id}/exec`,
    ],
    [
      'of whatever domain the account has',
      `https://script.google.com/a/~/macros/s/${id}/exec`,
      `https://script.google.com/a/~/macros/s/${id}/exec`,
    ],
    ['with a slash at its end', `${plain}/`, plain],
    [
      'of a Workspace domain',
      `https://script.google.com/a/macros/example.com/s/${id}/exec`,
      `https://script.google.com/a/macros/example.com/s/${id}/exec`,
    ],
    [
      'of a Workspace domain, old form',
      `https://script.google.com/a/example.com/macros/s/${id}/exec`,
      `https://script.google.com/a/example.com/macros/s/${id}/exec`,
    ],
    [
      'of the local twin',
      'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec',
      'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec',
    ],
  ])('%s', (_, pasted, stored) => {
    expect(checkExecUrl(pasted)).toBe(stored);
  });

  it.each([
    ['the editor’s test address', plain.replace('/exec', '/dev')],
    ['the editor itself', `https://script.google.com/home/projects/${id}/edit`],
    ['the editor of the second account', `https://script.google.com/u/1/home/projects/${id}/edit`],
    ['the old editor', `https://script.google.com/macros/d/${id}/edit?usp=drive_web`],
    ['the old editor of the second account', `https://script.google.com/macros/u/1/d/${id}/edit`],
    ['the list of deployments', `https://script.google.com/home/projects/${id}/deployments`],
    ['an account that is no number', plain.replace('/s/', '/u/x/s/')],
    ['an id with an account in it', plain.replace(id, `${id.slice(0, 30)}/u/1`)],
    ['the spreadsheet', `https://docs.google.com/spreadsheets/d/${id}/edit`],
    ['without https', plain.replace('https', 'http')],
    ['another host', plain.replace('script.google.com', 'script.google.com.example.com')],
    ['a host in front', `https://example.com/?u=${plain}`],
    [
      'the address after the redirect',
      `https://script.googleusercontent.com/macros/echo?user_content_key=${id}`,
    ],
    ['without an id', 'https://script.google.com/macros/s//exec'],
    ['more behind it', `${plain}/mais`],
    ['nothing', '  '],
  ])('%s is refused', (_, pasted) => {
    expect(checkExecUrl(pasted)).toBeNull();
  });

  it.each([
    ['blank', ' '],
    ['dev', plain.replace('/exec', '/dev')],
    ['editor', `https://script.google.com/u/1/home/projects/${id}/edit`],
    ['editor', `https://script.google.com/macros/d/${id}/edit?usp=drive_web`],
    ['spreadsheet', `https://docs.google.com/spreadsheets/d/${id}/edit`],
    ['redirect', `https://script.googleusercontent.com/macros/echo?user_content_key=${id}`],
    ['otherUrl', 'https://example.com/exec'],
    ['otherUrl', `${plain}/mais`],
  ])('what is wrong with it has a name: %s', (form, pasted) => {
    expect(wrongFormOf(pasted)).toBe(form);
  });
});

describe('ready URLs', () => {
  const longest = `https://script.google.com/a/macros/uma-empresa-de-nome-comprido.com.br/s/${id}${'x'.repeat(26)}/exec`;

  it.each(vendorIds)('of %s stay under 255 characters and carry secret and webhook', (vendor) => {
    const connection = {
      id: 'c12345678',
      vendor,
      account: 'A',
      secrets: ['s'.repeat(32), 'antigo'],
      tokens: [],
      handshakeAtMs: null,
    };
    const { webhooks, hasOldSecret } = urlsOf(connection, { ...defaultSettings, execUrl: longest });
    expect(webhooks.length).toBeGreaterThan(0);
    for (const { event, url } of webhooks) {
      expect(url).toBe(`${longest}?k=c12345678.${'s'.repeat(32)}&w=${event}`);
      expect(url.length).toBeLessThan(255);
    }
    expect(hasOldSecret).toBe(true);
  });
});

describe('the language of a Google account', () => {
  it.each([
    ['pt_BR', 'pt'],
    ['pt', 'pt'],
    ['es-419', 'es'],
    ['ES', 'es'],
    ['en_GB', 'en'],
    ['de', 'pt'],
    ['', 'pt'],
  ])('%s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

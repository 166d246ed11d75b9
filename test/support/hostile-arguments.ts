export const huge = 'x'.repeat(50_000);
const address = 'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec';
export const forged = `zzzzzzzz.${'A'.repeat(43)}`;

/** What a stranger may send; the shapes that earlier versions took are among them. */
export const argumentLists: readonly (readonly unknown[])[] = [
  [],
  [null],
  [{}],
  [[]],
  [true, 7, {}],
  [huge, huge, huge],
  [JSON.parse('{"__proto__":{"isOpen":true},"constructor":1}')],
  ['huggy'],
  ['huggy', 'Estranho'],
  ['plug', 'token-do-estranho'],
  ['all', '0'],
  [address],
  [{ triggerUid: '1234567890123456' }],
  [{ queryString: 7, postData: 'x' }],
  [{ queryString: 'k=huggy&w=main', postData: { contents: '{}' } }],
  [forged, 'changeSecret', ['huggy']],
  [forged, '__proto__', []],
  [forged, 'replay', { length: 2 }],
  [{ length: 1 }, { toString: 1 }, null],
];

/** Each action of the panel with arguments that would do something. */
export const panelCalls = (token: unknown): readonly (readonly unknown[])[] =>
  [
    ['readPanel', []],
    ['makeTabs', ['America/Bogota']],
    ['checkUrl', ['https://example.com']],
    ['chooseVendor', ['huggy']],
    ['goOn', ['5', 'huggy']],
    ['sayArrival', ['huggy']],
    ['showTab', ['agentsNow']],
    ['pauseWriting', []],
    ['resumeWriting', []],
    ['openFailures', []],
    ['addConnection', ['huggy', 'Estranho']],
    ['changeSecret', ['huggy']],
    ['dropOldSecrets', ['huggy']],
    ['renameConnection', ['huggy', 'Estranho']],
    ['dropConnection', ['huggy']],
    ['sendTestEvent', ['huggy', '0']],
    ['registerWebhooks', ['plug', 'token-do-estranho', '']],
    ['previewRegistration', ['plug']],
    ['readFailures', []],
    ['previewReplay', ['all', '0']],
    ['replay', ['all', '0']],
    ['acceptToken', ['huggy', 'x']],
    ['refuseToken', ['huggy', 'x']],
    ['checkTabs', []],
    ['writeAgain', ['agentsNow', '0']],
    ['readPlatforms', []],
    ['keepAccess', ['weni', '', '', '0b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f']],
    ['forgetAccess', ['weni']],
    ['keepPolling', ['weni', 'yes', '1']],
    ['keepMissed', ['huggy', 'yes', '0', 'days']],
    ['countMissed', ['huggy', '1']],
    ['fetchMissed', ['huggy', '1']],
  ].map((call) => [token, ...call]);

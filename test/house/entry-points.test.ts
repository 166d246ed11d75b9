import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';
import { describe, expect, it } from '@jest/globals';
import { entryPoints } from '../../src/cli/entry-points';
import {
  budgetBytes,
  checkBundle,
  checkEarly,
  checkSize,
  listGlobalNames,
} from '../../src/cli/check-bundle';
import { writeRoom } from '../../src/cli/late/room-text';
import { listFiles, readJson, readText, root } from './source-files';

// Runs main.ts where no Google service exists: naming one while the code loads would be an error, as it costs every run.
function loadMain(): Map<string, number> {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'src', 'main.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2020',
    define: { __PLANTAO_PAGES__: '{}' },
  });
  const module: { exports: Record<string, unknown> } = { exports: {} };
  new Script(outputFiles[0]?.text ?? '').runInContext(createContext({ module }));
  const functions = Object.entries(module.exports).filter(
    ([, value]) => typeof value === 'function',
  );
  return new Map(
    functions.map(([name, value]) => [name, typeof value === 'function' ? value.length : 0]),
  );
}

const names = entryPoints.map((entry) => entry.name);

describe('entry points', () => {
  it('are exactly what main.ts exports, with as many parameters', () => {
    const main = loadMain();
    expect([...main.keys()].sort()).toEqual([...names].sort());
    for (const { name, params } of entryPoints)
      expect([name, main.get(name)]).toEqual([name, params.length]);
  });

  it('are the only global names of both builds', () => {
    for (const file of ['dist/Code.js', 'dist-paste/Código.gs'])
      expect(listGlobalNames(readText(file))).toEqual(['App', ...names]);
  });

  it('stand in files that the engine reads at one byte a character', () => {
    for (const file of ['dist/Code.js', 'dist-paste/Código.gs'])
      expect(readText(file).match(/[\u0100-\uffff]/g)).toBeNull();
  });

  it('each have a sentence for the reader of the deployed code', () => {
    for (const { doc } of entryPoints) expect(doc).toMatch(/^[A-Z].{10,}\.$/);
    expect(readText('dist/Code.js')).toContain(`/** ${entryPoints[0]?.doc} */\nfunction`);
  });
});

describe('the check on the bundle', () => {
  const strict = '"use strict";\nvar App;\n';

  it('takes the expected names and no others', () => {
    expect(() => checkBundle('Code.js', `${strict}function doPost() {}`, ['doPost'])).not.toThrow();
    expect(() => checkBundle('Code.js', `${strict}function other() {}`, ['doPost'])).toThrow(
      'got App, other',
    );
    expect(() => checkBundle('Code.js', 'var App;', [])).toThrow('use strict');
  });

  it('refuses what Apps Script cannot parse', () => {
    expect(() => checkBundle('Code.js', `${strict}class A { #x = 1; }`, [])).toThrow('ES2020');
    expect(() => checkBundle('Code.js', `${strict}a ??= b?.c;`, [])).toThrow('ES2020');
  });

  it('refuses a file over its budget', () => {
    const most = budgetBytes['Code.js'] ?? 0;
    expect(() => checkSize('Code.js', ' '.repeat(most))).not.toThrow();
    expect(() => checkSize('Code.js', ' '.repeat(most + 1))).toThrow(`${most} are allowed`);
  });

  it('refuses a script of which every run would compile too much; what stays text counts little', () => {
    const long = Array.from({ length: 40_000 }, () => '1234;').join('\n');
    const asText = writeRoom('rest', long);
    expect(() => checkEarly(long)).toThrow('Every run would compile 239999 bytes');
    expect(() => checkEarly(asText)).not.toThrow();
  });
});

describe('what is deployed', () => {
  it('asks for four scopes, as the owner, for anybody', () => {
    expect(readJson('dist/appsscript.json')).toMatchObject({
      runtimeVersion: 'V8',
      oauthScopes: [
        'spreadsheets.currentonly',
        'script.external_request',
        'script.scriptapp',
        'script.container.ui',
      ].map((scope) => `https://www.googleapis.com/auth/${scope}`),
      webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
    });
  });

  it('names version and narrow scope at its top', () => {
    const [top = ''] = readText('dist/Code.js').split('"use strict"');
    expect(top).toContain(`Plantão ${String(readJson('package.json')['version'])} (`);
    expect(top).toContain('@OnlyCurrentDoc');
  });

  it('has every page of the panel, inlined in the file to paste', () => {
    const pages = listFiles(join(root, 'src', 'panel')).filter((path) => path.endsWith('.html'));
    const pasted = readText('dist-paste/Código.gs');
    for (const page of pages) {
      const name = page.slice(page.lastIndexOf('/') + 1);
      const built = readText(`dist/${name}`);
      expect(built).not.toContain('<!-- inline');
      expect(pasted.length).toBeGreaterThan(readText('dist/Code.js').length + built.length / 2);
    }
  });
});

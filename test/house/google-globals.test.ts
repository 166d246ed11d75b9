import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listSources, readText, stripCommentsAndText } from './source-files';

function readGoogleNames(): string[] {
  const folder = dirname(require.resolve('@types/google-apps-script/package.json'));
  const declarations = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const names = declarations.flatMap((text) =>
    [...text.matchAll(/^declare (?:var|let|const) (\w+)/gm)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names), 'GoogleAppsScript'].filter((name) => name !== 'console');
}

const googleNames = readGoogleNames();
const uses = new RegExp(`(?<![.\\w$])(${googleNames.join('|')})\\s*(?:\\.|\\?\\.|\\[)`, 'g');

/** The Google services that a piece of code names. */
function findGoogleNames(code: string): string[] {
  return [...stripCommentsAndText(code).matchAll(uses)].map((match) => match[1] ?? '');
}

const isApp = (path: string) => !/^src\/(twin|cli|probe|panel\/client)\//.test(path);

describe('names of Google services', () => {
  it('are found in code, not in comments or text', () => {
    expect(googleNames).toEqual(
      expect.arrayContaining(['SpreadsheetApp', 'LockService', 'UrlFetchApp']),
    );
    expect(
      findGoogleNames('a = SpreadsheetApp.getActive();\n// LockService.x\n"Session.y"'),
    ).toEqual(['SpreadsheetApp']);
    expect(findGoogleNames('services.Utilities.sleep(1)')).toEqual([]);
  });

  it('stand only in src/platform', () => {
    const strangers = listSources()
      .filter((path) => isApp(path) && !path.startsWith('src/platform/'))
      .flatMap((path) => findGoogleNames(readText(path)).map((name) => `${path}: ${name}`));
    expect(strangers).toEqual([]);
  });

  it('stand in src/platform indeed', () => {
    const named = listSources()
      .filter((path) => path.startsWith('src/platform/'))
      .flatMap((path) => findGoogleNames(readText(path)));
    expect(named).toEqual(expect.arrayContaining(['SpreadsheetApp', 'LockService']));
  });
});

import { describe, expect, it } from '@jest/globals';
import { listFiles, readText } from './source-files';

const binary = /\.(png|jpe?g|gif|ico|xlsx|woff2?|br|pdf|db)$/;

/** A pattern from words with a `¦` inside each, so that this file does not hold what it looks for. */
function build(broken: string): RegExp {
  return new RegExp(broken.replaceAll('¦', ''));
}

const unwanted: Readonly<Record<string, RegExp>> = {
  'paths of somebody’s machine': build('(^|[\\s"\'`(=])/(wo¦rk|fa¦rm|ro¦ot|ho¦me/\\w+)/'),
  'hosts of a package registry': build('registry\\.np¦mjs|np¦mjs\\.org/|deb\\.deb¦ian'),
  'work left for later': build('\\b(TO¦DO|FIX¦ME|HA¦CK)\\b'),
  'suppressed checks': build('@ts-(ig¦nore|expect¦-error|no¦check)|(ox|es)lint-dis¦able'),
};
const unwantedInTests: Readonly<Record<string, RegExp>> = {
  'tests that do not run': build(
    '\\b(it|test|describe)\\.(sk¦ip|on¦ly|to¦do)\\b|\\bx(it|describe)\\(',
  ),
};

function findLines(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

const files = listFiles().filter((path) => !binary.test(path));

describe('nowhere in the project stand', () => {
  it.each(Object.entries(unwanted))('%s', (_name, pattern) => {
    expect(findLines(files, pattern)).toEqual([]);
  });

  it.each(Object.entries(unwantedInTests))('%s', (_name, pattern) => {
    const tests = files.filter((path) => path.startsWith('test/'));
    expect(findLines(tests, pattern)).toEqual([]);
  });

  it('a download address in the lock file', () => {
    expect(readText('package-lock.json')).not.toContain('"resolved"');
  });

  it('a script ID in the shared clasp file', () => {
    expect(JSON.parse(readText('.clasp.json'))).toEqual({ rootDir: 'dist' });
  });
});

describe('the search', () => {
  it('finds a line by its number', () => {
    const [first] = findLines(['package.json'], /"name": "plantao"/);
    expect(first).toBe('package.json:2');
  });
});

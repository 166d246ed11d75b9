import { parse } from 'acorn';
import { describe, expect, it } from '@jest/globals';
import { commands, type Command } from '../../src/cli/commands';
import { prose } from './markdown';
import { listFiles, readText } from './source-files';

const pages = listFiles().filter((path) => path.endsWith('.md') && !path.startsWith('test/'));
const byName = new Map<string, Command>(Object.values(commands).map((one) => [one.name, one]));

interface Call {
  readonly name: string;
  readonly options: readonly string[];
}

/** The commands of ours that a text calls with options: `npm run deploy -- --to dev`, `npm start -- --port 8788`. */
function callsIn(text: string): readonly Call[] {
  const called = text.matchAll(/npm (?:run )?([\w-]+) -- ([^`\n|]+)/g);
  return [...called].map(([, name = '', rest = '']) => ({
    name,
    options: [...rest.matchAll(/(?:^|\s)--([\w-]+)/g)].map((match) => match[1] ?? ''),
  }));
}

const unknownOptions = (text: string): readonly string[] =>
  callsIn(text).flatMap(({ name, options }) => {
    const command = byName.get(name);
    const known = new Set([...Object.keys(command?.options ?? {}), 'help']);
    return command === undefined
      ? []
      : options.filter((option) => !known.has(option)).map((option) => `${name} --${option}`);
  });

/** What is wrong with a code block of that language; blank when nothing is, or when nobody can tell. */
function faultOf(language: string, code: string): string {
  try {
    if (language === 'json') JSON.parse(code);
    if (language === 'js')
      parse(code, { ecmaVersion: 2022, sourceType: 'module', allowAwaitOutsideFunction: true });
    return '';
  } catch (error) {
    return `${String(error)}\n${code}`;
  }
}

const faultsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .map(([, language = '', code = '']) => faultOf(language, code))
    .filter((fault) => fault !== '');

/** Addresses of the web that a browser would not open, or not safely. */
const badAddresses = (text: string): readonly string[] =>
  [...prose(text).matchAll(/\]\((https?:[^)\s]+)\)|<(https?:[^>\s]+)>/g)]
    .map(([, linked, bare]) => linked ?? bare ?? '')
    .filter((address) => !/^https:\/\/[\w.-]+\.[a-z]{2,}(?:[/?#][^\s]*)?$/.test(address));

it('a page that is wrong is found', () => {
  expect(unknownOptions('Rode `npm run deploy -- --to dev --tu x`.')).toEqual(['deploy --tu']);
  expect(unknownOptions('`npm start -- --port 1 --bort 2`')).toEqual(['start --bort']);
  expect(faultsIn('```js\nconst = 1;\n```\n\n```json\n{ "a": 1 }\n```')).toHaveLength(1);
  expect(badAddresses('[a](http://example.com) [b](https://example.com/x) <https://x>')).toEqual([
    'http://example.com',
    'https://x',
  ]);
});

describe.each(pages)('%s', (path) => {
  const text = readText(path);

  it('gives our commands options that they take', () => {
    expect(unknownOptions(text)).toEqual([]);
  });

  it('has code that can be read', () => {
    expect(faultsIn(text)).toEqual([]);
  });

  it('has links to the web that a browser opens safely', () => {
    expect(badAddresses(text)).toEqual([]);
  });
});

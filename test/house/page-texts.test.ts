import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commonTexts, pages } from '../../src/panel/page-texts';
import { readText } from './source-files';

const client = 'src/panel/client';

/** The files that a page's code is made of, by what each imports. */
function filesOf(path: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, from = ''] of readText(path).matchAll(/from '(\.[^']*)'/g))
    filesOf(`${join(dirname(path), from)}.ts`, known);
  return known;
}

/** What was chosen for a connection is shown by the page of platforms, which says only half of its texts then. */
const shared: ReadonlySet<string> = new Set(['choices', 'platforms']);
const fileOf = (name: string): string => (shared.has(name) ? 'platforms' : name);

/** Ids of texts in a page's code: what is said at once, and what stands in a table to be said. */
const saidBy = (name: string): string =>
  [...filesOf(`${client}/${fileOf(name)}.ts`)].map(readText).join('\n');

describe.each(Object.entries(pages))('the page %s', (name, given) => {
  const code = saidBy(name);

  it('is given every text that it says', () => {
    const said = [...code.matchAll(/\b(?:say|fillText)\(\s*'(\w+)'/g)].map(([, id = '']) => id);
    const others = shared.has(name) ? [...pages.platforms, ...pages.choices] : [];
    const known = new Set<string>([...commonTexts, ...given, ...others]);
    expect(said.filter((id) => !known.has(id))).toEqual([]);
  });

  it('says every text that it is given', () => {
    expect(given.filter((id) => !code.includes(`'${id}'`))).toEqual([]);
  });
});

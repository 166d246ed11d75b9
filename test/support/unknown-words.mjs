// Which words are in no dictionary of hunspell: `{ "pt": ["planilha"], … }` comes in, the same with the unknown ones goes out.
// A process of its own: the speller is an ES module that jest cannot load, and it takes 100 MB of memory.
import { readFileSync } from 'node:fs';
import { createHunspellFromStrings } from 'hunspell-wasm';
import en from 'dictionary-en-gb';
import es from 'dictionary-es';
import pt from 'dictionary-pt';

/** Brazilian; general Spanish; British, as the house writes. */
const dictionaries = { pt, es, en };

async function findUnknown([language, words]) {
  const { aff, dic } = dictionaries[language];
  const texts = [aff, dic].map((bytes) => Buffer.from(bytes).toString('utf8'));
  const speller = await createHunspellFromStrings(...texts);
  const unknown = words.filter((word) => !speller.testSpelling(word));
  speller.dispose();
  return [language, unknown];
}

const asked = Object.entries(JSON.parse(readFileSync(0, 'utf8')));
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(asked.map(findUnknown)))));

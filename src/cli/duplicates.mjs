// Finds code that stands twice: `node src/cli/duplicates.mjs`. Exits with 1 when a pair of places is over the limit.
// jscpd's finder brings a hundred packages for its reports, and its newer program is not there for every machine; this uses
// its tokenizer and detector only.
import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Detector, weak } from '@jscpd/core';
import { Tokenizer } from '@jscpd/tokenizer';

/** A pair is over the limit from so many tokens in so many lines on; comments, blanks and imports do not count. */
const limit = { minTokens: 50, minLines: 6 };
/** jscpd counts the steps from the first line to the last. */
const steps = limit.minLines - 1;

/** test/fixtures/ has what platforms document, which may well be alike. */
function listSources() {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const isFixture = (/** @type {string} */ file) => file.startsWith(join('test', 'fixtures'));
  return files.filter((file) => /\.[cm]?[jt]s$/.test(file) && !isFixture(file)).toSorted();
}

/**
 * Every file needs its imports; their lines stay, so that places are named right.
 * @param {string} text
 */
const withoutImports = (text) =>
  text.replace(/^import [^;]*;/gm, (all) => all.replace(/[^\n]/g, ''));

/** @typedef {import('@jscpd/core').IMapFrame} Frame */

/**
 * The package's own store makes an error for every token that is new, which takes longer than all the rest.
 * @returns {import('@jscpd/core').IStore<Frame>}
 */
function createStore() {
  /** @type {Map<string, Frame>} */
  const frames = new Map();
  /** @type {Promise<Frame>} */
  const absent = Promise.reject(new Error('No such token.'));
  absent.catch(() => {});
  return {
    namespace: () => {},
    get(key) {
      const frame = frames.get(key);
      return frame === undefined ? absent : Promise.resolve(frame);
    },
    set(key, frame) {
      frames.set(key, frame);
      return Promise.resolve(frame);
    },
    close: () => {},
  };
}

/** @param {import('@jscpd/core').IClone['duplicationA']} place */
const spell = ({ sourceId, start, end }) => `${sourceId}:${start.line}-${end.line}`;

async function findDuplicates() {
  const detector = new Detector(new Tokenizer(), createStore(), [], {
    minTokens: limit.minTokens,
    minLines: steps,
    maxLines: 10_000,
    hashFunction: (/** @type {string} */ text) => hash('md5', text),
    mode: (/** @type {import('@jscpd/core').IToken} */ token) =>
      weak(token) && token.value.trim() !== '',
  });
  const found = [];
  for (const file of listSources()) {
    const text = withoutImports(readFileSync(file, 'utf8'));
    found.push(...(await detector.detect(file, text, 'typescript')));
  }
  return found;
}

const pairs = await findDuplicates();
for (const { duplicationA, duplicationB } of pairs)
  console.error(`${spell(duplicationA)} ~ ${spell(duplicationB)}`);
const said = `${limit.minTokens} tokens and ${limit.minLines} lines or more`;
if (pairs.length > 0) console.error(`${pairs.length} pairs of places share ${said}.`);
process.exitCode = pairs.length > 0 ? 1 : 0;

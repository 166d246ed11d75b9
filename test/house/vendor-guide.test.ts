import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { fieldOf } from '../support/field-of';
import { readText, root } from './source-files';

const guide = readText('docs/contributing-a-vendor.md');

/** The code blocks of the guide in that language. */
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

/** Blocks that name their file in the first line: `// src/…` or `--- src/…`. */
const files = (language: string): readonly (readonly [path: string, text: string])[] =>
  blocks(language).flatMap((text) => {
    const [first = '', ...lines] = text.split('\n');
    const path = /^(?:\/\/|---) (src\/\S+)$/.exec(first)?.[1];
    return path === undefined ? [] : [[path, lines.join('\n')] as const];
  });

/** Puts the lines with `+` in the place of the line with `-` above them, which must be there once. */
function patch(text: string, diff: string): string {
  const hunks = diff.split(/^(?=-)/m).filter((hunk) => hunk.trim() !== '');
  return hunks.reduce((patched, hunk) => {
    const [taken = '', ...added] = hunk.trimEnd().split('\n');
    const parts = patched.split(`${taken.slice(1)}\n`);
    if (parts.length !== 2) throw new Error(`${parts.length - 1} times in the file: ${taken}`);
    return parts.join(added.map((line) => `${line.slice(1)}\n`).join(''));
  }, text);
}

/** The type checker reads all of the app; how long it may take says nothing of the guide. */
const slowMachineMs = 600_000;

const [body = '', facts = ''] = blocks('json');

describe('The guide for a new vendor', () => {
  mkdirSync(join(root, 'build'), { recursive: true });
  // Below the project's folder, so that its packages are found; `build` is nobody's source.
  const copy = mkdtempSync(join(root, 'build', 'vendor-guide-'));
  beforeAll(() => {
    cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
    for (const folder of ['src/twin', 'src/cli'])
      mkdirSync(join(copy, folder), { recursive: true });
    cpSync(join(root, 'src'), join(copy, 'src'), {
      recursive: true,
      filter: (path) => !/[\\/]src[\\/](?:twin|cli)[\\/]/.test(path),
    });
    for (const [path, text] of files('ts')) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    for (const [path, diff] of files('diff')) {
      const patched = patch(readFileSync(join(copy, path), 'utf8'), diff);
      writeFileSync(join(copy, path), patched);
    }
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('has a vendor’s files, and the line for the registry', () => {
    expect(files('ts').map(([path]) => path)).toEqual([
      'src/vendors/sinal/connection.ts',
      'src/vendors/sinal/decode.ts',
      'src/vendors/sinal/test-event.ts',
      'src/vendors/sinal/sinal.ts',
    ]);
    expect(files('diff').map(([path]) => path)).toEqual(['src/vendors/registry.ts']);
  });

  it(
    'passes the type checker as it is written',
    () => {
      const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      const run = spawnSync(process.execPath, [compiler, '-b', join(copy, 'src')], {
        encoding: 'utf8',
      });
      expect({ faults: run.stdout, status: run.status }).toEqual({ faults: '', status: 0 });
    },
    slowMachineMs,
  );

  it('decodes the body of its first step to the facts that it shows', () => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: "export { vendors } from './src/vendors/registry';",
        resolveDir: copy,
        loader: 'ts',
      },
      bundle: true,
      format: 'cjs',
      write: false,
    });
    const made = join(copy, 'vendors.cjs');
    writeFileSync(made, outputFiles[0]?.text ?? '');
    const sinal: unknown = fieldOf(createRequire(made)(made), 'vendors', 'sinal');
    const parsed: unknown = JSON.parse(body);
    const request = { webhook: 'main', body: parsed, receivedAtMs: 0 };
    const decode: unknown = fieldOf(sinal, 'decode');
    if (typeof decode !== 'function') throw new Error('The guide’s vendor has no decode.');
    const parts: unknown = Reflect.apply(decode, undefined, [request]);
    expect(JSON.parse(JSON.stringify(fieldOf(parts, 0, 'event', 'facts')))).toEqual(
      JSON.parse(facts),
    );
  });
});

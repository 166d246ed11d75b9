import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleApp } from '../../src/cli/bundle-app';
import { entryPoints } from '../../src/cli/entry-points';
import { readText, root } from '../house/source-files';
import { bundleDir } from './plantao';

type NamedText = readonly [path: string, text: string];

/** A page of docs/ whose code blocks change the app, and a copy of the app that they are put into. */
export interface Guide {
  /** The code blocks of a language. */
  blocks(language: string): readonly string[];
  /** Blocks that name their file in the first line: `// src/…` or `--- src/…`. */
  files(language: string): readonly NamedText[];
  /** Absolute path of the copy's folder. */
  readonly copy: string;
  /** Puts the blocks into the copy: files as they are, diffs over what stands there. */
  apply(): void;
  /** What the type checker finds in the copy; blank when nothing. */
  check(): string;
  /** Builds the copy as it is deployed; gives the folder. */
  build(): Promise<string>;
  remove(): void;
}

/** Opens a guide. The copy lies below the project's `build`, so that its packages are found and it is nobody's source. */
export function openGuide(page: string): Guide {
  const text = readText(page);
  mkdirSync(join(root, 'build'), { recursive: true });
  const copy = mkdtempSync(join(root, 'build', 'guide-'));
  const blocks = (language: string) => blocksOf(text, language);
  const files = (language: string) => blocks(language).flatMap(namedText);
  return {
    blocks,
    files,
    copy,
    apply: () => {
      copySource(copy);
      for (const [path, code] of files('ts')) write(join(copy, path), code);
      for (const [path, diff] of files('diff'))
        write(join(copy, path), patch(readFileSync(join(copy, path), 'utf8'), diff));
    },
    check: () => {
      const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      const run = spawnSync(process.execPath, [compiler, '-b', join(copy, 'src')], {
        encoding: 'utf8',
      });
      return run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
    },
    build: () => buildCopy(copy),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

const blocksOf = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );

function namedText(block: string): readonly NamedText[] {
  const [first = '', ...lines] = block.split('\n');
  const path = /^(?:\/\/|---) (src\/\S+)$/.exec(first)?.[1];
  return path === undefined ? [] : [[path, lines.join('\n')]];
}

function copySource(copy: string): void {
  cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
  for (const folder of ['src/twin', 'src/cli']) mkdirSync(join(copy, folder), { recursive: true });
  cpSync(join(root, 'src'), join(copy, 'src'), {
    recursive: true,
    filter: (path) => !/[\\/]src[\\/](?:twin|cli)[\\/]/.test(path),
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

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

async function buildCopy(copy: string): Promise<string> {
  const code = await bundleApp({
    sourceFolder: join(copy, 'src'),
    entryPoints,
    info: { version: 'guide', commit: 'guide' },
    pages: {},
  });
  const folder = join(copy, 'dist');
  write(join(folder, 'Code.js'), code);
  for (const name of readdirSync(bundleDir).filter((file) => file !== 'Code.js'))
    cpSync(join(bundleDir, name), join(folder, name));
  return folder;
}

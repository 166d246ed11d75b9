import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { DocumentChange } from '../../src/twin/storage/storage';
import { bundleDir } from './plantao';

const folder = fileURLToPath(new URL('../fixtures/workbook-0.1.0/', import.meta.url));
const unpack = (name: string): string => gunzipSync(readFileSync(folder + name)).toString('utf8');

/** What 0.1.0 kept of the workbook of the fixture: cells, looks, properties and triggers. */
export function readDocuments(): readonly DocumentChange[] {
  const stored: unknown = JSON.parse(unpack('workbook.json.gz'));
  if (!Array.isArray(stored)) throw new Error('The workbook of 0.1.0 is no list of documents.');
  return stored.map(([collection, key, json]: readonly string[]) => ({
    collection: String(collection),
    key: String(key),
    json: String(json),
  }));
}

/** A bundle in a folder of its own. */
export interface CodeFolder {
  readonly path: string;
  remove(): void;
}

/** The code of version 0.1.0 as it was built, with more behind it. */
export const openCode010 = (more = ''): CodeFolder =>
  makeFolder(unpack('Code.js.gz') + more, folder);

/** Today's code, with more behind it. */
export const openCodeToday = (more = ''): CodeFolder =>
  makeFolder(readFileSync(join(bundleDir, 'Code.js'), 'utf8') + more, bundleDir);

function makeFolder(code: string, manifestFolder: string): CodeFolder {
  const path = mkdtempSync(join(tmpdir(), 'plantao-'));
  const others = readdirSync(manifestFolder).filter(
    (file) => file === 'appsscript.json' || file.endsWith('.html'),
  );
  writeFileSync(join(path, 'Code.js'), code);
  for (const file of others) copyFileSync(join(manifestFolder, file), join(path, file));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

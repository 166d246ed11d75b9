import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { projectRoot } from '../../src/twin/runtime/project-root';
import type { Snapshot } from '../../src/twin/storage/memory-storage';
import type { Storage } from '../../src/twin/storage/storage';
import { recordStorage } from './recorded-storage';

/** What one test has set up others begin with, each on a copy of its own. `build-all.mjs` empties it before each run. */
const folder = join(projectRoot, 'build', 'prepared');

/** What `make` leaves in a storage: made by the first who asks for that name, in whatever process. */
export async function prepareSnapshot(
  name: string,
  make: (storage: Storage) => Promise<void>,
): Promise<Snapshot> {
  const file = join(folder, createHash('sha256').update(name).digest('hex'));
  if (!existsSync(file)) {
    const { storage, take } = recordStorage();
    await make(storage);
    mkdirSync(folder, { recursive: true });
    // In one step, so that a process that asks at the same moment never reads half of it.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, serialize(take()));
    renameSync(unfinished, file);
  }
  return readSnapshot(file);
}

function readSnapshot(file: string): Snapshot {
  const stored: unknown = deserialize(readFileSync(file));
  if (!isSnapshot(stored)) throw new Error(`${file} holds no snapshot.`);
  return stored;
}

/** Only this file writes there. */
const isSnapshot = (value: unknown): value is Snapshot => value !== null;

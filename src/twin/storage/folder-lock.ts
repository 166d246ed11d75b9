import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from './storage-error';

/**
 * Keeps a folder for this process by a file that holds its id; a lock whose process is gone is taken over.
 * Returns what releases it. Throws a `StorageError` when a live process has it.
 */
export function lockFolder(folder: string, file: string): () => void {
  const lock = join(folder, 'plantao.lock');
  if (!tryLock(lock)) {
    if (isHeld(lock)) throw new StorageError('locked', file);
    rmSync(lock, { force: true });
    if (!tryLock(lock)) throw new StorageError('locked', file);
  }
  const release = (): void => rmSync(lock, { force: true });
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

function tryLock(lock: string): boolean {
  try {
    const handle = openSync(lock, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch {
    return false;
  }
}

/** A lock without a readable id was left by a crash between making and writing it. */
function isHeld(lock: string): boolean {
  const id = Number(readFileSync(lock, 'utf8'));
  if (!Number.isInteger(id) || id <= 0) return false;
  if (id === process.pid) return true;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

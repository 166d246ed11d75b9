import type { Storage } from './storage';
import { StorageError } from './storage-error';

/** A storage that remembers its first failure: from then on nothing is written, and what the twin has in memory is no longer what is stored. */
export interface WatchedStorage extends Storage {
  readonly failure: StorageError | null;
  /** Fulfilled with the first failure; never, while there is none. */
  readonly failed: Promise<StorageError>;
  /**
   * Passes a value on if all that was committed until now is stored.
   * @throws {StorageError} the failure, if not
   */
  confirm<T>(value: T): T;
}

/** Watches over a storage. Every later commit is refused with the first failure, since memory and disk have parted. */
export function watchStorage(storage: Storage): WatchedStorage {
  let failure: StorageError | null = null;
  let tell: (failure: StorageError) => void = () => undefined;
  const failed = new Promise<StorageError>((resolve) => {
    tell = resolve;
  });
  const confirm = <T>(value: T): T => {
    if (failure) throw failure;
    return value;
  };
  return {
    get failure() {
      return failure;
    },
    failed,
    confirm,
    read: (collection) => storage.read(collection),
    commit: (changes) => {
      confirm(changes);
      try {
        storage.commit(changes);
      } catch (error) {
        failure = asStorageError(error);
        tell(failure);
        throw failure;
      }
    },
    close: () => storage.close(),
  };
}

function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new StorageError('unwritable', 'plantao.db', detail);
}

/** A call that is answered only when all that was done before and in it is stored. */
export const confirmed =
  <First, Rest extends readonly unknown[], T>(
    storage: WatchedStorage,
    run: (first: First, ...rest: Rest) => Promise<T>,
  ) =>
  async (first: First, ...rest: Rest): Promise<T> =>
    storage.confirm(await run(storage.confirm(first), ...rest));

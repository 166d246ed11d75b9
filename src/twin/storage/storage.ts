/** One document to write (`json`) or to remove (`json: null`). */
export interface DocumentChange {
  readonly collection: string;
  readonly key: string;
  readonly json: string | null;
}

/**
 * Durable documents: text under (collection, key). Everything the twin keeps between runs (cells by row, sheets' settings,
 * properties, triggers, executions) is such a document; each part of the twin owns its collections.
 */
export interface Storage {
  /** All documents of a collection, by key. */
  read(collection: string): ReadonlyMap<string, string>;
  /**
   * Writes all changes in one durable transaction: after it returns, neither a killed process nor a power cut loses any of them.
   * @throws when they could not be written; then none of them is
   */
  commit(changes: readonly DocumentChange[]): void;
  close(): void;
}

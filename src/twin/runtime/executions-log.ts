import type { Storage } from '../storage/storage';
import type { Severity } from './context/bridge';

/** One line an execution wrote. */
export interface LogLine {
  readonly at: string;
  readonly severity: Severity;
  readonly text: string;
}

/** An execution in the list, as `/api/executions` shows it. Times in milliseconds, instants as ISO texts. */
export interface ExecutionRecord {
  readonly id: string;
  readonly function: string;
  readonly kind: string;
  readonly startedAt: string;
  readonly durationMs: number;
  /** What the cost model says Google would have taken. */
  readonly modelMs: number;
  readonly serviceCalls: number;
  readonly status: 'running' | 'completed' | 'failed' | 'timedOut' | 'killed';
  readonly log: readonly LogLine[];
}

/** The newest executions, kept across runs of the twin. */
export interface ExecutionsLog {
  /** Newest first. */
  list(): readonly ExecutionRecord[];
  add(record: ExecutionRecord): void;
  onAdd(listener: (record: ExecutionRecord) => void): () => void;
  /** Number that the next execution's id should carry. */
  nextNumber(): number;
  /** Writes what is not yet on disk. A storage that fails is told by its other users: nobody's answer waits for this list. */
  save(): void;
}

const collection = 'executions';
const cap = 500;
const saveDelayMs = 100;

/** Opens the log in a storage. Records are written in groups, at most 0.1 s late. */
export function openExecutionsLog(storage: Storage): ExecutionsLog {
  const records = new Map<string, ExecutionRecord>();
  const stored = [...storage.read(collection)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, json] of stored) {
    const record: unknown = JSON.parse(json);
    if (isRecord(record)) records.set(id, record);
  }
  const changes = new Map<string, string | null>();
  const listeners = new Set<(record: ExecutionRecord) => void>();
  let timer: NodeJS.Timeout | undefined;
  let count = Number(/\d+$/.exec(stored.at(-1)?.[0] ?? '')?.[0] ?? 0);
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (changes.size === 0) return;
    try {
      storage.commit([...changes].map(([key, json]) => ({ collection, key, json })));
      changes.clear();
    } catch {
      return;
    }
  };
  return {
    list: () => [...records.values()].toReversed(),
    add: (record) => {
      records.set(record.id, record);
      changes.set(record.id, JSON.stringify(record));
      for (const id of dropOldest(records)) changes.set(id, null);
      timer ??= setTimeout(save, saveDelayMs);
      for (const listener of listeners) listener(record);
    },
    onAdd: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    nextNumber: () => (count += 1),
    save,
  };
}

function dropOldest(records: Map<string, ExecutionRecord>): readonly string[] {
  const surplus = [...records.keys()].slice(0, Math.max(0, records.size - cap));
  for (const id of surplus) records.delete(id);
  return surplus;
}

function isRecord(value: unknown): value is ExecutionRecord {
  return typeof value === 'object' && value !== null && 'id' in value && 'status' in value;
}

import type { Fact } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import { isObject, openObject } from '../kit/object-reader';
import { messageFacts, readMessage } from './messages';

/** The messages of an attendance. */
export interface Chat {
  readonly facts: readonly Fact[];
  readonly failures: readonly Failure[];
  /** The messages that could be read, each with its key, as they came. */
  readonly readable: readonly (readonly [string, unknown])[];
  /** How many messages the map holds, readable or not; undefined when there is no map. */
  readonly count: number | undefined;
}

/** Reads `chat`, a map from message id to message; also a list, the form a map of consecutive keys can take in JSON. */
export function readChat(raw: unknown): Chat {
  if (raw === undefined || raw === null)
    return { facts: [], failures: [], readable: [], count: undefined };
  if (!isObject(raw) && !Array.isArray(raw)) return notAMap(raw);
  const facts: Fact[] = [];
  const failures: Failure[] = [];
  const readable: (readonly [string, unknown])[] = [];
  const isList = Array.isArray(raw);
  const all: readonly (readonly [string, unknown])[] = Object.entries(raw);
  const entries = all.filter(([, message]) => message !== null);
  for (const entry of entries) {
    const [key, value] = entry;
    const reader = openObject(value, isList ? `chat[${key}]` : 'chat.<id>');
    const message = readMessage(reader, isList ? undefined : key);
    const failure = reader.failures[0];
    if (failure) failures.push(failure);
    else {
      facts.push(...messageFacts(message));
      readable.push(entry);
    }
  }
  return { facts, failures, readable, count: entries.length };
}

function notAMap(raw: unknown): Chat {
  const received = describeType(raw);
  return {
    facts: [],
    failures: [{ code: 'wrongType', path: 'chat', expected: 'object', received }],
    readable: [],
    count: undefined,
  };
}

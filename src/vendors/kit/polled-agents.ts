import type { Decoded } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { failed, happened } from './decoded';
import { openObject, type ObjectReader } from './object-reader';

/** `w` of what Plantão itself makes of a platform's answer to the question for its agents. */
export const polledHook = 'poll';

/** An agent whose status is another one than when the platform was asked before. */
export interface PolledAgent {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  /** The platform's own word: `online`, `BUSY`. */
  readonly status: string;
  /** The platform's own name of a pause; null when there is none. */
  readonly pause: string | null;
  /** Since when, epoch ms: as the platform tells, else when it was first seen so. */
  readonly atMs: number;
}

const eventName = 'agentStatusPolled';

/** One event for each agent. */
export function decodePolled(body: unknown): readonly Decoded[] {
  const whole = openObject(body);
  const agents = whole.items('agents');
  const [failure] = whole.failures;
  if (failure) return [failed(eventName, failure)];
  return agents.map(decodeAgent);
}

function decodeAgent(reader: ObjectReader): Decoded {
  const id = reader.requiredId('id');
  const atMs = reader.time('atMs') ?? null;
  const fields = {
    name: reader.text('name') ?? undefined,
    email: reader.text('email') ?? undefined,
    ...readStatus(reader.text('status') ?? '', reader.text('pause') ?? null),
    origin: 'poll',
  };
  const [failure] = reader.failures;
  if (failure) return failed(eventName, failure);
  const item = Object.fromEntries(reader.keys().map((key) => [key, reader.raw(key)] as const));
  const facts = [{ entity: 'agentStatus', id, atMs, fields }] as const;
  return happened(eventName, item, { entityId: id, atMs, facts });
}

/** Online without receiving, in the words of those platforms that have one for it. */
const pauses: ReadonlySet<string> = new Set(['busy', 'away']);

/** A word that is none of theirs tells nothing but itself. */
function readStatus(word: string, pause: string | null): FieldsOf<'agentStatus'> {
  const status = word.toLowerCase();
  if (pause !== null) return { isOnline: true, isAvailable: false, statusCode: pause };
  if (status === 'online') return { isOnline: true, isAvailable: true, statusCode: null };
  if (status === 'offline') return { isOnline: false, isAvailable: false, statusCode: null };
  return pauses.has(status)
    ? { isOnline: true, isAvailable: false, statusCode: null }
    : { isOnline: null, isAvailable: null, statusCode: word };
}

import { listFields, sayPath, type Field } from '../../choices/path';
import { isRecord } from '../../masks/is-record';
import { decodeSafely } from '../../intake/judge/decode-body';
import { findBody } from '../../intake/judge/find-body';
import type { StoredRequest } from '../../intake/journal/journal';
import { readRequests } from '../../intake/journal/journal-lines';
import type { Services } from '../../platform/services';
import type { Connection } from '../../settings/config';
import { findVendor } from '../../vendors/registry';
import { lookAtArrivals } from '../connections/arrivals';

/** Requests of a connection that are looked at, the newest of each kind of event first of all. */
const lookedAt = 40;

/** What a connection's last events look like. */
export interface SeenEvents {
  readonly names: readonly string[];
  /** Paths as JSON, for the way back, and as people read them, with what was there last. */
  readonly fields: readonly {
    readonly path: string;
    readonly said: string;
    readonly value: string;
  }[];
  /** Whether they are kept masked: then nobody can see what they held. */
  readonly isMasked: boolean;
}

/** Reads the connection's last events. Writes nothing; without the lock. */
export function readSeenEvents(services: Services, connection: Connection): SeenEvents {
  const look = lookAtArrivals(services, services.properties.getAll());
  const { lines } = look.arrivalOf(connection.id);
  const stored =
    look.ledger === null ? [] : readRequests(look.ledger.journal, lines.slice(-lookedAt));
  const bodies = stored.flatMap((one) => bodiesOf(one, connection));
  const events = bodies.flatMap(({ request, body }) =>
    decodeSafely(request, body, findVendor(connection.vendor)).flatMap((part) =>
      part.kind === 'event' ? [part.event] : [],
    ),
  );
  const fields = new Map<string, Field>();
  for (const field of events.reverse().flatMap(({ item }) => listFields(item)))
    if (!fields.has(JSON.stringify(field.path))) fields.set(JSON.stringify(field.path), field);
  return {
    names: [...new Set(events.map(({ name }) => name))].sort(),
    fields: [...fields].map(([path, { path: keys, value }]) => ({
      path,
      said: sayPath(keys),
      value: value.slice(0, longestShown),
    })),
    isMasked: stored.length > 0 && bodies.length === 0,
  };
}

const longestShown = 60;

function bodiesOf({ request }: StoredRequest, { vendor }: Connection) {
  const found = findBody(request.body, findVendor(vendor).takesForms === true);
  if ('code' in found) return [];
  return found.bodies.flatMap((body) => (isRecord(body) ? [] : [{ request, body }]));
}

import { parseObject } from '../events/decode-record';
import type { Services } from '../platform/services';
import { choicesPrefix, configFrom, type Config, type Connection } from './config';
import { defaultPrivacy, reserveOfPrivacy } from './privacy';
import { findHiddenSheet, readHidden, writeHidden } from './hidden-cells';

/**
 * Keeps a copy of the configuration in the hidden settings sheet, for the hours in which Google refuses the properties (a consumer
 * account has 50,000 operations a day). Whoever may see the file can read it, so it holds the secrets' digests only, and no tokens:
 * enough to know a sender and to journal what comes. Writes unless it is the one remembered; returns what to remember. Buffered;
 * callers hold the lock and flush.
 */
export function keepReserve(services: Services, config: Config, remembered: string): string {
  const text = JSON.stringify({
    settings: JSON.stringify({ ...config.settings, statusNames: {}, people: {} }),
    connections: config.connections.map((connection) => withoutSecrets(services, connection)),
    ...Object.fromEntries(config.connections.flatMap(choicesOf)),
    ...reserveOfPrivacy(config.privacy ?? defaultPrivacy),
  });
  const mark = services.codec.sha256(text).slice(0, 16);
  if (mark === remembered) return remembered;
  const sheet = findHiddenSheet(services.workbook, config.settings);
  if (sheet !== null) writeHidden(sheet, 'reserve', `'${text}`);
  return mark;
}

/** Without them a masked event would lose the fields of the user's own columns. */
const choicesOf = ({ id, choices }: Connection): readonly (readonly [string, string])[] =>
  choices === undefined ? [] : [[choicesPrefix + id, choices]];

function withoutSecrets(services: Services, connection: Connection): Connection {
  const digests = connection.secrets.map((secret) => services.codec.sha256(secret));
  return { ...connection, secrets: [], digests, tokens: [], choices: undefined };
}

/** The copy as it was last kept; null when there is none. */
export function readReserve(services: Services): Config | null {
  const sheet = findHiddenSheet(services.workbook, { sheetIds: {} });
  const cell = sheet === null ? '' : readHidden(sheet, 'reserve');
  // Whoever takes the lock after this must not see what was read before.
  services.workbook.flush();
  const { settings, connections, ...privacy } = parseObject(String(cell));
  if (typeof settings !== 'string' || !Array.isArray(connections)) return null;
  const stored = connections.map(
    (connection: unknown, index) => [`connection.${index}`, JSON.stringify(connection)] as const,
  );
  const others = Object.entries(privacy).map(([key, value]) => [key, String(value)] as const);
  return configFrom({ settings, ...Object.fromEntries([...others, ...stored]) });
}

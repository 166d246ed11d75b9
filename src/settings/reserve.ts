import { parseObject } from '../events/decode-record';
import type { Services, Sheet, Workbook } from '../platform/services';
import { findSheet } from '../sheets/find-sheet';
import { tabs } from '../tabs/tabs';
import { configFrom, type Config, type Connection } from './config';

/**
 * A copy of the configuration in the hidden settings sheet, for the hours in which Google refuses the properties (a consumer
 * account has 50,000 operations a day). Whoever may see the file can read it, so it holds the secrets' digests only, and no tokens:
 * enough to know a sender and to journal what comes.
 */
const reserveCell = { row: 5, column: 2, rows: 1, columns: 1 } as const;

/** Writes the copy unless it is the one remembered; returns what to remember. Buffered; callers hold the lock and flush. */
export function keepReserve(services: Services, config: Config, remembered: string): string {
  const text = JSON.stringify({
    settings: JSON.stringify({ ...config.settings, statusNames: {} }),
    connections: config.connections.map((connection) => withoutSecrets(services, connection)),
  });
  const mark = services.codec.sha256(text).slice(0, 16);
  if (mark === remembered) return remembered;
  findSettings(services.workbook, config.settings.sheetIds['settings'])?.write(
    { ...reserveCell, column: 1, columns: 2 },
    [['Reserva', `'${text}`]],
  );
  return mark;
}

function withoutSecrets(services: Services, connection: Connection): Connection {
  const digests = connection.secrets.map((secret) => services.codec.sha256(secret));
  return { ...connection, secrets: [], digests, tokens: [] };
}

/** The copy as it was last kept; null when there is none. */
export function readReserve(services: Services): Config | null {
  const sheet = findSettings(services.workbook, undefined);
  const [[cell = ''] = []] = sheet === null ? [] : sheet.read(reserveCell);
  const { settings, connections } = parseObject(String(cell));
  if (typeof settings !== 'string' || !Array.isArray(connections)) return null;
  const stored = connections.map(
    (connection: unknown, index) => [`connection.${index}`, JSON.stringify(connection)] as const,
  );
  return configFrom({ settings, ...Object.fromEntries(stored) });
}

function findSettings(workbook: Workbook, rememberedId: number | undefined): Sheet | null {
  return findSheet(workbook, tabs.settings, rememberedId);
}

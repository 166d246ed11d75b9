import { say, type Localized } from '../../events/localized';
import { withWholeTabs } from '../../intake/repair/whole-tabs';
import { openUpsert } from '../../intake/write/upsert';
import type { Services } from '../../platform/services';
import type { Config, Connection } from '../../settings/config';
import { findVendor } from '../../vendors/registry';
import { holdShortly } from '../jobs/short-hold';
import type { ReconcileState } from './reconcile-state';
import { sayHindrance, sayResult } from './reconcile-texts';

/** Webhooks come first; without the lock the row tells of it after the next walk. */
const lockWaitMs = 5000;

const stopped: Localized = say(
  'A busca do que faltou parou. {why}',
  'La búsqueda de lo que faltó se detuvo. {why}',
  'The search for what was missed has stopped. {why}',
);

/** What is told, and of which connection. */
interface Tidings {
  readonly services: Services;
  readonly config: Config;
  readonly connection: Connection;
  readonly state: ReconcileState;
}

/** Says in Saúde what a connection's search came to, in a row of its own; as an alarm only why it stopped. */
export function tellHealth({ services, config, connection, state }: Tidings): void {
  const { language, offsetMinutes } = config.settings;
  const { name } = findVendor(connection.vendor);
  const why = state.isStopped ? sayHindrance(state, name, language) : null;
  const result = sayResult(state, connection.vendor, { language, offsetMinutes });
  const content = {
    vendor: name,
    account: [connection.account, result].filter(Boolean).join(' · '),
    lastAt: state.doneMs === 0 ? null : state.doneMs,
    alarm: why === null ? null : stopped[language].replace('{why}', () => why),
  };
  holdShortly(services, lockWaitMs, () =>
    withWholeTabs(services, (mended) => {
      const { workbook, clock } = services;
      const settings = mended?.settings ?? config.settings;
      const upsert = openUpsert('health', { workbook, settings, nowMs: clock.now() });
      upsert(new Map([[`${connection.id}.busca`, () => ({ content, state: '' })]]));
    }),
  );
}

import type { Services } from '../../platform/services';
import { apiAccessFrom, apiTokenOf } from '../../settings/api-access';
import { configFrom, type Connection } from '../../settings/config';
import { pollingFrom, pollMinutes } from '../../settings/polling';
import { vendorApis } from '../../sync/fetch/vendor-apis';
import { recordFrom } from '../../sync/jobs/lease';
import { pollJob } from '../../sync/poll/poll-job';
import { callsADay } from '../../sync/poll/poll-forms';
import { findVendor, type VendorId } from '../../vendors/registry';
import { speaker } from '../speak';
import type { TextId } from '../texts';
import { isAskable, isListed, isPollable } from './find-connection';
import { readMissed } from './missed';
import { sayPolling } from './say-polling';

type All = Readonly<Record<string, string>>;

/** What the page Consultar plataformas shows. No token ever gets there. */
export type PlatformsPage = ReturnType<typeof readPlatformsPage>;

export function readPlatformsPage(services: Services) {
  const all = services.properties.getAll();
  return {
    connections: configFrom(all)
      .connections.filter(isAskable)
      .map((connection) => ({
        id: connection.id,
        name: `${findVendor(connection.vendor).name} · ${connection.account}`,
        access: readAccess(services, all, connection),
        polling: isPollable(connection) ? readPolling(services, all, connection) : null,
        missed: isListed(connection) ? readMissed(services, all, connection) : null,
      })),
    use: sayUse(services, all),
  };
}

/** Where a platform shows what the form asks for. */
const hints: Readonly<Partial<Record<VendorId, TextId>>> = {
  huggy: 'accessHintHuggy',
  evolvy: 'accessHintEvolvy',
  treble: 'accessHintTreble',
  plug: 'accessHintPlug',
  weni: 'accessHintWeni',
};

function readAccess(services: Services, all: All, { id, vendor }: Connection) {
  const speak = speaker(services);
  const { baseUrl, accountId } = apiAccessFrom(all, id);
  const api = vendorApis[vendor];
  const hint = hints[vendor];
  return {
    baseUrl: baseUrl === '' ? (api?.baseUrl ?? '') : baseUrl,
    accountId,
    takesAccount: api?.accountId !== 'none',
    hasToken: apiTokenOf(all, id) !== null,
    hint: hint === undefined ? '' : speak(hint),
  };
}

function readPolling(services: Services, all: All, connection: Connection) {
  const speak = speaker(services);
  const { isOn, everyMinutes } = pollingFrom(all, connection.id);
  return {
    isOn,
    everyMinutes: String(everyMinutes),
    choices: pollMinutes.map((minutes) => ({
      id: String(minutes),
      name: speak('pollEveryMinutes', {
        minutes: String(minutes),
        calls: String(callsADay(minutes)),
      }),
    })),
    state: sayPolling(services, all, connection),
  };
}

function sayUse(services: Services, all: All): string {
  const { calls, spentMs } = recordFrom(all, pollJob.id, services.clock.now());
  const minutes = (spentMs / 60_000).toFixed(1);
  return speaker(services)('pollUse', { calls: String(calls), minutes });
}

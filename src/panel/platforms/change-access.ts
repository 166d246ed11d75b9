import type { Services } from '../../platform/services';
import {
  apiTokenOf,
  forgetApiToken,
  saveApiAccess,
  saveApiToken,
  type ApiAccess,
} from '../../settings/api-access';
import { pollingFrom, savePolling, type Polling } from '../../settings/polling';
import { checkAccess, openApi, type AccessFault, type Question } from '../../sync/fetch/api';
import { fetchAll, unlimited } from '../../sync/fetch/fetch';
import type { Fetched } from '../../sync/fetch/read-fetched';
import { sayFailure } from '../../sync/fetch/say-failure';
import { findPollForm } from '../../sync/poll/poll-forms';
import { findVendor, type VendorId } from '../../vendors/registry';
import { whileLocked } from '../change';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import type { TextId } from '../texts';
import { findConnection, isPollable } from './find-connection';
import { readPlatformsPage, type PlatformsPage } from './page';

type Page = Outcome<PlatformsPage>;

const faultTexts: Readonly<Record<AccessFault, TextId>> = {
  noApi: 'badRequest',
  badBaseUrl: 'accessBadBaseUrl',
  badAccountId: 'accessBadAccount',
  badToken: 'accessBadToken',
};

/** Keeps where and as whom a platform is asked; a blank token leaves the one that is kept. */
export function keepAccess(
  services: Services,
  id: string,
  { token, ...access }: ApiAccess & { readonly token: string },
): Page {
  const speak = speaker(services);
  return change(services, id, {
    check: (vendor) => {
      const fault = checkAccess(vendor, access, token === '' ? null : token);
      const platform = findVendor(vendor).name;
      return fault === null ? null : speak(faultTexts[fault], { platform });
    },
    make: (polling) => {
      saveApiAccess(services.properties, id, access);
      if (token !== '') saveApiToken(services.properties, id, token);
      return polling;
    },
    said: () =>
      apiTokenOf(services.properties.getAll(), id) === null ? 'accessTokenMissing' : 'accessKept',
  });
}

/** The token is gone for good, and the platform is asked no more. */
export const forgetAccess = (services: Services, id: string): Page =>
  change(services, id, {
    check: () => null,
    make: (polling) => {
      forgetApiToken(services.properties, id);
      return { ...polling, isOn: false };
    },
    said: () => 'accessForgotten',
  });

/** Switches the asking on or off. */
export function keepPolling(
  services: Services,
  id: string,
  wanted: Pick<Polling, 'isOn' | 'everyMinutes'>,
): Page {
  const found = findConnection(services, id);
  if (found.kind !== 'done') return found;
  const { connection } = found.value;
  if (!isPollable(connection)) return refused(speaker(services)('badRequest'));
  const isAskable = openApi(services.properties.getAll(), connection) !== null;
  if (wanted.isOn && !isAskable) return refused(speaker(services)('accessIncomplete'));
  return change(services, id, {
    check: () => null,
    make: (polling) => ({ ...polling, ...wanted }),
    said: () => 'pollSaved',
  });
}

interface Change {
  /** What is wrong with it, in words; null: nothing. */
  check(vendor: Parameters<typeof checkAccess>[0]): string | null;
  make(polling: Polling): Polling;
  said(): TextId;
}

/** Whatever is changed, what made the asking wait is tried again at once. */
function change(services: Services, id: string, { check, make, said }: Change): Page {
  return whileLocked(services, () => {
    const found = findConnection(services, id);
    if (found.kind !== 'done') return found;
    const fault = check(found.value.connection.vendor);
    if (fault !== null) return refused(fault);
    const known = pollingFrom(services.properties.getAll(), id);
    savePolling(services.properties, id, { ...make(known), edition: known.edition + 1 });
    return done(readPlatformsPage(services), speaker(services)(said()));
  });
}

/** What platforms are asked that tell no status of agents. */
const trials: Readonly<Partial<Record<VendorId, Question>>> = {
  huggy: { path: 'agents' },
  treble: { path: 'poll/api/all' },
};

/** Asks the platform once, and says what came of it. Nothing is written. */
export function testAccess(services: Services, id: string): Outcome {
  const speak = speaker(services);
  const found = findConnection(services, id);
  if (found.kind !== 'done') return found;
  const { connection } = found.value;
  const api = openApi(services.properties.getAll(), connection);
  const question = api === null ? undefined : trialOf(connection.vendor, api.access);
  if (api === null || question === undefined) return refused(speak('accessIncomplete'));
  const [fetched] = fetchAll(services, [{ api, question }], unlimited);
  return fetched === undefined
    ? refused(speak('accessIncomplete'))
    : judgeTrial(services, fetched, connection.vendor);
}

/** What a platform is asked to see whether it answers. */
const trialOf = (vendor: VendorId, access: ApiAccess): Question | undefined =>
  findPollForm(vendor)?.question(access, 0) ?? trials[vendor];

function judgeTrial(services: Services, fetched: Fetched, vendor: VendorId): Outcome {
  const speak = speaker(services);
  const platform = findVendor(vendor).name;
  const refuse = (failure: Parameters<typeof sayFailure>[0]): Outcome =>
    refused(sayFailure(failure, platform, languageOf(services.host.locale())));
  if (!fetched.ok) return refuse(fetched.failure);
  const list = findPollForm(vendor)?.read(fetched.value) ?? null;
  if (list === null) return done(null, speak('accessAnswers', { platform }));
  return list.ok
    ? done(null, speak('accessWorks', { platform, count: String(list.agents.length) }))
    : refuse({ cause: 'notExpected', words: list.received, status: 200 });
}

import { createAuthorization, type Authorization } from '../services/authorization';
import { createCacheContent, makeCacheService, type CacheOptions } from '../services/cache';
import { makeContentService } from '../services/content';
import { makeHtmlService } from '../services/html';
import { createLockTable, makeLockService, type LockOptions } from '../services/lock';
import { makeLogger } from '../services/logger';
import { createOutbox, makeMailApp } from '../services/mail';
import {
  createPropertyStores,
  makePropertiesService,
  type PropertyOptions,
} from '../services/properties';
import { makeScriptApp, type ScriptAppParts } from '../services/script-app';
import { makeSession } from '../services/session';
import { createTriggerStore, type TriggerStore } from '../services/triggers';
import { createUrlFetchState, makeUrlFetchApp, type UrlFetchOptions } from '../services/url-fetch';
import { makeUtilities, type UtilitiesOptions } from '../services/utilities';
import type { Storage } from '../storage/storage';
import type { Bundle } from './bundle';
import type { ServiceDefinition } from './host-object';

/** Readings of the platform on which sources disagree, and limits; each service has its defaults. */
export interface ServiceOptions {
  readonly cache?: CacheOptions;
  readonly lock?: LockOptions;
  readonly properties?: PropertyOptions;
  readonly urlFetch?: UrlFetchOptions;
  readonly utilities?: UtilitiesOptions;
  readonly scriptApp?: Pick<ScriptAppParts, 'serviceUrlElsewhere' | 'onceLatenessMs'>;
  readonly mailRecipientsPerDay?: number;
}

/** What the services of one twin are made from. */
export interface ServiceParts {
  readonly bundle: Bundle;
  readonly storage: Storage;
  readonly locale: string;
  readonly options: ServiceOptions;
  /** The web app's address; null before the twin listens. */
  readonly execUrl: () => string | null;
}

/** The services, and the state behind them that tests and the timer use. */
export interface Services {
  readonly definitions: readonly ServiceDefinition[];
  readonly authorization: Authorization;
  readonly triggers: TriggerStore;
  readonly cache: ReturnType<typeof createCacheContent>;
  readonly properties: ReturnType<typeof createPropertyStores>;
  readonly outbox: ReturnType<typeof createOutbox>;
}

const scriptId = 'twin-script';

/** Makes every service but SpreadsheetApp. */
export function makeServices(parts: ServiceParts): Services {
  const { bundle, storage, options } = parts;
  const { timeZone, oauthScopes } = bundle.manifest;
  const authorization = createAuthorization(oauthScopes);
  const triggers = createTriggerStore(storage);
  const cache = createCacheContent(options.cache);
  const properties = createPropertyStores(storage, options.properties);
  const outbox = createOutbox(options.mailRecipientsPerDay);
  const webAppUrls = () => {
    const exec = parts.execUrl();
    return { exec, dev: exec?.replace(/\/exec$/, '/dev') ?? null };
  };
  const script = { triggers, authorization, scriptId, timeZone, webAppUrls, ...options.scriptApp };
  const definitions = [
    makeCacheService(cache),
    makeContentService(),
    makeHtmlService((name) => bundle.pages.get(name) ?? null),
    makeLockService(createLockTable(options.lock)),
    makeLogger(timeZone),
    makeMailApp(outbox),
    makePropertiesService(properties),
    makeScriptApp(script),
    makeSession({ timeZone, locale: parts.locale }),
    makeUrlFetchApp(createUrlFetchState(options.urlFetch)),
    makeUtilities(options.utilities),
  ];
  return { definitions, authorization, triggers, cache, properties, outbox };
}

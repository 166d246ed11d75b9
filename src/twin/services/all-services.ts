import type { ServiceDefinition } from '../runtime/host-object';
import type { Storage } from '../storage/storage';
import { type Authorization, createAuthorization } from './triggers/authorization';
import {
  type CacheContent,
  type CacheOptions,
  createCacheContent,
  makeCacheService,
} from './stores/cache';
import { makeContentService } from './web/content';
import { makeHtmlService } from './web/html';
import { createLockTable, type LockOptions, type LockTable, makeLockService } from './stores/lock';
import { makeLogger } from './utilities/logger';
import { createOutbox, makeMailApp, type Outbox } from './web/mail';
import { makePropertiesService } from './stores/properties';
import {
  createPropertyStores,
  type PropertyOptions,
  type PropertyStores,
} from './stores/property-stores';
import { makeScriptApp, type ScriptAppParts } from './triggers/script-app';
import { makeSession } from './web/session';
import { createTriggerStore, type TriggerStore } from './triggers/triggers';
import {
  createUrlFetchState,
  makeUrlFetchApp,
  type UrlFetchOptions,
  type UrlFetchState,
} from './web/url-fetch';
import { makeUtilities, type UtilitiesOptions } from './utilities/utilities';

/** Where the documents' sides disagree, each service has a setting; all have a default. */
export interface ServiceOptions {
  readonly lock?: LockOptions;
  readonly cache?: CacheOptions;
  readonly properties?: PropertyOptions;
  readonly urlFetch?: UrlFetchOptions;
  readonly utilities?: UtilitiesOptions;
  readonly script?: Pick<
    ScriptAppParts,
    'serviceUrlElsewhere' | 'onceLatenessMs' | 'triggersOfTriggers'
  >;
}

/** What a twin knows of its script: the manifest's zone and scopes, its files, its addresses. */
export interface ScriptSettings extends Pick<
  ScriptAppParts,
  'scriptId' | 'timeZone' | 'webAppUrls'
> {
  readonly manifestScopes: readonly string[] | null;
  readonly locale: string;
  readonly readHtml: (name: string) => string | null;
  readonly options?: ServiceOptions;
}

/** What all executions of one twin share. */
export interface ServiceState {
  readonly locks: LockTable;
  readonly cache: CacheContent;
  readonly properties: PropertyStores;
  readonly triggers: TriggerStore;
  readonly authorization: Authorization;
  readonly outbox: Outbox;
  readonly urlFetch: UrlFetchState;
}

/** Creates the shared state once for each twin; properties and triggers are read from `storage`. */
export function createServiceState(storage: Storage, settings: ScriptSettings): ServiceState {
  const { lock, cache, properties, urlFetch } = settings.options ?? {};
  return {
    locks: createLockTable(lock),
    cache: createCacheContent(cache),
    properties: createPropertyStores(storage, properties),
    triggers: createTriggerStore(storage),
    authorization: createAuthorization(settings.manifestScopes),
    outbox: createOutbox(),
    urlFetch: createUrlFetchState(urlFetch),
  };
}

/** All services but SpreadsheetApp. */
export function makeServices(
  state: ServiceState,
  settings: ScriptSettings,
): readonly ServiceDefinition[] {
  const { options, readHtml, timeZone } = settings;
  const { authorization, triggers } = state;
  return [
    makeLockService(state.locks),
    makeCacheService(state.cache),
    makePropertiesService(state.properties),
    makeContentService(),
    makeHtmlService(readHtml),
    makeScriptApp({ ...settings, ...options?.script, authorization, triggers }),
    makeUtilities(options?.utilities),
    makeSession(settings),
    makeLogger(timeZone),
    makeUrlFetchApp(state.urlFetch),
    makeMailApp(state.outbox),
  ];
}

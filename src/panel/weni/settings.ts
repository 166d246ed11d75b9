import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import { forgetToken, isTokenLike, saveToken, tokenOf } from '../../settings/tokens';
import { runJob } from '../../sync/jobs/run-jobs';
import { checkSettings } from '../../sync/weni/check-settings';
import { countryCodes } from '../../sync/weni/phone';
import { previewSending, type WeniPreview } from '../../sync/weni/preview';
import { weniJob } from '../../sync/weni/weni-job';
import {
  fieldSources,
  fieldTypes,
  phoneForms,
  readWeniSettings,
  saveWeniSettings,
  schemes,
  weniSettingsFrom,
  weniToken,
  type WeniSettings,
} from '../../settings/weni';
import { weniStateFrom } from '../../sync/weni/weni-state';
import { tabs } from '../../tabs/tabs';
import { findVendor } from '../../vendors/registry';
import { isStarted, whileLocked } from '../change';
import { languageOf } from '../language';
import { busy, done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { sayState } from './say-state';

/** What the page Weni shows. The token itself never gets there. */
type WeniPage = ReturnType<typeof readWeniPage>;

const formNames = {
  kept: 'weniKept',
  long: 'weniLong',
  short: 'weniShort',
  asked: 'weniAsked',
} as const;
const typeNames = { text: 'weniText', datetime: 'weniDatetime', numeric: 'weniNumeric' } as const;
/** The column of Contatos that an address is made from; WhatsApp has no column of its own. */
const schemeColumns = { whatsapp: null, tel: 'phone', mailto: 'email', ext: 'contact' } as const;

export function readWeniPage(services: Services) {
  const all = services.properties.getAll();
  const speak = speaker(services);
  return {
    settings: weniSettingsFrom(all),
    hasToken: tokenOf(all, weniToken) !== null,
    state: sayState(services),
    connections: reloadConfig(services).connections.map(({ id, vendor, account }) => ({
      id,
      name: `${findVendor(vendor).name} · ${account}`,
    })),
    sources: fieldSources.map((id) => ({
      id,
      name: titleOf(services, id === 'id' ? 'contact' : id),
    })),
    schemes: schemes.map((id) => {
      const column = schemeColumns[id];
      return { id, name: column === null ? 'WhatsApp' : titleOf(services, column) };
    }),
    phoneForms: phoneForms.map((id) => ({ id, name: speak(formNames[id]) })),
    fieldTypes: fieldTypes.map((id) => ({ id, name: speak(typeNames[id]) })),
    countryCodes,
  };
}

/** What a column of Contatos is called in the person's language. */
const titleOf = ({ host }: Services, columnId: string): string =>
  tabs.contacts.columns.find(({ id }) => id === columnId)?.title[languageOf(host.locale())] ??
  columnId;

type Page = Outcome<WeniPage>;

/** Keeps the token in the script's properties; from now on what was stopped is tried again. */
export function keepWeniToken(services: Services, token: string): Page {
  const speak = speaker(services);
  if (!isTokenLike(token)) return refused(speak('weniBadToken'));
  return change(services, 'weniTokenSaved', (settings) => {
    saveToken(services.properties, weniToken, token);
    return settings;
  });
}

export function forgetWeniToken(services: Services): Page {
  return change(services, 'weniTokenForgotten', (settings) => {
    forgetToken(services.properties, weniToken);
    return { ...settings, isOn: false };
  });
}

/** Saves what the page has, if Weni takes it so. */
export function saveWeni(services: Services, text: string): Page {
  const speak = speaker(services);
  const wanted = readWeniSettings(text);
  const fault = checkSettings(wanted);
  if (fault !== null) return refused(speak(fault.text, fault.values));
  if (wanted.isOn && tokenOf(services.properties.getAll(), weniToken) === null)
    return refused(speak('weniNoToken'));
  return change(services, 'weniSaved', () => wanted);
}

function change(
  services: Services,
  said: 'weniSaved' | 'weniTokenSaved' | 'weniTokenForgotten',
  make: (settings: WeniSettings) => WeniSettings,
): Page {
  return whileLocked(services, () => {
    if (!isStarted(reloadConfig(services).settings))
      return refused(speaker(services)('notStarted'));
    const known = weniSettingsFrom(services.properties.getAll());
    const edition = known.edition + 1;
    saveWeniSettings(services.properties, { ...make(known), edition });
    return done(readWeniPage(services), speaker(services)(said));
  });
}

/** The dry run, with what the page has, saved or not. */
export function previewWeni(services: Services, text: string): Outcome<WeniPreview> {
  const speak = speaker(services);
  const wanted = readWeniSettings(text);
  const fault = checkSettings(wanted);
  if (fault !== null) return refused(speak(fault.text, fault.values));
  const { calls, ...counts } = previewSending(services, wanted);
  const told = Object.entries(counts).map(([name, count]) => [name, String(count)] as const);
  return done({ calls, ...counts }, speak('weniPreviewed', Object.fromEntries(told)));
}

/** Sends for as long as a click may take; a time that Weni asked to wait is waited all the same. */
export function sendWeniNow(services: Services): Page {
  const speak = speaker(services);
  const all = services.properties.getAll();
  if (tokenOf(all, weniToken) === null) return refused(speak('weniNoToken'));
  const { cause, notBeforeMs } = weniStateFrom(all);
  if (cause === 'throttled' && notBeforeMs > services.clock.now())
    return refused(sayState(services));
  if (!runJob(services, weniJob, 'click')) return busy(speak('weniRunning'));
  const page = readWeniPage(services);
  return weniStateFrom(services.properties.getAll()).cause === ''
    ? done(page, page.state)
    : refused(page.state);
}

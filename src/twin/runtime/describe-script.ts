import type { ScriptSettings, ServiceOptions } from '../services/all-services';
import type { Bundle } from './bundle';

/** Where and how a script is served. */
export interface ScriptPlace {
  readonly services?: ServiceOptions | undefined;
  readonly locale: string;
  readonly execUrl: () => string | null;
}

/** What the services must know of a bundle and its place. */
export function describeScript(
  { manifest, pages }: Bundle,
  { locale, execUrl, services = {} }: ScriptPlace,
): ScriptSettings {
  return {
    scriptId: 'twin-script',
    timeZone: manifest.timeZone,
    manifestScopes: manifest.oauthScopes,
    locale: locale.replace('_', '-'),
    readHtml: (name) => pages.get(name) ?? null,
    webAppUrls: () => {
      const exec = execUrl();
      return { exec, dev: exec?.replace(/\/exec$/, '/dev') ?? null };
    },
    options: services,
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { isRecord } from './clasp-project';
import { StartFailure } from './start-failure';

/** What a build may have beside: each with the scope and the service that only it asks for. */
const extras = {
  bigquery: {
    scope: 'https://www.googleapis.com/auth/bigquery',
    // Of a project of Apps Script's own this alone switches the API on:
    // https://developers.google.com/apps-script/guides/services/advanced#enable_advanced_services
    service: { userSymbol: 'BigQuery', serviceId: 'bigquery', version: 'v2' },
  },
} as const;

export type Extra = keyof typeof extras;

/** @throws {StartFailure} for a name that is none of them */
export function readExtras(wanted: string | undefined): readonly Extra[] {
  if (wanted === undefined) return [];
  if (wanted === 'bigquery') return [wanted];
  throw new StartFailure('badValue', `--with ${wanted}`, Object.keys(extras).join(', '));
}

/** Puts `extras-bigquery.ts` in the place of the `extras.ts` beside it. */
export const extrasPlugin = (chosen: readonly Extra[]): Plugin => ({
  name: 'extras',
  setup: ({ onResolve }) => {
    for (const extra of chosen)
      onResolve({ filter: /^\.\/extras$/ }, ({ resolveDir }) => ({
        path: join(resolveDir, `extras-${extra}.ts`),
      }));
  },
});

/** The manifest, with what the chosen ones ask for. */
export function makeManifest(projectRoot: string, chosen: readonly Extra[]): string {
  const text = readFileSync(join(projectRoot, 'appsscript.json'), 'utf8');
  const manifest: unknown = JSON.parse(text);
  if (chosen.length === 0 || !isRecord(manifest)) return text;
  const scopes: unknown = manifest['oauthScopes'];
  const oauthScopes = [
    ...(Array.isArray(scopes) ? scopes.map(String) : []),
    ...chosen.map((extra) => extras[extra].scope),
  ];
  const enabledAdvancedServices = chosen.map((extra) => extras[extra].service);
  const dependencies = { enabledAdvancedServices };
  return `${JSON.stringify({ ...manifest, dependencies, oauthScopes }, null, 2)}\n`;
}

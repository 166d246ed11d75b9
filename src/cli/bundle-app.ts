import { build, type Plugin } from 'esbuild';
import type { EntryPoint } from './entry-points';

/** What is built in: shown by the panel and written at the top of the file. */
export interface BuildInfo {
  readonly version: string;
  readonly commit: string;
}

export interface AppBundleOptions {
  /** Absolute path of the folder that holds `main.ts`. */
  readonly sourceFolder: string;
  readonly entryPoints: readonly EntryPoint[];
  readonly info: BuildInfo;
  /** HTML pages put inside the code, by name; empty where they are files of the project. */
  readonly pages: Readonly<Record<string, string>>;
  /** For tests that build the app with a fault put in. */
  readonly plugins?: readonly Plugin[];
}

function renderStub({ name, params, doc }: EntryPoint): string {
  const list = params.join(', ');
  return `/** ${doc} */\nfunction ${name}(${list}) {\n  return App.${name}(${list});\n}`;
}

// "use strict" stands here because esbuild writes its own after the banner, where it has no effect.
// @OnlyCurrentDoc narrows the scopes that Google finds by itself when the code is pasted without the manifest:
// https://developers.google.com/apps-script/guides/services/authorization
function renderBanner({ version, commit }: BuildInfo): string {
  return `/**
 * Plantão ${version} (${commit}). Built from TypeScript: change the sources, not this file.
 * @OnlyCurrentDoc
 */
"use strict";
var App;`;
}

/**
 * The whole app as one classic script for Apps Script, whose only global names are `App` and the entry points.
 * ES2019, because the platform does not parse private and static class fields:
 * https://developers.google.com/apps-script/guides/v8-runtime
 * @throws {Error} esbuild's, when the sources do not bundle
 */
export async function bundleApp(options: AppBundleOptions): Promise<string> {
  const names = options.entryPoints.map((entry) => entry.name).join(', ');
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from './main';\nApp = { ${names} };\n`,
      resolveDir: options.sourceFolder,
      sourcefile: 'entry-points.ts',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'inline',
    // Every run reads the whole file, and indentation is a quarter of it. Names stay, so that an error in the executions list can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 500,
    logLevel: 'warning',
    plugins: [...(options.plugins ?? [])],
    tsconfigRaw: {
      compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true },
    },
    define: {
      __PLANTAO_VERSION__: JSON.stringify(options.info.version),
      __PLANTAO_COMMIT__: JSON.stringify(options.info.commit),
      __PLANTAO_PAGES__: JSON.stringify(options.pages),
    },
    banner: { js: renderBanner(options.info) },
    footer: { js: options.entryPoints.map(renderStub).join('\n\n') },
  });
  return outputFiles.map((file) => file.text).join('\n');
}

import { build, transform, type Plugin } from 'esbuild';
import type { EntryPoint } from './entry-points';
import { putTogether, takeApart } from './late/assemble';

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

const target = 'es2020';

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
 * ES2020, because the platform does not parse private and static class fields; Google's own samples use `?.` and `??`:
 * https://developers.google.com/apps-script/guides/v8-runtime
 * @throws {Error} esbuild's, when the sources do not bundle
 */
export async function bundleApp(options: AppBundleOptions): Promise<string> {
  const { early, late } = takeApart(await bundleSources(options), 'doPost');
  const code = putTogether({
    early: await shorten(early),
    late: await Promise.all(
      late.map(async (room) => ({ ...room, code: await shorten(room.code) })),
    ),
  });
  const stubs = options.entryPoints.map(renderStub).join('\n\n');
  return `${renderBanner(options.info)}\n(() => {\n${code}})();\n${stubs}\n`;
}

/** All modules in one scope, as they are written. */
async function bundleSources(options: AppBundleOptions): Promise<string> {
  const names = options.entryPoints.map((entry) => entry.name).join(', ');
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from './main';\nApp = { ${names} };\n`,
      resolveDir: options.sourceFolder,
      sourcefile: 'entry-points.ts',
      loader: 'ts',
    },
    absWorkingDir: options.sourceFolder,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target,
    charset: 'utf8',
    legalComments: 'inline',
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
  });
  return outputFiles.map((file) => file.text).join('\n');
}

/**
 * Every run reads the whole file, so blanks go and locals get short names. Functions of modules keep theirs: a script's outermost names
 * are nobody's to change, and an error in the list of executions is read by them.
 */
async function shorten(code: string): Promise<string> {
  const shortened = await transform(code, {
    target,
    charset: 'utf8',
    legalComments: 'inline',
    minify: true,
    lineLimit: 4000,
  });
  return escapeWide(shortened.code);
}

/** One sign beyond Latin-1 would make the engine read the whole file at two bytes a character. */
const escapeWide = (code: string): string =>
  code.replace(
    /[\u0100-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

import { build } from 'esbuild';

/** Functions of `src/probe/main.ts` that Google calls, each with at most one argument. */
const probeEntries = [
  'onOpen',
  'onEdit',
  'doPost',
  'prepare_',
  'measure_',
  'measureCopy_',
  'spendProperties_',
  'followTrigger_',
] as const;

/**
 * The probe as one classic script to paste, readable, whose only global names are `Probe` and the entries.
 * @throws {Error} esbuild's, when the sources do not bundle
 */
export async function bundleProbe(sourceFolder: string, version: string): Promise<string> {
  const names = probeEntries.join(', ');
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from './main';\nProbe = { ${names} };\n`,
      resolveDir: sourceFolder,
      sourcefile: 'probe-entries.ts',
      loader: 'ts',
    },
    absWorkingDir: sourceFolder,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'warning',
    banner: { js: renderTop(version) },
  });
  const stubs = probeEntries.map(
    (name) => `function ${name}(event) {\n  return Probe.${name}(event);\n}`,
  );
  return [...outputFiles.map((file) => file.text), ...stubs, ''].join('\n');
}

const renderTop = (version: string): string => `/**
 * Sonda do Plantão ${version}. Built from TypeScript (src/probe): change the sources, not this file.
 * For a throw-away spreadsheet only; docs/sonda.md says how.
 * @OnlyCurrentDoc
 */
"use strict";
var Probe;`;

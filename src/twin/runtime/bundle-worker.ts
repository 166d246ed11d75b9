import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './project-root';

const runtime = join(projectRoot, 'src', 'twin', 'runtime');

/** Where the built worker lies. */
export const workerFile = join(projectRoot, 'build', 'worker.mjs');

/** Where the code that sets contexts up lies by itself, for executions in the host's own thread. */
export const contextFile = join(projectRoot, 'build', 'context.js');

/**
 * Bundles the thread's code, with the code that sets contexts up inside it as text. Gives the file written.
 * It appears in one step, so a thread that starts at the same moment never reads half of it.
 */
export async function bundleWorker(outfile: string = workerFile): Promise<string> {
  const contextSource = await bundleContext();
  const unfinished = `${outfile}.${process.pid}`;
  mkdirSync(dirname(contextFile), { recursive: true });
  writeFileSync(`${contextFile}.${process.pid}`, contextSource);
  renameSync(`${contextFile}.${process.pid}`, contextFile);
  await build({
    entryPoints: [join(runtime, 'worker.ts')],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    define: { contextSource: JSON.stringify(contextSource) },
    logLevel: 'warning',
  });
  renameSync(unfinished, outfile);
  return outfile;
}

/** A script whose value is the `install` function; it names nothing global. */
async function bundleContext(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(runtime, 'context', 'install.ts')],
    bundle: true,
    write: false,
    platform: 'neutral',
    format: 'iife',
    globalName: 'twinContext',
    target: 'es2022',
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild gave no output for the context code.');
  return `(function () {${file.text}\nreturn twinContext.install;\n})()`;
}

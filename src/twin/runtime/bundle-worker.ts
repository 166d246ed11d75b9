import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './project-root';

const runtime = join(projectRoot, 'src', 'twin', 'runtime');

/** Where the built worker lies. */
export const workerFile = join(projectRoot, 'build', 'worker.mjs');

/**
 * Bundles the thread's code, with the code that sets contexts up inside it as text. Gives the file written.
 * It appears in one step, so a thread that starts at the same moment never reads half of it.
 */
export async function bundleWorker(outfile: string = workerFile): Promise<string> {
  const unfinished = `${outfile}.${process.pid}`;
  await build({
    entryPoints: [join(runtime, 'worker.ts')],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    define: { contextSource: JSON.stringify(await bundleContext()) },
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
